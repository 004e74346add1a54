"""What the town's own page makes public is public on the money page too: one fact, entered once."""

from datetime import date, timedelta

import pytest

from huitang.congress.diary import gathering
from huitang.congress.journal.models import JournalEntry
from huitang.congress.money import approval_commands
from huitang.congress.money.models import YearAccount
from huitang.congress.publication import commands
from tests.congress.publication.test_standing_drafts import released
from tests.congress.publication.year_of_qinghe import JULY

ON = date(2025, 7, 15)


def budget() -> YearAccount:
    return YearAccount.objects.get(year=2025, stage="BUDGET")


def is_due(town, on: date = ON) -> bool:
    subject = f"year_account:{budget().pk}"
    return any((due.subject, due.clock) == (subject, "PUBLISH") for due in gathering.list_dues(town.pk, on=on))


def test_releasing_the_page_ticks_the_accounts_it_shows_and_no_other(qinghe, office, chair):
    assert is_due(qinghe)
    released(office, chair, "MONEY", "year:2025")
    assert (budget().published_on, budget().is_released) == (ON, True)
    assert not is_due(qinghe)
    assert YearAccount.objects.get(year=2025, stage="ADJUSTED").published_on is None
    assert JournalEntry.objects.filter(event="money.released").count() == 1


def test_withdrawing_it_makes_it_due_again(qinghe, office, chair):
    page = released(office, chair, "MONEY", "year:2025")
    told = {"reason": "数字有误", "actor": chair, "now": JULY + timedelta(hours=1)}
    commands.withdraw(release_id=page.pk, **told)
    assert (budget().published_on, budget().is_released) == (None, False)
    assert is_due(qinghe)


@pytest.mark.parametrize("before", [True, False])
def test_a_day_the_office_typed_is_its_own(before, qinghe, office, chair):
    typed = date(2025, 4, 10)

    def type_day() -> None:
        approval_commands.publish_account(account_id=budget().pk, published_on=typed, actor=office, now=JULY)

    if before:
        type_day()
    page = released(office, chair, "MONEY", "year:2025")
    if not before:
        type_day()
    commands.withdraw(release_id=page.pk, reason="数字有误", actor=chair, now=JULY + timedelta(hours=1))
    assert (budget().published_on, budget().is_released) == (typed, False)


def test_withdrawing_a_version_already_replaced_leaves_what_is_public(qinghe, office, chair):
    first = released(office, chair, "MONEY", "year:2025")
    YearAccount.objects.filter(year=2025, stage="ADJUSTED").update(approved_on=date(2025, 7, 2))
    released(office, chair, "MONEY", "year:2025", at=JULY + timedelta(hours=1))
    assert YearAccount.objects.get(year=2025, stage="ADJUSTED").is_released
    commands.withdraw(release_id=first.pk, reason="旧版", actor=chair, now=JULY + timedelta(hours=2))
    assert budget().published_on == ON
