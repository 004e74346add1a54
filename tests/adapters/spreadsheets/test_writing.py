import io

import openpyxl

from huitang.adapters.spreadsheets.reading import read_spreadsheet
from huitang.adapters.spreadsheets.writing import write_xlsx


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
