"""What law leaves open. Screens show each as the office's choice, never as a rule."""

from dataclasses import dataclass

from huitang.rules import citation
from huitang.rules.legal_text import Citation, Text


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One parameter that law does not settle, the default used here, and where the silence is."""

    parameter: str
    question: Text
    default: Text
    citation: Citation


OPEN_POINTS: tuple[OpenPoint, ...] = (
    OpenPoint(
        "SessionMethod.revote_majority_again",
        Text("再次投票是否还须全体代表过半数？", "Does a repeated vote need the majority again?"),
        Text("不须，得票多的当选", "no: the most votes win"),
        citation.TIE_AGAIN_OPEN,
    ),
    OpenPoint(
        "decide_primary.tie",
        Text("预选末位相等怎么办？", "What if a primary ties at the cut?"),
        Text("相等的人再投一次", "vote again among the tied"),
        citation.PRIMARY_TIE_OPEN,
    ),
    OpenPoint(
        "SessionMethod.competitive_in_by_election",
        Text("补选副职的另行选举是否须差额？", "Must a further election inside a by-election be competitive?"),
        Text("未定，依办法", "undecided: the method says"),
        citation.FURTHER_COMPETITIVE,
    ),
    OpenPoint(
        "SessionMethod.unclear",
        Text("辨认不清的符号怎样处理？", "What does an unclear mark spoil?"),
        Text("只该项不计", "that item only"),
        citation.UNCLEAR_MARKS,
    ),
    OpenPoint(
        "SessionMethod.over_cap",
        Text("超限额联名的签名算在哪一项提名？", "Which nomination loses a signature over the cap?"),
        Text("先提出的计算", "those filed first keep it"),
        citation.NOMINATION_CAP,
    ),
    OpenPoint(
        "SessionMethod.writein_requires_against",
        Text("不投反对票能否另选他人？", "May one write in a name without a vote against?"),
        Text("二〇二五年三月起不能", "not since March 2025"),
        citation.WRITE_IN_2025,
    ),
    OpenPoint(
        "ProjectVoteMethod.mode",
        Text("项目票决以什么为通过标准？", "What adopts a project?"),
        Text("全体代表过半数，得票多的入选", "a majority of all deputies, the most votes first"),
        citation.PROJECT_METHOD,
    ),
    OpenPoint(
        "decide_rating.base",
        Text("满意度测评以谁为基数？", "Of whom does a rating need more than half?"),
        Text("全体", "all members"),
        citation.RATING_OPEN,
    ),
    OpenPoint(
        "decide_presidium_vote.quorum",
        Text("主席团会议须到多少人？", "How many presidium members must be present?"),
        Text("过半数", "more than half"),
        citation.PRESIDIUM_VOTE_OPEN,
    ),
    OpenPoint(
        "check_quorum.deputies_in_office",
        Text("全体代表按名额还是按实有人数？", "Are all deputies the quota or those in office?"),
        Text("按实有人数，暂停职务的也算", "those in office, the suspended included"),
        citation.BASE_IN_OFFICE,
    ),
    OpenPoint(
        "Deadline.if_moved",
        Text("期限末日是休息日是否顺延？", "Does a day of rest move a deadline?"),
        Text("两个日期都显示", "both days are shown"),
        citation.COUNTING_TIME,
    ),
    OpenPoint(
        "ProvincePack.extra_without_notice",
        Text("临时召集的会议是否也须提前若干日通知？", "Must an extra session be notified as many days ahead?"),
        Text("本省没有写明的，照例会的日数提醒", "where the province does not say: the days of an ordinary session"),
        citation.EXTRA_SESSION,
    ),
    OpenPoint(
        "check_recall.secret",
        Text("罢免公职人员是否无记名？", "Is the recall of an office holder secret?"),
        Text("无记名", "secret"),
        citation.RECALL_SECRECY_OPEN,
    ),
)
