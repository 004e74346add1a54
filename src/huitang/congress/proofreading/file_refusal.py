"""The sentence for each way in which a file or a pasted text cannot be proofread."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from huitang.adapters.texts.refusal import Fault, TextIsRefused
from huitang.congress.journal.refusal import InputIsWrong

SENTENCES: Mapping[Fault, "str | Promise"] = {
    Fault.EMPTY_FILE: _("文件“{file}”是空的，一个字节也没有。请重新存一份再上传。"),
    Fault.TOO_LARGE: _("文件“{file}”太大，超过 {limit_mb} MB。请把图片删去，或只把文字复制过来粘贴。"),
    Fault.TOO_LONG: _("文字有 {length} 个字，超过 {limit} 个。请分成几份校对。"),
    Fault.NOT_A_TEXT: _("文件“{file}”不是 Word 文档或文本{looks_like}。请上传 docx 或 txt，或把文字粘贴过来。"),
    Fault.OLD_WORD: _(
        "文件“{file}”是旧格式（doc、wps），读不了。请在 Word 或 WPS 里另存为 docx 再上传，或把文字粘贴过来。"
    ),
    Fault.PROTECTED: _("文件“{file}”设了打开密码，读不了。请去掉密码、另存一份再上传。"),
    Fault.CORRUPT: _("文件“{file}”已经损坏，打不开。请在 Word 或 WPS 里重新打开、另存一份再上传。"),
    Fault.UNKNOWN_ENCODING: _("文件“{file}”的文字编码认不出来。请另存为 docx 或 UTF-8 文本再上传。"),
    Fault.NOTHING_WRITTEN: _("没有文字可以校对。请粘贴文字，或选一个有文字的文件。"),
}
LOOKS_LIKE = _("，看起来是 {kind} 文件")


class TextFileIsRefused(InputIsWrong):
    """What was brought could not be read; nothing was kept of it."""

    def __init__(self, text: "str | Promise", **facts: Any) -> None:
        super().__init__(**facts)
        self.text = text


def refusal_of(refused: TextIsRefused, name: str) -> TextFileIsRefused:
    kind = refused.params.get("looks_like")
    facts = {**refused.params, "looks_like": str(LOOKS_LIKE).format(kind=kind) if kind else ""}
    return TextFileIsRefused(SENTENCES[refused.code], file=name, **facts)
