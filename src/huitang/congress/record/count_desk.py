"""What tellers see of a ballot: how far the count is, never what it adds up to before it is finished."""

from dataclasses import dataclass
from typing import Any

from huitang.congress.accounts.actor import Actor
from huitang.congress.ballots import queries as ballots
from huitang.congress.ballots.commands import BallotIsUnknown, SheetIsUnknown, reader_of
from huitang.congress.ballots.queries import BallotRow, CountProgress, Difference
from huitang.congress.elections import queries as elections
from huitang.congress.elections.queries import RoundRow
from huitang.congress.journal import queries as journal
from huitang.congress.journal.one_look import one_look
from huitang.congress.project_votes import queries as project_votes
from huitang.congress.project_votes.queries import ProjectRoundRow
from huitang.congress.ratings import queries as ratings
from huitang.congress.ratings.queries import RatingRoundRow
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow
from huitang.rules.legal_text import Text

PROJECTS = Text("民生实事项目票决", "vote on livelihood projects")
ROUND_KINDS = {
    "FIRST": Text("", ""),
    "VOTE_AGAIN": Text("（重新投票）", " (vote again)"),
    "TIE_BALLOT": Text("（再次投票）", " (tie ballot)"),
    "FURTHER": Text("（另行投票）", " (further vote)"),
}

HeldRound = RoundRow | ProjectRoundRow | RatingRoundRow


@dataclass(frozen=True)
class CountedThing:
    """The round a ballot was opened for, whatever is voted on."""

    session_id: int
    what: Text
    number: int
    seats: int
    held: HeldRound


@dataclass(frozen=True)
class BallotLine:
    what: Text
    number: int
    ballot: BallotRow


@dataclass(frozen=True)
class CountRoom:
    """`session` is None while the town has none."""

    session: SessionRow | None
    lines: tuple[BallotLine, ...]


@dataclass(frozen=True)
class CountDesk:
    """One ballot for one teller. `sheet` is the paper to read now; `mine` what this teller entered for it before."""

    session: SessionRow
    thing: CountedThing
    progress: CountProgress
    sheet: int | None
    mine: dict[str, Any] | None
    previous: int | None  # the last paper this teller has read before `sheet`
    version: int

    @property
    def ballot(self) -> BallotRow:
        return self.progress.ballot


@dataclass(frozen=True)
class DifferenceDesk:
    session: SessionRow
    thing: CountedThing
    ballot: BallotRow
    differences: tuple[Difference, ...]

    @property
    def open(self) -> int:
        return sum(not difference.is_settled for difference in self.differences)


def get_count_room(town_id: int, session_id: int | None = None) -> CountRoom:
    """The ballots of a session, the latest first. :raises SessionIsUnknown:"""
    if session_id is None:
        session = sittings.get_current_session(town_id)
    else:
        session = sittings.get_session(session_id, town_id=town_id)
    if session is None:
        return CountRoom(None, ())
    rounds: list[HeldRound] = [held for election in elections.list_elections(session.id) for held in election.rounds]
    vote = project_votes.find_vote(session.id)
    rounds += vote.rounds if vote else ()
    rating = ratings.find_rating(session.id)
    rounds += rating.rounds if rating else ()
    rounds.sort(key=lambda held: held.opened_at, reverse=True)
    return CountRoom(session, tuple(BallotLine(_what(held), held.number, held.ballot) for held in rounds))


@one_look()
def get_count_desk(ballot_id: int, *, actor: Actor, sheet: int | None = None) -> CountDesk:
    """:raises BallotIsUnknown: also of another town :raises SheetIsUnknown: no such paper was collected"""
    version = journal.get_sequence(actor.chain)  # first: a deed done while we read shows at the next poll
    session, thing = find_counted_thing(ballot_id, town_id=actor.town_id)
    who = reader_of(actor)
    progress = ballots.get_progress(ballot_id, who=who)
    if sheet is not None and not 1 <= sheet <= progress.collected:
        raise SheetIsUnknown(number=sheet, collected=progress.collected)
    here = sheet or progress.next_sheet
    return CountDesk(
        session=session,
        thing=thing,
        progress=progress,
        sheet=here,
        mine=ballots.get_own_reading(progress.ballot, sheet, who=who) if sheet else None,
        previous=_previous(here, progress),
        version=version,
    )


def find_news(ballot_id: int, *, actor: Actor, seen: int | None) -> CountDesk | None:
    """The desk for a poll that has `seen` a version; None while nothing has happened in the town since."""
    if seen is not None and journal.get_sequence(actor.chain) == seen:
        return None
    return get_count_desk(ballot_id, actor=actor)


def get_difference_desk(ballot_id: int, *, actor: Actor) -> DifferenceDesk:
    """:raises BallotIsUnknown:"""
    session, thing = find_counted_thing(ballot_id, town_id=actor.town_id)
    return DifferenceDesk(session, thing, thing.held.ballot, ballots.list_differences(ballot_id))


def find_counted_thing(ballot_id: int, *, town_id: int) -> tuple[SessionRow, CountedThing]:
    """The session and the round behind a ballot. :raises BallotIsUnknown: also of another town"""
    held = _find_round(ballot_id)
    if held is None:
        raise BallotIsUnknown()
    session = sittings.get_session(held.session_id)
    if session.town_id != town_id:
        raise BallotIsUnknown()
    return session, thing_of(held)


def thing_of(held: HeldRound) -> CountedThing:
    """The same for a round already read."""
    return CountedThing(held.session_id, _what(held), held.number, _seats(held), held)


def _find_round(ballot_id: int) -> HeldRound | None:
    return (
        elections.find_round_of_ballot(ballot_id)
        or project_votes.find_round_of_ballot(ballot_id)
        or ratings.find_round_of_ballot(ballot_id)
    )


def _seats(held: HeldRound) -> int:
    """How many may be chosen; of a rating, how many are rated."""
    if isinstance(held, RatingRoundRow):
        return len(held.items)
    return held.seats if isinstance(held, RoundRow) else held.places


def _what(held: HeldRound) -> Text:
    if isinstance(held, RatingRoundRow):
        return Text(f"{held.title}{held.kind_text.zh}", f"satisfaction rating{held.kind_text.en}: {held.title}")
    if isinstance(held, RoundRow):
        return Text(
            f"选举{held.post_text.zh}{held.kind_text.zh}", f"election of the {held.post_text.en}{held.kind_text.en}"
        )
    kind = ROUND_KINDS[held.kind]
    return Text(f"{PROJECTS.zh}{kind.zh}", f"{PROJECTS.en}{kind.en}")


def _previous(here: int | None, progress: CountProgress) -> int | None:
    if progress.read_by_you == 0:
        return None
    if here is None:
        return progress.collected
    return here - 1 if here > 1 else None
