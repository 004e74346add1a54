"""Rules whose answer is one bare value, in the form of a finding: with its provisions and a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from huitang.rules import (
    budget_citation,
    budget_year,
    citation,
    deadline,
    deputy_citation,
    district_election,
    majority,
    mandate,
    suggestion,
)
from huitang.rules.budget_year import CarryState
from huitang.rules.deadline import Calendar, Deadline
from huitang.rules.legal_text import Citation, Step, step
from huitang.rules.mandate import MandateChange, Standing
from huitang.rules.office import Occasion
from huitang.rules.province import ProvincePack
from huitang.rules.suggestion import Days


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The three fractions of one congress."""

    deputies_in_office: int
    deputies_required: int
    votes_needed: int
    proposers_needed: int
    citations: tuple[Citation, ...]


def list_thresholds(*, deputies_in_office: int) -> Thresholds:
    """Two thirds, the majority and one fifth of all deputies (Organic Law arts. 14(3)-(4), 25)."""
    return Thresholds(
        deputies_in_office,
        majority.two_thirds(deputies_in_office),
        majority.majority_of_all(deputies_in_office),
        majority.one_fifth(deputies_in_office),
        (citation.QUORUM, citation.MAJORITY, citation.EXTRA_SESSION),
    )


@dataclass(frozen=True, slots=True)
class MandateAnswer:
    """Where a mandate stands, and what follows for base and vote."""

    state: Standing
    counts_in_base: bool
    may_vote: bool
    citations: tuple[Citation, ...]


def find_standing(*, changes: Iterable[MandateChange], day: date) -> MandateAnswer:
    """One deputy's mandate on a day (Deputies Law arts. 61-62)."""
    rows = tuple(changes)
    standing = mandate.standing_on(rows, day)
    cited = dict.fromkeys(c for change in rows if change.on <= day for c in mandate.cite_change(change))
    return MandateAnswer(standing, standing.counts_in_base, standing.may_vote, tuple(cited))


@dataclass(frozen=True, slots=True)
class BaseAnswer:
    """All deputies of one day."""

    deputies_in_office: int
    suspended: int
    able_to_attend: int
    citations: tuple[Citation, ...]


def find_base(*, histories: Iterable[Iterable[MandateChange]], day: date) -> BaseAnswer:
    """Count the deputies in office on a day from every deputy's changes (Organic Law arts. 14(4), 25)."""
    found = mandate.count_base(histories, day)
    cited = (citation.BASE_IN_OFFICE, citation.QUORUM, citation.MAJORITY)
    return BaseAnswer(found.deputies_in_office, found.suspended, found.able_to_attend, cited)


@dataclass(frozen=True, slots=True)
class LastDay:
    """A last day that is counted backwards and never moves."""

    last_day: date
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]


def find_last_day_of_notice(*, opens_on: date, notice_days: int) -> LastDay:
    """The last day for notice of a session (provincial rules; the office's choice elsewhere)."""
    last = deadline.give_notice_by(opens_on=opens_on, notice_days=notice_days)
    sentence = step(
        f"会议{opens_on}举行，{notice_days}日前通知，最迟{last}。",
        f"The session opens on {opens_on}; notice {notice_days} days before is due by {last}.",
    )
    return LastDay(last, (citation.COUNTING_TIME,), (sentence,))


class TermName(StrEnum):
    """The terms of a province for suggestions."""

    HAND_BACK = "hand_back"
    CONTACT_DEPUTY = "contact_deputy"
    ASSISTING = "assisting"
    FEEDBACK = "feedback"
    ANSWER_AGAIN = "answer_again"


def find_end_of_term(*, term: TermName, days: Days, pack: ProvincePack, calendar: Calendar) -> Deadline | None:
    """The last day of a provincial term; None where it is unknown, or has not begun."""
    return suggestion.term_ends(term=getattr(pack, term.value), days=days, calendar=calendar)


@dataclass(frozen=True, slots=True)
class CarryAnswer:
    """What unspent money is."""

    state: CarryState
    citations: tuple[Citation, ...]


def classify_unspent(*, budgeted_for: int, end_of_year: int) -> CarryAnswer:
    """Carried over at the end of its year, surplus a year later (Budget Law art. 42; Regulations art. 50)."""
    found = budget_year.classify_unspent(budgeted_for=budgeted_for, end_of_year=end_of_year)
    return CarryAnswer(found, (budget_citation.CARRY_OVER, budget_citation.CARRY_OVER_DETAIL))


@dataclass(frozen=True, slots=True)
class SizeAnswer:
    """The basic number of deputies."""

    seats: int
    citations: tuple[Citation, ...]


def find_size_of_congress(*, population: int) -> SizeAnswer:
    """45 and one per 1,500 people, at most 160; the county fixes the number (Electoral Law art. 12)."""
    seats = district_election.seats_of_congress(population=population)
    return SizeAnswer(seats, district_election.SIZE_CITATIONS)


@dataclass(frozen=True, slots=True)
class RangeAnswer:
    """How many candidates a district may have; most is None where national law sets no limit."""

    least: int
    most: int | None
    citations: tuple[Citation, ...]


def find_district_candidates(*, seats: int, occasion: Occasion) -> RangeAnswer:
    """One third to one whole more candidates than seats (Electoral Law arts. 31, 57)."""
    found = district_election.district_candidates(seats=seats, occasion=occasion)
    return RangeAnswer(found.least, found.most, (deputy_citation.DEPUTY_CANDIDATES,))


class VotersRecall(StrEnum):
    """How the voters' vote on a recall ends."""

    REMOVED = "REMOVED"
    STAYS = "STAYS"


@dataclass(frozen=True, slots=True)
class VotersRecallAnswer:
    """The outcome with its threshold."""

    state: VotersRecall
    voters_registered: int
    votes_for: int
    votes_needed: int
    citations: tuple[Citation, ...]


def decide_recall_by_voters(*, voters_registered: int, votes_for: int) -> VotersRecallAnswer:
    """More than half of all voters of the district recall a deputy (Electoral Law art. 53)."""
    removed = district_election.is_recalled_by_voters(voters_registered=voters_registered, votes_for=votes_for)
    return VotersRecallAnswer(
        VotersRecall.REMOVED if removed else VotersRecall.STAYS,
        voters_registered,
        votes_for,
        majority.majority_of_all(voters_registered),
        (deputy_citation.RECALL_BY_VOTERS, deputy_citation.RECALL_VOTE),
    )
