"""Every wrong file gets a sentence that says what and where, and nothing of it is kept."""

from pathlib import Path

import pytest

from huitang.congress.journal import queries as journal
from huitang.congress.journal.refusal import InputIsWrong
from huitang.congress.money import commands
from huitang.congress.money.findings import Level
from huitang.congress.money.models import MoneyImport, YearAccount
from huitang.congress.roster.wrong_cells import TableIsWrong
from tests.adapters import spreadsheets as spreadsheet_tests
from tests.congress.money import stage
from tests.congress.money.stage import NAME, changed, corrected

HEADINGS = ("科目编码", "科目名称", "2025年预算数")
INCOME = [("101", "税收收入", 2000), ("", "收入合计", 2000)]


def without_unit(sheet):
    sheet["A2"] = None


def in_dollars(sheet):
    sheet["A2"] = "单位:美元"


def without_stages(sheet):
    for cell in ("C3", "D3", "E3", "F3"):
        sheet[cell] = "备注"


def without_years(sheet):
    sheet["F3"] = "预算数"


def the_same_twice(sheet):
    sheet["D3"] = "2024年预算数"


def without_names(sheet):
    sheet["B3"] = "内容"


WHOLE = {
    "a PDF renamed": (b"%PDF-1.7\n", f"文件“{NAME}”不是表格，看起来是 PDF 文件"),
    "a page of the web saved as xls": (b"<html><table></table></html>", "不是表格，看起来是 HTML 文件"),
    "half a file": (stage.REAL[:3000], f"文件“{NAME}”已经损坏，打不开"),
    "an empty file": (b"", f"文件“{NAME}”是空的"),
    "no unit": (changed(without_unit), "的“预算执行与草案”表没有写金额单位，分不清是元还是万元。"),
    "dollars": (changed(in_dollars), "写的单位是“美元”，不是元、千元、万元或亿元。"),
    "no stage": (changed(without_stages), "第 3 行是表头，但没有一栏写明是预算数、执行数还是决算数。"),
    "no year": (changed(without_years), "表 F3 写的是“预算数”，看不出是哪一年。"),
    "a column twice": (changed(the_same_twice), "表里，C3 和 D3 两栏都是2024年预算数。"),
    "no column of names": (changed(without_names), "没有找到表头。表头至少要有“科目名称”一栏。"),
    "headings and nothing else": (
        stage.book(S=[("单位：万元",), HEADINGS]),
        "的“S”表，表头下面一个数也没有。",
    ),
    "the roll of deputies": (stage.qinghe.read("roster-95.xlsx"), "没有找到表头"),
    "the list of projects": (stage.qinghe.read("projects-12-choose-10.xlsx"), "没有一栏写明是预算数"),
}


@pytest.mark.parametrize("case", WHOLE)
def test_a_wrong_file_is_refused_by_one_sentence_and_nothing_is_kept(office, now, case):
    content, sentence = WHOLE[case]
    before = journal.get_sequence(office.chain)
    with pytest.raises(InputIsWrong) as refused:
        commands.upload_accounts(filename=NAME, content=content, actor=office, now=now)
    assert sentence in str(refused.value)
    assert not MoneyImport.objects.exists()
    assert journal.get_sequence(office.chain) == before


@pytest.mark.parametrize(
    ("cell", "written", "sentence"),
    [
        ("C5", "约2680", "写的是“约2680”，不是一个数。"),
        ("C5", "2680元", "写的是“2680元”，不是一个数。"),
        ("E12", -718.3, "写的是“-718.3”，这里不能是负数。"),
        ("E12", "(718.3)", "写的是“(718.3)”，这里不能是负数。"),
        ("F10", "99999999999999", "写的是“99999999999999”，大得不像一个数。"),
        ("F10", 1610.00001, "写的是“1610.00001”，不足一元的部分请先取整到元，连同合计。"),
    ],
)
def test_a_wrong_cell_is_told_and_bars_the_whole_file(office, now, cell, written, sentence):
    page = stage.preview(changed(lambda sheet: sheet.__setitem__(cell, written), corrected()), office, now)
    assert [(one.cell, one.sentence) for one in page.file.wrong.cells] == [(cell, sentence)]
    with pytest.raises(TableIsWrong, match="1 处错误"):
        commands.commit_import(import_id=page.upload.id, seal=page.plan.seal, reason="理由", actor=office, now=now)
    assert not YearAccount.objects.exists()


def test_a_figure_without_a_name_is_told(office, now):
    page = stage.preview(changed(lambda sheet: sheet.__setitem__("B11", None), corrected()), office, now)
    assert [(one.cell, one.sentence) for one in page.file.wrong.cells] == [("B11", "这一行有数，没有写科目名称。")]


def test_a_missing_sheet_of_expenses_is_told(office, now):
    content = stage.book(**{"2025年收入": [("单位：万元",), HEADINGS, *INCOME]})
    page = stage.preview(content, office, now)
    assert [one.sentence for one in page.file.wrong.cells] == ["2025年预算只有收入，没有支出。文件里是不是少了一张表？"]


