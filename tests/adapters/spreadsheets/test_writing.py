import csv
import io
from datetime import date, datetime
from zoneinfo import ZoneInfo

import openpyxl

from huitang.adapters.spreadsheets.reading import read_spreadsheet
from huitang.adapters.spreadsheets.writing import write_csv, write_xlsx

QINGHE = ZoneInfo("Asia/Shanghai")


def test_what_is_written_is_read_back() -> None:
    content = write_xlsx(("编号", "姓名"), [(1, "李䶮"), (2, None)], sheet_name="代表名册")
    sheet = read_spreadsheet(content).sheets[0]
    assert sheet.name == "代表名册"
    assert [row.cells for row in sheet.rows] == [("编号", "姓名"), ("1", "李䶮"), ("2", "")]


def test_text_that_looks_like_a_formula_stays_text() -> None:
    content = write_xlsx(("备注",), [("=1+1",), ("001",)])
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert [(cell.value, cell.data_type) for (cell,) in sheet.iter_rows(min_row=2)] == [
        ("=1+1", "s"),
        ("001", "s"),
    ]


def opened(content: bytes):
    return openpyxl.load_workbook(io.BytesIO(content)).active


def test_days_and_numbers_are_days_and_numbers() -> None:
    moment = datetime(2025, 4, 1, 11, 32, 7, tzinfo=QINGHE)
    sheet = opened(write_xlsx(("日", "时", "数"), [(date(2025, 4, 1), moment, 12)]))
    assert [cell.value for cell in sheet[2]] == [datetime.fromisoformat("2025-04-01"), moment.replace(tzinfo=None), 12]
    assert [cell.number_format for cell in sheet[2][:2]] == ["yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss"]


def test_a_title_stands_above_the_frozen_headings_which_are_printed_on_every_page() -> None:
    sheet = opened(write_xlsx(("编号",), [(1,)], title="清河镇（2025-04-01）"))
    assert [row[0].value for row in sheet.iter_rows()] == ["清河镇（2025-04-01）", "编号", 1]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A3", "$1:$2")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert not opened(write_xlsx(("编号",), [(1,)])).cell(1, 1).value.startswith("清河")


def test_text_that_looks_like_a_formula_is_still_text_after_somebody_edited_the_cell() -> None:
    sheet = opened(write_xlsx(("备注",), [("=1+1",), ("+86",), ("001",)], title="-1"))
    assert [cell.quotePrefix for (cell,) in sheet.iter_rows()] == [True, False, True, True, False]


def test_csv_opens_in_excel_and_holds_no_formula() -> None:
    rows = [("=1+1", date(2025, 4, 1), None), ("村道，\n“路灯”", datetime(2025, 4, 1, 8, tzinfo=QINGHE), -3)]
    content = write_csv(("题目", "日", "数"), rows)
    assert content.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert read == [
        ["题目", "日", "数"],
        ["'=1+1", "2025-04-01", ""],
        ["村道，\n“路灯”", "2025-04-01 08:00:00", "-3"],
    ]
