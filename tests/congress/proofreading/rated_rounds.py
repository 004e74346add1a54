"""A rating that was counted, in every shape: some items graded by nobody, a void round, one not yet counted."""

from dataclasses import replace
from random import Random

from huitang.congress.ratings.grades import following_text, grade_text, percent
from huitang.congress.ratings.queries import RatingRoundRow, RatingRow
from huitang.congress.ratings.standing import NextRound, RatedItem
from huitang.congress.record.count_desk import CountedThing
from huitang.congress.record.queries import SessionRecord
from huitang.congress.record.tally_sheet import RatedTallyLine, Tally, TallySheet
from huitang.congress.sittings.queries import SessionRow
from huitang.rules import majority, rating
from huitang.rules.legal_text import Text
from tests.congress.proofreading.sessions import PLACES, WORKS, ballot, electorate, moment

BALLOT = 990


def some_rating(session: SessionRow, present: int, due: int, chance: Random) -> RatingRow | None:
    """None in a third of all sessions."""
    if chance.random() < 0.33:
        return None
    named = dict.fromkeys(f"{chance.choice(PLACES)}{chance.choice(WORKS)}工程" for _ in range(chance.randint(1, 9)))
    items = tuple(RatedItem(name) for name in named)
    base = chance.choice(("ALL", "PRESENT"))
    collected = present - chance.randint(0, 2)
    lines = [_line(item.name, collected, present, due, base, chance) for item in items]
    held = RatingRoundRow(
        id=1,
        rating_id=1,
        session_id=1,
        title=f"{session.opens_on.year - 1}年民生实事项目满意度测评",
        base=base,
        number=1,
        kind="FIRST",
        items=items,
        state="DECLARED",
        electorate=electorate(session, due, present),
        ballot=replace(ballot("RATING", tuple(named), present), id=BALLOT, papers_collected=collected),
        outcome={
            "state": "RATED",
            "votes_needed": majority.majority_of_all(due if base == "ALL" else present),
            "items": lines,
            "tally": {"papers_valid": collected - 1, "papers_void": 1},
        },
        opened_at=moment(session.closes_on),
        declared_at=moment(session.closes_on),
    )
    threshold = chance.choice((None, 900, 855))
    return RatingRow(1, 1, held.title, base, threshold, chance.random() < 0.7, items, (held,), NextRound(None, ()))


def _line(name: str, papers: int, present: int, due: int, base: str, chance: Random) -> dict:
    good = chance.randint(0, papers)
    fair = chance.randint(0, papers - good)
    poor = chance.randint(0, papers - good - fair)
    found = rating.decide_rating(
        members=due,
        present=present,
        satisfied=good,
        basically=fair,
        dissatisfied=poor,
        void_papers=papers - good - fair - poor,
        base=rating.RatingBase(base),
    )
    return {
        "name": name,
        "subject": "",
        "satisfied": good,
        "basically": fair,
        "dissatisfied": poor,
        "void": papers - good - fair - poor,
        "grade": found.grade,
        "rate_in_tenths_of_percent": found.rate_in_tenths_of_percent,
        "reaches_threshold": chance.choice((None, True, False)),
        "next_acts": found.next_acts,
    }


def tally(record: SessionRecord, chance: Random) -> tuple[TallySheet, ...]:
    if record.rating is None:
        return ()
    held = record.rating.rounds[0]
    fate = chance.choice(("COUNTED", "COUNTED", "COUNTED", "VOID", "UNCOUNTED"))
    if fate == "VOID":
        held = replace(held, ballot=replace(held.ballot, papers_collected=(held.ballot.papers_issued or 0) + 1))
    thing = CountedThing(1, Text(held.title, ""), 1, len(held.items), held)
    counted = None if fate == "UNCOUNTED" else _tally(held, fate == "VOID")
    return (TallySheet(record.session, record.sittings[0], thing, held.electorate, record.scrutiny, 0, counted),)


def _tally(held: RatingRoundRow, is_void: bool) -> Tally:
    outcome = held.outcome or {}
    if is_void:
        return Tally(0, 0, 0, 0, (), (), (), {**outcome, "state": "VOID_ROUND", "items": []})
    papers = outcome["tally"]
    rated = tuple(
        RatedTallyLine(
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
        for line in outcome["items"]
    )
    return Tally(papers["papers_valid"], papers["papers_void"], 0, 0, (), (), (), outcome, rated)
