"""Deputies elected directly by the voters of a district, their recall, and the size of a congress."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from huitang.rules import citation, deputy_citation, election, majority, ranking
from huitang.rules.legal_text import Citation, NextAct, Step, refuse_impossible, step
from huitang.rules.office import Occasion
from huitang.rules.ranking import Filling
from huitang.rules.tally import Votes

PETITIONERS_NEEDED = 30


class DistrictState(StrEnum):
    """How an election in a district can end."""

    ELECTED = "ELECTED"
    TIED = "TIED"
    SHORT = "SHORT"
    TURNOUT_TOO_LOW = "TURNOUT_TOO_LOW"
    VOID_ELECTION = "VOID_ELECTION"
    COUNT_ERROR = "COUNT_ERROR"


@dataclass(frozen=True, slots=True)
class DistrictOutcome:
    """The outcome in one district."""

    state: DistrictState
    votes_needed: int
    elected: tuple[str, ...]
    tied: tuple[str, ...]
    tied_seats: int
    seats_short: int
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


@dataclass(frozen=True, slots=True)
class CandidateRange:
    """How many candidates there must at least and may at most be (None: no limit in national law)."""

    least: int
    most: int | None


def district_candidates(*, seats: int, occasion: Occasion) -> CandidateRange:
    """The number of candidates in a district (Electoral Law arts. 31, 57): 2 seats give 3 to 4."""
    refuse_impossible(seats=seats)
    if occasion is Occasion.BY_ELECTION:
        return CandidateRange(seats, None)
    return CandidateRange(seats + majority.one_third(seats), 2 * seats)


def decide_district_election(
    *,
    voters_registered: int,
    voters_taking_part: int,
    papers_collected: int,
    valid_papers: int,
    void_papers: int,
    seats: int,
    votes: Iterable[Votes],
) -> DistrictOutcome:
    """Decide a first round: more than half take part, and more than half of those elect.

    Source: Electoral Law arts. 44-45. Those taking part include the void papers.
    """
    refuse_impossible(voters_registered=voters_registered, voters_taking_part=voters_taking_part)
    counted = tuple(votes)
    needed = majority.majority_of_all(voters_taking_part)
    turnout = majority.majority_of_all(voters_registered)
    opening = step(
        f"登记选民{voters_registered}人，过半数为{turnout}人，参加投票{voters_taking_part}人。",
        f"{voters_registered} voters, more than half is {turnout}; {voters_taking_part} took part.",
    )
    if voters_taking_part < turnout:
        acts = (NextAct.ASK_COUNTY,)
        return _nobody(DistrictState.TURNOUT_TOO_LOW, needed, seats, opening, acts)
    wrong = _check_papers(voters_taking_part, papers_collected, valid_papers, void_papers, seats, counted)
    if wrong is not None:
        acts = (NextAct.VOTE_AGAIN if wrong is DistrictState.VOID_ELECTION else NextAct.RECOUNT,)
        return _nobody(wrong, needed, seats, opening, acts)
    return _fill(counted, seats, needed, opening)


def _check_papers(
    taking_part: int, collected: int, valid: int, void: int, seats: int, votes: tuple[Votes, ...]
) -> DistrictState | None:
    refuse_impossible(papers_collected=collected, valid_papers=valid, void_papers=void, seats=seats)
    if collected > taking_part:
        return DistrictState.VOID_ELECTION
    impossible = election.find_impossible_count(votes=votes, valid_papers=valid, seats=seats)
    if valid + void != collected or impossible is not None:
        return DistrictState.COUNT_ERROR
    return None


def _nobody(state: DistrictState, needed: int, seats: int, opening: Step, acts: tuple[NextAct, ...]) -> DistrictOutcome:
    cited = (deputy_citation.DEPUTY_ELECTED, deputy_citation.DEPUTY_ELECTION_PAPERS)
    words = {
        DistrictState.TURNOUT_TOO_LOW: step("参加投票的选民不过半数，选举无效。", "Too few took part; not valid."),
        DistrictState.VOID_ELECTION: step("收回的票多于投票人数，选举无效。", "More papers than voters: not valid."),
        DistrictState.COUNT_ERROR: step("票数不合，应当重新计票。", "The numbers do not agree: count again."),
    }
    return DistrictOutcome(state, needed, (), (), 0, seats, cited, (opening, words[state]), acts)


def _fill(votes: tuple[Votes, ...], seats: int, needed: int, opening: Step) -> DistrictOutcome:
    filling = ranking.fill_seats(votes=((v.candidate_key, v.votes_for) for v in votes), seats=seats, threshold=needed)
    sentence = step(
        f"当选须得{needed}票，应选{seats}名，当选{len(filling.filled)}名，尚缺{filling.seats_short}名。",
        f"{needed} votes elect; {len(filling.filled)} of {seats} elected, {filling.seats_short} short.",
    )
    state, acts = _conclude(filling)
    cited = (deputy_citation.DEPUTY_ELECTED, deputy_citation.DEPUTY_ELECTION_PAPERS)
    return DistrictOutcome(
        state, needed, filling.filled, filling.tied, filling.tied_seats, filling.seats_short, cited,
        (opening, sentence), acts,
    )  # fmt: skip


def _conclude(filling: Filling) -> tuple[DistrictState, tuple[NextAct, ...]]:
    if filling.tied:
        return DistrictState.TIED, (NextAct.TIE_BALLOT,)
    if filling.seats_short:
        return DistrictState.SHORT, (NextAct.FURTHER_ELECTION,)
    return DistrictState.ELECTED, (NextAct.PRESIDIUM_DECIDES, NextAct.ANNOUNCE)


def decide_district_further_election(
    *, papers_collected: int, valid_papers: int, void_papers: int, seats: int, votes: Iterable[Votes]
) -> DistrictOutcome:
    """Decide a further election: the most votes win with at least one third of the papers.

    Source: Electoral Law art. 45. Turnout and ties follow the province's rules, so a tie asks for them.
    """
    counted = tuple(votes)
    needed = majority.one_third(papers_collected)
    opening = step(
        f"另行选举，收回{papers_collected}张，三分之一为{needed}票，得票多的当选。",
        f"Further election: {papers_collected} papers, one third is {needed}; the most votes win.",
    )
    wrong = _check_papers(papers_collected, papers_collected, valid_papers, void_papers, seats, counted)
    if wrong is not None:
        return _nobody(wrong, needed, seats, opening, (NextAct.RECOUNT,))
    outcome = _fill(counted, seats, max(needed, 1), opening)
    if outcome.state is not DistrictState.TIED:
        return outcome
    return DistrictOutcome(
        outcome.state, needed, outcome.elected, outcome.tied, outcome.tied_seats, outcome.seats_short,
        outcome.citations, outcome.steps, (NextAct.ASK_METHOD,),
    )  # fmt: skip


class PetitionState(StrEnum):
    """Whether voters may have the recall of their deputy voted on."""

    ADMISSIBLE = "ADMISSIBLE"
    TOO_FEW_VOTERS = "TOO_FEW_VOTERS"


@dataclass(frozen=True, slots=True)
class PetitionFinding:
    """The finding on a petition."""

    state: PetitionState
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def check_recall_petition(*, petitioners: int) -> PetitionFinding:
    """Thirty voters of the district, in writing, to the county standing committee (Electoral Law art. 50)."""
    refuse_impossible(petitioners=petitioners)
    enough = petitioners >= PETITIONERS_NEEDED
    sentence = step(
        f"联名选民{petitioners}人，需要{PETITIONERS_NEEDED}人以上。",
        f"{petitioners} voters signed; {PETITIONERS_NEEDED} are needed.",
    )
    return PetitionFinding(
        PetitionState.ADMISSIBLE if enough else PetitionState.TOO_FEW_VOTERS,
        (deputy_citation.RECALL_BY_VOTERS,),
        (sentence,),
        (NextAct.ASK_COUNTY,) if enough else (NextAct.COLLECT_SIGNATURES,),
    )


def is_recalled_by_voters(*, voters_registered: int, votes_for: int) -> bool:
    """More than half of all voters of the district recall a deputy (Electoral Law art. 53)."""
    refuse_impossible(votes_for=votes_for)
    return votes_for >= majority.majority_of_all(voters_registered)


def seats_of_congress(*, population: int) -> int:
    """The basic size: 45 and one per 1,500 people, at most 160 (Electoral Law art. 12, rounding down).

    Below 2,000 people there may be fewer than 45; the county fixes the number.
    """
    refuse_impossible(population=population)
    return min(45 + population // 1500, 160)


SIZE_CITATIONS: tuple[Citation, ...] = (deputy_citation.SIZE_OF_CONGRESS, citation.BASE_IN_OFFICE)
