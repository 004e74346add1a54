"""What pages put around and between a text without saying anything: labels, counters, sizes of type, days, page numbers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

WORDS = """
信息来源 文章来源 稿件来源 来源 作者 供稿 信息提供 责任编辑 编辑 责编 审核 办公室 执行主席 校对 发布单位 发布机构
发布时间 发布日期 发文日期 成文日期 日期 时间 访问量 访问次数 浏览次数 浏览量 浏览 阅读次数 阅读量 阅读 点击次数 点击量 点击 人次 次
字体大小 字体 字号 文字大小 特大 大 中 小 默认 放大 缩小 A+ A- A
打印本页 打印 关闭窗口 关闭 分享文章到 分享到 分享 微信 微博 QQ空间 QQ好友 收藏 点击收藏 返回顶部 回到顶部 TOP
扫一扫在手机打开当前页 扫描二维码 手机版 背景色 护眼 视力保护色 朗读 语音播报 无障碍阅读 无障碍 长者模式 大字版 下载
索引号 文号 主题词 历次版本 版本 现行 已替换 校验码 已签名 等待签名
Source Published Released Version Print Signed
""".split()  # noqa: SIM905  words are read more easily without quotes
MARKS = "：:|｜/／【】[]（）()〔〕<>《》>＞·•-—–_+＋，,。.、"
DAY = r"\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?"
CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
COUNTER = r"\d{1,7}"
PAGE_NUMBER = re.compile(r"(?:[—–\-－]+\d{1,3}[—–\-－]+|第\d{1,3}页(?:共\d{1,3}页)?)")


LABEL = 2  # letters of the shortest word that makes a line furniture; a number alone may be a figure


@dataclass(frozen=True)
class Furniture:
    """`shape` matches what may stand there at all, `label` one word of it."""

    shape: re.Pattern[str]
    label: re.Pattern[str]

    def is_furniture(self, line: str) -> bool:
        """Whether a line, without its blanks, says nothing of its own."""
        return bool(self.shape.fullmatch(line) and self.label.search(line))


def furniture_of(known: Iterable[str]) -> Furniture:
    """`known` are the words of the record that pages repeat, such as its source."""
    words = sorted({*WORDS, *filter(None, known)}, key=len, reverse=True)
    parts = [DAY, CLOCK, COUNTER, *map(re.escape, words), *map(re.escape, MARKS)]
    labels = [re.escape(word) for word in words if len(word) >= LABEL]
    return Furniture(re.compile(f"(?:{'|'.join(parts)})+"), re.compile("|".join(labels)))


def is_page_number(line: str) -> bool:
    """Such as — 3 —."""
    return PAGE_NUMBER.fullmatch(line) is not None
