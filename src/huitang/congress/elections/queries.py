"""Elections, their candidates, their rounds and where each stands."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from huitang.congress.ballots import rounds as paper_rounds
from huitang.congress.ballots.rounds import PaperRoundRow
from huitang.congress.elections import ballot_order, refusals, rounds, standing
from huitang.congress.elections.method import method_of
from huitang.congress.elections.models import Election, ElectionRound, Nomination
from huitang.congress.elections.posts import POSTS, ROUNDS
from huitang.congress.elections.standing import NextRound
from huitang.congress.journal import findings
from huitang.congress.journal.one_look import once, one_look
from huitang.congress.journal.refusal import Refusal
from huitang.congress.sittings import list_order
from huitang.rules.election_method import SessionMethod
from huitang.rules.legal_text import Text


@dataclass(frozen=True)
class NominationRow:
    id: int
    name: str
    deputy_id: int | None
    by_presidium: bool
    signers: tuple[int, ...]
    about: str

    @property
    def key(self) -> int:
        return self.id


@dataclass(frozen=True)
class RoundRow(PaperRoundRow):
    election_id: int
    kind_text: Text
    post_text: Text
    seats: int
    candidates: tuple[str, ...]
    is_tie: bool


@dataclass(frozen=True)
class ElectionRow:
    id: int
    session_id: int
    item_id: int | None
    post: str
    post_text: Text
    kind: str
    seats: int
    surplus: int
    vacancy: str
    nominations: tuple[NominationRow, ...]
    candidates_fixed_at: datetime | None
    rounds: tuple[RoundRow, ...]
    elected: tuple[str, ...]
    next_round: NextRound

    @property
    def is_complete(self) -> bool:
        return len(self.elected) == self.seats

    @property
    def open_round(self) -> RoundRow | None:
        return paper_rounds.open_one(self.rounds)

    @property
    def last_round(self) -> RoundRow | None:
        return self.rounds[-1] if self.rounds else None


@dataclass(frozen=True)
class CountSheet:
    """Everything the tally sheet prints: the numbers and what the rules make of them."""

    round: RoundRow
    tally: dict[str, Any]
    outcome: dict[str, Any]


@one_look()
@once
def list_elections(session_id: int) -> tuple[ElectionRow, ...]:
    elections = list(Election.objects.filter(session_id=session_id).order_by("pk"))
    for election in elections:
        election.session = list_order.read_session(session_id)
    standing.read_rows(elections)
    return tuple(_election(election) for election in elections)


def get_election(election_id: int) -> ElectionRow:
    """:raises ElectionIsUnknown:"""
    election = Election.objects.filter(pk=election_id).first()
    if election is None:
        raise refusals.ElectionIsUnknown()
    return _election(election)


def find_round_of_ballot(ballot_id: int) -> RoundRow | None:
    held = ElectionRound.objects.select_related("election").filter(ballot_id=ballot_id).first()
    return _round(held) if held else None


def get_count_sheet(round_id: int) -> CountSheet:
    """:raises CountIsNotFinished: :raises ElectionIsUnknown:"""
    held = ElectionRound.objects.select_related("election__session", "electorate").filter(pk=round_id).first()
    if held is None:
        raise refusals.ElectionIsUnknown()
    counted = rounds.count_round(held)
    return CountSheet(_round(held), findings.stored(counted.tally), findings.stored(counted.outcome))


def find_obstacle(election_id: int) -> Refusal | None:
    """What would refuse the round that must come next, before anybody presses the button."""
    election = Election.objects.get(pk=election_id)
    try:
        rounds.must_be_ready(election, standing.find_next_round(election))
    except Refusal as refusal:
        return refusal
    return None


def get_method(session_id: int) -> SessionMethod:
    return method_of(session_id)


def _election(election: Election) -> ElectionRow:
    standing.read_rows([election])
    return ElectionRow(
        id=election.pk,
        session_id=election.session_id,
        item_id=election.item_id,
        post=election.post,
        post_text=POSTS[Election.Post(election.post)],
        kind=election.kind,
        seats=election.seats,
        surplus=election.surplus,
        vacancy=election.vacancy,
        nominations=tuple(_nomination(n) for n in ballot_order.list_in_order(election)),
        candidates_fixed_at=election.nominations_closed_at,
        rounds=tuple(_round(one) for one in election.rounds.all()),
        elected=standing.list_elected(election),
        next_round=standing.find_next_round(election),
    )


def _nomination(nomination: Nomination) -> NominationRow:
    return NominationRow(
        nomination.pk,
        nomination.name,
        nomination.deputy_id,
        nomination.by_presidium,
        tuple(nomination.signers),
        nomination.about,
    )


def _round(held: ElectionRound) -> RoundRow:
    return RoundRow(
        **paper_rounds.row_of(held),
        session_id=held.election.session_id,
        election_id=held.election_id,
        kind_text=ROUNDS[ElectionRound.Kind(held.kind)],
        post_text=POSTS[Election.Post(held.election.post)],
        seats=held.seats,
        candidates=tuple(held.candidates),
        is_tie=held.is_tie,
    )
