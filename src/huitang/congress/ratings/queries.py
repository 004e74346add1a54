"""The rating of a session as frozen rows, and the latest grade of anything ever rated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from huitang.congress.ballots import rounds
from huitang.congress.ballots.rounds import PaperRoundRow
from huitang.congress.journal import findings
from huitang.congress.journal.one_look import once
from huitang.congress.journal.refusal import Refusal
from huitang.congress.ratings import commands, refusals, standing
from huitang.congress.ratings.counting import count_round
from huitang.congress.ratings.grades import grade_text, percent
from huitang.congress.ratings.models import RatingRound, SatisfactionRating
from huitang.congress.ratings.standing import NextRound, RatedItem
from huitang.congress.scrutiny import queries as scrutiny
from huitang.congress.sittings import calendar
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow
from huitang.congress.sittings.titles import SessionTitle
from huitang.rules.legal_text import Text

_SINGLE = Text("", "")
KINDS = {
    "FIRST": _SINGLE,
    "VOTE_AGAIN": Text("（重新测评）", " (again)"),
    "FURTHER": Text("（再次测评）", " (those not graded)"),
}


@dataclass(frozen=True)
class RatingRoundRow(PaperRoundRow):
    rating_id: int
    title: str
    base: str
    items: tuple[RatedItem, ...]

    @property
    def kind_text(self) -> Text:
        return KINDS[self.kind]


@dataclass(frozen=True)
class RatingRow:
    id: int
    session_id: int
    title: str
    base: str
    threshold_tenths: int | None
    has_middle_grade: bool
    items: tuple[RatedItem, ...]
    rounds: tuple[RatingRoundRow, ...]
    next_round: NextRound

    @property
    def open_round(self) -> RatingRoundRow | None:
        return rounds.open_one(self.rounds)

    @property
    def is_complete(self) -> bool:
        return bool(self.rounds) and self.next_round.kind is None

    @property
    def threshold(self) -> str:
        return percent(self.threshold_tenths)

    @property
    def rated(self) -> tuple[dict[str, Any], ...]:
        """Each item with its grade, as it was declared last, in printed order."""
        found: dict[str, dict[str, Any]] = {}
        for held in self.rounds:
            found |= {line["name"]: line for line in (held.outcome or {}).get("items", ())}
        return tuple(found[item.name] for item in self.items if item.name in found)


@dataclass(frozen=True)
class RatingCountSheet:
    round: RatingRoundRow
    tally: dict[str, Any]
    outcome: dict[str, Any]


@dataclass(frozen=True)
class RatingDesk:
    """What the office prepares; `next` names what must be done next, and the page has a sentence for each."""

    session: SessionRow
    rating: RatingRow | None
    usual_title: str
    next: str

    @property
    def is_fixed(self) -> bool:
        """Whether what is rated, and how, can no longer be changed."""
        return self.session.state == "CLOSED" or bool(self.rating and self.rating.rounds)


@dataclass(frozen=True)
class RatedResult:
    """The latest declared grade of one subject."""

    subject: str
    name: str
    grade: str
    grade_name: Text
    rate_in_tenths_of_percent: int | None
    satisfied: int
    basically: int
    dissatisfied: int
    void: int
    voters: int
    declared_on: date
    session_title: SessionTitle

    @property
    def rate(self) -> str:
        return percent(self.rate_in_tenths_of_percent)


def get_rating_desk(session_id: int, *, town_id: int) -> RatingDesk:
    """:raises SessionIsUnknown: also for a session of another town"""
    session = sittings.get_session(session_id, town_id=town_id)
    rating = find_rating(session_id)
    adopted = scrutiny.get_scrutiny(session_id).is_adopted
    return RatingDesk(session, rating, commands.usual_title(session.opens_on.year - 1), _next(rating, adopted))


def _next(rating: RatingRow | None, scrutineers_adopted: bool) -> str:
    """The first thing that is missing on the way to a result."""
    if rating is None or not rating.items:
        return "ITEMS"
    if rating.open_round is not None:
        return "ROUND_OPEN"
    if rating.rounds:
        return str(rating.next_round.kind or "DONE")
    return "VOTE" if scrutineers_adopted else "ADOPT_SCRUTINEERS"


@once
def find_rating(session_id: int) -> RatingRow | None:
    rating = SatisfactionRating.objects.filter(session_id=session_id).first()
    return _rating(rating) if rating else None


def get_rating(rating_id: int) -> RatingRow:
    """:raises RatingIsUnknown:"""
    rating = SatisfactionRating.objects.filter(pk=rating_id).first()
    if rating is None:
        raise refusals.RatingIsUnknown()
    return _rating(rating)


def find_round_of_ballot(ballot_id: int) -> RatingRoundRow | None:
    held = RatingRound.objects.select_related("rating").filter(ballot_id=ballot_id).first()
    return _round(held, held.rating) if held else None


def get_count_sheet(round_id: int) -> RatingCountSheet:
    """:raises CountIsNotFinished: :raises RatingIsUnknown:"""
    held = RatingRound.objects.select_related("rating", "electorate").filter(pk=round_id).first()
    if held is None:
        raise refusals.RatingIsUnknown()
    counted = count_round(held)
    return RatingCountSheet(_round(held, held.rating), findings.stored(counted.tally), findings.stored(counted.outcome))


def find_obstacle(rating_id: int) -> Refusal | None:
    """What would refuse the round that must come next, before anybody presses the button."""
    rating = SatisfactionRating.objects.get(pk=rating_id)
    try:
        commands.must_be_ready(rating, standing.find_next_round(rating))
    except Refusal as refusal:
        return refusal
    return None


def list_results(subjects: Sequence[str], *, town_id: int) -> Mapping[str, RatedResult]:
    """The latest declared grade of each subject; those never graded are left out. Two queries, however many."""
    wanted = {subject for subject in subjects if subject}
    declared = (
        RatingRound.objects.filter(
            state=RatingRound.State.DECLARED,
            rating__session__term__town_id=town_id,
            rating__items__subject__in=wanted,
        )
        .select_related("electorate", "rating")
        .order_by("declared_at", "pk")
        .distinct()
    )
    titles = {row.id: row.title for row in sittings.list_sessions(town_id)} if wanted else {}
    return {
        line["subject"]: _result(line, held, titles[held.rating.session_id])
        for held in (declared if wanted else ())
        for line in (held.outcome or {}).get("items", ())
        if line["subject"] in wanted and line["grade"]
    }


def _result(line: dict[str, Any], held: RatingRound, title: SessionTitle) -> RatedResult:
    if held.declared_at is None:
        raise AssertionError(f"round {held.pk} is declared without a time")
    return RatedResult(
        subject=line["subject"],
        name=line["name"],
        grade=line["grade"],
        grade_name=grade_text(line["grade"]),
        rate_in_tenths_of_percent=line["rate_in_tenths_of_percent"],
        satisfied=line["satisfied"],
        basically=line["basically"],
        dissatisfied=line["dissatisfied"],
        void=line["void"],
        voters=held.electorate.deputies_present,
        declared_on=calendar.local_day(held.declared_at),
        session_title=title,
    )


def _rating(rating: SatisfactionRating) -> RatingRow:
    standing.read_rows(rating)
    return RatingRow(
        id=rating.pk,
        session_id=rating.session_id,
        title=rating.title,
        base=rating.base,
        threshold_tenths=rating.threshold_tenths,
        has_middle_grade=rating.has_middle_grade,
        items=tuple(RatedItem(item.name, item.subject) for item in rating.items.all()),
        rounds=tuple(_round(held, rating) for held in rating.rounds.all()),
        next_round=standing.find_next_round(rating),
    )


def _round(held: RatingRound, rating: SatisfactionRating) -> RatingRoundRow:
    return RatingRoundRow(
        **rounds.row_of(held),
        session_id=rating.session_id,
        rating_id=rating.pk,
        title=rating.title,
        base=rating.base,
        items=standing.items_of(held),
    )
