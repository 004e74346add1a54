"""The figures of a year in the tables of the reports."""

import pytest

from huitang.congress.documents import year_words
from huitang.congress.money.report import AccountFigures, ItemFigure, ReportFigures, SideFigures


def account(growth: str) -> AccountFigures:
    items = (ItemFigure("其他", 10_000, "100.0%", growth), ItemFigure("税收收入", 20_000, "", ""))
    side = SideFigures(30_000, 30_000, "100.0%", None, growth, items)
    return AccountFigures(2024, "RESULT", "2024年执行", side, side, 0, 0, 0, 0, "", None)


@pytest.mark.parametrize(("growth", "heads"), [("", ["金额", "为预算"]), ("2.5%", ["金额", "为预算", "比上年"])])
def test_a_column_without_any_figure_is_left_out_and_rows_of_one_name_both_stay(growth, heads):
    figures = ReportFigures(1, 2025, account(growth), None, None, None, None, ())
    (told,) = year_words.money(figures, "FINAL_ACCOUNTS")
    assert told["表头"] == heads
    assert [row["名称"] for row in told["行"]] == ["其他", "税收收入"] * 2
    assert {len(row["数"]) for row in told["行"]} == {len(heads)}
