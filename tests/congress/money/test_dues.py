"""What an approved account makes due, and when it stops."""

from datetime import date

import pytest

from huitang.congress.money import approval_commands, dues
from huitang.congress.money.models import YearAccount
from tests.congress.money import stage

ON = date(2025, 4, 2)


@pytest.fixture
def budget(office, now) -> int:
    stage.bring_in(stage.corrected(), office, now)
    kept = YearAccount.objects.get(year=2025, stage="BUDGET")
    approval_commands.approve_account(account_id=kept.pk, approved_on=date(2025, 3, 31), actor=office, now=now)
    return kept.pk


def test_a_budget_is_published_and_passed_on_and_not_filed(office, budget):
    found = dues.list_dues(office.town_id, on=ON)
    # twenty days from 31 March end on Sunday, 20 April
    assert [(due.clock, due.owes, due.last_day, due.if_moved) for due in found] == [
        ("PUBLISH", "财政所", date(2025, 4, 20), date(2025, 4, 21)),
        ("REPLY", "财政所", date(2025, 4, 20), date(2025, 4, 21)),
    ]
    assert all(due.citations for due in found)


def test_what_is_public_is_no_longer_due(office, now, budget):
    approval_commands.publish_account(account_id=budget, published_on=date(2025, 3, 31), actor=office, now=now)
    assert [due.clock for due in dues.list_dues(office.town_id, on=ON)] == ["REPLY"]


def test_an_approval_taken_back_makes_nothing_due(office, now, budget):
    approval_commands.withdraw_approval(account_id=budget, reason="登记错了", actor=office, now=now)
    assert dues.list_dues(office.town_id, on=ON) == ()
