"""监督工作公开: a year's plan of supervision and what came of it."""

from collections.abc import Sequence
from datetime import date

from huitang.congress.documents.texts import Draft
from huitang.congress.publication.standing import blocks
from huitang.congress.publication.standing.blocks import Block, Facts
from huitang.congress.roster import queries as roster
from huitang.congress.supervision import public
from huitang.congress.supervision.public import PublicActivity, PublicPhoto

_DONE = ("HELD", "AWAITING", "REPLIED", "CLOSED")


def draft(town_id: int, *, year: int, on: date) -> Draft | None:
    """None while nothing of the year is planned or done."""
    rows = public.list_public(town_id=town_id, year=year, on=on)
    if not rows:
        return None
    title = f"{roster.find_town(town_id)}人大{year}年监督工作公开"
    facts = {
        "on": on.isoformat(),
        "year": year,
        "counts": _counts(rows),
        "activities": [_activity(one) for one in rows],
    }
    return Draft("SUPERVISION", f"year:{year}", title, tuple(_blocks(rows, year, on)), facts)


def _counts(rows: Sequence[PublicActivity]) -> list[Facts]:
    """Planned and held of each kind; what came on top of the plan is held, not planned."""
    kinds = dict.fromkeys(row.kind_name for row in rows)
    return [
        {
            "kind": kind,
            "planned": sum(row.kind_name == kind and row.planned_month is not None for row in rows),
            "held": sum(row.kind_name == kind and row.state in _DONE for row in rows),
        }
        for kind in kinds
    ]


def _activity(row: PublicActivity) -> Facts:
    return {
        "kind": row.kind_name,
        "state": row.state,
        "state_words": row.state_name,
        "topic": row.topic,
        "basis": row.basis,
        "planned_month": row.planned_month,
        "held_on": blocks.iso(row.held_on),
        "place": row.place,
        "deputies": row.deputies,
        "unit": row.unit,
        "opinion": row.opinion,
        "opinion_sent_on": blocks.iso(row.opinion_sent_on),
        "reply_due": blocks.iso(row.reply_due),
        "reply": row.reply,
        "replied_on": blocks.iso(row.replied_on),
        "is_overdue": row.is_overdue,
        "photos": [_photo(one) for one in row.photos],
    }


def _photo(one: PublicPhoto) -> Facts:
    return {"sha256": one.sha256, "caption": one.caption, "width": one.width, "height": one.height}


def _blocks(rows: Sequence[PublicActivity], year: int, on: date) -> list[Block]:
    counts = _counts(rows)
    planned, held = sum(one["planned"] for one in counts), sum(one["held"] for one in counts)
    drawn = [blocks.row(one["kind"], [one["planned"], one["held"]]) for one in counts]
    series = ["计划", "开展"]
    sentence = f"{year}年计划{planned}项，已开展{held}项{_apart(rows)}。"
    found = [
        blocks.paragraph(sentence),
        blocks.as_of(on),
        blocks.chart("against", "计划与开展", series=series, rows=drawn, sentence=sentence, unit="项"),
        blocks.table("计划与开展（项）", ["类别", *series], ([c["kind"], c["planned"], c["held"]] for c in counts)),
        blocks.table("各项活动", ["类别", "题目", "时间", "地点", "代表", "进展"], (_cells(row) for row in rows)),
    ]
    for row in rows:
        found += _texts(row)
    return found


def _apart(rows: Sequence[PublicActivity]) -> str:
    """What keeps plan and deeds from agreeing: activities beyond the plan, and plans given up."""
    beyond = sum(row.state in _DONE and row.planned_month is None for row in rows)
    dropped = sum(row.state == "DROPPED" for row in rows)
    told = [f"计划外{beyond}项"] if beyond else []
    told += [f"取消{dropped}项"] if dropped else []
    return f"（{'，'.join(told)}）" if told else ""


def _cells(row: PublicActivity) -> list[object]:
    when = row.held_on.isoformat() if row.held_on else f"计划{row.planned_month}月" if row.planned_month else ""
    deputies = f"{row.deputies}人" if row.state in _DONE else ""
    return [row.kind_name, row.topic, when, row.place, deputies, row.state_name]


def _texts(row: PublicActivity) -> list[Block]:
    told = []
    if row.opinion and row.opinion_sent_on:
        told += [f"{blocks.chinese_day(row.opinion_sent_on)}向{row.unit}提出意见：", *row.opinion.splitlines()]
    if row.reply and row.replied_on:
        told += [f"{blocks.chinese_day(row.replied_on)}答复：", *row.reply.splitlines()]
    elif row.is_overdue:
        told.append("答复已经超过期限。")
    words = [blocks.paragraph(line) for line in told if line.strip()]
    pictures = [blocks.photo(_photo(one)) for one in row.photos]
    return [blocks.heading(row.topic or row.kind_name), *words, *pictures] if words or pictures else []
