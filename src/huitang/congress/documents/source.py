"""Everything papers are drawn from, read once: the session's record, its roll, its run sheet, what was typed for papers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from huitang.congress.accounts import queries as accounts
from huitang.congress.documents import details, projects_told, year_numbers
from huitang.congress.documents.projects_told import ProjectsTold
from huitang.congress.elections import queries as elections
from huitang.congress.elections.queries import ElectionRow
from huitang.congress.journal.one_look import once, one_look
from huitang.congress.money import report as money
from huitang.congress.money.report import ReportFigures
from huitang.congress.project_votes import chosen
from huitang.congress.project_votes import queries as project_votes
from huitang.congress.project_votes.queries import ProjectRow, ProjectVoteRow
from huitang.congress.ratings.queries import RatingRow
from huitang.congress.record import count_desk, tally_sheet
from huitang.congress.record import queries as record
from huitang.congress.record.count_desk import HeldRound
from huitang.congress.record.queries import SessionRecord
from huitang.congress.record.tally_sheet import TallySheet
from huitang.congress.roster import queries as roster
from huitang.congress.roster.queries import ChangeRow, DelegationRow, RollCount, RollRow, TermRow
from huitang.congress.runsheet import name_lists
from huitang.congress.runsheet import queries as runsheet
from huitang.congress.runsheet.queries import StepRow
from huitang.congress.sittings import list_order
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow
from huitang.congress.targets import queries as targets
from huitang.congress.targets.queries import TargetReport
from huitang.congress.yearly.queries import ReportNumbers
from huitang.rules.election_method import SessionMethod


@dataclass(frozen=True)
class Source:
    """Frozen rows only, so that tests can build any session without a database."""

    record: SessionRecord
    term: TermRow
    count: RollCount
    roll: tuple[RollRow, ...]
    delegations: tuple[DelegationRow, ...]
    steps: tuple[StepRow, ...] = ()
    election_method: SessionMethod = field(default_factory=SessionMethod)
    details: Mapping[str, str] = field(default_factory=dict)  # what the office typed for papers, by name
    changes: tuple[tuple[str, ChangeRow], ...] = ()  # deputy's name, what happened to the mandate since last session
    tallies: tuple[TallySheet, ...] = ()
    last_year: tuple[SessionRow, ...] = ()
    figures: ReportFigures | None = None  # of the session's year
    targets: TargetReport | None = None  # of the session's year
    targets_before: TargetReport | None = None  # of the year before
    delegation_names: Mapping[int, tuple[str, ...]] = field(default_factory=dict)  # in the order of their list
    by_hand: frozenset[str] = frozenset()  # lists of names the office put into an order of its own
    card_codes: Mapping[int, str] = field(default_factory=dict)  # deputy id: what the QR of the card says
    projects_before: tuple[str, tuple[ProjectRow, ...]] | None = None  # the session that adopted them, and they
    year_numbers: ReportNumbers | None = None  # of the year before; None: nothing of it is on record
    tracked_projects: ProjectsTold | None = None  # how the projects stand, when their course is tracked

    @property
    def session(self) -> SessionRow:
        return self.record.session


@one_look()
@once
def gather(session_id: int, *, town_id: int | None = None, card_address: str = "") -> Source:
    """`card_address` is what a card's QR says before the token, so that a phone opens the page.

    :raises SessionIsUnknown: also of another town, when `town_id` is given
    """
    kept = record.get_record(session_id, town_id=town_id)
    session = kept.session
    town_id = session.town_id
    roll = roster.list_roll(session.term_id, on=session.opens_on)
    lists = name_lists.list_delegations(session_id)
    year = session.opens_on.year
    promised, before = targets.reports_for(town_id, (year, year - 1))
    earlier = tuple(row for row in sittings.list_sessions(town_id) if row.opens_on < session.opens_on)
    return Source(
        record=kept,
        term=roster.get_term(session.term_id, town_id),
        count=roster.count_roll(session.term_id, on=session.opens_on),
        roll=roll,
        delegations=roster.delegation_rows(session.term_id, roll),
        steps=runsheet.list_steps_of(kept),
        election_method=elections.get_method(session_id),
        details=details.printed(session_id),
        changes=roster.list_changes(session.term_id, since=_last_close(earlier), until=session.opens_on),
        tallies=tuple(tally_sheet.sheet_of(session, count_desk.thing_of(held)) for held in _rounds(kept)),
        last_year=tuple(row for row in earlier if row.opens_on.year == year - 1),
        figures=money.figures_for_report(town_id, year=year),
        targets=promised,
        targets_before=before,
        delegation_names={_key_of(one.name): tuple(person.name for person in one.people) for one in lists},
        by_hand=list_order.list_hand_orders(session_id),
        card_codes={
            card.deputy_id: card_address + card.token for card in accounts.list_cards(tuple(row.id for row in roll))
        },
        projects_before=_projects_before(town_id, earlier),
        year_numbers=year_numbers.of_year(town_id, year - 1),
        tracked_projects=projects_told.find_told(town_id, on=session.opens_on),
    )


def _key_of(list_name: str) -> int:
    return int(list_name.rpartition("-")[2])


def _last_close(earlier: Sequence[SessionRow]) -> date | None:
    return max((row.closes_on for row in earlier), default=None)


def _rounds(kept: SessionRecord) -> list[HeldRound]:
    votes: list[ElectionRow | ProjectVoteRow | RatingRow] = [*kept.elections]
    if kept.project_vote is not None:
        votes.append(kept.project_vote)
    if kept.rating is not None:
        votes.append(kept.rating)
    return sorted((held for vote in votes for held in vote.rounds), key=lambda held: held.opened_at)


def _projects_before(town_id: int, earlier: Sequence[SessionRow]) -> tuple[str, tuple[ProjectRow, ...]] | None:
    """The latest earlier session that adopted projects: those a report tells of."""
    voted = chosen.list_sessions(town_id)
    for row in sorted((one for one in earlier if one.id in voted), key=lambda one: one.opens_on, reverse=True):
        vote = project_votes.find_vote(row.id)
        if vote is not None and vote.adopted:
            return row.title.zh, vote.adopted_projects
    return None
