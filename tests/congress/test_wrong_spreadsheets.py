"""Every import, each spoilt in one thing: the refusal names the cell and the reason, and nothing is written.

The files are the real ones, opened in memory and spoilt there. What one import may rightly read
(a file in GBK, full-width digits, headings in two rows, the table on the second sheet) is read.
"""

import csv
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

import openpyxl
import pytest
from django.apps import apps
from django.utils import translation
from openpyxl.worksheet.worksheet import Worksheet

from huitang.congress.journal.refusal import Refusal
from huitang.congress.money import commands as money
from huitang.congress.money import queries as accounts
from huitang.congress.roster import import_commands as rolls
from huitang.congress.roster import pages
from huitang.congress.roster.file_import import FileImport
from huitang.congress.suggestions import import_commands as tables
from huitang.congress.suggestions import queries as suggestions
from huitang.web.terminal import qinghe
from tests.adapters.spreadsheets.test_reading import XLS
from tests.congress.project_votes import stage as candidates
from tests.congress.targets import stage as targets
from tests.stage import Play, spring_session

PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
NOW = datetime.fromisoformat("2026-01-05T02:00:00+00:00")


@dataclass(frozen=True)
class Import:
    """One import: its real table, where things stand in it, and how its file is brought in."""

    sheet: str
    book: Callable[[], openpyxl.Workbook]
    bring_in: Callable[[Play, str, bytes], object]
    heading: int
    required: str  # the column without which there is no table
    name: str  # its title
    figure: str  # a cell with a number
    last: int  # the last row of the table

    def place(self, cell: str) -> str:
        return f"{self.sheet}!{cell}"


def real(name: str) -> Callable[[], openpyxl.Workbook]:
    return lambda: openpyxl.load_workbook(io.BytesIO(qinghe.read(name)))


def corrected_budget() -> openpyxl.Workbook:
    """The real one without its one wrong total."""
    book = real("budget-2024-2025.xlsx")()
    book.worksheets[0]["E9"] = 6502
    return book


def targets_as_a_workbook() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "指标"
    for row in csv.reader(io.StringIO(qinghe.read("targets-2025.csv").decode("utf-8-sig"))):
        book.worksheets[0].append([float(cell) if cell.replace(".", "").isdigit() else cell for cell in row])
    return book


def a_roll(play: Play, name: str, content: bytes) -> object:
    who = {"actor": play.office, "now": NOW}
    found = rolls.upload_roll(term_id=play.term_id, filename=name, content=content, **who)
    seal = pages.get_import(found, town_id=play.town_id).plan.seal
    return rolls.commit_import(import_id=found, seal=seal, in_office_from=date(2021, 9, 1), **who)


def projects(play: Play, name: str, content: bytes) -> object:
    return candidates.bring_in(play.session_id, play.office, NOW, content, name=name)


def some_suggestions(play: Play, name: str, content: bytes) -> object:
    who = {"actor": play.office, "now": NOW}
    found = tables.upload_table(term_id=play.term_id, filename=name, content=content, **who)
    plan = suggestions.get_import(found, town_id=play.town_id).plan
    chosen = {row.row: [same.rows[0].id for same in row.unclear] for row in plan.unclear}
    return tables.commit_table(import_id=found, seal=plan.seal, chosen=chosen, **who)


def some_accounts(play: Play, name: str, content: bytes) -> object:
    who = {"actor": play.office, "now": NOW}
    found = money.upload_accounts(filename=name, content=content, **who)
    seal = accounts.get_import(found, town_id=play.town_id).plan.seal
    return money.commit_import(import_id=found, seal=seal, reason="", **who)


def some_targets(play: Play, name: str, content: bytes) -> object:
    return targets.bring_in(play.office, NOW, content, name=name)


