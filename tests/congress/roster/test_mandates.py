"""What happens to a mandate, and what the roll was on any day."""

from datetime import date

import pytest

from huitang.congress.accounts import commands as accounts
from huitang.congress.accounts import queries as cards
from huitang.congress.accounts.actor import DeedIsNotYours
from huitang.congress.journal import queries as journal
from huitang.congress.roster import commands, mandate_commands, queries, refusals
from huitang.congress.roster.models import Deputy
from huitang.rules.mandate import EndCause, Standing
from tests.congress.roster import stage
from tests.congress.roster.stage import BEGAN, TODAY

MARCH_1 = date(2024, 3, 1)
MAY_1 = date(2024, 5, 1)


@pytest.fixture
def deputy(roll) -> int:
    return Deputy.objects.get(number=10).pk


def deed(command, office, now, deputy, on, **more):
    command(deputy_id=deputy, on=on, reason="县监委通报", actor=office, now=now, **more)


def standing(deputy, town, on):
    return queries.get_deputy(deputy, town_id=town.pk, on=on).deputy.standing


def test_a_suspended_deputy_counts_in_the_base_and_may_not_vote(deputy, roll, office, now, town):
    deed(mandate_commands.suspend_deputy, office, now, deputy, MARCH_1)
    count = queries.count_roll(roll, on=TODAY)
    assert (count.in_office, count.suspended, count.able_to_attend, count.vacant) == (95, 1, 94, 1)
    row = next(row for row in queries.list_roll(roll, on=TODAY) if row.id == deputy)
    assert row.counts_in_base
    assert not row.may_vote


def test_the_card_of_an_ended_mandate_opens_nothing_any_more(deputy, office, now):
    accounts.issue_cards(deputy_ids=[deputy], serials=["abcdef012345"], actor=office, now=now)
    (card,) = cards.list_cards((deputy,))
    assert cards.deputy_of_token(card.token) == deputy
    deed(mandate_commands.end_mandate, office, now, deputy, MARCH_1, cause=EndCause.MOVED_AWAY)
    assert cards.deputy_of_token(card.token) is None


def test_the_roll_is_what_it_was_on_each_day(deputy, roll, office, now, town):
    deed(mandate_commands.suspend_deputy, office, now, deputy, MARCH_1)
    deed(mandate_commands.restore_deputy, office, now, deputy, MAY_1)
    deed(mandate_commands.end_mandate, office, now, deputy, date(2025, 1, 10), cause=EndCause.MOVED_AWAY)
    days = {
        date(2021, 11, 19): Standing.NOT_YET,
        BEGAN: Standing.IN_OFFICE,
        date(2024, 2, 29): Standing.IN_OFFICE,
        MARCH_1: Standing.SUSPENDED,
        date(2024, 4, 30): Standing.SUSPENDED,
        MAY_1: Standing.IN_OFFICE,
        date(2025, 1, 9): Standing.IN_OFFICE,
        date(2025, 1, 10): Standing.ENDED,
    }
    assert {day: standing(deputy, town, day) for day in days} == days
    assert len(queries.list_roll(roll, on=date(2025, 1, 9))) == 95
    assert len(queries.list_roll(roll, on=date(2025, 1, 10))) == 94
    assert queries.list_roll(roll, on=date(2021, 11, 19)) == ()


def test_the_history_names_the_articles_it_rests_on(deputy, roll, office, now, town):
    deed(mandate_commands.end_mandate, office, now, deputy, MARCH_1, cause=EndCause.RESIGNED)
    history = queries.get_deputy(deputy, town_id=town.pk, on=TODAY).history
    assert [(change.kind_name, change.cause_name, change.on) for change in history] == [
        ("当选", "", BEGAN),
        ("代表资格终止", "辞职被接受", MARCH_1),
    ]
    assert any("代表法" in citation for citation in history[1].citations)
    assert history[1].reason == "县监委通报"


