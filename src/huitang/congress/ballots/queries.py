"""How far a count is, and what it adds up to. A paper's content leaves here only to be compared or summed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q

from huitang.congress.ballots import papers
from huitang.congress.ballots.commands import BallotIsUnknown
from huitang.congress.ballots.models import BallotSheet, SecretBallot
from huitang.congress.journal.one_look import once
from huitang.rules import project_papers, rating_papers, tally
from huitang.rules.project_papers import ProjectTally
from huitang.rules.rating_papers import RatingTally
from huitang.rules.tally import Tally


@dataclass(frozen=True)
class BallotRow:
    id: int
    title: str
    kind: str
    state: str
    choices: tuple[str, ...]
    seats: int
    scheme: str
    marks: tuple[tuple[str, str], ...]  # what may stand beside a line, and what it means ("" for unclear)
    seal_required: bool
    allows_write_in: bool
    voters: int
    papers_issued: int | None
    papers_collected: int | None
    first_reader: str
    second_reader: str
    namesakes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # bare names, and who may be meant


@dataclass(frozen=True)
class CountProgress:
    """`next_sheet` is the first one this teller has not read; None when all are read."""

    ballot: BallotRow
    collected: int
    read_first: int
    read_second: int
    agreed: int
    differing: tuple[int, ...]
    read_by_you: int
    next_sheet: int | None
    may_read: bool

    @property
    def is_complete(self) -> bool:
        return self.agreed == self.collected


@dataclass(frozen=True)
class Difference:
    number: int
    first: dict[str, Any]
    second: dict[str, Any]
    lines: tuple[tuple[str, str, str], ...]  # choice, first mark, second mark
    is_settled: bool
    agreed: dict[str, Any] | None


@once
def get_ballot(ballot_id: int) -> BallotRow:
    """:raises BallotIsUnknown:"""
    ballot = SecretBallot.objects.filter(pk=ballot_id).first()
    if ballot is None:
        raise BallotIsUnknown()
    return _row(ballot)


def _row(ballot: SecretBallot) -> BallotRow:
    return BallotRow(
        id=ballot.pk,
        title=ballot.title,
        kind=ballot.kind,
        state=ballot.state,
        choices=tuple(ballot.choices),
        seats=ballot.method["seats"],
        scheme=ballot.method["scheme"],
        marks=papers.readable_marks(ballot.method, ballot.kind),
        seal_required=ballot.method["seal_required"],
        allows_write_in=ballot.allows_write_in,
        voters=ballot.voters,
        papers_issued=ballot.papers_issued,
        papers_collected=ballot.papers_collected,
        first_reader=ballot.first_reader,
        second_reader=ballot.second_reader,
        namesakes=papers.namesakes_of(ballot.method),
    )


def get_progress(ballot_id: int, *, who: str) -> CountProgress:
    """How far the count is, for the teller `who` (label#id)."""
    ballot = get_ballot(ballot_id)
    sheets = BallotSheet.objects.filter(ballot_id=ballot_id)
    sums = sheets.aggregate(all=Count("pk"), first=Count("first"), second=Count("second"), agreed=Count("agreed"))
    yours = {ballot.first_reader: "first", ballot.second_reader: "second"}.get(who) if who else None
    unread = sheets.filter(**{f"{yours}__isnull": True}) if yours else sheets
    seat_is_free = "" in (ballot.first_reader, ballot.second_reader)
    both = sheets.filter(agreed__isnull=True, first__isnull=False, second__isnull=False).order_by("number")
    return CountProgress(
        ballot=ballot,
        collected=sums["all"],
        read_first=sums["first"],
        read_second=sums["second"],
        agreed=sums["agreed"],
        differing=tuple(both.values_list("number", flat=True)),
        read_by_you=sums[yours] if yours else 0,
        next_sheet=unread.order_by("number").values_list("number", flat=True).first(),
        may_read=yours is not None or seat_is_free,
    )


def get_own_reading(ballot: BallotRow, number: int, *, who: str) -> dict[str, Any] | None:
    """What this teller entered for one paper; nobody sees the other's reading before both are there."""
    yours = {ballot.first_reader: "first", ballot.second_reader: "second"}.get(who)
    if yours is None:
        return None
    return BallotSheet.objects.filter(ballot_id=ballot.id, number=number).values_list(yours, flat=True).first()


def list_differences(ballot_id: int) -> tuple[Difference, ...]:
    """Papers both tellers have read and do not agree on, and those already settled by the scrutineers."""
    ballot = get_ballot(ballot_id)
    sheets = BallotSheet.objects.filter(ballot_id=ballot_id, first__isnull=False, second__isnull=False)
    found = sheets.filter(Q(agreed__isnull=True) | Q(is_resolved=True)).order_by("number")
    return tuple(_difference(ballot, sheet) for sheet in found)


def count_disagreements(ballot_id: int) -> int:
    """How many papers were read differently and then settled; printed on the tally sheet."""
    return BallotSheet.objects.filter(ballot_id=ballot_id, is_resolved=True).count()


def _difference(ballot: BallotRow, sheet: BallotSheet) -> Difference:
    first, second = sheet.first or {}, sheet.second or {}
    lines = tuple(zip(ballot.choices, first["marks"], second["marks"], strict=True))
    return Difference(sheet.number, first, second, lines, sheet.agreed is not None, sheet.agreed)


def get_tally(ballot_id: int, *, is_eligible: Callable[[str], bool] = lambda name: True) -> Tally:
    """Sum the agreed papers as the adopted method reads them (rules.tally)."""
    ballot, agreed = _agreed(ballot_id)
    read = (papers.as_paper(entry, is_eligible) for entry in agreed)
    return tally.count_papers(read, method=papers.as_method(ballot.method))


def get_project_tally(ballot_id: int) -> ProjectTally:
    """The same for a vote on projects (rules.project_papers)."""
    ballot, agreed = _agreed(ballot_id)
    read = (papers.as_project_paper(entry, tuple(ballot.choices)) for entry in agreed)
    return project_papers.count_project_papers(read, method=papers.as_project_method(ballot.method))


def get_rating_tally(ballot_id: int) -> RatingTally:
    """The same for a rating (rules.rating_papers)."""
    ballot, agreed = _agreed(ballot_id)
    method = papers.as_rating_method(ballot.method)
    read = (papers.as_rating_paper(entry, method.grades) for entry in agreed)
    return rating_papers.count_rating_papers(read, method=method)


def _agreed(ballot_id: int) -> tuple[SecretBallot, Iterator[dict[str, Any]]]:
    """A ballot and what both readings say of each paper, or what was resolved."""
    sheets = BallotSheet.objects.filter(ballot_id=ballot_id, agreed__isnull=False)
    agreed = sheets.values_list("agreed", flat=True)
    return SecretBallot.objects.get(pk=ballot_id), (entry for entry in agreed if entry)
