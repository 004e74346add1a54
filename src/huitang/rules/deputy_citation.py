"""The provisions the rules cite: deputies, their mandates, motions and suggestions. In our own words."""

from huitang.rules.law_names import cite

LEAVE = cite(
    "DBF",
    "13",
    "代表因健康等特殊原因不能出席应请假。",
    "A deputy who cannot attend for health or like reasons asks leave.",
)
LEAVE_2015 = cite(
    "DBF",
    "7",
    "代表因健康等特殊原因不能出席应请假。",
    "A deputy who cannot attend asks leave.",
    edition="2015-08-29",
)
MOTION_FORM = cite(
    "DBF",
    "15",
    "议案要有案由、案据和方案，属于本级人大职权。",
    "A motion has subject, grounds and plan, within powers.",
)
MOTION_FORM_2015 = cite(
    "DBF", "9", "议案要有案由、案据和方案。", "A motion has subject, grounds and plan.", edition="2015-08-29"
)
INQUIRY_SECOND_ANSWER = cite(
    "DBF",
    "20",
    "提质询案的代表半数以上不满意，可以要求再作答复。",
    "If half or more of the signers are not satisfied they may demand another answer.",
)
INQUIRY_SECOND_ANSWER_2015 = cite(
    "DBF",
    "14",
    "提质询案的代表半数以上不满意，可以要求再作答复。",
    "If half or more of the signers are not satisfied they may demand another answer.",
    edition="2015-08-29",
)
SUGGESTION_REPLY = cite(
    "DBF",
    "51",
    "建议自交办之日起三个月内答复，牵涉面广的最迟六个月；先与代表沟通，结果报告大会并公开。",
    "Suggestions are answered in three months, difficult ones in six; the outcome is reported and published.",
)
SUGGESTION_REPLY_2015 = cite(
    "DBF",
    "42",
    "建议自交办之日起三个月内答复，办理难度大的六个月。",
    "Suggestions are answered in three months, difficult ones in six.",
    edition="2015-08-29",
)
SUSPENSION = cite(
    "DBF",
    "61",
    "因刑事案件被羁押，或者服刑但未剥夺政治权利的，暂停执行代表职务，原因消失后恢复。",
    "A deputy in custody or serving a sentence is suspended, and restored when the cause ends.",
)
SUSPENSION_2015 = cite(
    "DBF",
    "48",
    "被羁押或者服刑的代表暂停职务。",
    "A deputy in custody or serving a sentence is suspended.",
    edition="2015-08-29",
)
MANDATE_ENDS = cite(
    "DBF",
    "62",
    "迁出、辞职或责令辞职获准、两次擅自缺席、罢免、丧失国籍、剥夺政治权利、丧失行为能力、死亡，代表资格终止。",
    "A mandate ends by moving away, resignation, two absences without leave, recall, lost rights, death.",
)
MANDATE_ENDS_2015 = cite(
    "DBF",
    "49",
    "迁出、辞职获准、两次擅自缺席、罢免、丧失国籍、剥夺政治权利、丧失行为能力，代表资格终止。",
    "A mandate ends by moving away, resignation, two absences without leave, recall or loss of rights.",
    edition="2015-08-29",
)
MANDATE_END_ANNOUNCED = cite(
    "DBF",
    "63",
    "终止由代表资格审查委员会报告，代表大会公告。",
    "The committee reports the end; the congress announces it.",
)
MANDATE_END_ANNOUNCED_2015 = cite(
    "DBF",
    "50",
    "终止由代表资格审查委员会报告，代表大会公告。",
    "The committee reports; the congress announces.",
    edition="2015-08-29",
)
SIZE_OF_CONGRESS = cite(
    "XJF",
    "12",
    "乡镇基数四十五名，每一千五百人增一名，不超过一百六十名；不足二千人的可以少于四十五名。",
    "45 deputies plus one per 1,500 people, at most 160; below 2,000 people there may be fewer.",
)
DISTRICT_SIZE = cite("XJF", "25", "每一选区选一至三名代表。", "A district elects one to three deputies.")
DEPUTY_CANDIDATES = cite(
    "XJF",
    "31",
    "直接选举候选人数多于应选名额三分之一至一倍。",
    "In direct elections candidates exceed seats by one third to one times the seats.",
)
DEPUTY_ELECTION_PAPERS = cite(
    "XJF",
    "44",
    "收回的票多于投票人数，选举无效；每票所选多于应选人数的作废，少选有效。",
    "More papers than voters voids the election; a paper with too many names is void.",
)
DEPUTY_ELECTED = cite(
    "XJF",
    "45",
    "过半数选民参加投票才有效，得参加投票选民过半数票当选；另行选举得票多的当选，但不少于三分之一。",
    "Half the voters must take part, half of those elect; a further election needs a third.",
)
RECALL_BY_VOTERS = cite(
    "XJF",
    "50",
    "乡镇代表，原选区选民三十人以上联名可以书面要求罢免。",
    "Thirty voters of the district may ask for recall.",
)
RECALL_VOTE_SECRET = cite("XJF", "52", "罢免代表采用无记名表决。", "The recall of a deputy is voted in secret.")
RECALL_VOTE = cite(
    "XJF",
    "53",
    "罢免直接选出的代表，须原选区过半数的选民通过。",
    "Recall needs more than half of all voters of the district.",
)
OFFICE_FALLS_WITH_RECALL = cite(
    "XJF",
    "54",
    "主席、副主席的代表职务被罢免的，其职务相应撤销，由主席团公告。",
    "An office falls with the recall of its holder as deputy.",
)
DEPUTY_RESIGNS = cite(
    "XJF",
    "55",
    "乡镇代表向本级人大书面辞职，大会过半数通过接受，并予公告。",
    "A township deputy resigns in writing to the congress; acceptance needs its majority and is announced.",
)
OFFICE_FALLS_WITH_RESIGNATION = cite(
    "XJF",
    "56",
    "主席、副主席辞去代表职务获准的，其职务相应终止，由主席团公告。",
    "An office ends when its holder's resignation as deputy is accepted.",
)
DEPUTY_BY_ELECTION = cite(
    "XJF",
    "57",
    "代表出缺由原选区补选，候选人可以多于或等于名额。",
    "The original district fills a vacancy; candidates may equal seats.",
)