def test_deeds_that_cannot_follow_are_refused_with_the_standing(deputy, office, now):
    with pytest.raises(refusals.MandateDoesNotAllow, match="是“在任”，不能恢复执行职务"):
        deed(mandate_commands.restore_deputy, office, now, deputy, MARCH_1)
    deed(mandate_commands.end_mandate, office, now, deputy, MARCH_1, cause=EndCause.DIED)
    with pytest.raises(refusals.MandateDoesNotAllow, match="是“资格终止”，不能暂停执行职务"):
        deed(mandate_commands.suspend_deputy, office, now, deputy, MAY_1)


def test_a_change_entered_late_must_fit_what_follows_it(deputy, office, now):
    deed(mandate_commands.suspend_deputy, office, now, deputy, MAY_1)
    with pytest.raises(refusals.MandateDoesNotAllow):
        deed(mandate_commands.end_mandate, office, now, deputy, MARCH_1, cause=EndCause.MOVED_AWAY)
    with pytest.raises(refusals.MandateDoesNotAllow):
        deed(mandate_commands.suspend_deputy, office, now, deputy, MARCH_1)


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2025, 4, 2), "还没有到这一天"), (date(2021, 11, 19), "本届从 2021-11-20 开始")],
)
def test_a_day_outside_the_term_or_in_the_future_is_refused(deputy, office, now, day, words):
    with pytest.raises(refusals.DayIsWrong, match=words):
        deed(mandate_commands.suspend_deputy, office, now, deputy, day)


def test_an_end_needs_a_lawful_cause_and_every_deed_a_reason(deputy, office, now):
    with pytest.raises(refusals.CauseIsMissing):
        deed(mandate_commands.end_mandate, office, now, deputy, MARCH_1, cause=None)
    with pytest.raises(mandate_commands.CauseIsNotLawful):
        deed(mandate_commands.end_mandate, office, now, deputy, MARCH_1, cause=EndCause.ORDERED_RESIGNATION)
    with pytest.raises(refusals.ReasonIsMissing):
        mandate_commands.suspend_deputy(deputy_id=deputy, on=MARCH_1, reason=" ", actor=office, now=now)


def test_a_by_elected_deputy_counts_from_the_day_and_gets_the_next_number(roll, office, now):
    delegation = queries.list_delegations(roll, on=TODAY)[0].id
    new = mandate_commands.seat_by_elected(
        term_id=roll,
        number=None,
        name="单 志强",
        delegation_id=delegation,
        details={"sex": "男", "district": "第3选区"},
        on=MARCH_1,
        reason="第3选区补选",
        actor=office,
        now=now,
    )
    row = next(row for row in queries.list_roll(roll, on=MARCH_1) if row.id == new)
    assert (row.number, row.name, row.district) == (96, "单志强", "第3选区")
    assert row.initials.startswith("szq")
    assert len(queries.list_roll(roll, on=date(2024, 2, 29))) == 95
    assert queries.count_roll(roll, on=MARCH_1).vacant == 0


def test_the_number_of_a_former_deputy_is_not_given_again(deputy, roll, office, now):
    deed(mandate_commands.end_mandate, office, now, deputy, MARCH_1, cause=EndCause.DIED)
    with pytest.raises(refusals.NumberIsTaken, match="编号 10 已经是“叶裕”的"):
        mandate_commands.seat_by_elected(
            term_id=roll,
            number=10,
            name="甲",
            delegation_id=queries.list_delegations(roll, on=TODAY)[0].id,
            details={},
            on=MAY_1,
            reason="补选",
            actor=office,
            now=now,
        )


def test_one_whose_mandate_ended_may_be_elected_again(deputy, office, now, town):
    deed(mandate_commands.end_mandate, office, now, deputy, MARCH_1, cause=EndCause.MOVED_AWAY)
    deed(mandate_commands.seat_again, office, now, deputy, MAY_1)
    assert standing(deputy, town, date(2024, 4, 30)) is Standing.ENDED
    assert standing(deputy, town, MAY_1) is Standing.IN_OFFICE


