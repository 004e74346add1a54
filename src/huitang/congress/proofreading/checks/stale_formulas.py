"""Words copied from papers of long ago: the oath of 2015, a term of three years, one session a year, two thirds to win."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from huitang.congress.proofreading import marking
from huitang.congress.proofreading.finding import Finding, Kind
from huitang.congress.proofreading.known import Known
from huitang.congress.proofreading.passages import Reading

OATH = _("这是2018年以前的誓词，现行誓词是“{should}”。")
TERM = _("乡镇人民代表大会和人民政府每届任期五年，不是三年。")
YEARLY = _("乡镇人民代表大会会议一般每年举行两次，“{says}”是旧规定。")
TWO_THIRDS = _("法律要求全体代表的过半数，三分之二是开会的法定人数，不是通过或者当选的条件。")
OF_THOSE_PRESENT = _("通过和当选都以全体代表的过半数为准，不以到会代表计算。")

NEW_OATH = "为建设富强民主文明和谐美丽的社会主义现代化强国努力奋斗"
_OATH = re.compile(r"为(?:把我国)?建设(?:成为)?富强[、]?民主[、]?文明[^，。！]{0,24}?努力奋斗")
_ORGANS = r"(?:人民代表大会|人大|人民政府|镇长|乡长|主席|代表)"
_TERM = re.compile(rf"{_ORGANS}[^，。；]{{0,16}}任期(?:均|都)?(?:为|是)?(?P<n>[三3])年")
_YEARLY = re.compile(
    r"(?<![县市区省])(?:镇|乡|乡镇)(?:人民代表大会|人代会|人大)(?:会议)?[^，。；]{0,8}?(?P<n>每年(?:至少)?(?:举行|召开)一次|一年一次)"
)
_TWO_THIRDS = re.compile(
    r"(?:三分之二|2/3)(?:以上)?[^，。；]{0,14}?(?:赞成|同意|选票|投票)[^。；]{0,14}?(?:当选|通过|入选)"
)
_OF_THOSE_PRESENT = re.compile(
    r"(?:到会|出席(?:会议)?|实到|参加投票)(?:的)?(?:人大)?代表(?:的)?(?:过半数|半数以上|二分之一以上)"
    r"[^。；]{0,14}?(?:当选|通过|入选)"
)


def check(text: Reading, known: Known) -> Iterator[Finding]:
    """The law alone is asked."""
    for line, found in text.matches(_OATH):
        if found[0].replace("、", "") != NEW_OATH:
            yield marking.error(line, found.span(), Kind.FORMULA, OATH, should=NEW_OATH, correction=NEW_OATH)
    for line, found in text.matches(_TERM):
        right = "五" if found["n"] == "三" else "5"
        yield marking.error(line, found.span("n"), Kind.FORMULA, TERM, should=right, correction=right)
    for line, found in text.matches(_YEARLY):
        yield marking.doubt(line, found.span("n"), Kind.FORMULA, YEARLY)
    for line, found in text.matches(_TWO_THIRDS):
        yield marking.error(line, found.span(), Kind.FORMULA, TWO_THIRDS)
    for line, found in text.matches(_OF_THOSE_PRESENT):
        yield marking.error(line, found.span(), Kind.FORMULA, OF_THOSE_PRESENT)