def test_a_unit_a_thousand_times_too_small_is_pointed_out(office, now):
    page = stage.preview(changed(lambda sheet: sheet.__setitem__("A2", "单位：元"), integers_only()), office, now)
    warned = stage.sentences(page.plan.findings, Level.WARNING)
    assert any("合 6,206 元，不像一个镇一年的数。金额单位是不是写错了（元）" in one for one in warned)


def integers_only() -> bytes:
    def drop(sheet):
        sheet.delete_cols(5)

    return changed(drop)


def test_a_file_is_read_by_its_bytes_whatever_its_name(office, now):
    page = stage.preview(stage.REAL, office, now, name="预算表.xls")
    assert page.file.kind == "xlsx"
    assert len(page.plan.wrong) == 1


def test_a_workbook_of_the_old_format_renamed_is_told_what_it_lacks(office, now):
    old = (Path(spreadsheet_tests.__file__).parent / "plain.xls").read_bytes()
    with pytest.raises(InputIsWrong, match="没有找到表头"):
        commands.upload_accounts(filename="预算表.xlsx", content=old, actor=office, now=now)


def test_text_amounts_with_separators_are_read(office, now):
    def spell(sheet):
        sheet["C4"] = "6，206.00"
        sheet["C9"] = " 6,206 "
        sheet["C18"] = "９０"

    page = stage.preview(changed(spell, corrected()), office, now)
    assert not page.file.wrong.cells
    assert page.plan.wrong == ()


def test_merged_titles_and_two_rows_of_headings_are_read(office, now):
    def merge(sheet):
        sheet.insert_rows(4)
        sheet.merge_cells("A1:F1")
        for cell, said in (("C3", "2024年"), ("D3", None), ("E3", None), ("F3", "2025年")):
            sheet[cell] = said
        for cell, said in (("C4", "预算数"), ("D4", "调整预算数"), ("E4", "执行数"), ("F4", "预算数")):
            sheet[cell] = said
        sheet.merge_cells("C3:E3")
        sheet.merge_cells("A3:A4")
        sheet.merge_cells("B3:B4")

    page = stage.preview(changed(merge), office, now)
    assert [planned.account.key.label for planned in page.plan.accounts] == [
        "2024年预算",
        "2024年调整预算",
        "2024年执行",
        "2025年预算",
    ]
    assert [finding.cell for finding in page.plan.wrong] == ["E10"]


def test_two_sheets_one_for_each_side_are_put_together(office, now):
    income = [("2025年收入预算表",), ("单位：万元",), ("收入科目", "金额"), ("税收收入", 1200), ("非税收入", 34.5)]
    expense = [("单位：万元",), ("支出科目", "预算数"), ("教育支出", 1000), ("预备费", 20), ("合计", 1243.5)]
    content = stage.book(**{"2025年收入": [*income, ("合计", 1234.5)], "2025年支出": expense})
    page = stage.preview(content, office, now)
    assert not page.file.wrong.cells
    assert [finding.sentence for finding in page.plan.wrong] == [
        "“2025年支出”表 B5：“合计”表上写 1,243.50，各项相加 1,020.00，相差 223.50（万元）"
    ]


def test_income_and_expense_side_by_side_are_read(office, now):
    rows = [
        ("2025年预算收支平衡表", "", "", "单位：万元"),
        ("收入", "预算数", "支出", "预算数"),
        ("税收收入", 900, "教育支出", 800),
        ("上级补助收入", 100, "其他支出", 180),
        ("", "", "预备费", 20),
        ("收入总计", 1000, "支出总计", 1000),
    ]
    page = stage.preview(stage.book(平衡表=rows), office, now)
    account = page.plan.accounts[0].account
    assert [(line.side, line.name, line.yuan, line.cell) for line in account.lines if line.is_total] == [
        ("INCOME", "收入总计", 10_000_000, "B6"),
        ("EXPENSE", "支出总计", 10_000_000, "D6"),
    ]
    assert page.plan.wrong == ()


def test_subtotals_grand_totals_and_numbered_items_are_told_apart(office, now):
    rows = [
        ("单位：万元",),
        ("项目", "2024年决算数"),
        ("一、税收收入", 300),
        ("1.增值税", 200),
        ("2.企业所得税", 100),
        ("二、非税收入", 50),
        ("其中：罚没收入", 60),
        ("本年收入合计", 350),
        ("上级补助收入", 150),
        ("收入总计", 500),
        ("教育支出", 480),
        ("支出总计", 480),
    ]
    page = stage.preview(stage.book(决算=rows), office, now)
    assert [finding.sentence for finding in page.plan.wrong] == [
        "“决算”表 B6：“二、非税收入”表上写 50.00，其中各项相加却有 60.00，多出 10.00（万元）"
    ]


def test_a_summary_that_contradicts_its_detailed_sheet_is_told(office, now):
    detailed = [("单位：万元",), HEADINGS, *INCOME, ("201", "一般公共服务支出", 1900), ("", "支出合计", 1900)]
    summary = [("单位：万元",), HEADINGS, ("", "收入总计", 2100), ("", "支出总计", 1900)]
    page = stage.preview(stage.book(总表=summary, 明细表=detailed), office, now)
    assert [(one.sheet, one.cell, one.sentence) for one in page.file.wrong.cells] == [
        ("总表", "C3", "2025年预算的收入合计是 2,100.00，“明细表”表里是 2,000.00，两张表对不上。请核对。")
    ]
