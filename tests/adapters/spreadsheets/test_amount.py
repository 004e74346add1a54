"""Amounts as offices write them, exactly in whole yuan; the names of cells."""

import pytest

from huitang.adapters.spreadsheets import amount, cell_name
from huitang.adapters.spreadsheets.amount import AmountFault, AmountIsUnreadable

WAN = 10_000


@pytest.mark.parametrize(
    ("text", "unit", "yuan"),
    [
        ("2731.4", WAN, 27_314_000),
        ("6,206.00", WAN, 62_060_000),
        ("６，２０６", WAN, 62_060_000),
        (" 90 ", WAN, 900_000),
        ("335.1545", WAN, 3_351_545),
        ("1.5", 100_000_000, 150_000_000),
        ("62060000", 1, 62_060_000),
        ("-0.0", 1, 0),
        ("", WAN, None),
        ("—", WAN, None),
        ("-", WAN, None),
    ],
)
def test_an_amount_is_read_exactly(text, unit, yuan):
    assert amount.read_yuan(text, unit) == yuan


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("约90", AmountFault.NOT_A_NUMBER),
        ("90元", AmountFault.NOT_A_NUMBER),
        ("#REF!", AmountFault.NOT_A_NUMBER),
        ("1.2.3", AmountFault.NOT_A_NUMBER),
        ("-5", AmountFault.NEGATIVE),
        ("(5)", AmountFault.NEGATIVE),
        ("（5）", AmountFault.NEGATIVE),
        ("0.33333", AmountFault.PART_OF_A_YUAN),
        ("100000000001", AmountFault.TOO_LARGE),
    ],
)
def test_what_is_no_amount_says_why(text, fault):
    with pytest.raises(AmountIsUnreadable) as refused:
        amount.read_yuan(text, WAN)
    assert refused.value.fault is fault


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("单位:万元", WAN),
        ("单位：人民币元", 1),
        ("金额单位：  千元", 1000),
        ("2025年预算数（万元）", WAN),
        ("2025年预算数(元)", 1),
        ("单位：亿元", 100_000_000),
        ("单位：美元", None),
        ("清河镇财政所", None),
    ],
)
def test_the_unit_is_read_from_the_sheets_own_words(text, unit):
    assert amount.find_unit(text) == unit


def test_a_strange_unit_is_named():
    assert amount.find_strange_unit("单位：美元") == "美元"
    assert amount.find_strange_unit("单位：万元") == ""


@pytest.mark.parametrize(
    ("yuan", "unit", "told"),
    [
        (65_120_000, WAN, "6,512.00"),
        (3_351_545, WAN, "335.1545"),
        (-100_000, WAN, "-10.00"),
        (12_345, 1, "12,345"),
        (5_000, WAN, "0.50"),
    ],
)
def test_an_amount_is_told_in_its_unit(yuan, unit, told):
    assert amount.tell_amount(yuan, unit) == told


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_lettered_as_a_spreadsheet_does(column, letters):
    assert cell_name.cell_name(14, column) == f"{letters}14"
