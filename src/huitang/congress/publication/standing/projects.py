"""民生实事项目公示: the board of a year's projects, progress planned against actual."""

from collections.abc import Callable, Sequence
from datetime import date

from huitang.adapters.spreadsheets.amount import tell_amount
from huitang.congress.documents.texts import Draft
from huitang.congress.publication.standing import blocks
from huitang.congress.publication.standing.blocks import Block, Facts
from huitang.congress.roster import queries as roster


def draft(town_id: int, *, year: int, on: date, find_board: Callable[..., Facts | None]) -> Draft | None:
    """None while the year has no project to show. `find_board` asks the projects for their public facts."""
    board = find_board(town_id, year=year, on=on)
    if board is None or not board["projects"]:
        return None
    facts = {**board, "on": on.isoformat(), "year": year}
    title = f"{roster.find_town(town_id)}{year}年民生实事项目公示"
    return Draft("PROJECTS", f"year:{year}", title, tuple(_blocks(facts, on)), facts)


def _blocks(board: Facts, on: date) -> list[Block]:
    projects, counts = board["projects"], [one for one in board["counts"] if one["count"]]
    told = "，".join(f"{one['stage']}{one['count']}项" for one in counts)
    stages = [blocks.row(one["stage"], [one["count"]], [f"{one['count']}项"]) for one in counts]
    found = [
        blocks.paragraph(f"{board['year']}年民生实事项目{len(projects)}项：{told}。{_money(projects)}"),
        blocks.as_of(on),
        blocks.chart("bars", "各阶段的项目", series=["项数"], rows=stages, sentence=f"{told}。", unit="项"),
        blocks.table("各阶段的项目", ["阶段", "项数"], ([one["stage"], one["count"]] for one in counts)),
        *_progress(projects),
        blocks.table("各项目进度", _HEAD, map(_cells, projects)),
    ]
    for count in counts:
        found.append(blocks.heading(f"{count['stage']}（{count['count']}项）"))
        found += [block for one in projects if one["stage"] == count["stage"] for block in _card(one)]
    return found


def _progress(projects: Sequence[Facts]) -> list[Block]:
    """No chart while nothing was to be done yet: it would be empty."""
    rows = [_row(one) for one in projects]
    if not any(value for row in rows for value in row["values"]):
        return []
    return [blocks.chart("against", "计划进度与实际进度", series=["计划", "实际"], rows=rows, unit="%")]


_DROPPED = "已停止"
_FIELDS = (("领域", "field"), ("地点", "place"), ("责任单位", "unit"), ("完成期限", "due"))
_AMOUNTS = (("总投资", "investment_yuan"), ("已支付", "paid_yuan"))
_HEAD = ("项目", "地点", "总投资（万元）", "责任单位", "完成期限", "阶段", "计划", "实际", "评价")


def _money(projects: Sequence[Facts]) -> str:
    invested = sum(one["investment_yuan"] or 0 for one in projects)
    paid = sum(one["paid_yuan"] or 0 for one in projects)
    return f"计划总投资{tell_amount(invested)}万元，已支付{tell_amount(paid)}万元。" if invested else ""


def _row(one: Facts) -> Block:
    planned, actual = one["planned_percent"] or 0, one["actual_percent"] or 0
    return blocks.row(one["name"], [planned, actual], [f"{planned}%", f"{actual}%"])


def _cells(one: Facts) -> list[object]:
    invested = tell_amount(one["investment_yuan"]) if one["investment_yuan"] else ""
    percents = [f"{one[name] or 0}%" for name in ("planned_percent", "actual_percent")]
    overdue = "（逾期）" if one["is_overdue"] else ""
    told = [one["name"], one["place"], invested, one["unit"], one["due"], f"{one['stage']}{overdue}"]
    return [*told, *percents, one["rating"] or one["band_words"]]


def _card(one: Facts) -> list[Block]:
    """All that is told of one project: the page draws this and nothing else, since this is what is signed."""
    rating = f"代表评价：{one['rating']}" if one["rating"] else ""
    states = [one["band_words"], "逾期" if one["is_overdue"] else "", rating]
    percents = [one[name] or 0 for name in ("planned_percent", "actual_percent")]
    return [
        blocks.heading(one["name"]),
        *blocks.chips(states, band=one["band"]),
        *([blocks.progress(*percents)] if one["stage"] != _DROPPED else []),
        *(blocks.paragraph(line) for line in (one["content"] or "").splitlines() if line.strip()),
        *blocks.named(_named(one)),
        *(blocks.photo(found) for found in one["photos"]),
    ]


def _named(one: Facts) -> list[tuple[str, str | None]]:
    told = [(name, one[field]) for name, field in _FIELDS]
    return [*told, *((name, _wan(one[field])) for name, field in _AMOUNTS)]


def _wan(yuan: int | None) -> str:
    return f"{tell_amount(yuan)}万元" if yuan else ""
