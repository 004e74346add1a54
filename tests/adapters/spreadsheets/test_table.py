from pathlib import Path

import pytest

from huitang.adapters.spreadsheets.reading import read_spreadsheet
from huitang.adapters.spreadsheets.refusal import Fault, SpreadsheetIsRefused
from huitang.adapters.spreadsheets.sheet import Row, Sheet
from huitang.adapters.spreadsheets.table import Heading, Table, find_table
from huitang.web.terminal import qinghe

INPUTS = Path(qinghe.__file__).parent
NUMBER = Heading("number", ("序号", "编号"))
NAME = Heading("name", ("姓名", "代表姓名"), required=True)
DELEGATION = Heading("delegation", ("代表团", "团别"), written_once_per_block=True)
PHONE = Heading("phone", ("联系电话", "手机"))
HEADINGS = (NUMBER, NAME, DELEGATION, PHONE)


def sheet_of(text: str) -> Sheet:
    lines = enumerate(text.strip("\n").split("\n"), start=1)
    rows = (Row(number, tuple(cell.strip() for cell in line.split("|"))) for number, line in lines)
    return Sheet("名册", tuple(rows))


def table_of(text: str) -> Table:
    return find_table(sheet_of(text), HEADINGS)


def refusal_of(text: str) -> SpreadsheetIsRefused:
    with pytest.raises(SpreadsheetIsRefused) as refused:
        table_of(text)
    return refused.value


def test_the_xlsx_roll_is_found_below_its_title_rows_and_above_its_total() -> None:
    table = find_table(read_spreadsheet((INPUTS / "roster-95.xlsx").read_bytes()).sheets[0], HEADINGS)
    assert (table.heading_row, table.titles["name"], len(table.rows)) == (4, "姓  名", 95)
    assert table.lines_above[0].text == "清河镇第六届人民代表大会代表名册"
    assert [line.text for line in table.totals] == ["合计 95 女代表33名"]
    assert table.rows[-1].number_in_file == 99
    assert "选区" in table.unused_titles


def test_the_gbk_roll_has_its_delegations_filled_down() -> None:
    sheet = read_spreadsheet((INPUTS / "roster-106-gbk.csv").read_bytes()).sheets[0]
    delegations = [row.values["delegation"] for row in find_table(sheet, HEADINGS).rows]
    assert delegations == (
        ["第一代表团"] * 22 + ["第二代表团"] * 21 + ["第三代表团"] * 21
        + ["第四代表团"] * 21 + ["第五代表团"] * 21
    )  # fmt: skip


def test_only_the_columns_asked_for_are_filled_down() -> None:
    table = table_of("编号|姓名|团别|手机\n1|甲|一团|100\n2|乙||\n3|丙|二团|")
    assert [row.values["delegation"] for row in table.rows] == ["一团", "一团", "二团"]
    assert [row.values["phone"] for row in table.rows] == ["100", "", ""]


@pytest.mark.parametrize("title", ["姓 名", "姓　名", "代表姓名", "姓名（必填）", "*姓名:"])
def test_a_heading_is_known_by_its_synonyms_and_whatever_its_spacing(title: str) -> None:
    assert table_of(f"编号|{title}\n1|甲").rows[0].values["name"] == "甲"


def test_blank_rows_are_skipped_and_numbers_of_the_file_kept() -> None:
    table = table_of("名册|\n|\n编号|姓名\n1|甲\n|\n2|乙")
    assert [row.number_in_file for row in table.rows] == [4, 6]


@pytest.mark.parametrize("label", ["合计", "合 计", "总计：2", "共计2人", "|合计"])
def test_a_total_line_is_no_deputy(label: str) -> None:
    table = table_of(f"编号|姓名|手机\n1|甲|1\n2|乙|2\n{label}|2|2")
    assert [row.values["name"] for row in table.rows] == ["甲", "乙"]
    assert len(table.totals) == 1


def test_a_subtitle_and_a_note_are_told_apart_from_rows() -> None:
    table = table_of("编号|姓名|手机\n第一代表团||\n1|甲|1\n|乙|\n注：以上名单||")
    assert [row.values["name"] for row in table.rows] == ["甲", "乙"]
    assert [(line.number_in_file, line.text) for line in table.notes] == [
        (2, "第一代表团"),
        (5, "注：以上名单"),
    ]


def test_a_short_row_reads_as_empty_cells() -> None:
    assert table_of("编号|姓名|手机\n1|甲").rows[0].values["phone"] == ""


def test_a_missing_column_is_named_with_the_row_that_was_taken_for_the_headings() -> None:
    refusal = refusal_of("名册\n编号|团别|手机\n1|一团|1")
    assert refusal.code == Fault.MISSING_COLUMN
    assert refusal.params["missing"] == ("姓名",)
    assert refusal.params["row"] == 2
    assert refusal.params["found"] == ("编号", "团别", "手机")


def test_a_sheet_without_headings_says_what_was_looked_for() -> None:
    refusal = refusal_of("甲|乙\n丙|丁")
    assert refusal.code == Fault.NO_HEADINGS
    assert refusal.params == {"sheet": "名册", "wanted": ("姓名",), "rows_searched": 2}


def test_a_heading_that_stands_twice_is_refused() -> None:
    refusal = refusal_of("编号|姓名|代表姓名\n1|甲|乙")
    assert (refusal.code, refusal.params["cells"]) == (Fault.HEADING_TWICE, ("B1", "C1"))


def test_a_sheet_of_nothing_but_names_is_a_table() -> None:
    assert [row.values["name"] for row in table_of("代表名单\n姓名\n甲\n乙").rows] == ["甲", "乙"]
