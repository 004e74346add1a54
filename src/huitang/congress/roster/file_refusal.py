"""The sentence for each way in which an uploaded file is no roll."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from huitang.adapters.spreadsheets.refusal import Fault, SpreadsheetIsRefused
from huitang.congress.journal.refusal import InputIsWrong

SENTENCES: Mapping[Fault, "str | Promise"] = {
    Fault.EMPTY_FILE: _("文件“{file}”是空的，一个字节也没有。请重新导出后再上传。"),
    Fault.TOO_LARGE: _(
        "文件“{file}”太大，超过 {limit_mb} MB。这样的表格一般不到 1 MB，请检查是不是选错了文件，或表里夹了图片。"
    ),
    Fault.TOO_MANY_ROWS: _("文件“{file}”{sheet}有 {rows} 行，超过 {limit} 行，太多了。请检查是不是选错了文件。"),
    Fault.TOO_WIDE: _(
        "文件“{file}”在第 {row} 行、第 {column} 列还有内容，表格太大了。请把要导入的内容复制到一个新的空表里再上传。"
    ),
    Fault.NOT_A_SPREADSHEET: _(
        "文件“{file}”不是表格{looks_like}。请上传 Excel（xlsx、xls）、WPS 或 ods 表格，或 csv 文本。"
    ),
    Fault.OLD_BINARY_WORKBOOK: _("文件“{file}”是 xlsb 格式，读不了。请在 Excel 里另存为 xlsx 再上传。"),
    Fault.PROTECTED: _("文件“{file}”设了打开密码，读不了。请去掉密码、另存一份再上传。"),
    Fault.CORRUPT: _("文件“{file}”已经损坏，打不开。请在 Excel 或 WPS 里重新打开、另存一份再上传。"),
    Fault.BROKEN_QUOTES: _(
        "文件“{file}”第 {row} 行的引号没有配对，后面的内容读不了。请改正这一行，或另存为 xlsx 再上传。"
    ),
    Fault.UNKNOWN_ENCODING: _(
        "文件“{file}”的文字编码认不出来（不是 UTF-8、GB18030 或 UTF-16）。请在 Excel 里另存为 xlsx 再上传。"
    ),
    Fault.NOTHING_WRITTEN: _("文件“{file}”里没有内容，只有空白的表格。请检查是不是选错了文件。"),
    Fault.NO_HEADINGS: _(
        "文件“{file}”{sheet}前 {rows_searched} 行里没有找到表头。表头至少要有“{wanted}”一栏。请检查是不是选错了文件。"
    ),
    Fault.MISSING_COLUMN: _(
        "文件“{file}”{sheet}第 {row} 行是表头，但没有“{missing}”这一栏。这一行现有的栏目是：{found}。请补上这一栏再上传。"
    ),
    Fault.HEADING_TWICE: _("文件“{file}”{sheet}的表头里，“{heading}”出现了不止一次（{cells}）。请只留一列。"),
    Fault.TWO_TABLES: _("文件“{file}”里有几张这样的表：{sheets}，不知道该用哪一张。请只留要导入的一张，再上传。"),
}
NO_ROWS = _("文件“{file}”{sheet}第 {row} 行的表头下面一行也没有。请检查是不是选错了文件。")
SHEET_NAMED = _("的工作表“{sheet}”")
LOOKS_LIKE = _("，看起来是 {kind} 文件")
BETWEEN_WORDS = "、"


class RollFileIsRefused(InputIsWrong):
    """The file could not be read as a roll; nothing was kept of it."""

    def __init__(self, text: "str | Promise", **facts: Any) -> None:
        super().__init__(**facts)
        self.text = text

    def __str__(self) -> str:
        return str(self.text).format(**{key: _in_words(key, fact) for key, fact in self.facts.items()})


def refusal_of(refused: SpreadsheetIsRefused, filename: str) -> RollFileIsRefused:
    return RollFileIsRefused(SENTENCES[refused.code], file=filename, **refused.params)


def _in_words(key: str, fact: object) -> str:
    if isinstance(fact, tuple):
        return BETWEEN_WORDS.join(str(each) for each in fact)
    if key == "sheet" and fact:
        return str(SHEET_NAMED).format(sheet=fact)
    if key == "looks_like" and fact:
        return str(LOOKS_LIKE).format(kind=fact)
    return str(fact)
