"""The provisions the rules cite: sessions, votes and elections. Gists in our own words."""

from huitang.rules.law_names import cite

PROJECTS = cite(
    "ZZF",
    "12#3",
    "乡镇人大决定本区域的建设计划和项目。",
    "The township congress decides on construction plans and projects of its area.",
)
BUDGET_POWER = cite(
    "ZZF",
    "12#4",
    "审查批准预算和执行报告，监督执行，批准预算调整和决算，撤销不当决定。",
    "It approves the budget, its adjustment and the final accounts, and supervises execution.",
)
ELECTS_CONGRESS_OFFICES = cite("ZZF", "12#6", "选举本级人大主席、副主席。", "It elects its chair and vice-chairs.")
ELECTS_GOVERNMENT_OFFICES = cite(
    "ZZF", "12#7", "选举乡镇长、副乡镇长。", "It elects the head and deputy heads of the government."
)
SESSIONS_A_YEAR = cite(
    "ZZF",
    "14(1)",
    "每年至少开会一次，乡镇一般开两次；日期由主席团定并公布。",
    "At least one session a year, normally two; the presidium fixes and publishes the date.",
)
EXTRA_SESSION = cite(
    "ZZF",
    "14(3)",
    "主席团认为必要，或者五分之一以上代表提议，可以临时召集会议。",
    "An extra session may be called by the presidium or on a proposal of one fifth of the deputies.",
)
QUORUM = cite(
    "ZZF",
    "14(4)",
    "到会代表达到全体代表的三分之二以上，会议才能举行。",
    "A session needs two thirds of all deputies present.",
)
CHAIRS_FROM_DEPUTIES = cite(
    "ZZF",
    "18(1)",
    "主席、副主席从本级代表中选出，任期同本届。",
    "Chair and vice-chairs are elected from among the deputies for the term of the congress.",
)
CHAIR_NO_ADMINISTRATIVE_POST = cite(
    "ZZF",
    "18(2)",
    "主席、副主席不得兼任行政机关职务，要兼任须先辞去。",
    "Chair and vice-chairs hold no administrative post; to take one they must first resign.",
)
PRESIDIUM_ELECTED = cite(
    "ZZF",
    "19(1)",
    "每次会议选出主席团，主持本次会议并召集下次会议；主席、副主席是成员。",
    "Each session elects a presidium that presides and convenes the next; the chairs belong to it.",
)
PRESIDIUM_DUTIES = cite(
    "ZZF",
    "19(2)",
    "闭会期间主席团安排代表听取报告、检查、视察和调研，并向代表大会报告。",
    "Between sessions the presidium arranges reports, checks and inspections and reports to the congress.",
)
FIRST_SESSION = cite(
    "ZZF",
    "20",
    "新一届第一次会议在代表选举完成后两个月内，由上次会议主席团召集。",
    "A new congress meets within two months of the deputies' election, called by the previous presidium.",
)
MOTION_BY_PRESIDIUM = cite(
    "ZZF", "22(1)", "主席团和乡镇政府可以提出议案。", "The presidium and the government may table motions."
)
MOTION = cite(
    "ZZF",
    "22(2)",
    "乡镇代表五人以上联名可以提出议案，由主席团决定是否列入议程。",
    "Five township deputies together may table a motion; the presidium decides on the agenda.",
)
MOTION_WITHDRAWN = cite(
    "ZZF",
    "22(3)",
    "交付表决前提案人要求撤回，经主席团同意，审议终止。",
    "Before the vote a mover may withdraw with the presidium's consent; deliberation ends.",
)
INQUIRY = cite(
    "ZZF",
    "24",
    "代表十人以上联名可以书面提出质询案，写明对象、问题和内容；如何答复由主席团决定。",
    "Ten deputies together may file a written inquiry; the presidium decides how it is answered.",
)
MAJORITY = cite(
    "ZZF",
    "25",
    "选举和通过决议，都须得到全体代表的过半数。",
    "Every election and resolution needs more than half of all deputies.",
)
NOMINATION = cite(
    "ZZF",
    "26(1)",
    "人选由主席团提名或者代表依法联名提出。",
    "Nominees come from the presidium or from deputies jointly.",
)
NOMINATION_BY_TEN = cite(
    "ZZF",
    "26(2)",
    "乡镇代表十人以上书面联名可以提名，不同选区的代表可以联合。",
    "Ten township deputies may nominate jointly in writing, across districts.",
)
NOMINATION_CAP = cite(
    "ZZF",
    "26(3)",
    "主席团提名的人数、每一代表联名提出的人数，都不得超过应选名额。",
    "Neither the presidium nor any one deputy may nominate more persons than there are posts.",
)
CANDIDATES = cite(
    "ZZF",
    "27(1)",
    "正职可以多一人，只提一人也可以等额；副职应多一至三人，差额数由选举办法定；人多则预选。",
    "Chief posts may have one extra candidate; deputy posts must have one to three extra; more: a primary.",
)
SECRET = cite(
    "ZZF",
    "28",
    "选举用无记名投票，代表可以赞成、反对、弃权，也可以另选他人。",
    "Elections are by secret ballot; a deputy may be for, against, abstain or choose another person.",
)
TIE = cite(
    "ZZF",
    "29(1)",
    "过半数的人多于名额时得票多的当选；票数相等不能确定时，就相等的人再次投票，得票多的当选。",
    "If more pass than there are posts the most votes win; a blocking tie is voted again among the tied.",
)
HIGHEST = cite(
    "ZZF",
    "29(1)",
    "得票过半数的人多于应选名额时，得票多的当选。",
    "If more persons pass than there are posts, those with the most votes are elected.",
)
FURTHER = cite(
    "ZZF",
    "29(2)",
    "当选的人少于应选名额，不足的另行选举；本次还是下次会议进行，由代表大会决定。",
    "If too few are elected the rest go to a further election; the congress decides when.",
)
FURTHER_COMPETITIVE = cite(
    "ZZF",
    "29(3)",
    "另行选举副职时，按照差额规定确定候选人数。",
    "A further election for deputy posts is again competitive.",
)
BY_ELECTION = cite(
    "ZZF",
    "30",
    "补选时候选人可以多于也可以等于应选名额，办法由代表大会定。",
    "In a by-election candidates may exceed or equal the posts; the congress sets the method.",
)
RECALL = cite(
    "ZZF",
    "31(2)",
    "主席团或者五分之一以上代表联名，可以对主席、副主席、乡镇长、副乡镇长提出罢免案。",
    "The presidium or one fifth of the deputies may move the recall of an office holder.",
)
RECALL_REASONS = cite("ZZF", "31(3)", "罢免案应当写明理由。", "A recall must state its reasons.")
RECALL_DEFENCE = cite(
    "ZZF",
    "31(4)",
    "被提出罢免的人可以口头或者书面申辩，书面意见由主席团印发。",
    "The person concerned may defend orally or in writing; the presidium prints the statement.",
)
RESIGNATION = cite(
    "ZZF",
    "32(2)",
    "乡镇领导人员向本级人大提出辞职，由大会决定是否接受。",
    "Township office holders resign to the congress, which decides whether to accept.",
)
CREDENTIALS_COMMITTEE = cite(
    "ZZF",
    "37",
    "每届第一次会议通过代表资格审查委员会，行使职权至本届届满。",
    "The first session of a congress adopts a credentials committee for the whole term.",
)
SUGGESTIONS_ASSIGNED = cite(
    "ZZF",
    "42(2)",
    "代表建议由主席团交有关机关、组织办理。",
    "The presidium passes suggestions on for handling.",
)
WRITE_IN_2015 = cite(
    "DBF",
    "11",
    "旧法把另选他人与赞成、反对、弃权并列。",
    "The 2015 text lists the write-in freely beside for, against and abstain.",
    edition="2015-08-29",
)
WRITE_IN_2025 = cite(
    "DBF",
    "17",
    "二〇二五年起，投反对票的才可以另选他人。",
    "Since 2025 the write-in belongs to those who vote against.",
)
VOTING = cite("DBF", "23", "代表表决可以赞成、反对或者弃权。", "A deputy may vote for, against or abstain.")
VOTING_2015 = cite(
    "DBF",
    "17",
    "代表表决可以赞成、反对或者弃权。",
    "A deputy may vote for, against or abstain.",
    edition="2015-08-29",
)
SECRET_BOOTH = cite("XJF", "40", "选举应当设有秘密写票处。", "There is a booth to mark the paper in.", by_analogy=True)
SCRUTINEERS = cite(
    "XJF",
    "43",
    "候选人的近亲属不得担任监票人、计票人；核对人数和票数并记录签字。",
    "Near relatives of candidates are no scrutineers or tellers; numbers are compared, recorded and signed.",
    by_analogy=True,
)
VOID_ROUND = cite(
    "XJF",
    "44",
    "收回的票多于投票人数，选举无效；每票所选多于应选人数的作废，少选有效。",
    "More papers than voters voids the round; a paper with too many names is void, with fewer is valid.",
    by_analogy=True,
)
BASE_IN_OFFICE = cite(
    "BOOK",
    "",
    "全体代表按实有代表计算，暂停职务的代表仍算在内。",
    "All deputies means those actually in office, the suspended included.",
)
PAPERS_METHOD = cite(
    "METHOD",
    "",
    "收回的票与发出的票或者投票人数比较，多于的整次无效。",
    "The papers collected are compared with those issued or with the voters; more of them voids the round.",
)
WRITE_IN_METHOD = cite(
    "METHOD",
    "",
    "投反对票的才可以另选他人，是本次办法的规定。",
    "That only those voting against may write in a name is a rule of this session's method.",
)
ISSUE_MATCHES = cite(
    "METHOD",
    "",
    "发票数应当与到会参加投票的代表人数相符。",
    "The papers issued match the deputies present and voting.",
)
UNCLEAR_MARKS = cite(
    "METHOD",
    "",
    "辨认不清的部分怎样处理，由办法规定。",
    "How an unreadable mark is treated is for the method.",
)
SEAL = cite("METHOD", "", "未盖主席团印章的票是否无效，由办法规定。", "Whether a seal is required is for the method.")
PROJECT_METHOD = cite(
    "METHOD",
    "",
    "项目票决的程序法律没有规定，由票决办法确定。",
    "The law has no procedure for project votes; the session's method sets it.",
)
TIE_AGAIN_OPEN = cite(
    "OFFICE",
    "",
    "再次投票是否还须过半数、再次相等怎么办，法律没有写明。",
    "Whether a repeated vote needs the majority again is not settled by law.",
)
PRIMARY_TIE_OPEN = cite(
    "OFFICE",
    "",
    "预选末位票数相等，法律没有规定，由选举办法确定。",
    "A tie at the cut of a primary is not regulated; the method decides.",
)
PRESIDIUM_VOTE_OPEN = cite(
    "OFFICE",
    "",
    "主席团会议的人数和表决，国家法律没有规定；各省条例多为过半数出席、全体成员过半数通过。",
    "National law sets no quorum or majority for the presidium; most provinces ask for half and half.",
)
COUNTING_TIME = cite(
    "MF",
    "201",
    "按日月计算期间，开始的当日不算；末日为法定休假日的是否顺延，此处未定。",
    "The first day is not counted; whether a rest day moves the end is unsettled here.",
    by_analogy=True,
)
RECALL_SECRECY_OPEN = cite(
    "OFFICE",
    "",
    "罢免公职人员是否无记名，法律没有写明；默认无记名。",
    "Whether the recall of an office holder is secret is not settled; secret by default.",
)
RATING_OPEN = cite(
    "OFFICE",
    "",
    "满意度测评没有法律规定，等次和标准由本地确定。",
    "No law governs satisfaction ratings; grades and thresholds are local.",
)
