"""建议办理公开: every suggestion all its proposers agreed to show, with its answer (ZZF 42, DBF 51)."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from huitang.congress.documents.texts import Draft
from huitang.congress.publication.standing import blocks
from huitang.congress.publication.standing.blocks import Block, Facts
from huitang.congress.roster import queries as roster
from huitang.congress.suggestions import figures
from huitang.congress.suggestions.figures import PublicRow

SUBJECT = "all"


def draft(town_id: int, *, on: date) -> Draft | None:
    """None while no suggestion may be shown."""
    rows = figures.list_public(town_id)
    if not rows:
        return None
    title = f"{roster.find_town(town_id)}人大代表建议办理情况公开"
    facts = {"on": on.isoformat(), "suggestions": _told(rows), "counts": _counts(rows)}
    return Draft("SUGGESTIONS", SUBJECT, title, tuple(_blocks(rows, on)), facts)


def _told(rows: Sequence[PublicRow]) -> list[Facts]:
    """`key` is the suggestion's place in an address."""
    keys: dict[str, int] = {}
    told = []
    for row in rows:
        key = re.sub(r"[^\w-]+", "-", row.number).strip("-") or "0"
        keys[key] = keys.get(key, 0) + 1
        told.append({"key": key if keys[key] == 1 else f"{key}-{keys[key]}", **_suggestion(row)})
    return told


def _suggestion(row: PublicRow) -> Facts:
    return {
        "number": row.number,
        "title": row.title,
        "proposers": [name for name in (row.lead, *row.co_signers) if name],
        "unit": row.unit,
        "answered_on": blocks.iso(row.answered_on),
        "meaning": row.meaning,
        "answer": row.answer,
        "result": row.result,
    }


def _counts(rows: Sequence[PublicRow]) -> list[Facts]:
    return [{"meaning": meaning, "count": count} for meaning, count in Counter(row.meaning for row in rows).items()]


def _blocks(rows: Sequence[PublicRow], on: date) -> list[Block]:
    counts = _counts(rows)
    drawn = [blocks.row(one["meaning"], [one["count"]], [f"{one['count']}件"]) for one in counts]
    told = "；".join(f"“{one['meaning']}”{one['count']}件" for one in counts)
    found = [
        blocks.paragraph(f"经提出建议的代表同意，公开建议和答复{len(rows)}件。"),
        blocks.as_of(on),
        blocks.chart("bars", "办理结果", series=["件数"], rows=drawn, sentence=f"按办理结果：{told}。", unit="件"),
        blocks.table("办理结果", ["办理结果", "件数"], ([one["meaning"], one["count"]] for one in counts)),
    ]
    for row in rows:
        found += [blocks.heading(f"{row.number}　{row.title}"), *_one(row)]
    return found


def _one(row: PublicRow) -> list[Block]:
    proposers = "、".join(name for name in (row.lead, *row.co_signers) if name)
    verdict = f"代表评价：{row.result}。" if row.result else ""
    by = f"提出：{proposers}。" if proposers else ""
    on = f"{blocks.chinese_day(row.answered_on)}答复，" if row.answered_on else ""
    head = f"{by}承办：{row.unit}。{on}办理结果：{row.meaning}。{verdict}"
    return [blocks.paragraph(head), *(blocks.paragraph(line) for line in row.answer.splitlines() if line.strip())]
