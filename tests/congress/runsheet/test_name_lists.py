"""One list, one order: by strokes in the town's custom, or by hand with a reason."""

import pytest

from huitang.adapters.names.strokes import order_by_strokes
from huitang.congress.accounts.actor import DeedIsNotYours
from huitang.congress.attendance import commands as attending
from huitang.congress.attendance import queries as attendance
from huitang.congress.elections import commands as elections
from huitang.congress.elections import queries as election_rows
from huitang.congress.journal.models import JournalEntry
from huitang.congress.journal.unchanged import SomebodyWasQuicker
from huitang.congress.roster import commands as roster
from huitang.congress.runsheet import name_lists, refusals
from huitang.congress.scrutiny import queries as scrutiny
from huitang.congress.sittings import list_commands
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.list_order import NameList
from tests.stage import election_session, spring_session


@pytest.fixture
def play(db):
    play = spring_session()
    for name in ("田富", "田大利", "马小禾"):
        attend(play, name)
    return play


def attend(play, name: str) -> None:
    attending.list_attendee(
        session_id=play.session_id, name=name, post="", standing="RESIDENT", actor=play.office, now=play.clock.tick()
    )


def attendees(play) -> list[str]:
    return [row.name for row in attendance.list_attendees(play.session_id)]


def one(play, name: str = "attendees") -> name_lists.OneList:
    return name_lists.get_list(play.session_id, name, town_id=play.town_id).list


def by_hand(play, names, *, reason="按职务", name="attendees", actor=None, seen=None) -> None:
    people = one(play, name).people
    keys = {person.name: person.key for person in people}
    name_lists.order_by_hand(
        session_id=play.session_id,
        list_name=name,
        wanted=[keys[each] for each in names],
        seen=[person.key for person in people] if seen is None else seen,
        reason=reason,
        actor=actor or play.office,
        now=play.clock.tick(),
    )


def by_strokes(play, name: str = "attendees") -> None:
    name_lists.order_by_strokes(session_id=play.session_id, list_name=name, actor=play.office, now=play.clock.tick())


def set_custom(play, *, blank_first: bool, seen=None) -> None:
    roster.set_name_custom(blank_first=blank_first, seen=seen, actor=play.office, now=play.clock.tick())


def test_lists_go_by_strokes_in_the_custom_of_congresses_until_the_town_chooses(play):
    assert attendees(play) == ["马小禾", "田大利", "田富"]
    set_custom(play, blank_first=True)
    assert attendees(play) == ["马小禾", "田富", "田大利"]
    set_custom(play, blank_first=False)
    assert attendees(play) == ["马小禾", "田大利", "田富"]


def test_the_custom_is_journalled_only_when_it_changes(play):
    set_custom(play, blank_first=False)
    assert not JournalEntry.objects.filter(event="town.name_custom_set").exists()
    set_custom(play, blank_first=True)
    with pytest.raises(SomebodyWasQuicker):
        set_custom(play, blank_first=False, seen=0)


def test_what_the_custom_changes_is_shown_on_the_lists_of_the_session(play):
    page = name_lists.get_lists(play.session_id, town_id=play.town_id, chain="qinghe")
    assert name_lists.CustomChange(("田大利", "田富"), ("田富", "田大利")) in page.changes


def test_presidium_scrutineers_and_delegations_go_by_strokes_and_the_chief_stands_first(play):
    presidium = tuple(row.name for row in sittings.list_presidium(play.session_id))
    watched = scrutiny.get_scrutiny(play.session_id)
    assert presidium == order_by_strokes(presidium)
    assert watched.scrutineers[0].is_chief
    assert watched.others == order_by_strokes(watched.others)
    assert all(row.name not in watched.chief for row in one(play, "scrutineers").people)
    for delegation in name_lists.list_delegations(play.session_id):
        names = tuple(person.name for person in delegation.people)
        assert names == order_by_strokes(names)


def test_an_order_by_hand_holds_everywhere_with_its_reason_until_it_is_given_back(play):
    by_hand(play, ["田富", "马小禾", "田大利"])
    assert attendees(play) == ["田富", "马小禾", "田大利"]
    hand = one(play).hand
    assert (hand.reason, hand.by) == ("按职务", "办公室")
    kept = JournalEntry.objects.get(event="list.ordered_by_hand").body
    assert all(told in kept for told in ("按职务", '["田富","马小禾","田大利"]'))
    by_strokes(play)
    assert attendees(play) == ["马小禾", "田大利", "田富"]
    with pytest.raises(list_commands.ListGoesByStrokes):
        by_strokes(play)


def test_who_joins_later_stands_behind_and_is_said(play):
    by_hand(play, ["田富", "马小禾", "田大利"])
    attend(play, "丁一")
    assert attendees(play)[-1] == "丁一"
    assert [person.name for person in one(play).joined] == ["丁一"]


def test_an_unknown_character_is_said_until_it_is_placed_by_hand(play):
    attend(play, "王\U0003fffd")
    assert one(play).unknown == ("\U0003fffd",)
    by_hand(play, ["王\U0003fffd", "田富", "马小禾", "田大利"])
    assert one(play).unknown == ()


def test_a_reason_is_asked(play):
    with pytest.raises(list_commands.OrderNeedsReason):
        by_hand(play, ["田富", "马小禾", "田大利"], reason="  ")
    assert attendees(play) == ["马小禾", "田大利", "田富"]


def test_an_order_of_other_people_is_refused(play):
    with pytest.raises(list_commands.OrderIsNotOfThisList):
        by_hand(play, ["田富", "田富", "田大利"])


def test_the_second_clerk_is_told_that_the_list_has_changed(play):
    seen = [person.key for person in one(play).people]
    by_hand(play, ["田富", "马小禾", "田大利"])
    with pytest.raises(list_commands.ListHasChanged):
        by_hand(play, ["田大利", "马小禾", "田富"], seen=seen)
    assert attendees(play) == ["田富", "马小禾", "田大利"]


def test_only_the_office_orders_names(play):
    with pytest.raises(DeedIsNotYours):
        by_hand(play, ["田富", "马小禾", "田大利"], actor=play.chair)


def test_a_list_nobody_knows_is_refused(play):
    with pytest.raises(refusals.ListIsUnknown):
        one(play, "candidates-999999")


def test_candidates_keep_the_order_they_were_fixed_in_and_a_ballot_issued_never_changes(db):
    play = election_session()
    name = NameList.CANDIDATES.of(play.election_id)
    printed = ("甲候选", "乙候选", "丙候选")
    with pytest.raises(refusals.ListIsFixed):
        by_strokes(play, name)
    play.conduct_until("ELECTION")
    play.press()
    held = election_rows.get_election(play.election_id).open_round
    assert held.candidates == printed
    set_custom(play, blank_first=True)
    with pytest.raises(refusals.ListIsFixed):
        by_hand(play, reversed(printed), name=name)
    assert election_rows.get_election(play.election_id).open_round.candidates == printed


def test_candidates_are_printed_by_strokes_once_the_list_is_given_back(db):
    play = election_session()
    who = {"actor": play.office, "election_id": play.election_id}
    elections.reopen_nominations(reason="改顺序", now=play.clock.tick(), **who)
    by_strokes(play, NameList.CANDIDATES.of(play.election_id))
    elections.close_nominations(now=play.clock.tick(), **who)
    election = election_rows.get_election(play.election_id)
    assert [row.name for row in election.nominations] == ["乙候选", "丙候选", "甲候选"]
    assert election.next_round.candidates == ("乙候选", "丙候选", "甲候选")