ROLL = Import("代表名册", real("roster-95.xlsx"), a_roll, 4, "B", "姓名", "A6", 99)
PROJECTS = Import("候选项目", real("projects-12-choose-10.xlsx"), projects, 2, "B", "项目名称", "E4", 14)
SUGGESTIONS = Import("Sheet", real("suggestions-10.xlsx"), some_suggestions, 1, "C", "领衔代表", "A3", 11)
MONEY = Import("预算执行与草案", corrected_budget, some_accounts, 3, "B", "科目名称", "C5", 18)
TARGETS = Import("指标", targets_as_a_workbook, some_targets, 1, "B", "目标增速", "B3", 8)
EVERY = {"roll": ROLL, "projects": PROJECTS, "suggestions": SUGGESTIONS, "money": MONEY, "targets": TARGETS}
every_import = pytest.mark.parametrize("one", EVERY.values(), ids=EVERY)


@pytest.fixture
def play(db) -> Play:
    return spring_session()


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def spoilt(one: Import, change: Callable[[Worksheet], object]) -> bytes:
    book = one.book()
    change(book[one.sheet] if one.sheet in book.sheetnames else book.worksheets[0])
    return saved(book)


def with_cell(one: Import, cell: str, value: object) -> bytes:
    return spoilt(one, lambda sheet: sheet.__setitem__(cell, value))


def everything() -> dict[str, int]:
    return {model._meta.label: model.objects.count() for model in apps.get_models()}


KEPT_FOR_A_PREVIEW = {
    *(model._meta.label for model in apps.get_models() if issubclass(model, FileImport)),
    "journal.JournalEntry",
}


def refused(play: Play, one: Import, content: bytes, name: str = "表.xlsx") -> str:
    """The sentence; every table is as it was but for the upload itself, which only its preview reads."""
    before = everything()
    with pytest.raises(Refusal) as refusal:
        one.bring_in(play, name, content)
    after = everything()
    changed = {table for table in after if after[table] != before[table]}
    assert changed <= KEPT_FOR_A_PREVIEW, changed
    assert after["journal.JournalEntry"] - before["journal.JournalEntry"] in (0, 1)
    told = str(refusal.value)
    assert "请" in told, "a refusal says what to do"
    return told


def test_the_journal_is_among_what_is_counted(play):
    assert set(everything()) >= KEPT_FOR_A_PREVIEW
    assert len(KEPT_FOR_A_PREVIEW) == len(EVERY) + 1


@every_import
def test_the_real_file_is_taken_over(play, one):
    assert one.bring_in(play, "表.xlsx", saved(one.book()))


@every_import
def test_a_missing_column(play, one):
    told = refused(play, one, spoilt(one, lambda sheet: sheet.delete_cols(ord(one.required) - 64)))
    assert f"“{one.name}”" in told
    assert one.sheet in told


WORDS = {
    "roll": "编号“若干”不是 1 到 9999 的整数。",
    "projects": "写的是“若干”，不是一个数。",
    "suggestions": "“若干”不是编号，编号只能是数字。",
    "money": "写的是“若干”，不是一个数。",
    "targets": "写的是“若干”，不是一个数。",
}


@pytest.mark.parametrize("key", EVERY)
def test_text_in_a_number(play, key):
    one = EVERY[key]
    told = refused(play, one, with_cell(one, one.figure, "若干"))
    assert one.place(one.figure) in told
    assert WORDS[key] in told


@every_import
def test_a_date_in_a_number(play, one):
    told = refused(play, one, with_cell(one, one.figure, date(2025, 5, 5)))
    assert one.place(one.figure) in told
    assert "2025-05-05" in told


@pytest.mark.parametrize("key", ["roll", "projects", "suggestions", "money"])
def test_a_negative_number(play, key):
    one = EVERY[key]
    told = refused(play, one, with_cell(one, one.figure, -186))
    assert one.place(one.figure) in told
    assert "-186" in told


@every_import
def test_merged_cells(play, one):
    column, row = one.figure[0], int(one.figure[1:])
    told = refused(play, one, spoilt(one, lambda sheet: sheet.merge_cells(f"{column}{row}:{column}{row + 2}")))
    assert f"{one.place(one.figure)}:{column}{row + 2}" in told
    assert "这几格是合并的" in told


@every_import
def test_merged_cells_across_a_row(play, one):
    row = int(one.figure[1:])
    told = refused(play, one, spoilt(one, lambda sheet: sheet.merge_cells(f"A{row}:C{row}")))
    assert one.place(f"A{row}:C{row}") in told


