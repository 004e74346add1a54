"""What the sealing of texts refuses, and why."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext_lazy as _

from huitang.adapters.signing.refusal import Fault, SigningIsRefused
from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal


class RecordIsNotKept(NotFound):
    text = _("这份文稿还没有规范记录。办公室运行一次“签名”就会补上。")


class NothingIsSigned(NotFound):
    text = _("还没有签名。")


class PassphraseIsWrong(InputIsWrong):
    text = _("口令不对，没有签名。请再试一次，注意大小写。")


class PassphraseIsWeak(InputIsWrong):
    text = _("口令太短或太简单：至少十个字符，不能总是重复同几个。")


class ThereIsNoKey(Refusal):
    text = _("这台机器上没有签名密钥。请在机器上运行 huitang keys make，再把密钥备份到别处。")


class KeyIsThereAlready(Refusal):
    text = _("签名密钥已经有了，不会覆盖。要换新的，请运行 huitang keys rotate。")


class KeyIsBroken(Refusal):
    text = _("签名密钥文件损坏，读不出来。请用备份的密钥文件换回去。")


class KeyIsNotOurs(Refusal):
    text = _("密钥文件和登记的公钥不是一对。请换回登记过的密钥文件，或者运行 huitang keys rotate。")


class LogWasAltered(Refusal):
    text = _("日志和上次签过名的不一致，第 {index} 条被改动过，不能再签名。请停下来查明原因。")


class ReasonIsMissing(InputIsWrong):
    text = _("请写明理由，理由会公开。")


_REFUSED: dict[Fault, type[Refusal]] = {
    Fault.WRONG_PASSPHRASE: PassphraseIsWrong,
    Fault.WEAK_PASSPHRASE: PassphraseIsWeak,
    Fault.NO_KEY: ThereIsNoKey,
    Fault.KEY_EXISTS: KeyIsThereAlready,
}


@contextmanager
def told_in_sentences() -> Iterator[None]:
    """What the adapters refuse by a code becomes a sentence for people."""
    try:
        yield
    except SigningIsRefused as refused:
        raise _REFUSED.get(refused.code, KeyIsBroken)() from refused
