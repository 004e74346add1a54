"""What `huitang verify` says, in the reader's language."""

from django.utils.translation import gettext as _

from huitang.adapters.verifying.trusted import Signed
from huitang.adapters.verifying.verdict import Answer, Change, Difference, Verdict
from huitang.web.terminal.trusted_records import Checked


def tell_answer(verdict: Verdict) -> str:
    if verdict.answer is Answer.WHOLE:
        return _("是我们发布的，一字未改：{title}").format(title=verdict.record.title)
    if verdict.answer is Answer.ALTERED:
        words = _("是我们发布的，但被改动过，共 {n} 处：{title}")
        return words.format(n=len(verdict.differences), title=verdict.record.title)
    return _("不是我们发布的文字（最接近的是：{title}）").format(title=verdict.record.title)


def tell_share(verdict: Verdict) -> list[str]:
    said = _("记录共 {total} 个字，在这份文字里找到 {found} 个。").format(total=verdict.total, found=verdict.found)
    whole = verdict.record.part_of
    return [_("这是“{title}”里的一件，只核对了这一件。").format(title=whole), said] if whole else [said]


def tell_trust(checked: Checked) -> list[str]:
    said = [_SIGNED[checked.signed]().format(comment=checked.comment)]
    if checked.log_size is not None:
        said.append(_in_log(checked.log_index, checked.log_size))
    return said


def tell_change(one: Difference) -> str:
    return _CHANGED[one.change]().format(ours=_short(one.ours), theirs=_short(one.theirs))


def legend() -> str:
    return _("带下划线的是多出来的字，带删除线的是原来有、现在没有的字，黄底的是文章以外又出现的同样的外来字。")


def _in_log(index: int | None, size: int) -> str:
    if index is None:
        return _("公开日志签名正确，共 {size} 条，里面没有这份记录。").format(size=size)
    return _("公开日志签名正确，这份记录是 {size} 条里的第 {number} 条。").format(size=size, number=index + 1)


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 60 else f"{flat[:40]}……{flat[-15:]}"


_SIGNED = {
    Signed.GOOD: lambda: _("记录的签名正确：{comment}"),
    Signed.REVOKED: lambda: _("签名的密钥已经作废（{comment}），签名不能再作准。"),
    Signed.UNKNOWN_KEY: lambda: _("签名的密钥 {comment} 不在您信任的公钥里，签名不能作准。"),
    Signed.WRONG: lambda: _("签名不对，记录本身可能被改动过。"),
    Signed.UNCHECKED: lambda: _("没有给出公钥，签名没有核对，只比对了文字。"),
    Signed.MISSING: lambda: _("记录没有签名，只比对了文字。"),
}
_CHANGED = {
    Change.INSERTED: lambda: _("多出“{theirs}”"),
    Change.REMOVED: lambda: _("缺少“{ours}”"),
    Change.REPLACED: lambda: _("“{ours}”被换成“{theirs}”"),
    Change.JOINED: lambda: _("“{ours}”连成了“{theirs}”"),
    Change.PARTED: lambda: _("“{ours}”被拆成“{theirs}”"),
    Change.REPEATED: lambda: _("文章以外也有“{theirs}”"),
}
