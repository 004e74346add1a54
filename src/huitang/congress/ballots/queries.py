"""How far a count is, and what it adds up to. A paper's content leaves here only to be compared or summed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from huitang.congress.ballots import papers
from huitang.congress.ballots.commands import BallotIsUnknown
from huitang.congress.ballots.models import BallotSheet, SecretBallot
from huitang.rules import project_papers, tally
from huitang.rules.project_papers import ProjectTally
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
    allows_write_in: bool
    voters: int
    papers_issued: int | None
    papers_collected: int | None
    first_reader: str
    second_reader: str


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


def get_ballot(ballot_id: int) -> BallotRow:
    ballot = SecretBallot.objects.filter(pk=ballot_id).first()
    if ballot is None:
        raise BallotIsUnknown()
    return BallotRow(
        id=ballot.pk,
        title=ballot.title,
        kind=ballot.kind,
        state=ballot.state,
        choices=tuple(ballot.choices),
        seats=ballot.method["seats"],
        scheme=ballot.method["scheme"],
        allows_write_in=ballot.allows_write_in,
        voters=ballot.voters,
        papers_issued=ballot.papers_issued,
        papers_collected=ballot.papers_collected,
        first_reader=ballot.first_reader,
        second_reader=ballot.second_reader,
    )


def get_progress(ballot_id: int, *, who: str) -> CountProgress:
    """How far the count is, for the teller `who` (label#id)."""
    ballot = get_ballot(ballot_id)
    sheets = BallotSheet.objects.filter(ballot_id=ballot_id).order_by("number")
    rows = list(sheets.values_list("number", "first", "second", "agreed"))
    yours = {ballot.first_reader: 1, ballot.second_reader: 2}.get(who)
    seat_is_free = "" in (ballot.first_reader, ballot.second_reader)
    unread = [row[0] for row in rows if yours is None or row[yours] is None]
    return CountProgress(
        ballot=ballot,
        collected=len(rows),
        read_first=sum(row[1] is not None for row in rows),
        read_second=sum(row[2] is not None for row in rows),
        agreed=sum(row[3] is not None for row in rows),
        differing=tuple(r[0] for r in rows if r[3] is None and r[1] is not None and r[2] is not None),
        read_by_you=len(rows) - len(unread),
        next_sheet=unread[0] if unread else None,
        may_read=yours is not None or seat_is_free,
    )


def get_difference(ballot_id: int, number: int) -> Difference | None:
    """Both readings of one paper; None unless both were entered."""
    ballot = get_ballot(ballot_id)
    sheet = BallotSheet.objects.filter(ballot_id=ballot_id, number=number).first()
    if sheet is None or sheet.first is None or sheet.second is None:
        return None
    lines = tuple(zip(ballot.choices, sheet.first["marks"], sheet.second["marks"], strict=True))
    return Difference(number, sheet.first, sheet.second, lines, sheet.agreed is not None)


def get_tally(ballot_id: int, *, is_eligible: Callable[[str], bool] = lambda name: True) -> Tally:
    """Sum the agreed papers as the adopted method reads them (rules.tally)."""
    ballot = SecretBallot.objects.get(pk=ballot_id)
    agreed = BallotSheet.objects.filter(ballot_id=ballot_id, agreed__isnull=False).values_list("agreed", flat=True)
    return tally.count_papers(
        (papers.as_paper(entry, is_eligible) for entry in agreed if entry),
        method=papers.as_method(ballot.method),
    )


def get_project_tally(ballot_id: int) -> ProjectTally:
    """The same for a vote on projects (rules.project_papers)."""
    ballot = SecretBallot.objects.get(pk=ballot_id)
    agreed = BallotSheet.objects.filter(ballot_id=ballot_id, agreed__isnull=False).values_list("agreed", flat=True)
    printed = tuple(ballot.choices)
    return project_papers.count_project_papers(
        (papers.as_project_paper(entry, printed) for entry in agreed if entry),
        method=papers.as_project_method(ballot.method),
    )
