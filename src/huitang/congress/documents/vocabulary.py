"""The Chinese names templates may use, and what each stands for. docs/paper-markup.md tells them to the office."""

from collections.abc import Iterable, Sequence
from typing import Any

from huitang.congress.documents import days, voting_words, year_numbers, year_words
from huitang.congress.documents.gaps import Asked, Details, Gap, Missing
from huitang.congress.documents.source import Source
from huitang.congress.record.queries import Attended, SessionRecord, attended_of
from huitang.congress.roster import composition
from huitang.congress.roster.queries import ChangeRow, RollRow
from huitang.congress.sittings.list_order import NameList
from huitang.congress.sittings.queries import SessionRow, SittingRow

_STANDINGS = {
    "BY_LAW": "依法列席",
    "BY_DECISION": "经主席团决定列席",
    "HIGHER_DEPUTY": "邀请列席的上级人大代表",
    "RESIDENT": "旁听",
}
_CAUSES = {"ILLNESS": "因病", "AFFAIRS": "因事", "OTHER": "其他原因"}
_LENGTHS = "零一两三四五六七八九"

Names = dict[str, Any]


def vocabulary(source: Source, asked: Asked) -> Names:
    """Every name; what is not there yet is a gap that notes who asks for it."""
    known = _session(source.session) | _people(source) | _votes(source) | _year(source)
    wanting = {name: need for name, need in _NEEDS.items() if not known[name]}
    gaps = {name: Gap(Missing(need), asked) for name, need in wanting.items()}
    return known | gaps | {"填写": Details(year_numbers.counted(source.year_numbers) | dict(source.details), asked)}


_NEEDS = {
    "代表": "ROLL",
    "代表团": "DELEGATIONS",
    "代表结构": "ROLL",
    "议程": "AGENDA",
    "日程": "SCHEDULE",
    "主席团": "PRESIDIUM",
    "列席": "ATTENDEES",
    "出席": "ATTENDANCE",
    "总监票人": "SCRUTINEERS",
    "监票人": "SCRUTINEERS",
    "计票人": "SCRUTINEERS",
    "选举": "ELECTION",
    "当选": "ELECTED",
    "票决": "PROJECTS",
    "表决": "VOTES",
    "指标目标": "TARGETS",
}


def _session(session: SessionRow) -> Names:
    length = (session.closes_on - session.opens_on).days + 1
    return {
        "镇": session.title.town,
        "会议": session.title.zh,
        "大会": session.title.congress_zh,
        "届": session.title.term,
        "次": session.title.number,
        "届次": session.title.short_zh,
        "今年": session.opens_on.year,
        "去年": session.opens_on.year - 1,
        "开幕日": days.day(session.opens_on),
        "闭幕日": days.day(session.closes_on),
        "会期": f"{_LENGTHS[length] if length < len(_LENGTHS) else length}天",
        "会期起止": days.span(session.opens_on, session.closes_on),
        "会期月日": days.span_in_year(session.opens_on, session.closes_on),
        "地点": session.place,
        "已闭幕": session.state == "CLOSED",
    }


def _people(source: Source) -> Names:
    record, count = source.record, source.count
    away = [row for row in record.leaves if row.state == "APPROVED"]
    seated = {row.deputy_id for row in record.presidium}
    return {
        "名额": {"应有": count.quota, "在任": count.in_office, "停职": count.suspended, "出缺": count.vacant},
        "代表": [deputy(row) for row in source.roll],
        "代表团": _delegations(source),
        "代表结构": _make_up(source),
        "代表变动": [_change(name, row) for name, row in source.changes],
        "主席团": [{"姓名": row.name, "职务": row.post, "代表团": row.delegation} for row in record.presidium],
        "主席团请假": [row.name for row in away if row.deputy_id in seated],
        "姓名顺序": _order_of(NameList.PRESIDIUM, source),
        "列席": _attendees(record),
        "列席人数": len(record.attendees),
        "请假": [{"姓名": row.name, "代表团": row.delegation, "事由": _CAUSES.get(row.cause, "")} for row in away],
        "总监票人": record.scrutiny.chief,
        "监票人": list(record.scrutiny.others),
        "计票人": list(record.scrutiny.tellers),
    }


