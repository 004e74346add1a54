"""Rounds of papers that were counted, in every shape: a void one, a tie, a further one, names written in."""

from dataclasses import replace
from random import Random

from huitang.congress.elections.posts import ROUNDS
from huitang.congress.elections.queries import ElectionRow, RoundRow
from huitang.congress.project_votes.queries import ProjectRoundRow, ProjectRow, ProjectVoteRow
from huitang.congress.record.count_desk import PROJECTS, ROUND_KINDS, CountedThing
from huitang.congress.record.queries import SessionRecord
from huitang.congress.record.tally_sheet import Tally, TallyLine, TallySheet
from huitang.rules import majority
from huitang.rules.legal_text import Text

Votes = list[tuple[str, int]]


def of(row: ElectionRow, present: int, due: int, chance: Random) -> tuple[RoundRow, ...]:
    """One or two rounds of an election."""
    held = row.rounds[0]
    papers = _papers(held.ballot, present, chance)
    first = _counted(held, papers, _votes(held.candidates, papers, chance), "elected", list(row.elected), due)
    first = replace(first, ballot=replace(first.ballot, id=row.id * 10))
    if len(row.elected) == row.seats or chance.random() < 0.5:
        return (first,)
    left = tuple(name for name in held.candidates if name not in row.elected)
    again = _papers(held.ballot, present, chance)
    second = _counted(held, again, _votes(left, again, chance), "elected", [], due)
    kind = "FURTHER"
    second = replace(
        second,
        id=row.id + 100,
        number=2,
        kind=kind,
        kind_text=next(text for key, text in ROUNDS.items() if key.value == kind),
        candidates=left,
        ballot=replace(again, id=row.id * 10 + 1),
    )
    return first, second


def project_vote(vote: ProjectVoteRow | None, present: int, due: int, chance: Random) -> ProjectVoteRow | None:
    if vote is None:
        return None
    held = vote.rounds[0]
    papers = _papers(held.ballot, present, chance)
    told = _counted(held, papers, _votes(held.projects, papers, chance), "adopted", list(vote.adopted), due)
    return replace(
        vote,
        rounds=(replace(told, ballot=replace(told.ballot, id=900)),),
        mode=chance.choice(("MAJORITY", "PLURALITY")),
    )


def _papers(ballot, present: int, chance: Random):  # type: ignore[no-untyped-def]
    """Some stay away from the box, some papers are not returned."""
    issued = present - chance.randint(0, 2)
    return replace(ballot, papers_issued=issued, papers_collected=issued - chance.randint(0, 3))


def _votes(names: tuple[str, ...], ballot, chance: Random) -> Votes:  # type: ignore[no-untyped-def]
    valid = ballot.papers_collected - chance.randint(0, 2)
    votes = [(name, valid - chance.randint(0, 20)) for name in names]
    return sorted(votes, key=lambda pair: -pair[1])


def _counted(held, ballot, votes: Votes, key: str, chosen: list[str], due: int):  # type: ignore[no-untyped-def]
    collected = ballot.papers_collected
    valid = min(collected, max((number for _, number in votes), default=collected))
    others = [name for name, _ in votes if name not in chosen]
    outcome = {
        **held.outcome,
        "ranking": votes,
        key: chosen,
        "tied": others[:2] if len(others) > 2 and votes[-1][1] % 2 else [],
        "votes_needed": majority.majority_of_all(due),
        "papers_not_returned": ballot.papers_issued - collected,
        "tally": {"papers_valid": valid, "papers_void": collected - valid},
    }
    electorate = replace(held.electorate, deputies_in_office=due, deputies_present=ballot.papers_issued)
    return replace(held, ballot=ballot, outcome=outcome, electorate=electorate)


def tallies(record: SessionRecord, chance: Random) -> tuple[TallySheet, ...]:
    """A sheet of every round; some not counted yet, some void."""
    rounds: list[RoundRow | ProjectRoundRow] = [held for row in record.elections for held in row.rounds]
    if record.project_vote:
        rounds += record.project_vote.rounds
    return tuple(_sheet(record, held, chance) for held in rounds)


def _sheet(record: SessionRecord, held: RoundRow | ProjectRoundRow, chance: Random) -> TallySheet:
    fate = chance.choice(("COUNTED", "COUNTED", "COUNTED", "VOID", "UNCOUNTED"))
    if fate == "VOID":
        issued = held.ballot.papers_issued or 0
        held = replace(held, ballot=replace(held.ballot, papers_collected=issued + 1))
    seats = held.seats if isinstance(held, RoundRow) else held.places
    thing = CountedThing(1, _what(held), held.number, seats, held)
    counted = None if fate == "UNCOUNTED" else _tally(held, fate == "VOID", chance)
    return TallySheet(record.session, record.sittings[0], thing, held.electorate, record.scrutiny, 0, counted)


def _what(held: RoundRow | ProjectRoundRow) -> Text:
    if isinstance(held, RoundRow):
        return Text(f"选举{held.post_text.zh}{held.kind_text.zh}", "")
    return Text(f"{PROJECTS.zh}{ROUND_KINDS[held.kind].zh}", "")


def _tally(held: RoundRow | ProjectRoundRow, is_void: bool, chance: Random) -> Tally:
    outcome = held.outcome or {}
    persons = isinstance(held, RoundRow)
    chosen = outcome["elected" if persons else "adopted"]
    if is_void:
        chosen, outcome = [], {**outcome, "state": "VOID_ROUND", "elected": [], "adopted": [], "tied": []}
    valid = 0 if is_void else outcome["tally"]["papers_valid"]
    votes = [(name, 0) for name, _ in outcome["ranking"]] if is_void else outcome["ranking"]
    lines = tuple(_line(name, got, valid, chosen, outcome, persons, chance) for name, got in votes)
    written = (("唐小满", 2, ""), ("曾以宁", 1, ""))[: chance.randint(0, 2)] if persons and not is_void else ()
    return Tally(valid, 0 if is_void else outcome["tally"]["papers_void"], 0, 0, lines, written, (), outcome)


def _line(
    name: str, got: int, valid: int, chosen: list[str], outcome: dict, persons: bool, chance: Random
) -> TallyLine:
    against = chance.randint(0, valid - got) if persons else 0
    silent = valid - got - against if persons else 0
    good = "ELECTED" if persons else "ADOPTED"
    result = good if name in chosen else "TIED" if name in outcome["tied"] else ""
    return TallyLine(name, got, against, silent, 0, result)


def some_projects(chance: Random, places: tuple[str, ...], works: tuple[str, ...]) -> tuple[ProjectRow, ...]:
    named = dict.fromkeys(f"{chance.choice(places)}{chance.choice(works)}工程" for _ in range(chance.randint(1, 9)))
    return tuple(
        ProjectRow(number, name, "", "改造2处", 500_000, "", "", "农业农村办公室", "", "12月底")
        for number, name in enumerate(named, start=1)
    )
