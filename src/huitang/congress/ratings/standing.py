"""Where a rating stands: what the next round is and which items stand in it."""

from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects

from huitang.congress.ratings.models import RatingItem, RatingRound, SatisfactionRating

Kind = RatingRound.Kind


@dataclass(frozen=True)
class RatedItem:
    """What is rated: the printed name, and what it is elsewhere ("project:12"); "" for words of the office's own."""

    name: str
    subject: str = ""


@dataclass(frozen=True)
class NextRound:
    """`kind` is None when nothing is left to rate."""

    kind: str | None
    items: tuple[RatedItem, ...]


def read_rows(rating: SatisfactionRating) -> None:
    """Read items and rounds once; what follows asks the database no more."""
    items = Prefetch("items", RatingItem.objects.order_by("number"))
    rounds = RatingRound.objects.order_by("number").select_related("electorate")
    prefetch_related_objects([rating], items, Prefetch("rounds", rounds))


def find_next_round(rating: SatisfactionRating) -> NextRound:
    """What must come next: all again after a void round, and those of which no paper said anything countable."""
    read_rows(rating)
    declared = [held for held in rating.rounds.all() if held.is_declared]
    if not declared:
        return NextRound(Kind.FIRST, tuple(RatedItem(item.name, item.subject) for item in rating.items.all()))
    last = declared[-1]
    outcome = last.outcome or {}
    if last.must_be_repeated:
        return NextRound(Kind.VOTE_AGAIN, items_of(last))
    left = tuple(RatedItem(line["name"], line["subject"]) for line in outcome["items"] if not line["grade"])
    return NextRound(Kind.FURTHER, left) if left else NextRound(None, ())


def items_of(held: RatingRound) -> tuple[RatedItem, ...]:
    return tuple(RatedItem(item["name"], item["subject"]) for item in held.items)
