"""排列标题: a long title is cut into lines of like length, never inside a name, a number or a term."""

import re
from functools import cache

_WHOLE = re.compile(
    r"第[〇零一二三四五六七八九十百\d]+[届次号条个]|人民代表大会|代表大会|人民政府|人民代表|主席团|工作报告|会议|代表团|秘书长|副?镇长|副?乡长|副?主席"
    r"|重点|民生|实事|工程|上半年|下半年|项目|决议|公告|通知|名单|办法|议程|日程|财政|预算|执行|情况|草案|审查|委员会|代表|资格|选举|关于|以及|组成"
    r"|[（(][^（）()]{1,8}[）)]|〔\d+〕|\d+[年月日号]?|[A-Za-z]+"
)
_NEVER_FIRST = frozenset("的和与及、，。：；）》”’〕")
_NEVER_LAST = frozenset("（《“‘〔第关")
_GOOD_LAST = re.compile(r"(?:[的、，]|届|会议|大会|政府|主席团)$")
_GOOD_FIRST = re.compile(r"^(?:关于|第)")
_BAD, _FAIR = 10_000, 6


def balance(text: str, most: int = 20) -> tuple[str, ...]:
    """The lines of a title, none longer than `most` characters; line breaks in `text` are the office's own and stay."""
    return tuple(line for part in text.split("\n") for line in _balanced(part, most))


def _balanced(text: str, most: int) -> tuple[str, ...]:
    return (text,) if len(text) <= most else _cut(text, -(-len(text) // most), most)


def _cut(text: str, lines: int, most: int) -> tuple[str, ...]:
    inside = {at for found in _WHOLE.finditer(text) for at in range(found.start() + 1, found.end())}
    ideal = len(text) // lines

    @cache
    def best(start: int, left: int) -> tuple[int, tuple[str, ...]]:
        if left == 1:
            rest = text[start:]
            return (_BAD * (len(rest) > most) + (len(rest) - ideal) ** 2, (rest,))
        ends = range(start + 1, min(start + most, len(text) - left + 1) + 1)
        return min(_joined(text[start:end], text[end:], end in inside, best(end, left - 1)) for end in ends)

    def _joined(
        line: str, rest: str, is_inside: bool, later: tuple[int, tuple[str, ...]]
    ) -> tuple[int, tuple[str, ...]]:
        cost = (len(line) - ideal) ** 2 + _roughness(line, rest, is_inside)
        return (cost + later[0], (line, *later[1]))

    return best(0, lines)[1]


def _roughness(line: str, rest: str, is_inside: bool) -> int:
    """What it costs the reader that the line ends here."""
    if is_inside or rest[0] in _NEVER_FIRST or line[-1] in _NEVER_LAST:
        return 400
    return 0 if _GOOD_LAST.search(line) or _GOOD_FIRST.search(rest) else _FAIR
