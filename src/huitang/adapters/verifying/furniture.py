"""What pages put around and between a text without saying anything: labels, counters, sizes of type, days, page numbers.

Between the title and the text, and nowhere else, a page also names who edited it, and has its disclosure header there.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

WORDS = """
信息来源 文章来源 稿件来源 来源 作者 供稿 信息提供 责任编辑 编辑 责编 审核 办公室 执行主席 校对 发布单位 发布机构
发布时间 发布日期 发文日期 成文日期 日期 时间 访问量 访问次数 浏览次数 浏览量 浏览 阅读次数 阅读量 阅读 点击次数 点击量 点击 人次 次
字体大小 字体 字号 文字大小 特大 大 中 小 默认 放大 缩小 A+ A- A
打印本页 打印 关闭窗口 关闭 分享文章到 分享到 分享 微信 微博 QQ空间 QQ好友 收藏 点击收藏 返回顶部 回到顶部 TOP
扫一扫在手机打开当前页 扫描二维码 手机版 背景色 护眼 视力保护色 朗读 语音播报 无障碍阅读 无障碍 长者模式 大字版 下载
索引号 文号 主题词 历次版本 版本 现行 已替换 校验码 已签名 等待签名
Source Published Released Version Print Signed Editor Reviewer Office Executivechairperson Visits
""".split()  # noqa: SIM905  words are read more easily without quotes
HEAD_WORDS = """
信息公开表头 信息分类 公告 决议 公告号 见正文 无 有效性 现行有效 已由新版本替换
Disclosureheader Indexnumber Category Announcements Resolutions Publishedby Announcementnumber No none Dated seethetext Releasedon
Validity Inforce Replacedbyanewerversion
""".split()  # noqa: SIM905
FOLDS = ("图里的数字（表格）", "The numbers of the chart, as a table")  # below a chart, around its table
NAMED = "责任编辑 编辑 责编 审核 校对 作者 供稿 Editor Reviewer".split()  # noqa: SIM905
MARKS = "：:|｜/／【】[]（）()〔〕<>《》>＞·•-—–_+＋，,。.、"
DAY = re.compile(r"\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?")
PAGE_NUMBER = re.compile(r"(?:[—–\-－]+\d{1,3}[—–\-－]+|第\d{1,3}页(?:共\d{1,3}页)?)")
HAN = "[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]"
PERSON = (
    f"{HAN}{{2,4}}|{HAN}{{1,7}}(?:[·•‧・]{HAN}{{1,7}}){{1,4}}"
    r"|(?:[A-ZÀ-ÖØ-Þ]\.|[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ'’\-]*)+"
)
OFFICE = ("镇|乡", "人民代表大会|人大|党委|人民政府|政府|党政|综合", "主席团", "办公室")  # any of them, in this order
LONGEST_NAME = 40
LABEL = 2  # letters of the shortest word that makes a line furniture; a number alone may be a figure


def is_name(words: str, town: str) -> bool:
    """Whether this is a person, a few of them, or an office of the town: what may follow 编辑 and 审核."""
    told = "".join(words.split())
    return bool(told) and len(told) <= LONGEST_NAME and _names(town).fullmatch(told) is not None


@dataclass(frozen=True)
class Furniture:
    """`words` may stand anywhere between pieces, `head` only between title and text; `names` what follows a label there.

    `beside` are the words around charts: they stand alone, for a figure or a sign among them would be read as the table's.
    """

    words: tuple[str, ...]
    head: tuple[str, ...]
    beside: tuple[str, ...]
    names: re.Pattern[str]
    labels: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        told = [re.escape(word) for word in self.words if len(word) >= LABEL]
        object.__setattr__(self, "labels", re.compile("|".join(told)))

    def is_furniture(self, line: str, *, is_head: bool = False) -> bool:
        """Whether a line, without its blanks, says nothing of its own."""
        is_labelled = self.labels.search(line) is not None and self._covers(line, is_head=is_head)
        return is_labelled or (bool(line) and _reaches(line, lambda at: _words_end(line, at, self.beside)))

    def _covers(self, line: str, *, is_head: bool) -> bool:
        has_names = is_head and _has_one_of_each(line)
        words = (*self.words, *self.head) if is_head else self.words
        return _reaches(line, lambda at: {*_ends(line, at, words), *(self._named(line, at) if has_names else ())})

    def _named(self, line: str, at: int) -> Iterator[int]:
        label = _NAMED.match(line, at)
        if label:
            begin = label.end()
            last = min(len(line), begin + LONGEST_NAME)
            yield from (end for end in range(begin + 2, last + 1) if self.names.fullmatch(line, begin, end))


def furniture_of(
    known: Iterable[str], *, head: Iterable[str] = (), town: str = "", beside: Iterable[str] = ()
) -> Furniture:
    """`known` are the words of the record that pages repeat, such as its source; `head` those of the disclosure header."""
    words = sorted({*WORDS, *filter(None, known)}, key=len, reverse=True)
    around = tuple({*filter(None, beside)})
    return Furniture(tuple(words), tuple({*HEAD_WORDS, *filter(None, head)}), around, _names(town))


def is_page_number(line: str) -> bool:
    """Such as — 3 —."""
    return PAGE_NUMBER.fullmatch(line) is not None


_NAMED = re.compile(f"({'|'.join(NAMED)})[：:]")


def _reaches(line: str, ends: Callable[[int], Iterable[int]]) -> bool:
    """Place by place, since a pattern of repeated words takes hours on a line made to take them."""
    reached, furthest = {0}, 0
    for at in range(len(line)):
        if at > furthest:
            break
        if at in reached:
            reached.update(ends(at))
            furthest = max(reached)
    return len(line) in reached


def _ends(line: str, at: int, words: Iterable[str]) -> Iterator[int]:
    day = DAY.match(line, at)
    if day:
        yield day.end()
    if line[at] in MARKS or line[at] in "0123456789":
        yield at + 1
    yield from _words_end(line, at, words)


def _words_end(line: str, at: int, words: Iterable[str]) -> Iterator[int]:
    return (at + len(word) for word in words if line.startswith(word, at))


def _names(town: str) -> re.Pattern[str]:
    office = "".join(f"(?:{part})?" for part in (re.escape(town), *OFFICE))
    one = f"(?:{PERSON}|(?={HAN}){office})"
    return re.compile(f"{one}(?:[、，,/／]{one}){{0,2}}")


def _has_one_of_each(line: str) -> bool:
    """Names stand on the line that says when the text was published, one after each label: nobody speaks in labels."""
    labels = _NAMED.findall(line)
    return DAY.search(line) is not None and len(labels) == len(set(labels))
