"""Where an election stands: which seats are filled, what the next round is and who stands in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects

from huitang.congress.elections import ballot_order
from huitang.congress.elections.models import Election, ElectionRound, Nomination
from huitang.congress.sittings import list_order

Kind = ElectionRound.Kind


@dataclass(frozen=True)
class NextRound:
    """`kind` is None when every seat is filled; `is_tie` says which rule decides it."""

    kind: str | None
    seats: int
    candidates: tuple[str, ...]
    is_tie: bool = False


def read_rows(elections: Sequence[Election]) -> None:
    """Read candidates and rounds of all these elections at once; what follows asks the database no more."""
    nominations = Prefetch("nominations", Nomination.objects.order_by("position"))
    rounds = Prefetch("rounds", ElectionRound.objects.order_by("number"))
    prefetch_related_objects(elections, nominations, rounds, "session")
    list_order.read_orders([election.session for election in elections])


def list_elected(election: Election) -> tuple[str, ...]:
    """By rounds, within a round by votes."""
    return tuple(name for held in _declared(election) for name in _in_printed_order(held))


def _declared(election: Election) -> list[ElectionRound]:
    read_rows([election])
    return [held for held in election.rounds.all() if held.is_declared]


def _in_printed_order(held: ElectionRound) -> list[str]:
    """By votes; equal votes as the names stood on the paper, because an order is read as a rank."""
    outcome = held.outcome or {}
    votes = dict(outcome.get("ranking", ()))
    printed = {name: place for place, name in enumerate(held.candidates)}
    return sorted(outcome.get("elected", ()), key=lambda name: (-votes[name], printed.get(name, len(printed))))


def find_next_round(election: Election, *, chosen: tuple[str, ...] = ()) -> NextRound:
    """What must come next; `chosen` names who stands in a further election (default: all not yet elected)."""
    declared, elected = _declared(election), list_elected(election)
    nominated = tuple(nomination.name for nomination in ballot_order.list_in_order(election))
    seats = election.seats - len(elected)
    if not declared:
        return NextRound(Kind.FIRST, seats, nominated)
    last = declared[-1]
    outcome = last.outcome or {}
    if last.must_be_repeated:
        return NextRound(Kind.VOTE_AGAIN, last.seats, tuple(last.candidates), is_tie=last.is_tie)
    if outcome["tied"]:
        return NextRound(Kind.TIE_BALLOT, outcome["tied_seats"], tuple(outcome["tied"]), is_tie=True)
    if seats > 0:
        return NextRound(Kind.FURTHER, seats, chosen or tuple(n for n in nominated if n not in elected))
    return NextRound(None, 0, ())