@pytest.mark.parametrize(
    ("one", "cell", "value", "sentence"),
    [
        (ROLL, "B100", 96, "合计的代表数写的是 96，逐行数出来是 95"),
        (PROJECTS, "E15", 1306, "合计写的是 1306 万元，各项相加是 1305.5 万元"),
        (SUGGESTIONS, "B12", "11件", "合计写的是 11 件，表里有 10 件"),
        (MONEY, "E9", 6512, "1 处合计对不上"),
    ],
    ids=["roll", "projects", "suggestions", "money"],
)
def test_a_total_that_does_not_add_up(play, one, cell, value, sentence):
    def change(sheet: Worksheet) -> None:
        sheet[f"A{cell[1:]}"] = sheet[f"A{cell[1:]}"].value or ("合计" if one is SUGGESTIONS else None)
        sheet[cell] = f"合计{value}人" if one is ROLL else value

    told = refused(play, one, spoilt(one, change))
    assert one.place(cell) in told
    assert sentence in told


@every_import
def test_a_formula_whose_result_was_never_stored(play, one):
    told = refused(play, one, with_cell(one, one.figure, "=1+1"))
    assert one.place(one.figure) in told
    assert "是公式，文件里却没有存它算出的数。" in told


def test_a_formula_in_the_total_whose_result_was_never_stored(play):
    told = refused(play, PROJECTS, with_cell(PROJECTS, "E15", "=SUM(E3:E14)"))
    assert "候选项目!E15" in told


@every_import
def test_a_formula_in_error(play, one):
    told = refused(play, one, with_cell(one, one.figure, "#REF!"))
    assert one.place(one.figure) in told
    assert "公式出错了，算不出数。" in told


@every_import
def test_a_hidden_row(play, one):
    row = int(one.figure[1:])
    told = refused(play, one, spoilt(one, lambda sheet: setattr(sheet.row_dimensions[row], "hidden", True)))
    assert f"{row}：这一行是隐藏的" in told


@every_import
def test_a_hidden_column(play, one):
    column = one.required
    told = refused(play, one, spoilt(one, lambda sheet: setattr(sheet.column_dimensions[column], "hidden", True)))
    assert f"!{column}" in told
    assert "这一栏是隐藏的" in told


@every_import
def test_a_picture_renamed(play, one):
    assert "文件“表.xlsx”不是表格，看起来是 PNG 文件" in refused(play, one, PICTURE)


@every_import
def test_a_report_renamed(play, one):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", "<w:document/>")
    assert "文件“表.xlsx”不是表格，看起来是 DOCX 文件" in refused(play, one, stream.getvalue())


@every_import
def test_a_file_without_a_byte(play, one):
    assert "文件“表.xlsx”是空的，一个字节也没有。" in refused(play, one, b"")


@every_import
def test_ten_thousand_rows(play, one):
    rows = [cell.value for cell in one.book()[one.sheet][one.heading]]
    table = "\n".join(",".join(map(str, rows)) for _ in range(10_000))
    assert "有 10000 行，超过 5000 行，太多了。" in refused(play, one, table.encode(), "表.csv")


@every_import
def test_who_reads_english_is_told_in_english(play, one):
    with translation.override("en"):
        with pytest.raises(Refusal) as renamed:
            one.bring_in(play, "t.xlsx", PICTURE)
        with pytest.raises(Refusal) as spoilt_cell:
            one.bring_in(play, "t.xlsx", with_cell(one, one.figure, "#REF!"))
        assert "is not a spreadsheet" in str(renamed.value)
        assert one.place(one.figure) in str(spoilt_cell.value)
        assert "The formula is in error" in str(spoilt_cell.value)


@every_import
def test_an_empty_sheet(play, one):
    assert "只有空白的表格" in refused(play, one, saved(openpyxl.Workbook()))


@every_import
def test_headings_and_nothing_below(play, one):
    told = refused(play, one, spoilt(one, lambda sheet: sheet.delete_rows(one.heading + 1, 200)))
    assert "表头下面一" in told


@pytest.mark.parametrize("key", ["projects", "suggestions", "money", "targets"])
def test_a_file_of_the_old_format_with_another_table(play, key):
    """It holds a small roll, which only the import of rolls can use."""
    one = EVERY[key]
    told = refused(play, one, XLS, "表.xls")
    assert "没有找到表头" in told or f"“{one.name}”" in told


