"""What `huitang watch` says, and the report it writes for the authorities, in the reader's language."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from huitang.adapters.verifying.verdict import Answer
from huitang.adapters.watching.signs import Sign, SignKind
from huitang.web.terminal import verify_words
from huitang.web.terminal.watching import Watched

MOST = 60  # lines of one kind in a report


def tell_sign(sign: Sign) -> str:
    return _SIGNS[sign.kind]().format(where=sign.where, quoted=sign.quoted)


def tell_briefly(found: Watched) -> str:
    """One line for the terminal."""
    if found.problem:
        return _("打不开：{address}（{problem}）").format(address=found.address, problem=found.problem)
    if found.is_calm:
        return _("正常：{address}").format(address=found.address)
    said = [verify_words.tell_answer(found.verdict)] if found.verdict else []
    if found.signs:
        said.append(_("可疑迹象 {n} 处").format(n=len(found.signs)))
    return _("注意：{address}：{said}").format(address=found.address, said="；".join(said))


def write_report(found: Watched, *, site: str) -> str:
    """Markdown, to be sent with the folder: what was seen, where, when, and what each file is."""
    return "\n".join(_report(found, site)) + "\n"


def _report(found: Watched, site: str) -> Iterator[str]:
    first = found.answers[0]
    yield "# " + _("网页被篡改或仿冒的情况说明")
    yield ""
    yield _("- 可疑网址：{address}").format(address=found.address)
    yield _("- 最后到达：{address}").format(address=first.came_from[-1])
    yield _("- 查看时间：{at}").format(at=first.at.isoformat(timespec="seconds"))
    yield _("- 我方网站：{site}").format(site=site)
    if found.verdict is not None and found.verdict.answer is not Answer.NOT_OURS:
        yield _("- 对应我方文稿：《{title}》，{address}").format(
            title=found.verdict.record.title, address=found.verdict.record.told["address"]
        )
    yield ""
    yield "## " + _("文字比对")
    yield ""
    yield verify_words.tell_answer(found.verdict) if found.verdict else _("没有可以比对的记录。")
    if found.verdict is not None and found.verdict.answer is Answer.ALTERED:
        yield from (f"- {verify_words.tell_change(one)}" for one in found.verdict.differences[:MOST])
    yield ""
    yield "## " + _("可疑迹象")
    yield ""
    yield from ([f"- {tell_sign(sign)}" for sign in found.signs[:MOST]] or [_("没有发现。")])
    yield ""
    yield "## " + _("附件")
    yield ""
    yield _(
        "各访问者收到的网页（.html）、文字（.txt）和响应头（.headers.txt），差异图（differences.html），截图（screenshot.png，如有），校验和（SHA256SUMS）。"
    )
    yield ""
    yield _("举报途径：中央网信办举报中心 12377.cn，县级网信办，相应的搜索引擎。")


_SIGNS = {
    SignKind.FOREIGN_HOST: lambda: _("网址不是我方的：{quoted}"),
    SignKind.FOREIGN_ADDRESS: lambda: _("网页自称的网址不是我方的：{quoted}"),
    SignKind.SENDS_ON: lambda: _("网页把读者带到别处：{quoted}"),
    SignKind.FOREIGN_LINK: lambda: _("外来链接“{where}”：{quoted}"),
    SignKind.FOREIGN_SCRIPT: lambda: _("网页装入外来的内容（{where}）：{quoted}"),
    SignKind.HIDDEN_WORDS: lambda: _("看不见的文字：{quoted}"),
    SignKind.TITLES_DIFFER: lambda: _("标题（{where}）与文稿不同：{quoted}"),
    SignKind.REPEATED_STRANGER: lambda: _("同一个外来词反复出现（{where}）：{quoted}"),
    SignKind.PINYIN_GLOSS: lambda: _("汉字后面加注了拼音（{where}）：{quoted}"),
    SignKind.TRADITIONAL: lambda: _("简体网页里有繁体字（{where}）：{quoted}"),
    SignKind.MOJIBAKE: lambda: _("乱码（{where}）：{quoted}"),
    SignKind.INVISIBLE_CHARACTERS: lambda: _("看不见的字符（{where}）：{quoted}"),
    SignKind.ENTITY_TITLE: lambda: _("标题用字符编码掩饰：{quoted}"),
    SignKind.CLOAKED: lambda: _("只给“{where}”看的文字：{quoted}"),
}
