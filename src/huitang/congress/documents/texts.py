"""Resolutions, announcements and the news item, written from the record. No number is typed here."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from huitang.congress.elections.queries import ElectionRow, RoundRow
from huitang.congress.record import facts, wording
from huitang.congress.record.queries import SessionRecord
from huitang.congress.resolutions.queries import HandVoteRow
from huitang.congress.sittings.calendar import local_day


@dataclass(frozen=True)
class Draft:
    """One text: `blocks` are paragraphs (p), tables and a signature; `facts` the numbers it rests on."""

    kind: str
    subject: str
    title: str
    blocks: tuple[dict[str, Any], ...]
    facts: dict[str, Any]


def paragraph(text: str) -> dict[str, Any]:
    return {"type": "p", "text": text}


def note(text: str) -> dict[str, Any]:
    """题注: the line in brackets under a title."""
    return {"type": "note", "text": text}


def table(caption: str, head: list[str], rows: list[list[str]]) -> dict[str, Any]:
    return {"type": "table", "caption": caption, "head": head, "rows": rows}


def signature(organ: str, day: date) -> dict[str, Any]:
    return {"type": "signature", "organ": organ, "day": day_zh(day)}


def day_zh(day: date) -> str:
    """2025年4月1日, without leading zeros (GB/T 9704)."""
    return f"{day.year}年{day.month}月{day.day}日"


def draft_resolution(record: SessionRecord, vote: HandVoteRow) -> Draft:
    """决议: what the congress adopted by show of hands on one agenda item."""
    session = record.session.title
    day = local_day(vote.decided_at) if vote.decided_at else record.session.closes_on
    return Draft(
        kind="RESOLUTION",
        subject=f"hand_vote:{vote.id}",
        title=f"{session.zh}{vote.title}",
        blocks=(note(f"（{day_zh(day)}{session.zh}通过）"), paragraph(wording.resolution_body(record, vote))),
        facts=facts.vote_facts(vote),
    )


def draft_election_announcement(record: SessionRecord, election: ElectionRow) -> Draft:
    """公告: who was elected to one post, with the count of every round."""
    session = record.session.title
    names = "、".join(election.elected)
    declared = [held for held in election.rounds if held.outcome]
    last = declared[-1]
    return Draft(
        kind="ANNOUNCEMENT",
        subject=f"election:{election.id}",
        title=f"{session.congress_zh}公告",
        blocks=(
            paragraph(f"{session.zh}于{_declared_on(election)}依法选举："),
            paragraph(f"{names}为{session.town}{election.post_text.zh.removeprefix('镇')}。"),
            paragraph(
                f"全体代表{last.electorate.deputies_in_office}名，出席{last.electorate.deputies_present}名；"
                f"发出选票{last.ballot.papers_issued}张，收回{last.ballot.papers_collected}张。"
            ),
            *(_round_table(held) for held in declared if held.outcome and held.outcome["ranking"]),
            paragraph("现予公告。"),
            signature(f"{session.zh}主席团", _day_of(election, record)),
        ),
        facts=facts.election_facts(election),
    )


def _round_table(held: RoundRow) -> dict[str, Any]:
    outcome = held.outcome or {}
    rows = [[name, str(n), "当选" if name in outcome["elected"] else "未当选"] for name, n in outcome["ranking"]]
    return table(f"得票情况{held.kind_text.zh}", ["姓名", "得票", "结果"], rows)


def draft_project_announcement(record: SessionRecord) -> Draft:
    """公告: the livelihood projects the deputies chose."""
    session, vote = record.session.title, record.project_vote
    if vote is None:
        raise ValueError("this session votes on no projects")
    rows = [
        [str(place), project.name, project.scale, project.investment, project.unit, project.due]
        for place, project in enumerate(vote.adopted_projects, start=1)
    ]
    year = record.session.opens_on.year
    last = vote.rounds[-1]
    head = ["序号", "项目名称", "建设内容和规模", "总投资（万元）", "责任单位", "完成时限"]
    return Draft(
        kind="ANNOUNCEMENT",
        subject=f"project_vote:{vote.id}",
        title=f"{session.congress_zh}公告",
        blocks=(
            paragraph(
                f"{session.zh}对{session.town}人民政府{year}年重点民生实事候选项目{len(vote.projects)}项进行票决，"
                f"全体代表{last.electorate.deputies_in_office}名，出席{last.electorate.deputies_present}名，"
                f"选出{len(rows)}项："
            ),
            table(f"{session.town}人民政府{year}年重点民生实事项目", head, rows),
            paragraph("现予公告。"),
            signature(f"{session.zh}主席团", record.session.closes_on),
        ),
        facts=facts.project_facts(vote),
    )


def _declared_on(election: ElectionRow) -> str:
    days = [local_day(held.declared_at) for held in election.rounds if held.declared_at]
    return day_zh(max(days)) if days else ""


def _day_of(election: ElectionRow, record: SessionRecord) -> date:
    days = [local_day(held.declared_at) for held in election.rounds if held.declared_at]
    return max(days, default=record.session.closes_on)