@every_import
def test_two_wrong_cells_are_told_at_once(play, one):
    second = f"{one.figure[0]}{int(one.figure[1:]) + 2}"

    def change(sheet: Worksheet) -> None:
        sheet[one.figure] = "若干"
        sheet[second] = "好些"

    told = refused(play, one, spoilt(one, change))
    assert "2 处错误" in told
    assert told.index(one.place(one.figure)) < told.index(one.place(second))


@pytest.mark.parametrize("one", [PROJECTS, SUGGESTIONS, TARGETS], ids=["projects", "suggestions", "targets"])
def test_two_sheets_with_such_a_table_are_asked_about(play, one):
    book = one.book()
    book.copy_worksheet(book.worksheets[0]).title = "又一张"
    assert f"{one.sheet}、又一张，不知道该用哪一张" in refused(play, one, saved(book))


# What may be read is read.


@every_import
def test_the_table_on_the_second_sheet(play, one):
    book = one.book()
    book.create_sheet("说明", 0)["A1"] = "请看第二张表"
    assert one.bring_in(play, "表.xlsx", saved(book))


@pytest.mark.parametrize("one", [PROJECTS, SUGGESTIONS, TARGETS], ids=["projects", "suggestions", "targets"])
def test_a_hidden_sheet_with_an_older_table_is_passed_over(play, one):
    book = one.book()
    older = book.copy_worksheet(book.worksheets[0])
    older.sheet_state = "hidden"
    older[one.figure] = "若干"
    book.move_sheet(older, -1)
    assert one.bring_in(play, "表.xlsx", saved(book))


@every_import
def test_a_csv_in_the_encoding_of_chinese_windows(play, one):
    stream = io.StringIO()
    for row in one.book().worksheets[0].iter_rows(values_only=True):
        csv.writer(stream).writerow(["" if cell is None else cell for cell in row])
    assert one.bring_in(play, "2025.csv", stream.getvalue().encode("gb18030"))


@every_import
def test_full_width_digits(play, one):
    said = one.book()[one.sheet][one.figure].value
    wide = str(said).translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789."})
    assert one.bring_in(play, "表.xlsx", with_cell(one, one.figure, wide))


@every_import
def test_headings_in_two_rows(play, one):
    """The first columns reach over both rows; the last two have their titles in the lower one, below a common word."""

    def change(sheet: Worksheet) -> None:
        if one is MONEY:
            split_the_years(sheet)
            return
        sheet.insert_rows(one.heading + 1)
        last = sheet.max_column
        for column in (last - 1, last):
            sheet.cell(one.heading + 1, column).value = sheet.cell(one.heading, column).value
            sheet.cell(one.heading, column).value = None
        sheet.cell(one.heading, last - 1).value = "其他"

    before = one.bring_in(play, "表.xlsx", saved(one.book()))
    if one is SUGGESTIONS:
        assert "已经在清单里" in refused(play, one, spoilt(one, change))
        return
    again = one.bring_in(play, "表.xlsx", spoilt(one, change))
    assert (again.new, again.changed, again.unchanged) == (0, 0, before.new + before.unchanged)


def split_the_years(sheet: Worksheet) -> None:
    sheet.insert_rows(4)
    for cell, said in (("C3", "2024年"), ("D3", None), ("E3", None), ("F3", "2025年")):
        sheet[cell] = said
    for cell, said in (("C4", "预算数"), ("D4", "调整预算数"), ("E4", "执行数"), ("F4", "预算数")):
        sheet[cell] = said


@pytest.mark.parametrize(
    "one", [ROLL, PROJECTS, SUGGESTIONS, TARGETS], ids=["roll", "projects", "suggestions", "targets"]
)
def test_headings_printed_again_on_the_next_page(play, one):
    def change(sheet: Worksheet) -> None:
        titles = [cell.value for cell in sheet[one.heading]]
        sheet.insert_rows(one.heading + 3)
        for column, title in enumerate(titles, start=1):
            sheet.cell(one.heading + 3, column).value = title

    assert one.bring_in(play, "表.xlsx", spoilt(one, change))
