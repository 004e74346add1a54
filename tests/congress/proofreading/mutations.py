"""Right texts with one thing made wrong in each: what was there, what stands there now, and what must be found.

`by_record` tells those that only the record can know; the others are seen in the text alone. `spoilt` names the words
that must be marked.
"""

from dataclasses import dataclass

from tests.congress.proofreading.qinghe import text_of


@dataclass(frozen=True)
class Mutation:
    name: str
    text: str
    was: str
    now: str
    kind: str
    spoilt: str
    by_record: bool = False

    @property
    def spoilt_text(self) -> str:
        whole = text_of(self.text)
        assert self.was in whole, self.name
        return whole.replace(self.was, self.now, 1)


SECOND = "清河镇第六届人民代表大会第八次会议举行第二次全体会议"
MUTATIONS = (
    Mutation("session number in the body", "news", SECOND, SECOND.replace("第八次", "第六次"), "SESSION", "六"),
    Mutation("term number in the body", "news", SECOND, SECOND.replace("第六届", "第五届"), "SESSION", "五"),
    Mutation(
        "session number in the title",
        "method",
        "第八次会议选举办法\n",
        "第七次会议选举办法\n",
        "SESSION",
        "七",
        by_record=True,
    ),
    Mutation(
        "session number in the note",
        "method",
        "日清河镇第六届人民代表大会第八次会议通过",
        "日清河镇第六届人民代表大会第九次会议通过",
        "SESSION",
        "九",
    ),
    Mutation("short session title", "short", "幕。91名", "幕。清河镇六届人大七次会议在今天召开。91名", "SESSION", "七"),
    Mutation(
        "Arabic session number",
        "script",
        "清河镇第六届人民代表大会第八次会议现在进行",
        "清河镇第六届人民代表大会第18次会议现在进行",
        "SESSION",
        "18",
    ),
    Mutation(
        "session number under a report",
        "presidium",
        "日在清河镇第六届人民代表大会第八次会议上",
        "日在清河镇第六届人民代表大会第三次会议上",
        "SESSION",
        "三",
        by_record=True,
    ),
    Mutation("signature of another session", "page", "第八次会议主席团", "第七次会议主席团", "SESSION", "七"),
    Mutation("more came than were due", "news", "实到代表91名", "实到代表97名", "ATTENDANCE", "97"),
    Mutation("attendance does not add up", "script", "实到代表91人，符合", "实到代表90人，符合", "ATTENDANCE", "90"),
    Mutation("due differs from the record", "news", "应到代表95名", "应到代表96名", "ATTENDANCE", "96", by_record=True),
    Mutation(
        "those present differ from the record",
        "short",
        "91名人大代表出席",
        "90名人大代表出席",
        "ATTENDANCE",
        "90",
        by_record=True,
    ),
    Mutation(
        "no quorum claimed as one",
        "script",
        "因事、因病请假4人，实到代表91人",
        "因事、因病请假34人，实到代表61人",
        "ATTENDANCE",
        "61",
    ),
    Mutation("month lost", "news", "3月31日至4月1日，", "331日，", "DATE", "331日"),
    Mutation("no such day", "method", "（2025年4月1日", "（2025年4月31日", "DATE", "2025年4月31日"),
    Mutation("30 February", "notice", "3月27日前", "2月30日前", "DATE", "2月30日"),
    Mutation("29 February of no leap year", "answer", "2025年4月15日起", "2025年2月29日起", "DATE", "2025年2月29日"),
    Mutation("weekday of an earlier day", "credentials", "8日（星期五）", "8日（星期四）", "DATE", "四"),
    Mutation("weekday of the session", "notice", "31日（星期一）", "31日（星期日）", "DATE", "日"),
    Mutation(
        "a day the session does not have",
        "method",
        "（2025年4月1日清河镇",
        "（2025年4月3日清河镇",
        "DATE",
        "2025年4月3日",
        by_record=True,
    ),
    Mutation(
        "first day of the session",
        "news",
        "3月31日至4月1日，清河镇",
        "3月30日至4月1日，清河镇",
        "DATE",
        "3月30日",
        by_record=True,
    ),
    Mutation("day lost", "answer", "2025年4月10日", "2025年4月日", "DATE", "4月日"),
    Mutation("name that sounds the same", "news", "选举陆文清同志", "选举陆文青同志", "NAME", "陆文青", by_record=True),
    Mutation(
        "chair's name misheard", "presidium", "镇人大主席 单志强", "镇人大主席单志墙", "NAME", "单志墙", by_record=True
    ),
    Mutation(
        "deputy's name one off",
        "credentials",
        "补选欧阳慧敏同志",
        "补选欧阳惠敏同志",
        "NAME",
        "欧阳惠敏",
        by_record=True,
    ),
    Mutation(
        "name one off in a list",
        "minutes",
        "王芳、许国、单志强、欧阳慧敏、方志远",
        "王芳、许国、单志强、欧阳慧敏、方志元",
        "NAME",
        "方志元",
        by_record=True,
    ),
    Mutation("name against itself", "news", "崔景明强调", "镇党委书记崔景铭强调", "NAME", "崔景铭"),
    Mutation(
        "scrutineer's name swapped", "script", "监票人方志远、", "监票人方远志、", "NAME", "方远志", by_record=True
    ),
    Mutation(
        "chair of a presidium",
        "news",
        "镇人大主席单志强同志作",
        "镇人大主席团主席单志强同志作",
        "POST",
        "人大主席团主席",
    ),
    Mutation("director of a town congress", "news", "会议由镇人大主席单", "会议由镇人大主任单", "POST", "人大主任"),
    Mutation("deputy director of a town congress", "short", "副镇长候选人", "镇人大副主任候选人", "POST", "人大副主任"),
    Mutation(
        "standing committee of a town",
        "presidium",
        "我受镇人大主席团委托",
        "我受镇人大常委会委托",
        "POST",
        "人大常委会",
    ),
    Mutation(
        "report of a chair", "notice", "人民代表大会主席团工作报告", "人民代表大会主席工作报告", "POST", "主席工作报告"
    ),
    Mutation(
        "votes differ from the record", "script", "赞成88票，反对1票", "赞成87票，反对1票", "VOTE", "87", by_record=True
    ),
    Mutation(
        "more votes than deputies",
        "script",
        "人，符合法定人数，可以开会。",
        "人，符合法定人数，以赞成98票、反对0票、弃权0票通过议程。",
        "VOTE",
        "98",
    ),
    Mutation(
        "unanimous with a vote against",
        "script",
        "赞成91票，反对0票，弃权0票。清河",
        "赞成90票，反对1票，弃权0票，一致通过。清河",
        "VOTE",
        "一致通过",
    ),
    Mutation("more papers back than out", "script", "收回选票91张", "收回选票93张", "VOTE", "93"),
    Mutation("valid and void do not make those collected", "script", "有效票90张", "有效票89张", "VOTE", "89"),
    Mutation(
        "votes of the elected", "script", "陆文清得赞成票86张", "陆文清得赞成票68张", "VOTE", "68", by_record=True
    ),
    Mutation("parts above the whole", "government", "投资7200万元", "投资7900万元", "MONEY", "12600万元"),
    Mutation("tax and other income", "budget", "非税收入1250万元", "非税收入1150万元", "MONEY", "4860万元"),
    Mutation("a total that is none", "budget", "合计1260万元", "合计1360万元", "MONEY", "1360万元"),
    Mutation("investment of a project", "answer", "总投资320万元", "总投资230万元", "MONEY", "230万元", by_record=True),
    Mutation("share of women", "credentials", "占29.5%", "占25.9%", "SHARE", "25.9"),
    Mutation("share of the budget", "budget", "完成预算的97.2%", "完成预算的92.7%", "SHARE", "92.7"),
    Mutation("five things, four named", "government", "抓好以下四项工作", "抓好以下五项工作", "COUNT", "五"),
    Mutation("presidium of six, five named", "minutes", "共5人", "共6人", "COUNT", "6"),
    Mutation("three things said to be four", "presidium", "要做到三个坚持：", "要做到四个坚持：", "COUNT", "四"),
    Mutation("projects chosen", "news", "项目10个", "项目11个：东村饮水管网更新工程", "COUNT", "11", by_record=True),
    Mutation(
        "oath of 2015",
        "oath",
        "为建设富强民主文明和谐美丽的社会主义现代化强国努力奋斗",
        "为建设富强、民主、文明、和谐的社会主义国家努力奋斗",
        "FORMULA",
        "为建设富强、民主、文明、和谐的社会主义国家努力奋斗",
    ),
    Mutation("term of three years", "method", "每届任期五年", "每届任期三年", "FORMULA", "三"),
    Mutation(
        "one session a year",
        "presidium",
        "乡镇人民代表大会会议一般每年举行两次",
        "乡镇人民代表大会会议一般每年举行一次",
        "FORMULA",
        "每年举行一次",
    ),
    Mutation(
        "two thirds to win",
        "method",
        "候选人获得全体代表过半数的赞成票，始得当选",
        "候选人获得全体代表三分之二以上的赞成票，始得当选",
        "FORMULA",
        "三分之二以上的赞成票，始得当选",
    ),
    Mutation(
        "majority of those present",
        "presidium",
        "以全体代表的过半数通过",
        "以到会代表的过半数通过",
        "FORMULA",
        "到会代表的过半数通过",
    ),
    Mutation(
        "brand in a title",
        "news",
        "听取了《关于清河镇",
        "听取了《星湖娱乐城_星湖官网:清河镇",
        "INJECTED",
        "星湖娱乐城_星湖官网:",
    ),
    Mutation(
        "brand as page title",
        "page",
        "清河镇人民政府网\n",
        "星湖娱乐城_星湖平台官网\n",
        "INJECTED",
        "星湖娱乐城_星湖平台官网",
    ),
    Mutation(
        "brand in the path",
        "page",
        "当前位置：首页",
        "当前位置：星湖娱乐城_星湖官网",
        "INJECTED",
        "星湖娱乐城_星湖官网",
    ),
    Mutation("division too large", "lists", "女28名", "女38名", "SHARE", "38名，占29.5%；男67"),
    Mutation("share of a division", "lists", "占65.3%", "占56.3%", "SHARE", "56.3"),
    Mutation("vacant seats", "lists", "出缺1名", "出缺2名", "COUNT", "2"),
    Mutation("presidium one too many", "lists", "主席团共5人", "主席团共6人", "COUNT", "6"),
    Mutation("name dropped from a list", "lists", "何晓东、林秀英", "林秀英", "COUNT", "3"),
    Mutation("conveners miscounted", "lists", "召集人（2人）", "召集人（4人）", "COUNT", "4"),
    Mutation("invisible sign", "page", "现予公告", "现予\u200b公告", "SIGN", "\u200b"),
    Mutation("radical for a character", "answer", "经济发展办公室", "经济发展⼤办公室", "SIGN", "⼤"),
    Mutation("traditional characters", "news", "全体代表依法履职", "全體代表依法履職", "SIGN", "體"),
    Mutation("garbled text", "page", "现予公告。", "娓呮渤闀囦汉姘戞斂搴", "SIGN", "娓呮渤闀囦汉姘戞斂搴"),
    Mutation("letter of another script", "answer", "第12号）收悉", "第12号）经QНA收悉", "SIGN", "QНA"),
    Mutation("letters replaced", "page", "现予公告。", "现予公\ufffd\ufffd。", "SIGN", "\ufffd\ufffd"),
)