def _votes(source: Source) -> Names:
    record = source.record
    return {
        "议程": _agenda(record),
        "日程": [sitting(row) for row in record.sittings],
        "出席": attended(record.attended),
        "选举": [voting_words.election(row) for row in record.elections],
        "候选人另排": any(NameList.CANDIDATES.of(row.id) in source.by_hand for row in record.elections),
        "选举规则": voting_words.method(source.election_method),
        "当选": [name for row in record.elections for name in row.elected],
        "票决": voting_words.project_vote(record.project_vote),
        "测评": voting_words.rating(record.rating),
        "表决": [voting_words.hand_vote(row, record) for row in record.decided_votes],
    }


def _year(source: Source) -> Names:
    """What the reports tell of the year between the sessions."""
    return {
        "项目情况": source.tracked_projects.as_names() if source.tracked_projects else None,
        "去年会议": [row.title.short_zh for row in source.last_year],
        "上年项目": source.projects_before
        and {
            "会议": source.projects_before[0],
            "项目": [voting_words.project(row) for row in source.projects_before[1]],
        },
        "指标目标": year_words.promised(source.targets) if source.targets else "",
        "指标完成": year_words.happened(source.targets_before) if source.targets_before else "",
        "半年指标": year_words.half_way(source.targets) if source.targets else "",
    }


def sitting(row: SittingRow) -> Names:
    """One meeting of the schedule; `出席` is None until it was opened."""
    return {
        **days.moment(row.starts_at),
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


def _agenda(record: SessionRecord) -> list[Names]:
    return [
        {
            "序号": place,
            "动词": item.verb_text.zh,
            "动词码": item.verb,
            "标题": item.title,
            "全文": item.line,
            "报告人": item.reporter,
            "种类": item.subject,
            "表决": item.needs_vote,
        }
        for place, item in enumerate(record.agenda, start=1)
    ]


def _attendees(record: SessionRecord) -> list[Names]:
    """By category: 类别, and 人员 with name and post."""
    standings = dict.fromkeys(row.standing for row in record.attendees)
    return [{"类别": _STANDINGS[standing], "人员": _attending(record, standing)} for standing in _in_order(standings)]


def _in_order(standings: Iterable[str]) -> list[str]:
    return sorted(standings, key=list(_STANDINGS).index)


def _attending(record: SessionRecord, standing: str) -> list[Names]:
    return [{"姓名": row.name, "职务": row.post} for row in record.attendees if row.standing == standing]


def _delegations(source: Source) -> list[Names]:
    return [
        {
            "名称": row.name,
            "团长": row.head,
            "人数": row.in_office,
            "代表": _members(source.roll, row.id),
            "姓名": list(source.delegation_names.get(row.id, ())),
        }
        for row in source.delegations
    ]


def _members(roll: Sequence[RollRow], delegation_id: int) -> list[Names]:
    return [deputy(row) for row in roll if row.delegation_id == delegation_id]


def _order_of(list_name: str, source: Source) -> str:
    return "按会议确定的顺序排列" if list_name in source.by_hand else "按姓名笔画为序"


def _make_up(source: Source) -> list[Names]:
    return [
        {
            "名称": part.title,
            "项": [
                {"名称": share.label.replace(" ", ""), "人数": share.number, "比例": share.percent}
                for share in part.shares
            ],
        }
        for part in composition.make_up(source.roll, on=source.session.opens_on)
    ]


def _change(name: str, row: ChangeRow) -> Names:
    return {"姓名": name, "事项": row.kind_name, "原因": row.reason or row.cause_name, "日期": days.day(row.on)}
