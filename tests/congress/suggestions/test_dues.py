"""Which clocks of a suggestion ask something of whom."""

from datetime import date

from huitang.congress.suggestions import dues, handling_commands
from tests.congress.suggestions.stage import Walk, at


def told(walk: Walk, on: date) -> dict[str, tuple[str, str, date]]:
    found = dues.list_dues(walk.play.town_id, on=on)
    return {due.clock: (due.owes, due.waits, due.last_day) for due in found}


def test_until_it_is_assigned_the_office_owes(walk):
    walk.admitted(co_signers="")
    lead = told(walk, date(2025, 4, 8))["ASSIGN"][1]
    assert told(walk, date(2025, 4, 8)) == {"ASSIGN": ("办公室", lead, date(2025, 4, 21))}
    assert "等" not in lead


def test_the_unit_owes_contact_and_reply_and_all_signers_wait(walk):
    walk.assigned()
    found = told(walk, date(2025, 4, 11))
    assert set(found) == {"CONTACT", "REPLY"}  # to hand it back is a right
    owes, waits, last_day = found["REPLY"]
    assert (owes, last_day) == ("镇农业办", date(2025, 7, 10))
    assert waits.endswith("等 3 名代表")


def test_an_opinion_given_is_no_longer_owed(walk):
    found = walk.assigned(assisting=True)
    assert any(clock.startswith(dues.ASSIST_PREFIX) for clock in told(walk, date(2025, 4, 11)))
    handling_commands.note_opinion(
        suggestion_id=found,
        unit_id=walk.units[1],
        opinion="同意",
        on=date(2025, 4, 20),
        actor=walk.actor(),
        now=at(date(2025, 4, 20)),
    )
    assert not any(clock.startswith(dues.ASSIST_PREFIX) for clock in told(walk, date(2025, 4, 21)))


def test_handed_back_it_is_the_offices_again(walk):
    found = walk.assigned()
    handling_commands.hand_back(
        suggestion_id=found, reason="不归我们管", on=date(2025, 4, 14), actor=walk.actor(), now=at(date(2025, 4, 14))
    )
    assert told(walk, date(2025, 4, 15))["REPLY"][0] == "办公室"


def test_a_promise_is_owed_until_it_is_kept(walk):
    found = walk.assigned()
    walk.answer(found, mark="B", promise="年底前修好", promised_for=date(2025, 12, 20))
    walk.evaluate(found)
    clocks = told(walk, date(2025, 6, 4))
    assert set(clocks) == {"PROMISE"}
    assert clocks["PROMISE"][2] == date(2025, 12, 20)


def test_what_has_ended_owes_nothing(walk):
    found = walk.answered()
    walk.evaluate(found)
    assert told(walk, date(2025, 6, 4)) == {}
