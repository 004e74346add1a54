"""代表履职公示: what each deputy did, as the Deputies Law of 2025 asks (art. 58); from the public file and nothing else."""

from collections.abc import Mapping, Sequence
from datetime import date

from huitang.congress.documents.texts import Draft
from huitang.congress.performance import public_files
from huitang.congress.performance.queries import PublicFile
from huitang.congress.performance.suggestions_seam import SuggestionLine
from huitang.congress.publication.standing import blocks
from huitang.congress.publication.standing.blocks import Block, Facts
from huitang.congress.roster import queries as roster
from huitang.congress.suggestions import for_files


def list_subjects(town_id: int) -> tuple[str, ...]:
    """The current term alone: what earlier deputies did was published in their time."""
    term = roster.find_current_term(town_id)
    return (f"term:{term.id}",) if term else ()


def draft(town_id: int, *, term_id: int, on: date) -> Draft | None:
    """None without a term, before its first day, or with nobody in office."""
    term = next((one for one in roster.list_terms(town_id) if one.id == term_id), None)
    if term is None or on < term.began_on:
        return None
    files = public_files.list_public_files(term, town_id=town_id, on=on, suggestions=_suggestions)
    if not files:
        return None
    title = f"{term.town}{term.name}人大代表履职情况公示"
    told = tuple(_blocks(term.name, files, on))
    facts = {"on": on.isoformat(), "term": term.name, "deputies": [_deputy(one) for one in files]}
    return Draft("DEPUTIES", f"term:{term_id}", title, told, facts)


def _suggestions(*, town_id: int, since: date, until: date) -> Mapping[int, Sequence[SuggestionLine]]:
    found = for_files.list_by_deputy(town_id=town_id, since=since, until=until)
    return {
        deputy: [SuggestionLine(one.id, one.title, one.on, is_public=one.is_public) for one in rows]
        for deputy, rows in found.items()
    }


def _deputy(found: PublicFile) -> Facts:
    return {
        "name": found.name,
        "delegation": found.delegation,
        "district": found.district,
        "in_office_since": blocks.iso(found.in_office_since),
        "sittings_due": found.sittings_due,
        "sittings_present": found.sittings_present,
        "parts": [{"name": name, "times": times} for name, times in found.parts],
        "activities": [
            {"on": blocks.iso(one.on), "kind": one.kind_name, "topic": one.topic} for one in found.activities
        ],
        "suggestions": [{"on": blocks.iso(one.on), "title": one.title} for one in found.suggestions],
    }


def _blocks(term: str, files: Sequence[PublicFile], on: date) -> list[Block]:
    due, present = sum(one.sittings_due for one in files), sum(one.sittings_present for one in files)
    activities = sum(times for one in files for _name, times in one.parts)
    lead = f"{term}现有代表{len(files)}名。本届以来应出席全体会议{due}人次，出席{present}人次；参加闭会期间活动{activities}人次。"
    return [
        blocks.paragraph(lead),
        blocks.as_of(on),
        *_attendance(files),
        blocks.table("各位代表履职情况", _head(files), (_cells(one) for one in files)),
        *(block for one in files for block in _card(one)),
    ]


def _card(one: PublicFile) -> list[Block]:
    """All that is told of one deputy: the page draws this and nothing else, since this is what is signed."""
    at = "，".join(filter(None, (one.delegation, one.district, _since(one.in_office_since))))
    activities = (f"{blocks.iso(told.on)} {told.kind_name}{_topic(told.topic)}" for told in one.activities)
    return [
        blocks.heading(one.name),
        blocks.paragraph(f"{at}。应出席{one.sittings_due}次，出席{one.sittings_present}次。"),
        *blocks.chips(f"{name} {times}" for name, times in one.parts if times),
        *blocks.listed("参加的活动", activities),
        *blocks.listed("公开的建议", (f"{blocks.iso(told.on)} {told.title}" for told in one.suggestions)),
    ]


def _since(day: date | None) -> str:
    return f"{blocks.chinese_day(day)}起任代表" if day else ""


def _topic(topic: str) -> str:
    return f"：{topic}" if topic else ""


def _attendance(files: Sequence[PublicFile]) -> list[Block]:
    """Each delegation's attendance, due against come; nothing before the first sitting."""
    due: dict[str, int] = {}
    present: dict[str, int] = {}
    for one in files:
        due[one.delegation] = due.get(one.delegation, 0) + one.sittings_due
        present[one.delegation] = present.get(one.delegation, 0) + one.sittings_present
    if not any(due.values()):
        return []
    rows = [blocks.row(name, [due[name], present[name]]) for name in due]
    series = ["应出席", "出席"]
    drawn = blocks.chart("against", "各代表团出席全体会议", series=series, rows=rows, unit="人次")
    table = ([name, due[name], present[name]] for name in due)
    return [drawn, blocks.table("各代表团出席全体会议（人次）", ["代表团", *series], table)]


def _head(files: Sequence[PublicFile]) -> list[str]:
    return ["姓名", "代表团", "选区", "应出席", "出席", *(name for name, _times in files[0].parts), "公开的建议"]


def _cells(one: PublicFile) -> list[object]:
    times = [times for _name, times in one.parts]
    at = [one.name, one.delegation, one.district]
    return [*at, one.sittings_due, one.sittings_present, *times, len(one.suggestions)]
