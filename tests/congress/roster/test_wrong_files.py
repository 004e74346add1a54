"""Every wrong file gets a sentence in Chinese that says what and where, and nothing is written."""

import pytest

from huitang.adapters.spreadsheets.writing import write_xlsx
from huitang.congress.journal import queries as journal
from huitang.congress.roster import import_commands
from huitang.congress.roster.file_refusal import RollFileIsRefused
from huitang.congress.roster.models import RollImport
from huitang.congress.roster.preview import RowState
from tests.congress.roster.stage import ROSTER_95, preview, row_of, told

CASES = {
    "a PDF renamed": (
        b"%PDF-1.7\n%renamed",
        "文件“名册.xlsx”不是表格，看起来是 PDF 文件。请上传 Excel（xlsx、xls）、WPS 或 ods 表格，或 csv 文本。",
    ),
    "an empty file": (b"", "文件“名册.xlsx”是空的，一个字节也没有。请重新导出后再上传。"),
    "blank cells only": (b",,\r\n,,\r\n", "文件“名册.xlsx”里没有内容，只有空白的表格。请检查是不是选错了文件。"),
    "ten megabytes": (
        b"x" * (10 * 1024 * 1024),
        "文件“名册.xlsx”太大，超过 5 MB。这样的表格一般不到 1 MB，请检查是不是选错了文件，或表里夹了图片。",
    ),
    "too many rows": (
        "姓名\n".encode() + "甲\n".encode() * 5001,
        "文件“名册.xlsx”有 5002 行，超过 5000 行，太多了。请检查是不是选错了文件。",
    ),
    "half a file": (
        ROSTER_95[:6000],
        "文件“名册.xlsx”已经损坏，打不开。请在 Excel 或 WPS 里重新打开、另存一份再上传。",
    ),
    "no name column": (
        write_xlsx(("序号", "代表团", "联系电话"), [(1, "一团", "10000000001")], sheet_name="代表"),
        "文件“名册.xlsx”的工作表“代表”第 1 行是表头，但没有“姓名”这一栏。这一行现有的栏目是：序号、代表团、联系电话。请补上这一栏再上传。",
    ),
    "no headings": (
        write_xlsx(("甲", "乙"), [("丙", "丁")], sheet_name="S"),
        "文件“名册.xlsx”的工作表“S”前 2 行里没有找到表头。表头至少要有“姓名”一栏。请检查是不是选错了文件。",
    ),
    "two name columns": (
        write_xlsx(("姓名", "代表姓名"), [("甲", "甲")], sheet_name="S"),
        "文件“名册.xlsx”的工作表“S”的表头里，“姓名”出现了不止一次（A1、B1）。请只留一列。",
    ),
    "headings and nothing else": (
        "序号,姓名\n".encode(),
        "文件“名册.xlsx”第 1 行的表头下面一行也没有。请检查是不是选错了文件。",
    ),
    "an open quotation mark": (
        '序号,姓名\n1,"甲\n2,乙\n'.encode(),
        "文件“名册.xlsx”第 2 行的引号没有配对，后面的内容读不了。请改正这一行，或另存为 xlsx 再上传。",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_file_is_refused_by_one_sentence_and_nothing_is_kept(term, office, now, case):
    content, sentence = CASES[case]
    before = journal.get_sequence(office.chain)
    with pytest.raises(RollFileIsRefused) as refused:
        import_commands.upload_roll(term_id=term, filename="名册.xlsx", content=content, actor=office, now=now)
    assert str(refused.value) == sentence
    assert not RollImport.objects.exists()
    assert journal.get_sequence(office.chain) == before


def rows_of(*rows):
    return write_xlsx(("序号", "姓名", "性别", "出生年月", "联系电话", "代表团"), rows)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (("1", "", "男"), "没有姓名。请在文件里补上姓名，或删去这一行。"),
        (("1", "13800", "男"), "姓名栏写的是“13800”，不像姓名。请检查这一行的各栏有没有错位。"),
        (("1.5", "甲", "男"), "编号“1.5”不是 1 到 9999 的整数。请改正，或空着。"),
        (("0", "甲", "男"), "编号“0”不是 1 到 9999 的整数。请改正，或空着。"),
        (("1", "甲", "汉族"), "性别“汉族”不是“男”或“女”。请在文件里改正。"),
        (
            ("1", "甲" * 61, "男"),
            "“甲甲甲甲甲甲甲甲甲甲…”有 61 个字，超过 60 个。请检查这一行的各栏有没有错位。",
        ),
    ],
)
def test_a_wrong_cell_is_an_error_of_its_row(term, office, now, row, sentence):
    page = preview(term, rows_of(row, ("2", "乙", "女")), office, now)
    assert told(page, 2) == (sentence,)
    assert page.plan.counts[RowState.ERROR] == 1


@pytest.mark.parametrize(
    ("born", "phone", "sentence"),
    [
        (
            "1970.1",
            "",
            "出生年月“1970.1”分不清是 1 月还是 10 月，没有采用。请在文件里把这一栏设为文本，写成两位月份。",
        ),
        ("七〇年", "", "出生年月“七〇年”看不懂，没有采用。请写成“1970.06”。"),
        ("", "见名片", "联系电话“见名片”不是一个电话号码，没有采用。"),
    ],
)
def test_a_doubtful_cell_is_left_out_and_said(term, office, now, born, phone, sentence):
    page = preview(term, rows_of(("1", "甲", "男", born, phone, "一团")), office, now)
    assert row_of(page, 2).warnings == (sentence,)
    assert row_of(page, 2).state is RowState.WARNING


@pytest.mark.parametrize(
    "written",
    ["1970.06", "1970-6", "1970年6月", "197006", "1970/06", "1970-06-15", "1970年6月15日", "1970.6"],
)
def test_every_usual_way_to_write_a_month_is_read(term, office, now, written):
    page = preview(term, rows_of(("1", "甲", "男", written, "", "一团")), office, now)
    assert row_of(page, 2).details["born"] == "1970-06"
    assert row_of(page, 2).state is RowState.NEW


def test_merged_cells_fill_their_block_and_sub_titles_are_no_deputies(term, office, now):
    import io

    import openpyxl

    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for line in (
        ["代表名册"],
        ["序号", "姓 名", "团别"],
        ["（一）"],
        [1, "甲", "一团"],
        [2, "乙"],
        [3, "丙", "二团"],
        ["注：以上为全部代表"],
    ):
        sheet.append(line)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("C4:C5")
    stream = io.BytesIO()
    workbook.save(stream)
    page = preview(term, stream.getvalue(), office, now)
    assert [(row.row, row.name, row.delegation) for row in page.plan.rows] == [
        (4, "甲", "一团"),
        (5, "乙", "一团"),
        (6, "丙", "二团"),
    ]
    notes = "只有一格文字、没有当作代表的行：第 3 行“（一）”；第 7 行“注：以上为全部代表”。"
    assert notes in [finding.sentence for finding in page.findings]


def test_a_roll_without_delegations_is_taken_over_and_said(term, office, now):
    page = preview(term, write_xlsx(("序号", "姓名"), [(1, "甲")]), office, now)
    assert row_of(page, 2).delegation == "未分团"
    assert "没有写代表团" in row_of(page, 2).warnings[0]


def test_remarks_about_a_mandate_are_pointed_out(term, office, now):
    content = write_xlsx(("序号", "姓名", "团别", "备注"), [(1, "甲", "一团", "2024年调离本镇")])
    page = preview(term, content, office, now)
    assert "请到代表页登记" in row_of(page, 2).warnings[0]
