"""The Chinese names templates may use, and what each stands for. docs/paper-markup.md tells them to the office."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from huitang.congress.documents.gaps import Asked, Details, Gap, Missing
from huitang.congress.documents.source import Source
from huitang.congress.elections.queries import ElectionRow, NominationRow
from huitang.congress.project_votes.queries import ProjectRow, ProjectVoteRow
from huitang.congress.record.queries import Attended, SessionRecord, attended_of
from huitang.congress.resolutions.queries import HandVoteRow
from huitang.congress.roster.queries import RollRow
from huitang.congress.sittings.calendar import local_zone
from huitang.congress.sittings.queries import SessionRow, SittingRow

_WEEKDAYS = "一二三四五六日"
_NOON, _EVENING = 12, 18
_STANDINGS = {
    "BY_LAW": "依法列席",
    "BY_DECISION": "经主席团决定列席",
    "HIGHER_DEPUTY": "邀请列席的上级人大代表",
    "RESIDENT": "旁听",
}
_CAUSES = {"ILLNESS": "因病", "AFFAIRS": "因事", "OTHER": "其他原因"}

Names = dict[str, Any]


def vocabulary(source: Source, asked: Asked) -> Names:
    """Every name; what is not there yet is a gap that notes who asks for it."""

    def there(value: Any, need: str) -> Any:
        return value or Gap(Missing(need), asked)

    record = source.record
    return {
        **session_names(record.session),
        "届名额": source.term.quota,
        "名额": {"应有": source.count.quota, "在任": source.count.in_office, "停职": source.count.suspended,
               "出缺": source.count.vacant},
        "代表": there([deputy(row) for row in source.roll], "ROLL"),
        "代表团": there(_delegations(source), "DELEGATIONS"),
        "议程": there(_agenda(record), "AGENDA"),
        "日程": there([sitting(row) for row in record.sittings], "SCHEDULE"),
        "主席团": there(_presidium(record), "PRESIDIUM"),
        "列席": there(_attendees(record), "ATTENDEES"),
        "请假": [{"姓名": row.name, "代表团": row.delegation, "事由": _CAUSES.get(row.cause, "")}
               for row in record.leaves if row.state == "APPROVED"],
        "出席": there(attended(record.attended), "ATTENDANCE"),
        "总监票人": there(record.scrutiny.chief, "SCRUTINEERS"),
        "监票人": there(list(record.scrutiny.others), "SCRUTINEERS"),
        "计票人": there(list(record.scrutiny.tellers), "SCRUTINEERS"),
        "选举": there([election(row) for row in record.elections], "ELECTION"),
        "当选": there([name for row in record.elections for name in row.elected], "ELECTED"),
        "票决": there(project_vote(record.project_vote), "PROJECTS"),
        "表决": there([hand_vote(row) for row in record.decided_votes], "VOTES"),
        "填写": Details(dict(source.details), asked),
    }  # fmt: skip


def session_names(session: SessionRow) -> Names:
    days = (session.closes_on - session.opens_on).days + 1
    return {
        "镇": session.title.town,
        "会议": session.title.zh,
        "大会": session.title.congress_zh,
        "届": session.title.term,
        "次": session.title.number,
        "届次": session.title.short_zh,
        "今年": session.opens_on.year,
        "去年": session.opens_on.year - 1,
        "开幕日": day(session.opens_on),
        "闭幕日": day(session.closes_on),
        "会期": f"{'一两三四五六七'[days - 1] if days < 8 else days}天",
        "会期起止": span(session.opens_on, session.closes_on),
        "地点": session.place,
    }


def day(on: date) -> str:
    """2025年4月1日, without leading zeros (GB/T 9704)."""
    return f"{on.year}年{on.month}月{on.day}日"


def span(first: date, last: date) -> str:
    """2025年3月31日至4月1日, 2025年3月20日至21日, or one day."""
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day(first)}至{day(last)}"
    end = f"{last.day}日" if first.month == last.month else f"{last.month}月{last.day}日"
    return f"{day(first)}至{end}"


def moment(at: datetime) -> Names:
    local = at.astimezone(local_zone())
    half = "上午" if local.hour < _NOON else "下午" if local.hour < _EVENING else "晚上"
    return {
        "日期": day(local.date()),
        "月日": f"{local.month}月{local.day}日",
        "星期": f"星期{_WEEKDAYS[local.weekday()]}",
        "半天": half,
        "时间": f"{local.hour}:{local.minute:02d}",
    }


def sitting(row: SittingRow) -> Names:
    """One meeting of the schedule; `出席` is None until it was opened."""
    return {
        **moment(row.starts_at),
        "名称": row.title.zh,
        "种类": row.kind,
        "次": row.number,
        "地点": row.place,
        "主持人": row.presider,
        "出席": attended(attended_of(row)),
    }


def deputy(row: RollRow) -> Names:
    return {
        "编号": f"{row.number:03d}",
        "姓名": row.name,
        "性别": row.sex,
        "民族": row.ethnicity,
        "出生年月": row.born,
        "文化程度": row.education,
        "政治面貌": row.party,
        "代表团": row.delegation,
        "选区": row.district,
        "职务": row.post,
        "资格": row.standing_name,
    }


def attended(found: Attended | None) -> Names | None:
    if found is None:
        return None
    return {
        "应到": found.in_office,
        "实到": found.present,
        "请假": found.on_leave,
        "缺席": found.absent,
        "法定": found.required,
    }


def election(row: ElectionRow) -> Names:
    """`候选人` in the order of the ballot; `轮次` only those declared."""
    return {
        "编号": row.id,
        "职务": row.post_text.zh,
        "名额": row.seats,
        "差额": row.surplus,
        "补选": row.kind == "BY_ELECTION",
        "已定": row.candidates_fixed_at is not None,
        "候选人": [nomination(one) for one in row.nominations],
        "轮次": [paper_round(held) for held in row.rounds if held.outcome],
        "当选": list(row.elected),
    }


def nomination(row: NominationRow) -> Names:
    return {
        "姓名": row.name,
        "提名": "主席团提名" if row.by_presidium else f"代表{len(row.signers)}人联合提名",
        "简介": row.about,
    }


def paper_round(held: Any) -> Names:
    """A declared round of an election or a project vote."""
    outcome = held.outcome
    return {
        "轮": held.number,
        "全体": held.electorate.deputies_in_office,
        "实到": held.electorate.deputies_present,
        "发出": held.ballot.papers_issued,
        "收回": held.ballot.papers_collected,
        "有效": outcome["tally"]["papers_valid"],
        "无效": outcome["tally"]["papers_void"],
        "过半数": outcome["votes_needed"],
        "得票": [{"姓名": name, "票数": votes} for name, votes in outcome["ranking"]],
    }


def project_vote(row: ProjectVoteRow | None) -> Names | None:
    if row is None or not row.projects:
        return None
    return {
        "候选": len(row.projects),
        "应选": row.to_choose,
        "项目": [project(one) for one in row.projects],
        "入选": [project(one) for one in row.adopted_projects],
        "轮次": [paper_round(held) for held in row.rounds if held.outcome],
        "差额": row.is_competitive,
        "过半数": row.mode == "MAJORITY",
    }


def project(row: ProjectRow) -> Names:
    return {
        "序号": row.number,
        "名称": row.name,
        "类别": row.category,
        "规模": row.scale,
        "投资": row.investment,
        "资金来源": row.funding,
        "责任领导": row.leader,
        "责任单位": row.unit,
        "开工": row.starts,
        "完成": row.due,
    }


def hand_vote(row: HandVoteRow) -> Names:
    return {
        "编号": row.id,
        "事项": row.matter,
        "标题": row.title,
        "赞成": row.votes_for,
        "反对": row.votes_against,
        "弃权": row.abstentions,
        "未表决": row.not_voting,
        "通过": row.is_passed,
        "日期": day(row.decided_at.astimezone(local_zone()).date()) if row.decided_at else "",
    }


def _agenda(record: SessionRecord) -> list[Names]:
    return [
        {"序号": place, "动词": item.verb_text.zh, "标题": item.title, "全文": item.line, "报告人": item.reporter,
         "种类": item.subject, "表决": item.needs_vote}
        for place, item in enumerate(record.agenda, start=1)
    ]  # fmt: skip


def _presidium(record: SessionRecord) -> list[Names]:
    return [{"姓名": row.name, "职务": row.post, "代表团": row.delegation} for row in record.presidium]


def _attendees(record: SessionRecord) -> list[Names]:
    """By category: 类别, and 人员 with name and post."""
    standings = dict.fromkeys(row.standing for row in record.attendees)
    return [{"类别": _STANDINGS[standing], "人员": _people(record, standing)} for standing in _in_order(standings)]


def _in_order(standings: Iterable[str]) -> list[str]:
    return sorted(standings, key=list(_STANDINGS).index)


def _people(record: SessionRecord, standing: str) -> list[Names]:
    return [{"姓名": row.name, "职务": row.post} for row in record.attendees if row.standing == standing]


def _delegations(source: Source) -> list[Names]:
    return [
        {"名称": row.name, "团长": row.head, "人数": row.in_office, "代表": _members(source.roll, row.id)}
        for row in source.delegations
    ]


def _members(roll: Sequence[RollRow], delegation_id: int) -> list[Names]:
    return [deputy(row) for row in roll if row.delegation_id == delegation_id]