def test_a_mistake_is_withdrawn_and_stays_in_the_journal(deputy, office, now, town):
    deed(mandate_commands.suspend_deputy, office, now, deputy, MARCH_1)
    change = queries.get_deputy(deputy, town_id=town.pk, on=TODAY).history[-1]
    mandate_commands.withdraw_mandate_change(change_id=change.id, reason="登记错人", actor=office, now=now)
    assert standing(deputy, town, TODAY) is Standing.IN_OFFICE
    events = [entry.event for entry in journal.list_entries(chain=office.chain, subject=f"deputy:{deputy}")]
    assert events == ["mandate.withdrawn", "mandate.suspended"]
    with pytest.raises(mandate_commands.ChangeIsUnknown):
        mandate_commands.withdraw_mandate_change(change_id=change.id, reason="再来", actor=office, now=now)


def test_what_later_changes_rest_on_cannot_be_withdrawn(deputy, office, now, town):
    elected = queries.get_deputy(deputy, town_id=town.pk, on=TODAY).history[0]
    with pytest.raises(mandate_commands.ElectionStays):
        mandate_commands.withdraw_mandate_change(change_id=elected.id, reason="错", actor=office, now=now)
    deed(mandate_commands.suspend_deputy, office, now, deputy, MARCH_1)
    deed(mandate_commands.restore_deputy, office, now, deputy, MAY_1)
    suspended = queries.get_deputy(deputy, town_id=town.pk, on=TODAY).history[1]
    with pytest.raises(mandate_commands.HistoryWouldBreak):
        mandate_commands.withdraw_mandate_change(change_id=suspended.id, reason="错", actor=office, now=now)


def test_only_the_office_changes_a_mandate(deputy, chair, now):
    with pytest.raises(DeedIsNotYours):
        deed(mandate_commands.suspend_deputy, chair, now, deputy, MARCH_1)


def test_a_deputy_of_another_town_is_unknown(deputy, now):
    elsewhere = commands.found_town(code="other", name="别处镇", province="", now=now)
    with pytest.raises(refusals.DeputyIsUnknown):
        queries.get_deputy(deputy, town_id=elsewhere, on=TODAY)


def test_closing_a_term_ends_every_mandate_once(roll, office, now):
    assert commands.close_term(term_id=roll, ended_on=TODAY, actor=office, now=now) == 95
    assert queries.list_roll(roll, on=TODAY) == ()
    assert len(queries.list_roll(roll, on=date(2025, 3, 30))) == 95
    with pytest.raises(refusals.TermIsClosed):
        commands.close_term(term_id=roll, ended_on=TODAY, actor=office, now=now)


def test_a_closed_term_takes_no_more_deeds(deputy, roll, office, now, town):
    delegation = queries.list_delegations(roll, on=TODAY)[0].id
    commands.close_term(term_id=roll, ended_on=TODAY, actor=office, now=now)
    who = {"actor": office, "now": now}
    deeds = [
        lambda: deed(mandate_commands.suspend_deputy, office, now, deputy, MARCH_1),
        lambda: commands.add_delegation(term_id=roll, name="新团", **who),
        lambda: commands.rename_delegation(delegation_id=delegation, name="新团", **who),
        lambda: commands.name_head(delegation_id=delegation, deputy_id=None, **who),
        lambda: commands.change_quota(term_id=roll, quota=98, reason="决定", **who),
        lambda: stage.preview(roll, stage.ROSTER_95, office, now),
        lambda: mandate_commands.seat_by_elected(
            term_id=roll,
            number=None,
            name="甲",
            delegation_id=delegation,
            details={},
            on=MARCH_1,
            reason="补选",
            **who,
        ),
    ]
    for each in deeds:
        with pytest.raises(refusals.TermIsClosed, match="第 6 届已于 2025-03-31 结束，不能再改"):
            each()
