import datetime
import io
import random
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huitang.adapters.spreadsheets import reading
from huitang.adapters.spreadsheets.reading import read_spreadsheet
from huitang.adapters.spreadsheets.refusal import Fault, SpreadsheetIsRefused
from huitang.adapters.spreadsheets.sheet import Spreadsheet
from huitang.web.terminal import qinghe

INPUTS = Path(qinghe.__file__).parent
ROSTER_95 = (INPUTS / "roster-95.xlsx").read_bytes()
ROSTER_106 = (INPUTS / "roster-106-gbk.csv").read_bytes()
XLS = Path(__file__).with_name("plain.xls").read_bytes()
ODF = "urn:oasis:names:tc:opendocument:xmlns"
LINE = "编号,姓名\r\n1,李䶮\r\n"


def xlsx(*lines: list[object]) -> bytes:
    workbook = openpyxl.Workbook()
    for line in lines:
        workbook.active.append(line)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def ods(table: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0"/>',
        )
        package.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{ODF}:office:1.0"'
            f' xmlns:table="{ODF}:table:1.0" xmlns:text="{ODF}:text:1.0"><office:body>'
            f'<office:spreadsheet><table:table table:name="册">{table}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return stream.getvalue()


ODS_CELL = '<table:table-cell{} office:value-type="string"><text:p>{}</text:p></table:table-cell>'


def fault_of(content: bytes) -> Fault:
    with pytest.raises(SpreadsheetIsRefused) as refused:
        read_spreadsheet(content)
    return refused.value.code


def first_cells(spreadsheet: Spreadsheet, row: int) -> tuple[str, ...]:
    return spreadsheet.sheets[0].rows[row - 1].cells


def test_the_xlsx_roll_is_read_with_the_row_numbers_of_the_file() -> None:
    spreadsheet = read_spreadsheet(ROSTER_95)
    sheet = spreadsheet.sheets[0]
    assert (spreadsheet.kind, sheet.name, len(sheet.rows)) == ("xlsx", "代表名册", 100)
    assert sheet.rows[4].number_in_file == 5
    assert sheet.rows[4].cells[:2] == ("1", "吴\u3000祎")
    assert sheet.rows[4].cells[10] == "10000098786"
    assert spreadsheet.sheets[1].rows[0].cells[0] == "应选代表96名,现有代表95名,缺额1名"


def test_the_gbk_roll_keeps_its_rare_character_and_its_leading_zeros() -> None:
    spreadsheet = read_spreadsheet(ROSTER_106)
    assert (spreadsheet.kind, spreadsheet.encoding) == ("csv", "GB18030")
    assert len(spreadsheet.sheets[0].rows) == 107
    assert first_cells(spreadsheet, 38)[:2] == ("037", "李䶮")


@pytest.mark.parametrize(
    ("codec", "mark", "told"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8", b"\xef\xbb\xbf", "UTF-8"),
        ("gb18030", b"", "GB18030"),
        ("utf-16-le", b"\xff\xfe", "UTF-16-LE"),
        ("utf-16-be", b"\xfe\xff", "UTF-16-BE"),
        ("utf-16-le", b"", "UTF-16-LE"),
        ("utf-16-be", b"", "UTF-16-BE"),
    ],
)
def test_each_encoding_is_recognised(codec: str, mark: bytes, told: str) -> None:
    spreadsheet = read_spreadsheet(mark + LINE.encode(codec))
    assert spreadsheet.encoding == told
    assert first_cells(spreadsheet, 2) == ("1", "李䶮")


@pytest.mark.parametrize("separator", ["\t", ",", ";", "，"])
def test_each_separator_is_recognised(separator: str) -> None:
    content = LINE.replace(",", separator).encode()
    assert first_cells(read_spreadsheet(content), 2) == ("1", "李䶮")


def test_blank_lines_and_quoted_line_breaks_count_as_a_spreadsheet_counts_them() -> None:
    sheet = read_spreadsheet('姓名,备注\n\n甲,"一\n二"\n乙,\n'.encode()).sheets[0]
    assert [row.number_in_file for row in sheet.rows if not row.is_blank] == [1, 3, 4]


