"""Provincial provisions, binding in their province only. Gists in our own words."""

from huitang.rules.law_names import cite

ZJ_SIZE = cite(
    "ZJ",
    "8",
    "主席团七至十三人，经济发达或人口多的不超过十七人。",
    "7 to 13 members, at most 17 in rich or large towns.",
)
ZJ_QUORUM = cite(
    "ZJ",
    "24",
    "主席团会议过半数成员出席，全体成员过半数通过；每三个月一次。",
    "More than half present; majority of all members.",
)
ZJ_BAN = cite(
    "ZJ",
    "38",
    "主席团成员不得担任国家行政机关职务。",
    "Presidium members hold no post in a state administrative organ.",
)
ZJ_NOTICE = cite(
    "ZJ",
    "20",
    "会议七日前通知代表，材料一日前送达；临时会议除外。",
    "Notice 7 days ahead, papers one day; not for extra sessions.",
)
ZJ_PROJECTS = cite(
    "ZJ",
    "30",
    "主席团组织代表讨论政府年度民生实事项目并提请大会决定。",
    "The presidium brings the yearly projects to the congress.",
)
ZJ_HAND_BACK = cite(
    "ZJ-JY",
    "14",
    "不属于本单位职责的，收到后十日内退回。",
    "A wrong body hands back within ten days of receipt.",
)
ZJ_ASSISTING = cite(
    "ZJ-JY",
    "18",
    "会办单位收到后两个月内答复主办单位。",
    "An assisting body answers the lead within two months.",
)
ZJ_AGAIN = cite("ZJ-JY", "24", "代表不满意的，一个月内再作答复。", "If not satisfied, answer again in one month.")
SD_SIZE = cite(
    "SD",
    "8",
    "主席团一般七至十一人，代表九十人以上的不超过十三人。",
    "Usually 7 to 11; at most 13 where there are 90 deputies.",
)
SD_VOTE = cite("SD", "8", "主席团决定由全体成员过半数通过。", "Decisions need a majority of all members.")
SD_PREPARATORY = cite("SD", "7", "会议举行前开预备会议。", "A preparatory meeting is held before the session.")
SD_SUGGESTIONS = cite(
    "SD",
    "15",
    "会议期间的建议，闭会之日起两个月内答复，最迟四个月。",
    "In-session suggestions: two months from closing, at most four.",
)
SD_HAND_BACK = cite(
    "SD-JY",
    "12",
    "不属于本单位职责的，收到后五日内退回。",
    "A wrong body hands back within five days of receipt.",
)
SD_ASSISTING = cite(
    "SD-JY",
    "21",
    "会办单位收到后一个月内答复主办单位。",
    "An assisting body answers the lead within one month.",
)
SD_AGAIN = cite("SD-JY", "24", "代表不满意的，一个月内再作答复。", "If not satisfied, answer again in one month.")
SD_SECOND_ANSWER = cite("SD", "23", "再作答复由主席团决定。", "A second answer is by decision of the presidium.")
CQ_SIZE = cite(
    "CQ",
    "30",
    "主席团七至十一人，人口九万以上的不超过十三人。",
    "7 to 11 members; at most 13 from 90,000 people.",
)
CQ_BAN = cite(
    "CQ",
    "30",
    "主席团成员不得担任国家行政机关职务。",
    "Presidium members hold no post in a state administrative organ.",
)
CQ_QUORUM = cite(
    "CQ",
    "34",
    "主席团会议过半数成员出席，全体成员过半数通过；每季一次。",
    "More than half present; majority of all members.",
)
CQ_NOTICE = cite("CQ", "11", "会议十日前通知代表。", "Notice ten days ahead.")
CQ_PREPARATORY = cite("CQ", "12", "会议举行前开预备会议。", "A preparatory meeting is held before the session.")
CQ_MOTION = cite("CQ", "14", "未列入议程的议案作为建议处理。", "A motion not put on the agenda becomes a suggestion.")
CQ_SUGGESTIONS = cite(
    "CQ",
    "16",
    "会议期间的建议，交办之日起两个月内答复，最迟四个月。",
    "In-session suggestions: two months from assignment, at most four.",
)
CQ_SECOND_ANSWER = cite("CQ", "18", "再作答复由主席团决定。", "A second answer is by decision of the presidium.")
CQ_VOID_ROUND = cite(
    "CQ", "24", "收回的选票多于发出的，选举无效。", "More papers collected than issued voids the election."
)
CQ_INTERIM = cite(
    "CQ",
    "32#10",
    "闭会期间主席团可以接受辞职，报下次会议确认。",
    "Between sessions the presidium may accept a resignation, to be confirmed.",
)
CQ_EXTRA_SESSION = cite("CQ", "32#11", "主席团可以召集临时会议。", "The presidium may call an extra session.")
CQ_BUDGET = cite(
    "CQ",
    "32#3",
    "闭会期间主席团审查预算部分变更。",
    "The presidium looks at partial budget changes between sessions.",
)
CQ_HAND_BACK = cite(
    "CQ-JY",
    "16",
    "不属于本单位职责的，交办后十个工作日内退回。",
    "A wrong body hands back within ten working days.",
)
CQ_CONTACT = cite(
    "CQ-JY",
    "18",
    "收到后二十个工作日内与代表联系。",
    "The deputy is contacted within twenty working days of receipt.",
)
CQ_ASSISTING = cite(
    "CQ-JY",
    "20",
    "协办单位交办后三十个工作日内答复主办单位。",
    "An assisting body answers within thirty working days.",
)
CQ_FEEDBACK = cite(
    "CQ-JY", "26", "代表二十个工作日内反馈满意程度。", "The deputy gives feedback within twenty working days."
)
CQ_AGAIN = cite("CQ-JY", "27", "代表要求再办的，两个月内再作答复。", "On request, answer again in two months.")
BJ_SIZE = cite("BJ", "17", "主席团一般五至九人。", "Usually 5 to 9 members.")
BJ_INQUIRY = cite(
    "BJ",
    "12",
    "代表四十人以下的，五分之一以上联名也可以提质询案。",
    "With at most 40 deputies one fifth may file an inquiry.",
)
BJ_OBSERVERS = cite("BJ", "16", "列席人数不超过代表的二分之一。", "Non-voting attendees are at most half the deputies.")
BJ_PREPARATORY = cite("BJ", "8", "会议举行前开预备会议。", "A preparatory meeting is held before the session.")
BJ_VOID_ROUND = cite(
    "BJ", "25", "收回的选票多于投票人数，选举无效。", "More papers collected than voters voids the election."
)
HN_SIZE = cite("HN", "2", "主席团一般七至十三人，最多十五人。", "Usually 7 to 13 members, at most 15.")
HN_BAN = cite("HN", "2", "主席团成员不担任乡镇政府职务。", "Presidium members hold no township government post.")
HN_QUORUM = cite(
    "HN",
    "5",
    "主席团会议过半数成员出席，全体成员过半数通过；每三个月一次。",
    "More than half present; majority of all members.",
)
HN_HAND_BACK = cite(
    "HN-JY",
    "14",
    "不属于本单位职责的，交办后十个工作日内退回。",
    "A wrong body hands back within ten working days.",
)
HN_ASSISTING = cite(
    "HN-JY",
    "18",
    "协办单位收到后两个月内答复主办单位。",
    "An assisting body answers the lead within two months.",
)
HN_AGAIN = cite("HN-JY", "22", "代表不满意的，一个月内再作答复。", "If not satisfied, answer again in one month.")
JS_SIZE = cite(
    "JS",
    "21",
    "主席团七至十三人，代表超过一百人的不超过十五人。",
    "7 to 13 members; at most 15 above 100 deputies.",
)
JS_BAN = cite("JS", "21", "主席团成员不得担任乡镇政府职务。", "Presidium members hold no township government post.")
JS_QUORUM = cite(
    "JS", "22", "主席团会议三分之二以上成员出席；每三个月一次。", "Two thirds of the members must be present."
)
JS_VOTE = cite("JS", "23", "主席团决定由全体成员过半数通过。", "Decisions need a majority of all members.")
SH_INQUIRY_WITHDRAWN = cite(
    "SH-DB",
    "16",
    "主席团决定前联名人撤回签名，不足法定人数的，经主席团同意终止。",
    "If signers withdraw before the presidium decides and too few remain, it ends with its consent.",
)
SH_AMENDMENT = cite("SH-DB", "11", "乡镇代表五人以上可以提修正案。", "Five township deputies may table an amendment.")
SD_MOTION_INSISTED = cite(
    "SD-DB",
    "9",
    "其余提案人坚持且仍够人数的，审议可以继续。",
    "Deliberation may go on if enough movers insist.",
)
