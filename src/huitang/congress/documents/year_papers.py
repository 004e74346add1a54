"""Papers of the year: each is drawn from one tracked record, where that record is kept, and belongs to no session."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from huitang.adapters.papers import markup
from huitang.adapters.papers.fonts import FontSet
from huitang.adapters.papers.markup import MarkupIsWrong
from huitang.congress.documents import attempts, catalogue, days, filling, making, wording
from huitang.congress.documents.attempts import Attempt
from huitang.congress.documents.catalogue import PaperKind
from huitang.congress.documents.filling import TemplateIsWrong
from huitang.congress.documents.making import Format, MadePaper
from huitang.congress.documents.refusals import OpinionIsNotWritten, SignerIsUnknown
from huitang.congress.documents.subjects import Subject
from huitang.congress.documents.wording import Wording
from huitang.congress.roster import queries as roster
from huitang.congress.suggestions import figures
from huitang.congress.suggestions import queries as suggestions
from huitang.congress.suggestions.figures import AnswerFacts, Counts
from huitang.congress.suggestions.queries import SuggestionRow
from huitang.congress.supervision import queries as supervision
from huitang.congress.supervision.queries import ActivityPage

Names = dict[str, Any]
_VERDICTS = {"SATISFIED": "满意", "BASICALLY": "基本满意", "NOT_SATISFIED": "不满意"}


@dataclass(frozen=True)
class YearFacts:
    """What one paper is drawn from: `on` decides the wording in force, `key` tells it from others of its kind."""

    name: str
    key: str
    on: date
    names: Names


def answer_letter(suggestion_id: int, place: int, *, town_id: int) -> YearFacts:
    """The answer to one of its proposers, the form for their opinion with it; 1 is who signed first.

    :raises SuggestionIsUnknown: also while it is not answered :raises SignerIsUnknown:
    """
    facts = figures.answer_facts(suggestion_id, town_id=town_id)
    signers = (facts.lead, *facts.co_signers)
    if not 1 <= place <= len(signers):
        raise SignerIsUnknown()
    name, others = signers[place - 1], [*signers[: place - 1], *signers[place:]]
    return YearFacts(
        name=f"第{facts.number}号建议答复函（{name}）",
        key=f"suggestion-{suggestion_id}-{place}",
        on=facts.answered_on,
        names={"镇": facts.town, "收件人": name, "同提": others, "建议": _suggestion(facts)},
    )


def suggestion_report(*, town_id: int, since: date, until: date) -> YearFacts:
    """How the suggestions of a period were handled, in numbers and one by one."""
    counts = figures.counts(town_id, since=since, until=until)
    ids = tuple(dict.fromkeys((*counts.tabled.ids, *counts.assigned.ids, *counts.answered.ids)))
    rows = suggestions.list_rows(town_id, on=until, ids=ids) if ids else ()
    return YearFacts(
        name=f"代表建议办理情况报告（{days.span(since, until)}）",
        key=f"period-{since.isoformat()}-{until.isoformat()}",
        on=until,
        names={
            "镇": roster.find_town(town_id),
            "今天": days.day(until),
            "建议统计": _counts(counts),
            "建议清单": [_row(row) for row in rows],
        },
    )


def opinion(activity_id: int, *, town_id: int, chain: str, now: datetime) -> YearFacts:
    """The opinion sent to a unit and the demand for its reply. :raises ActivityIsUnknown: :raises OpinionIsNotWritten:"""
    page = supervision.get_activity(activity_id, town_id=town_id, chain=chain, now=now)
    if not page.opinion or page.row.opinion_sent_on is None:
        raise OpinionIsNotWritten(topic=page.row.topic)
    return YearFacts(
        name=f"关于{page.row.topic}的审议意见",
        key=f"activity-{activity_id}",
        on=page.row.opinion_sent_on,
        names={"镇": roster.find_town(town_id), "活动": _activity(page)},
    )


def make(key: str, facts: YearFacts, *, town_id: int, format: Format, fonts: FontSet | None) -> MadePaper:
    """:raises TemplateIsBroken: :raises PaperCannotBeDrawn:"""
    kind = catalogue.kind_of(key)
    return making.make(attempt(kind, facts, wording.wordings(town_id, facts.on)[key]), format, fonts)


def attempt(kind: PaperKind, facts: YearFacts, words: Wording) -> Attempt:
    subject = Subject(facts.key, facts.name)
    try:
        with attempts.in_chinese():
            paper = markup.read_markup(filling.fill(words.text, facts.names), name=facts.name)
    except (TemplateIsWrong, MarkupIsWrong) as wrong:
        fault = attempts.fault_of(wrong, words.text)
        return Attempt(kind, subject, facts.name, None, fault=fault, wording=words)
    return Attempt(kind, subject, facts.name, paper, wording=words)


def _suggestion(facts: AnswerFacts) -> Names:
    return {
        "编号": facts.number,
        "标题": facts.title,
        "是议案": facts.is_motion,
        "领衔": facts.lead,
        "附议": list(facts.co_signers),
        "主办": facts.unit,
        "协办": list(facts.assisting),
        "提出日期": days.day(facts.tabled_on),
        "交办日期": days.day(facts.assigned_on) if facts.assigned_on else "",
        "答复日期": days.day(facts.answered_on),
        "再次": facts.is_again,
        "类别": facts.mark,
        "类别说明": facts.meaning,
        "答复": facts.text,
        "签发人": facts.signed_by,
        "承诺": facts.promise,
        "承诺日期": days.day(facts.promised_for) if facts.promised_for else "",
    }


def _counts(counts: Counts) -> Names:
    numbers = {
        "提出": counts.tabled,
        "议案": counts.motions,
        "转建议": counts.turned,
        "不立案": counts.refused,
        "交办": counts.assigned,
        "答复": counts.answered,
        "按时": counts.on_time,
        "超期": counts.late,
        "沟通": counts.contacted,
        "收回": counts.returned,
        "满意": counts.satisfied,
        "基本满意": counts.basically,
        "不满意": counts.not_satisfied,
        "未反馈": counts.unreturned,
        "等待评价": counts.awaited,
        "承诺": counts.promised,
        "没办完": counts.overdue,
    }
    return {
        "期间": days.span(counts.since, counts.until),
        "年": counts.until.year,
        **{name: figure.number for name, figure in numbers.items()},
        "按时率": counts.on_time_percent,
        "满意率": counts.satisfied_percent,
        "类别": [{"名称": name, "件数": figure.number} for name, figure in counts.by_class],
        "单位": [{"名称": name, "件数": figure.number} for name, figure in counts.by_unit],
    }


def _row(row: SuggestionRow) -> Names:
    return {
        "编号": row.number,
        "标题": row.title,
        "领衔": row.lead,
        "单位": "、".join(filter(None, (row.unit, *row.assisting))),
        "答复日期": days.day(row.answered_on) if row.answered_on else "",
        "类别": row.mark,
        "评价": _VERDICTS.get(row.result, row.result),
    }


def _activity(page: ActivityPage) -> Names:
    row = page.row
    return {
        "种类": row.kind_name,
        "题目": row.topic,
        "依据": row.basis,
        "日期": days.day(row.held_on) if row.held_on else "",
        "地点": row.place,
        "代表": [one.name for one in page.participants],
        "问题": page.problems,
        "意见": page.opinion,
        "单位": row.unit,
        "送出日期": days.day(row.opinion_sent_on) if row.opinion_sent_on else "",
        "答复期限": days.day(row.reply_due) if row.reply_due else "",
    }


def sample(kind: PaperKind) -> YearFacts:
    """An invented record, so that a wording can be looked at before there is any."""
    return YearFacts(kind.title.zh, "sample", _DAY, {"镇": "清河镇"} | _SAMPLES[kind.key])


_DAY = date(2025, 6, 13)
_ANSWER = AnswerFacts(
    town="清河镇",
    number="2025001",
    title="关于加快石门村断头路建设的建议",
    is_motion=False,
    lead="沈青",
    co_signers=("陆文清", "方文"),
    unit="镇社会事务办",
    assisting=("派出所",),
    tabled_on=date(2025, 3, 31),
    assigned_on=date(2025, 4, 10),
    answered_on=_DAY,
    is_again=False,
    mark="B",
    meaning="正在解决或列入计划逐步解决",
    text="石门村断头路已经立项，路基正在施工。",
    signed_by="某主任",
    promise="年底前通车",
    promised_for=date(2025, 12, 31),
)
_COUNTS = {
    **dict.fromkeys(("提出", "交办", "答复", "按时", "沟通", "收回"), 10),
    **dict.fromkeys(("议案", "转建议", "不立案", "超期", "未反馈", "等待评价", "没办完"), 0),
    "满意": 7,
    "基本满意": 2,
    "不满意": 1,
    "承诺": 3,
    "期间": "2025年1月1日至12月31日",
    "年": 2025,
    "按时率": "100.0%",
    "满意率": "90.0%",
    "类别": [{"名称": "A", "件数": 6}, {"名称": "C", "件数": 4}],
    "单位": [{"名称": "镇社会事务办", "件数": 6}, {"名称": "镇农业办", "件数": 4}],
}
_ROW = {
    "编号": "2025001",
    "标题": _ANSWER.title,
    "领衔": "沈青",
    "单位": "镇社会事务办",
    "答复日期": days.day(_DAY),
    "类别": "A",
    "评价": "满意",
}
_ACTIVITY = {
    "种类": "执法检查",
    "题目": "安全生产法实施情况",
    "依据": "《中华人民共和国安全生产法》",
    "日期": "2025年5月20日",
    "地点": "花炮厂、加油站",
    "代表": ["沈青", "陆文清"],
    "问题": "两家企业没有应急预案。",
    "意见": "一个月内补齐应急预案。\n组织一次演练。",
    "单位": "镇应急办",
    "送出日期": "2025年5月26日",
    "答复期限": "2025年7月26日",
}
_SAMPLES: dict[str, Names] = {
    "suggestion_answer": {"收件人": "沈青", "同提": ["陆文清", "方文"], "建议": _suggestion(_ANSWER)},
    "suggestion_report": {"今天": days.day(_DAY), "建议统计": _COUNTS, "建议清单": [_ROW]},
    "supervision_opinion": {"活动": _ACTIVITY},
}
