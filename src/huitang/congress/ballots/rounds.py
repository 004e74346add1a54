"""What is done alike with every round of a vote on paper: kept open, counted, declared once, shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, Protocol, TypedDict, TypeVar

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from huitang.congress.attendance import queries as attendance
from huitang.congress.attendance.queries import ElectorateRow
from huitang.congress.ballots import commands as ballots
from huitang.congress.ballots import queries as papers
from huitang.congress.ballots.paper_round import PaperRound
from huitang.congress.ballots.queries import BallotRow
from huitang.congress.journal import findings
from huitang.congress.journal.refusal import Refusal

_FINISHED = ("COUNTED", "VOID", "CLOSED")
State = PaperRound.State


class RoundIsOpen(Refusal):
    text = _("已有一轮投票正在进行。请先宣布它的结果。")


class RoundIsNotOpen(Refusal):
    text = _("这一轮投票没有在进行，可能另一位同事已经宣布了结果。")


class CountIsNotFinished(Refusal):
    text = _("计票还没有结束，不能宣布结果。")


@dataclass(frozen=True)
class PaperRoundRow:
    id: int
    session_id: int
    number: int
    kind: str
    state: str
    electorate: ElectorateRow
    ballot: BallotRow
    outcome: dict[str, Any] | None
    opened_at: datetime
    declared_at: datetime | None


class ReadPapers(Protocol):
    """A tally of papers on any subject."""

    @property
    def papers_valid(self) -> int: ...
    @property
    def papers_void(self) -> int: ...


class PaperNumbers(TypedDict):
    deputies_present: int
    papers_issued: int
    papers_collected: int
    valid_papers: int
    void_papers: int


Round = TypeVar("Round", bound=PaperRound)
Row = TypeVar("Row", bound=PaperRoundRow)
TallyOf = TypeVar("TallyOf", bound=ReadPapers, covariant=True)
OutcomeOf = TypeVar("OutcomeOf", covariant=True)


@dataclass(frozen=True)
class CountedRound(Generic[TallyOf, OutcomeOf]):
    tally: TallyOf
    outcome: OutcomeOf


def keep_open(fresh: PaperRound) -> dict[str, Any]:
    """Keep a round just made, by the command that opens it; returns what its journal says of every round.

    :raises RoundIsOpen: one is open, or somebody else was quicker
    """
    try:
        with transaction.atomic():
            fresh.save(force_insert=True)
    except IntegrityError as error:
        raise RoundIsOpen() from error
    return {
        "round": fresh.number,
        "kind": fresh.kind,
        "in_office": fresh.electorate.deputies_in_office,
        "present": fresh.electorate.deputies_present,
    }


def get_open(ours: QuerySet[Round], round_id: int) -> Round:
    """:raises RoundIsNotOpen: somebody declared it before, or it is none of ours"""
    held = ours.select_related("electorate").filter(pk=round_id, state=State.OPEN).first()
    if held is None:
        raise RoundIsNotOpen()
    return held


def declare(held: PaperRound, counted: CountedRound[ReadPapers, Any], *, now: datetime) -> None:
    """Close the ballot and keep the outcome, by the command that journals it; of two at once one is refused.

    :raises RoundIsNotOpen:
    """
    ballots.close_ballot(ballot_id=held.ballot_id)
    kept = {**findings.stored(counted.outcome), "tally": findings.stored(counted.tally)}
    still_open = type(held)._default_manager.filter(pk=held.pk, state=State.OPEN)
    if not still_open.update(state=State.DECLARED, outcome=kept, declared_at=now):
        raise RoundIsNotOpen()


def count_papers(held: PaperRound, tally: ReadPapers) -> PaperNumbers:
    """What `rules.papers` asks of every round. :raises CountIsNotFinished:"""
    ballot = papers.get_ballot(held.ballot_id)
    if ballot.state not in _FINISHED:
        raise CountIsNotFinished()
    return {
        "deputies_present": held.electorate.deputies_present,
        "papers_issued": ballot.papers_issued or 0,
        "papers_collected": ballot.papers_collected or 0,
        "valid_papers": tally.papers_valid,
        "void_papers": tally.papers_void,
    }


def row_of(held: PaperRound) -> dict[str, Any]:
    """The fields of `PaperRoundRow` that a round knows itself."""
    return {
        "id": held.pk,
        "number": held.number,
        "kind": held.kind,
        "state": held.state,
        "electorate": attendance.get_electorate(held.electorate_id),
        "ballot": papers.get_ballot(held.ballot_id),
        "outcome": held.outcome,
        "opened_at": held.opened_at,
        "declared_at": held.declared_at,
    }


def open_one(rows: Iterable[Row]) -> Row | None:
    """The round under way."""
    return next((row for row in rows if row.state == State.OPEN), None)
