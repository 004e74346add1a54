"""The provincial packs that could be read, as data with their own dates; None is not confirmed."""

from dataclasses import replace
from datetime import date

from huitang.rules import provincial_citation as p
from huitang.rules.legal_text import Text
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

ZHEJIANG_2016 = ProvincePack(
    code="ZJ",
    name=Text("浙江省", "Zhejiang"),
    from_day=date(2016, 7, 29),
    presidium_size=SizeRule(7, 13, True, 17, True, Larger.BY_JUDGEMENT, 0, p.ZJ_SIZE),
    presidium_quorum=PresidiumQuorum.HALF,
    presidium_citations=(p.ZJ_QUORUM,),
    government_ban=GovernmentBan.ANY_ADMINISTRATIVE,
    government_ban_citation=p.ZJ_BAN,
    notice_days=7,
    notice_citation=p.ZJ_NOTICE,
    extra_without_notice=p.ZJ_NOTICE,
    preparatory_meeting=Preparatory.OPTIONAL,
    hand_back=Term(10, Unit.DAYS, ClockStart.RECEIPT, p.ZJ_HAND_BACK),
    assisting=Term(2, Unit.MONTHS, ClockStart.RECEIPT, p.ZJ_ASSISTING),
    answer_again=Term(1, Unit.MONTHS, ClockStart.UNSTATED, p.ZJ_AGAIN),
)
ZHEJIANG_2023 = replace(
    ZHEJIANG_2016,
    from_day=date(2023, 7, 28),
    notes=(
        Text(
            "2023年修改只核对到第五项，第三十五条以后的条号慎用。",
            "Of the 2023 amendment only items 1 to 5 were read; article numbers above 35 need care.",
        ),
    ),
)
SHANDONG = ProvincePack(
    code="SD",
    name=Text("山东省", "Shandong"),
    from_day=date(2015, 12, 3),
    presidium_size=SizeRule(7, 11, False, 13, True, Larger.DEPUTIES_AT_LEAST, 90, p.SD_SIZE),
    presidium_citations=(p.SD_VOTE,),
    preparatory_meeting=Preparatory.REQUIRED,
    session_suggestions=ReplyTerms(2, 4, ClockStart.SESSION_CLOSE, p.SD_SUGGESTIONS),
    hand_back=Term(5, Unit.DAYS, ClockStart.RECEIPT, p.SD_HAND_BACK),
    assisting=Term(1, Unit.MONTHS, ClockStart.RECEIPT, p.SD_ASSISTING),
    answer_again=Term(1, Unit.MONTHS, ClockStart.UNSTATED, p.SD_AGAIN),
    second_answer_by_presidium=p.SD_SECOND_ANSWER,
)
CHONGQING = ProvincePack(
    code="CQ",
    name=Text("重庆市", "Chongqing"),
    from_day=date(2016, 3, 31),
    presidium_size=SizeRule(7, 11, True, 13, True, Larger.POPULATION_AT_LEAST, 90_000, p.CQ_SIZE),
    presidium_quorum=PresidiumQuorum.HALF,
    presidium_citations=(p.CQ_QUORUM,),
    government_ban=GovernmentBan.ANY_ADMINISTRATIVE,
    government_ban_citation=p.CQ_BAN,
    notice_days=10,
    notice_citation=p.CQ_NOTICE,
    preparatory_meeting=Preparatory.REQUIRED,
    session_suggestions=ReplyTerms(2, 4, ClockStart.ASSIGNMENT, p.CQ_SUGGESTIONS),
    hand_back=Term(10, Unit.WORKING_DAYS, ClockStart.ASSIGNMENT, p.CQ_HAND_BACK),
    contact_deputy=Term(20, Unit.WORKING_DAYS, ClockStart.RECEIPT, p.CQ_CONTACT),
    assisting=Term(30, Unit.WORKING_DAYS, ClockStart.ASSIGNMENT, p.CQ_ASSISTING),
    feedback=Term(20, Unit.WORKING_DAYS, ClockStart.UNSTATED, p.CQ_FEEDBACK),
    answer_again=Term(2, Unit.MONTHS, ClockStart.REQUEST, p.CQ_AGAIN),
    interim_resignation=p.CQ_INTERIM,
    second_answer_by_presidium=p.CQ_SECOND_ANSWER,
    notes=(
        Text(
            "第三十二条第三项让主席团闭会期间审查预算部分变更，与预算法第六十九条有争议，默认不用。",
            "Art. 32 item 3 (budget changes between sessions) is disputed against Budget Law art. 69; off.",
        ),
    ),
)
BEIJING = ProvincePack(
    code="BJ",
    name=Text("北京市", "Beijing"),
    from_day=date(2016, 3, 24),
    presidium_size=SizeRule(5, 9, False, 9, False, Larger.NEVER, 0, p.BJ_SIZE),
    preparatory_meeting=Preparatory.REQUIRED,
    small_congress_inquiry=p.BJ_INQUIRY,
    observers_at_most_half=p.BJ_OBSERVERS,
)
HENAN = ProvincePack(
    code="HN",
    name=Text("河南省", "Henan"),
    from_day=date(2016, 11, 18),
    presidium_size=SizeRule(7, 13, False, 15, False, Larger.ALWAYS, 0, p.HN_SIZE),
    presidium_quorum=PresidiumQuorum.HALF,
    presidium_citations=(p.HN_QUORUM,),
    government_ban=GovernmentBan.TOWNSHIP_GOVERNMENT,
    government_ban_citation=p.HN_BAN,
    preparatory_meeting=Preparatory.OPTIONAL,
    hand_back=Term(10, Unit.WORKING_DAYS, ClockStart.ASSIGNMENT, p.HN_HAND_BACK),
    assisting=Term(2, Unit.MONTHS, ClockStart.RECEIPT, p.HN_ASSISTING),
    answer_again=Term(1, Unit.MONTHS, ClockStart.UNSTATED, p.HN_AGAIN),
)
JIANGSU = ProvincePack(
    code="JS",
    name=Text("江苏省", "Jiangsu"),
    from_day=date(2022, 7, 29),
    presidium_size=SizeRule(7, 13, False, 15, False, Larger.DEPUTIES_AT_LEAST, 101, p.JS_SIZE),
    presidium_quorum=PresidiumQuorum.TWO_THIRDS,
    presidium_citations=(p.JS_QUORUM, p.JS_VOTE),
    government_ban=GovernmentBan.TOWNSHIP_GOVERNMENT,
    government_ban_citation=p.JS_BAN,
    notes=(Text("只核对到部分条文，其余不明。", "Only some articles could be read; the rest is unknown."),),
)
JIANGXI = ProvincePack(
    code="JX",
    name=Text("江西省", "Jiangxi"),
    from_day=date(2015, 8, 29),
    notes=(Text("没有找到现行的乡镇人大条例。", "No current township regulation was found."),),
)

PACKS: tuple[ProvincePack, ...] = (
    ZHEJIANG_2016,
    ZHEJIANG_2023,
    SHANDONG,
    CHONGQING,
    BEIJING,
    HENAN,
    JIANGSU,
    JIANGXI,
)
