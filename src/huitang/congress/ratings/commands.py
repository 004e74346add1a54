"""The satisfaction rating of a session: what is rated and how, rounds on paper, declaration."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.attendance import commands as attendance
from huitang.congress.ballots import commands as ballots
from huitang.congress.ballots import rounds
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import must_fit
from huitang.congress.ratings import refusals, standing
from huitang.congress.ratings.counting import RoundOutcome, count_round
from huitang.congress.ratings.models import RatingItem, RatingRound, SatisfactionRating
from huitang.congress.ratings.standing import NextRound, RatedItem
from huitang.congress.scrutiny import queries as scrutiny
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.commands import SessionIsClosed
from huitang.rules.rating_papers import THREE_GRADES, TWO_GRADES, RatingMethod

MOST_ITEMS = 40  # printed on one paper
_NAME, _SUBJECT, _TITLE = 100, 40, 100
_WHOLE = 1000  # tenths of per cent


@transaction.atomic
def keep_settings(
    *,
    session_id: int,
    title: str,
    base: str,
    threshold_tenths: int | None,
    has_middle_grade: bool,
    actor: Actor,
    now: datetime,
) -> None:
    """Keep how the session rates; no law says it, so the office does.

    :raises ItemsAreFixed: a round was opened
    :raises NameIsMissing: :raises BaseIsUnknown: :raises ThresholdIsWrong: :raises SessionIsUnknown:
    """
    actor.must_be_allowed_to(Deed.KEEP_RATING)
    if not title.strip():
        raise refusals.NameIsMissing()
    must_fit(title.strip(), _TITLE)
    if base not in SatisfactionRating.Base.values:
        raise refusals.BaseIsUnknown()
    if threshold_tenths is not None and not 1 <= threshold_tenths <= _WHOLE:
        raise refusals.ThresholdIsWrong()
    rating = _rating_to_prepare(session_id, actor)
    fields = {
        "title": title.strip(),
        "base": base,
        "threshold_tenths": threshold_tenths,
        "has_middle_grade": has_middle_grade,
    }
    SatisfactionRating.objects.filter(pk=rating.pk).update(**fields)
    journal.append("rating.settings_kept", actor=actor, at=now, subject=f"rating:{rating.pk}", facts=fields)


@transaction.atomic
def set_items(*, session_id: int, items: Sequence[RatedItem], actor: Actor, now: datetime) -> int:
    """Replace what the session rates, in the order it is printed; returns the rating's id.

    The run sheet follows when this is called through `runsheet.rating`.

    :raises ItemsAreFixed: a round was opened
    :raises NameIsMissing: :raises NameIsThere: :raises TooManyItems: :raises SessionIsUnknown:
    """
    actor.must_be_allowed_to(Deed.KEEP_RATING)
    rating = _rating_to_prepare(session_id, actor)
    kept = _checked(items)
    RatingItem.objects.filter(rating=rating).delete()
    RatingItem.objects.bulk_create(
        RatingItem(rating=rating, number=number, name=item.name, subject=item.subject)
        for number, item in enumerate(kept, start=1)
    )
    facts = {"rated": [item.name for item in kept]}
    journal.append("rating.items_set", actor=actor, at=now, subject=f"rating:{rating.pk}", facts=facts)
    return int(rating.pk)


@transaction.atomic
def add_items(*, session_id: int, items: Sequence[RatedItem], actor: Actor, now: datetime) -> int:
    """Add to the end of what is rated; raises and returns what `set_items` does."""
    actor.must_be_allowed_to(Deed.KEEP_RATING)
    kept = _items_of(_rating_to_prepare(session_id, actor))
    return set_items(session_id=session_id, items=[*kept, *items], actor=actor, now=now)


@transaction.atomic
def move_item(*, session_id: int, number: int, name: str, up: bool, actor: Actor, now: datetime) -> None:
    """Swap the printed line `number` with its neighbour; at the end of the list nothing changes.

    `name` is what the page showed there. :raises ItemIsUnknown: it is no longer there :raises ItemsAreFixed:
    """
    actor.must_be_allowed_to(Deed.KEEP_RATING)
    items = _items_of(_rating_to_prepare(session_id, actor))
    place = _place_of(items, number, name)
    there = place - 1 if up else place + 1
    if 0 <= there < len(items):
        items[place], items[there] = items[there], items[place]
        set_items(session_id=session_id, items=items, actor=actor, now=now)


@transaction.atomic
def remove_item(*, session_id: int, number: int, name: str, actor: Actor, now: datetime) -> None:
    """Take a line off. :raises ItemIsUnknown: :raises ItemsAreFixed:"""
    actor.must_be_allowed_to(Deed.KEEP_RATING)
    items = _items_of(_rating_to_prepare(session_id, actor))
    del items[_place_of(items, number, name)]
    set_items(session_id=session_id, items=items, actor=actor, now=now)


@transaction.atomic
def open_round(*, rating_id: int, sitting_id: int, actor: Actor, now: datetime) -> int:
    """Open the round that must come next and freeze its electorate; returns its id.

    :raises NothingIsRated: :raises ScrutineersAreNotAdopted: :raises RatingIsComplete: :raises RoundIsOpen:
    :raises QuorumIsNotMet: :raises RatingIsUnknown: also of another town
    """
    actor.must_be_allowed_to(Deed.CONDUCT)
    rating = get_rating(rating_id, town_id=actor.town_id)
    coming = standing.find_next_round(rating)
    must_be_ready(rating, coming)
    electorate = attendance.freeze_electorate(sitting_id=sitting_id, session_id=rating.session_id, now=now)
    grades = THREE_GRADES if rating.has_middle_grade else TWO_GRADES
    method = RatingMethod(items=tuple(item.name for item in coming.items), grades=grades)
    ballot = ballots.open_rating_ballot(title=rating.title, method=method, voters=electorate.deputies_present)
    fresh = RatingRound(
        rating=rating,
        number=rating.rounds.count() + 1,
        kind=str(coming.kind),
        items=[{"name": item.name, "subject": item.subject} for item in coming.items],
        sitting_id=sitting_id,
        electorate=electorate,
        ballot_id=ballot,
        opened_at=now,
    )
    facts = rounds.keep_open(fresh)
    journal.append("rating.round_opened", actor=actor, at=now, subject=f"rating:{rating_id}", facts=facts)
    return int(fresh.pk)


@transaction.atomic
def declare_result(*, round_id: int, actor: Actor, now: datetime) -> RoundOutcome:
    """Close the round and grade each item from the count. :raises RoundIsNotOpen: :raises CountIsNotFinished:"""
    actor.must_be_allowed_to(Deed.CONDUCT)
    ours = RatingRound.objects.select_related("rating").filter(rating__session__term__town_id=actor.town_id)
    held = rounds.get_open(ours, round_id)
    counted = count_round(held)
    rounds.declare(held, counted, now=now)
    facts = {
        "round": held.number,
        "state": str(counted.outcome.state),
        "grades": [
            [line.name, line.satisfied, line.basically, line.dissatisfied, line.void, line.grade]
            for line in counted.outcome.items
        ],
    }
    journal.append("rating.result_declared", actor=actor, at=now, subject=f"rating:{held.rating_id}", facts=facts)
    return counted.outcome


def get_rating(rating_id: int, *, town_id: int) -> SatisfactionRating:
    """:raises RatingIsUnknown: also of another town"""
    ratings = SatisfactionRating.objects.select_related("session__term__town")
    rating = ratings.filter(pk=rating_id, session__term__town_id=town_id).first()
    if rating is None:
        raise refusals.RatingIsUnknown()
    return rating


def must_be_ready(rating: SatisfactionRating, coming: NextRound) -> None:
    """Whether a round may be opened, apart from the quorum. :raises Refusal: what is missing"""
    if coming.kind is None:
        raise refusals.RatingIsComplete()
    if not coming.items:
        raise refusals.NothingIsRated()
    scrutiny.must_be_adopted(rating.session_id)


def usual_title(year: int) -> str:
    """What a rating is called until the office says otherwise."""
    return f"{year}年民生实事项目满意度测评"


def _rating_to_prepare(session_id: int, actor: Actor) -> SatisfactionRating:
    """The session's rating, locked, made when there is none. :raises ItemsAreFixed: :raises SessionIsUnknown:"""
    session = sittings.get_session(session_id, town_id=actor.town_id)
    if session.state == "CLOSED":
        raise SessionIsClosed()
    usual = {"title": usual_title(session.opens_on.year - 1)}
    rating, _is_new = SatisfactionRating.objects.select_for_update().get_or_create(
        session_id=session_id, defaults=usual
    )
    if rating.rounds.exists():
        raise refusals.ItemsAreFixed()
    return rating


def _items_of(rating: SatisfactionRating) -> list[RatedItem]:
    return [RatedItem(item.name, item.subject) for item in rating.items.order_by("number")]


def _place_of(items: list[RatedItem], number: int, name: str) -> int:
    if not 1 <= number <= len(items) or items[number - 1].name != name:
        raise refusals.ItemIsUnknown()
    return number - 1


def _checked(items: Sequence[RatedItem]) -> list[RatedItem]:
    kept = [RatedItem(item.name.strip(), item.subject.strip()) for item in items]
    if len(kept) > MOST_ITEMS:
        raise refusals.TooManyItems(most=MOST_ITEMS, found=len(kept))
    known: set[str] = set()
    for item in kept:
        if not item.name:
            raise refusals.NameIsMissing()
        if item.name in known:
            raise refusals.NameIsThere(name=item.name)
        must_fit(item.name, _NAME)
        must_fit(item.subject, _SUBJECT)
        known.add(item.name)
    return kept