def test_numbers_and_dates_are_rendered_as_they_are_read() -> None:
    content = xlsx(
        [1.0, 10000098786.0, 0.1 + 0.2, 2.50, 1e20, True],
        # a cell knows no time zone
        [datetime.date(2025, 3, 1), datetime.datetime(2025, 3, 1, 8, 30), datetime.time(8, 30)],  # noqa: DTZ001
    )
    spreadsheet = read_spreadsheet(content)
    assert first_cells(spreadsheet, 1) == (
        "1", "10000098786", "0.3", "2.5", "100000000000000000000", "TRUE",
    )  # fmt: skip
    assert first_cells(spreadsheet, 2)[:3] == ("2025-03-01", "2025-03-01 08:30:00", "08:30:00")


def test_an_ods_file_is_read() -> None:
    row = "".join(ODS_CELL.format("", text) for text in ("姓名", "王伟"))
    spreadsheet = read_spreadsheet(ods(f"<table:table-row>{row}</table:table-row>"))
    assert (spreadsheet.kind, first_cells(spreadsheet, 1)) == ("ods", ("姓名", "王伟"))


def test_an_xls_file_is_read() -> None:
    spreadsheet = read_spreadsheet(XLS)
    assert spreadsheet.kind == "xls"
    assert first_cells(spreadsheet, 2) == ("1.5", "单元1", "1.5", "单元3", "1.5", "单元5")


def test_a_damaged_xls_is_refused_and_the_server_lives() -> None:
    luck = random.Random(1)
    outcomes = set()
    for _ in range(40):
        damaged = bytearray(XLS)
        for _ in range(luck.randint(4, 30)):
            damaged[luck.randrange(len(damaged))] = luck.randrange(256)
        try:
            read_spreadsheet(bytes(damaged))
            outcomes.add("read")
        except SpreadsheetIsRefused as refused:
            outcomes.add(refused.code)
    assert outcomes == {"read", Fault.CORRUPT}


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.EMPTY_FILE),
        (b"\r\n , ,\r\n", Fault.NOTHING_WRITTEN),
        (xlsx(), Fault.NOTHING_WRITTEN),
        (b"%PDF-1.7 renamed to roll.xlsx", Fault.NOT_A_SPREADSHEET),
        (b"<html><table><tr><td>1</td></tr></table></html>", Fault.NOT_A_SPREADSHEET),
        (b"\x7fELF\x02\x01\x01" + bytes(range(32)) * 4, Fault.NOT_A_SPREADSHEET),
        (b"a,b\xff\xff\xff\n", Fault.UNKNOWN_ENCODING),
        ('姓名,备注\n甲,"一\n'.encode(), Fault.BROKEN_QUOTES),
        (b"x" * (reading.MAX_BYTES + 1), Fault.TOO_LARGE),
        (b"name\n" * (reading.MAX_ROWS + 1), Fault.TOO_MANY_ROWS),
        (ROSTER_95[:3000], Fault.CORRUPT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), Fault.CORRUPT),
        (XLS + "EncryptedPackage".encode("utf-16-le"), Fault.PROTECTED),
    ],
)
def test_a_file_that_is_no_roll_is_refused_by_its_reason(content: bytes, fault: Fault) -> None:
    assert fault_of(content) == fault


def test_a_text_document_is_refused_although_it_is_a_package_too() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", "<w:document/>")
    with pytest.raises(SpreadsheetIsRefused) as refused:
        read_spreadsheet(stream.getvalue())
    assert refused.value.params == {"looks_like": "DOCX"}


def test_a_small_file_that_would_need_a_huge_memory_is_refused() -> None:
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = workbook.active["XFD1048576"] = "x"
    stream = io.BytesIO()
    workbook.save(stream)
    assert fault_of(stream.getvalue()) == Fault.TOO_WIDE
    cell = ODS_CELL.format(' table:number-columns-repeated="16000"', "x")
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    assert fault_of(ods(row)) == Fault.TOO_WIDE


def test_a_package_that_unpacks_to_more_than_the_limit_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", bytes(70 * 1024 * 1024))
    assert fault_of(stream.getvalue()) == Fault.TOO_LARGE


def test_a_damaged_workbook_is_refused_or_read_and_never_anything_else() -> None:
    luck = random.Random(6)
    refused = 0
    for _ in range(150):
        damaged = bytearray(ROSTER_95)
        for _ in range(luck.randint(1, 30)):
            damaged[luck.randrange(len(damaged))] = luck.randrange(256)
        try:
            assert read_spreadsheet(bytes(damaged)).sheets
        except SpreadsheetIsRefused:
            refused += 1
    assert refused > 50


@settings(deadline=None)  # an xls beginning starts a process
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        assert read_spreadsheet(content).sheets
    except SpreadsheetIsRefused as refused:
        assert refused.code in Fault
