"""The tally sheet (计票单) the scrutineers sign: one layout for elections, project votes and ratings.

Source: Electoral Law art. 43 by analogy: numbers are compared, recorded and signed.
"""

from dataclasses import dataclass
from typing import Any

from huitang.congress.attendance.queries import ElectorateRow
from huitang.congress.ballots import queries as ballots
from huitang.congress.ballots.queries import BallotRow
from huitang.congress.elections import queries as elections
from huitang.congress.elections.queries import CountSheet, RoundRow
from huitang.congress.project_votes import queries as project_votes
from huitang.congress.project_votes.queries import ProjectCountSheet
from huitang.congress.ratings import queries as ratings
from huitang.congress.ratings.grades import following_text, grade_text, percent
from huitang.congress.ratings.queries import RatingCountSheet, RatingRoundRow
from huitang.congress.record.count_desk import CountedThing, find_counted_thing
from huitang.congress.scrutiny import queries as scrutiny
from huitang.congress.scrutiny.queries import Scrutiny
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow, SittingRow
from huitang.rules.legal_text import Text

_FINISHED = ("COUNTED", "VOID", "CLOSED")


@dataclass(frozen=True)
class TallyLine:
    """One printed line of the paper; `result` is ELECTED, ADOPTED, TIED or empty."""

    name: str
    votes_for: int
    votes_against: int
    abstentions: int
    unclear: int
    result: str


@dataclass(frozen=True)
class RatedTallyLine:
    """One rated line; `following` is what must be done after such a grade."""

    name: str
    satisfied: int
    basically: int
    dissatisfied: int
    void: int
    grade: Text
    rate: str
    reaches_threshold: bool | None
    following: Text


@dataclass(frozen=True)
class Tally:
    """`outcome` is the finding of the rules with its steps and articles."""

    papers_valid: int
    papers_void: int
    papers_blank: int
    papers_not_returned: int
    lines: tuple[TallyLine, ...]
    write_ins: tuple[tuple[str, int, str], ...]  # name, votes, result
    void_write_ins: tuple[tuple[str, int], ...]
    outcome: dict[str, Any]
    rated: tuple[RatedTallyLine, ...] = ()

    @property
    def is_void_round(self) -> bool:
        return bool(self.outcome["state"] == "VOID_ROUND")


@dataclass(frozen=True)
class TallySheet:
    """`tally` is None until the count is finished: the sheet then shows papers only."""

    session: SessionRow
    sitting: SittingRow
    thing: CountedThing
    electorate: ElectorateRow
    scrutiny: Scrutiny
    settled: int
    tally: Tally | None

    @property
    def ballot(self) -> BallotRow:
        return self.thing.held.ballot

    @property
    def is_of_persons(self) -> bool:
        return self.ballot.kind == "PERSONS"

    @property
    def is_rating(self) -> bool:
        return self.ballot.kind == "RATING"


def get_tally_sheet(ballot_id: int, *, town_id: int) -> TallySheet:
    """:raises BallotIsUnknown: also of another town"""
    return sheet_of(*find_counted_thing(ballot_id, town_id=town_id))


def sheet_of(session: SessionRow, thing: CountedThing) -> TallySheet:
    """The same for a round already read."""
    ballot_id = thing.held.ballot.id
    return TallySheet(
        session=session,
        sitting=sittings.get_sitting(thing.held.electorate.sitting_id),
        thing=thing,
        electorate=thing.held.electorate,
        scrutiny=scrutiny.get_scrutiny(session.id),
        settled=ballots.count_disagreements(ballot_id),
        tally=_tally(thing) if thing.held.ballot.state in _FINISHED else None,
    )


def _tally(thing: CountedThing) -> Tally:
    held = thing.held
    if isinstance(held, RoundRow):
        return _of_election(elections.get_count_sheet(held.id))
    if isinstance(held, RatingRoundRow):
        return _of_rating(ratings.get_count_sheet(held.id))
    return _of_projects(project_votes.get_count_sheet(held.id))


def _of_election(sheet: CountSheet) -> Tally:
    tally, outcome = sheet.tally, sheet.outcome
    return Tally(
        papers_valid=tally["papers_valid"],
        papers_void=tally["papers_void"],
        papers_blank=tally["papers_blank"],
        papers_not_returned=outcome["papers_not_returned"],
        lines=tuple(
            TallyLine(
                name=line["candidate_key"],
                votes_for=line["votes_for"],
                votes_against=line["votes_against"],
                abstentions=line["abstentions"],
                unclear=line["unclear"],
                result=_result(line["candidate_key"], outcome["elected"], outcome["tied"], "ELECTED"),
            )
            for line in tally["candidates"]
        ),
        write_ins=tuple(
            (name, votes, _result(name, outcome["elected"], outcome["tied"], "ELECTED"))
            for name, votes in tally["write_ins"]
        ),
        void_write_ins=tuple((name, votes) for name, votes in tally["void_write_ins"]),
        outcome=outcome,
    )


def _of_projects(sheet: ProjectCountSheet) -> Tally:
    tally, outcome = sheet.tally, sheet.outcome
    return Tally(
        papers_valid=tally["papers_valid"],
        papers_void=tally["papers_void"],
        papers_blank=tally["papers_blank"],
        papers_not_returned=outcome["papers_not_returned"],
        lines=tuple(
            TallyLine(
                name=line["candidate_key"],
                votes_for=line["votes_for"],
                votes_against=0,
                abstentions=0,
                unclear=0,
                result=_result(line["candidate_key"], outcome["adopted"], outcome["tied"], "ADOPTED"),
            )
            for line in tally["votes"]
        ),
        write_ins=(),
        void_write_ins=(),
        outcome=outcome,
    )


def _of_rating(sheet: RatingCountSheet) -> Tally:
    tally, outcome = sheet.tally, sheet.outcome
    return Tally(
        papers_valid=tally["papers_valid"],
        papers_void=tally["papers_void"],
        papers_blank=tally["papers_blank"],
        papers_not_returned=outcome["papers_not_returned"],
        lines=(),
        write_ins=(),
        void_write_ins=(),
        outcome=outcome,
        rated=tuple(_rated(line) for line in outcome["items"]),
    )


def _rated(line: dict[str, Any]) -> RatedTallyLine:
    return RatedTallyLine(
        name=line["name"],
        satisfied=line["satisfied"],
        basically=line["basically"],
        dissatisfied=line["dissatisfied"],
        void=line["void"],
        grade=grade_text(line["grade"]),
        rate=percent(line["rate_in_tenths_of_percent"]),
        reaches_threshold=line["reaches_threshold"],
        following=following_text(line["next_acts"]),
    )


def _result(name: str, good: list[str], tied: list[str], word: str) -> str:
    if name in good:
        return word
    return "TIED" if name in tied else ""
