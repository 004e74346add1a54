"""Equal tables are equal files."""

import io
import re
from datetime import date
from zipfile import ZipFile, ZipInfo

from openpyxl import load_workbook

from huitang.adapters.spreadsheets import steady, writing

ROWS = [("陆文清", 3, date(2025, 4, 1)), ("=1+1", None, None)]


def test_a_workbook_packed_again_has_no_moment_in_it_and_the_same_cells():
    written = writing.write_xlsx(["姓名", "次数", "日期"], ROWS)
    packed = steady.steady(written)
    assert packed == steady.steady(written)
    rows = list(load_workbook(io.BytesIO(packed)).worksheets[0].iter_rows(min_row=2, values_only=True))
    assert [row[:2] for row in rows] == [("陆文清", 3), ("=1+1", None)]


def test_tables_written_at_different_moments_are_one_file():
    written = writing.write_xlsx(["姓名"], [("陆文清",)])
    later = _written_at(written, b"2031-07-08T09:10:11Z")
    assert b"2031-07-08" in ZipFile(io.BytesIO(later)).read("docProps/core.xml")
    assert steady.steady(written) == steady.steady(later)


def _written_at(content: bytes, moment: bytes) -> bytes:
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, (2031, 7, 8, 9, 10, 11)), re.sub(rb"\d{4}-[\d:T-]+Z", moment, old.read(name)))
    return stream.getvalue()
