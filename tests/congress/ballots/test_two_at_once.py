"""Two deeds of one ballot in the same instant: the second waits, and then sees what the first has done.

On SQLite the waiting is the database's own (every transaction takes the write lock first), which is what the
last test holds; the others need a database that lets two transactions run side by side.
"""

import threading

import pytest
from django.conf import settings
from django.db import connection, transaction

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.ballots import commands, queries
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import Refusal
from huitang.congress.roster.models import Town
from huitang.rules.ballot import BallotMethod
from tests.conftest import NOW

PAUSE = 0.5
IS_SQLITE = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
side_by_side = pytest.mark.skipif(IS_SQLITE, reason="SQLite runs one writing transaction at a time; see the last test")


@pytest.fixture
def tellers(transactional_db):
    town = Town.objects.create(code="qinghe", name="清河镇")
    tellers = [Actor(town.pk, town.code, f"计票人{n}", Role.TELLER, account_id=n) for n in range(1, 3)]
    journal.append("town.founded", actor=tellers[0], at=NOW)
    return tellers


@pytest.fixture
def ballot(tellers):
    ballot = commands.open_ballot(title="选举票", method=BallotMethod(candidates=("甲",), seats=1), voters=5)
    commands.issue_papers(ballot_id=ballot, papers_issued=2, actor=tellers[0], now=NOW)
    commands.collect_papers(ballot_id=ballot, papers_collected=2, actor=tellers[0], now=NOW)
    return ballot


def enter(ballot, teller, number, mark="CIRCLE"):
    commands.enter_sheet(
        ballot_id=ballot, number=number, marks=(mark,), write_ins=(), sealed=True, actor=teller, now=NOW
    )


def while_uncommitted(first, second):
    """Runs `first` and, before it is committed, `second` from another connection; returns what that raised."""
    raised = []

    def run():
        try:
            second()
        except Refusal as error:
            raised.append(error)
        finally:
            connection.close()

    other = threading.Thread(target=run)
    with transaction.atomic():
        first()
        other.start()
        other.join(PAUSE)
    other.join(20)
    assert not other.is_alive()
    return raised[0] if raised else None


@side_by_side
def test_a_teller_who_presses_twice_holds_one_seat_not_both(ballot, tellers):
    told = while_uncommitted(lambda: enter(ballot, tellers[0], 1), lambda: enter(ballot, tellers[0], 2))
    assert told is None
    assert queries.get_ballot(ballot).second_reader == ""
    assert queries.get_progress(ballot, who="").read_second == 0


@side_by_side
def test_the_box_is_not_counted_again_under_a_paper_just_read(ballot, tellers):
    told = while_uncommitted(
        lambda: enter(ballot, tellers[0], 1),
        lambda: commands.count_box_again(ballot_id=ballot, reason="数错", actor=tellers[1], now=NOW),
    )
    assert isinstance(told, commands.CountHasBegun)
    assert queries.get_progress(ballot, who="").read_first == 1


@side_by_side
def test_no_paper_is_settled_anew_once_the_count_is_finished(ballot, tellers):
    for teller, mark in zip(tellers, ("CIRCLE", "CROSS"), strict=True):
        enter(ballot, teller, 1, mark)
        enter(ballot, teller, 2)
    settle = {"ballot_id": ballot, "number": 1, "write_ins": (), "sealed": True, "reason": "监票人认定", "now": NOW}
    commands.resolve_sheet(marks=("CIRCLE",), actor=tellers[0], **settle)
    told = while_uncommitted(
        lambda: commands.finish_count(ballot_id=ballot, actor=tellers[0], now=NOW),
        lambda: commands.resolve_sheet(marks=("CROSS",), actor=tellers[1], **settle),
    )
    assert isinstance(told, commands.BallotHasMovedOn)
    assert queries.get_tally(ballot).candidates[0].votes_for == 2


def test_on_sqlite_a_transaction_takes_the_write_lock_before_it_reads():
    options = settings.DATABASES["default"].get("OPTIONS", {})
    assert not IS_SQLITE or options["transaction_mode"] == "IMMEDIATE"
