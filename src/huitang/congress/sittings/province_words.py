"""A province's parameters in words: what each is called, its value, its provision. No value is: not confirmed."""

from dataclasses import dataclass

from huitang.rules.legal_text import Citation, Text
from huitang.rules.presidium import PresidiumQuorum
from huitang.rules.province import (
    ClockStart,
    GovernmentBan,
    Larger,
    Preparatory,
    ProvincePack,
    ReplyTerms,
    SizeRule,
    Term,
    Unit,
)


@dataclass(frozen=True)
class Parameter:
    """`value` is None where it is not confirmed: the office chooses."""

    name: str
    label: Text
    value: Text | None
    citations: tuple[Citation, ...]


def describe(pack: ProvincePack) -> tuple[Parameter, ...]:
    """Every parameter provinces differ in, in the order a session meets them."""
    return (*_notice_and_presidium(pack), *_suggestions(pack), *_particulars(pack))


def _notice_and_presidium(pack: ProvincePack) -> tuple[Parameter, ...]:
    size, ban = pack.presidium_size, pack.government_ban
    days, before = pack.notice_days, pack.preparatory_meeting
    quorum = pack.presidium_quorum
    return (
        Parameter(
            "notice_days",
            Text("会议通知", "notice of a session"),
            None if days is None else Text(f"{days} 日前", f"{days} days before"),
            _cited(pack.notice_citation),
        ),
        Parameter(
            "extra_without_notice",
            Text("临时召集的会议的通知", "notice of an extra session"),
            Text("不受上列日数限制", "not bound by these days") if pack.extra_without_notice else None,
            _cited(pack.extra_without_notice),
        ),
        Parameter(
            "preparatory_meeting",
            Text("预备会议", "preparatory meeting"),
            None if before is None else _PREPARATORY[before],
            (),
        ),
        Parameter(
            "presidium_size",
            Text("主席团人数", "size of the presidium"),
            None if size is None else _size(size),
            () if size is None else (size.citation,),
        ),
        Parameter(
            "presidium_quorum",
            Text("主席团会议须到", "quorum of the presidium"),
            None if quorum is None else _QUORUM[quorum],
            pack.presidium_citations,
        ),
        Parameter(
            "government_ban",
            Text("主席团成员不得兼任", "a presidium member may not hold"),
            None if ban is None else _BAN[ban],
            _cited(pack.government_ban_citation),
        ),
    )


def _suggestions(pack: ProvincePack) -> tuple[Parameter, ...]:
    replies = pack.session_suggestions
    terms = (
        ("hand_back", Text("建议不属本单位的退回", "handing a suggestion back"), pack.hand_back),
        ("contact_deputy", Text("与代表联系", "contacting the deputy"), pack.contact_deputy),
        ("assisting", Text("协办单位的意见", "the assisting body's answer"), pack.assisting),
        ("feedback", Text("代表反馈", "the deputy's feedback"), pack.feedback),
        ("answer_again", Text("重新办理的答复", "another answer"), pack.answer_again),
    )
    reply = Parameter(
        "session_suggestions",
        Text("会议期间建议的答复", "reply to a suggestion made in session"),
        None if replies is None else _reply(replies),
        () if replies is None else (replies.citation,),
    )
    optional = ("contact_deputy", "feedback")
    told = (
        Parameter(name, label, None if term is None else _term(term), () if term is None else (term.citation,))
        for name, label, term in terms
        if term is not None or name not in optional
    )
    return (reply, *told)


def _particulars(pack: ProvincePack) -> tuple[Parameter, ...]:
    """What only some provinces know; left out where there is none."""
    found = (
        ("interim_resignation", Text("闭会期间辞职", "resignation between sessions"), pack.interim_resignation),
        ("small_congress_inquiry", Text("代表少的质询", "inquiry in a small congress"), pack.small_congress_inquiry),
        ("observers_at_most_half", Text("列席人员", "non-voting attendees"), pack.observers_at_most_half),
        ("second_answer_by_presidium", Text("质询再作答复", "another answer"), pack.second_answer_by_presidium),
    )
    return tuple(Parameter(name, label, cited.gist, (cited,)) for name, label, cited in found if cited is not None)


def _cited(citation: Citation | None) -> tuple[Citation, ...]:
    return () if citation is None else (citation,)


def _size(rule: SizeRule) -> Text:
    usually = Text("", "") if rule.usual_is_hard else Text("一般", "usually ")
    zh, en = f"{usually.zh}{rule.least} 至 {rule.usual_most} 人", f"{usually.en}{rule.least} to {rule.usual_most}"
    if rule.larger is Larger.NEVER:
        return Text(zh, en)
    when = _LARGER[rule.larger]
    return Text(
        f"{zh}；{when.zh.format(number=rule.larger_from)}可以到 {rule.larger_most} 人",
        f"{en}; {when.en.format(number=rule.larger_from)} up to {rule.larger_most}",
    )


def _reply(terms: ReplyTerms) -> Text:
    start = _START[terms.start]
    return Text(
        f"{start.zh}{terms.months} 个月内，最迟 {terms.most_months} 个月",
        f"within {terms.months} months {start.en}, at most {terms.most_months}",
    )


def _term(term: Term) -> Text:
    start, unit = _START[term.start], _UNIT[term.unit]
    return Text(
        f"{start.zh}{term.number} {unit.zh}内",
        f"within {term.number} {unit.en}{'' if term.number == 1 else 's'} {start.en}",
    )


_PREPARATORY = {
    Preparatory.REQUIRED: Text("必须举行", "required"),
    Preparatory.OPTIONAL: Text("可以举行", "optional"),
}
_QUORUM = {
    PresidiumQuorum.HALF: Text("过半数", "more than half"),
    PresidiumQuorum.TWO_THIRDS: Text("三分之二以上", "two thirds"),
}
_BAN = {
    GovernmentBan.NONE: Text("没有另外的禁止", "nothing further"),
    GovernmentBan.TOWNSHIP_GOVERNMENT: Text("本级政府职务", "a post in the township government"),
    GovernmentBan.ANY_ADMINISTRATIVE: Text("国家行政机关职务", "any administrative post"),
}
_LARGER = {
    Larger.ALWAYS: Text("需要时", "where needed"),
    Larger.DEPUTIES_AT_LEAST: Text("代表 {number} 名以上的", "with {number} deputies or more"),
    Larger.POPULATION_AT_LEAST: Text("人口 {number} 以上的", "with {number} people or more"),
    Larger.BY_JUDGEMENT: Text("经济发达或者人口多的", "in rich or large towns"),
}
_START = {
    ClockStart.ASSIGNMENT: Text("自交办之日起 ", "of assignment"),
    ClockStart.RECEIPT: Text("自收到之日起 ", "of receipt"),
    ClockStart.REQUEST: Text("自要求之日起 ", "of the request"),
    ClockStart.SESSION_CLOSE: Text("自闭会之日起 ", "of the close of the session"),
    ClockStart.UNSTATED: Text("（起算日未写明）", "(its first day is not stated)"),
}
_UNIT = {
    Unit.DAYS: Text("日", "day"),
    Unit.WORKING_DAYS: Text("个工作日", "working day"),
    Unit.MONTHS: Text("个月", "month"),
}
