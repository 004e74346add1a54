"""The year's table compares like with like: half a year with half a year, a result with a result."""

from datetime import UTC, datetime

import pytest

from huitang.congress.money import tables
from huitang.congress.money.account import Account, AccountKey, Line
from huitang.congress.money.comparisons import AdjustmentFacts
from huitang.congress.money.queries import KeptAccount, YearAccounts

NOW = datetime(2025, 9, 12, tzinfo=UTC)


def kept(year, stage, yuan):
    total = Line(1, "INCOME", "TOTAL", "", "收入合计", yuan, None, "表", "B2")
    account = Account(AccountKey(year, stage, "GENERAL"), 1, (total,))
    return KeptAccount(0, account, "", NOW, "", None, None, AdjustmentFacts(), None, (), (), ())


def table_of(own, last_year):
    (found,) = tables.tables_of(YearAccounts(1, 2025, (2025,), tuple(own), tuple(last_year), ()))
    return found


@pytest.mark.parametrize(
    ("last_year", "compared", "growth"),
    [
        ([kept(2024, "FINAL", 6_000_000)], "2025年预算比2024年决算", "5.0%"),
        (
            [kept(2024, "HALF_YEAR", 2_500_000), kept(2024, "FINAL", 6_000_000)],
            "2025年上半年执行比2024年上半年执行",
            "20.0%",
        ),
        ([], "", ""),
    ],
)
def test_half_a_year_is_never_measured_by_a_whole_one(last_year, compared, growth):
    found = table_of([kept(2025, "BUDGET", 6_300_000), kept(2025, "HALF_YEAR", 3_000_000)], last_year)
    assert (found.compared, found.rows[0].growth) == (compared, growth)
