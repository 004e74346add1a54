"""Words injected from elsewhere: brands of betting sites inside 《》, before the title, in place of 关于.

A report may well speak of gambling dens it closed. So a brand alone is nothing: it must stand where no town puts it.
"""

import re
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from huitang.congress.proofreading import marking
from huitang.congress.proofreading.finding import Finding, Kind
from huitang.congress.proofreading.known import Known
from huitang.congress.proofreading.passages import Line, Reading

IN_TITLE = _("书名号里的“{says}”不是文件名称的字，像是被人插入的。")
FOR_ABOUT = _("“{says}”占了“关于”的位置，像是被人插入的。")
ALONE = _("“{says}”与本文无关，像是被人插入的。")
ADDRESS = _("书名号里出现了网址“{says}”，像是被人插入的。")

_W = r"[^，。；：、《》_＿\s>|]"
_PAIR = re.compile(rf"(?:{_W}{{2,20}}[_＿])+{_W}{{2,20}}")
_OPENING = re.compile(rf"《(?P<mark>(?:{_W}{{2,20}}[_＿])+{_W}{{2,20}}[：:]?|{_W}{{2,30}}：)")
_BRAND = re.compile(
    r"赌场|博彩|娱乐城|棋牌|投注|百家乐|老虎机|葡京|威尼斯人|太阳城|六合彩|金沙官网|体育直播|真人荷官|"
    r"(?:亚博|必威|万博|乐鱼|华体会|火狐|半岛|开云|米兰|星空|九游|江南|爱游戏|永利|凯发|新濠)(?:体育|娱乐|官网|国际|平台|登录|app|APP)|"
    r"(?:bet|BET)\d{2,}|\d{3,}(?:sf|bob)|(?:官网|app|APP|平台)(?:登录|下载|入口)"
)
_ADDRESS = re.compile(r"《[^《》]*?(?P<url>(?:https?://|www\.)[\w./?=&%-]+|[\w-]+\.(?:com|net|cn|cc|vip|top)\b)")
_KINDS = re.compile(r"(?:报告|决定|决议|议案|方案|意见|通知|说明|草案|办法|公告|情况)$")
_CRUMB = re.compile(r"(?:当前位置|您的位置|现在位置)[：:]?")
_BLANK = re.compile(r"^[_＿]+$")


def check(text: Reading, known: Known) -> Iterator[Finding]:
    """The record is not asked: the shapes give themselves away."""
    marks = _marks(text)
    for line in text.lines:
        taken: list[tuple[int, int]] = []
        for found in _OPENING.finditer(line.text):
            if _is_mark(found["mark"], marks):
                taken.append(found.span("mark"))
                yield _in_title(line, found)
        yield from _alone(line, marks, taken)
    for line, found in text.matches(_ADDRESS):
        yield marking.error(line, found.span("url"), Kind.INJECTED, ADDRESS, correction="")


def _marks(text: Reading) -> Counter[str]:
    """How often each foreign string stands in the text, in any of its places."""
    found = [_bare(match["mark"]) for _, match in text.matches(_OPENING)]
    found += [
        _bare(match[0]) for line, match in text.matches(_PAIR) if line.text[match.start() - 1 : match.start()] != "《"
    ]
    return Counter(found)


def _is_mark(words: str, marks: Counter[str]) -> bool:
    """An A_B: shape, a brand, or one foreign string before a colon in several titles."""
    if _BRAND.search(words):
        return True
    is_pair = "_" in words or "＿" in words
    return is_pair or (marks[_bare(words)] > 1 and not re.search(r"[镇乡县市国省]|人民|大会|草案", words))


def _in_title(line: Line, found: re.Match[str]) -> Finding:
    rest = line.text[found.end("mark") :].partition("》")[0]
    for_about = bool(_KINDS.search(rest)) and not rest.startswith("关于")
    words, right = (FOR_ABOUT, "关于") if for_about else (IN_TITLE, "")
    return marking.error(line, found.span("mark"), Kind.INJECTED, words, should=right, correction=right)


def _alone(line: Line, marks: Counter[str], taken: list[tuple[int, int]]) -> Iterator[Finding]:
    """The brand as a line of its own, or where a path of pages begins."""
    for found in _PAIR.finditer(line.text):
        if any(start <= found.start() < end for start, end in taken):
            continue
        if _BRAND.search(found[0]) or marks[_bare(found[0])] > 1:
            end = found.end() + (line.text[found.end() : found.end() + 1] == "：")
            right = "首页" if _CRUMB.search(line.text[: found.start()]) else ""
            yield marking.error(line, (found.start(), end), Kind.INJECTED, ALONE, should=right, correction=right)
            taken.append((found.start(), end))
    if (
        line.is_short
        and not taken
        and _BRAND.search(line.text)
        and re.search(r"官网|登录|下载|入口|app|APP", line.text)
    ):
        yield marking.error(line, (0, len(line.text)), Kind.INJECTED, ALONE, correction="")


def _bare(words: str) -> str:
    return words.rstrip("：:")
