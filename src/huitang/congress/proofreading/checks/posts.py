"""Titles that law does not know: 镇人大主席团主席, 镇人大主任, 主席工作报告.

Source: Organic Law arts. 14, 18: a township congress has a chair (主席) and vice-chairs, and no standing committee;
its presidium has members, and it is the presidium that reports.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from huitang.congress.proofreading import marking
from huitang.congress.proofreading.finding import Finding, Kind
from huitang.congress.proofreading.known import Known
from huitang.congress.proofreading.passages import Reading

NO_SUCH_POST = _("法律上没有“{says}”这个职务，应为“{should}”。")
NO_COMMITTEE = _("乡镇人民代表大会不设常务委员会，应为“{should}”。")
PRESIDIUM_REPORTS = _("作报告的是主席团，应为“{should}”。")

_TOWNSHIP = r"(?<=[镇乡])"
_POSTS = (
    (re.compile(rf"{_TOWNSHIP}(?P<body>人大|人民代表大会)主席团(?P<vice>副?)(?:主席|主任)(?!团)"), NO_SUCH_POST),
    (re.compile(rf"{_TOWNSHIP}(?P<body>人大|人民代表大会)(?P<vice>副?)主任(?!委员)"), NO_SUCH_POST),
    (re.compile(rf"{_TOWNSHIP}(?P<body>人大|人民代表大会)常(?:务)?委(?:员)?会(?P<vice>副?)主任"), NO_SUCH_POST),
)
_COMMITTEE = re.compile(rf"{_TOWNSHIP}(?P<body>人大|人民代表大会)常(?:务委员|委)会(?!副?主任)")
_REPORT = re.compile(r"主席工作报告")


def check(text: Reading, known: Known) -> Iterator[Finding]:
    """The record is not asked: what law does not know is wrong in every town."""
    for pattern, words in _POSTS:
        for line, found in text.matches(pattern):
            right = f"{found['body']}{found['vice']}主席"
            yield marking.error(line, found.span(), Kind.POST, words, should=right, correction=right)
    for line, found in text.matches(_COMMITTEE):
        right = f"{found['body']}主席团"
        yield marking.error(line, found.span(), Kind.POST, NO_COMMITTEE, should=right, correction=right)
    for line, found in text.matches(_REPORT):
        right = "主席团工作报告"
        yield marking.error(line, found.span(), Kind.POST, PRESIDIUM_REPORTS, should=right, correction=right)
