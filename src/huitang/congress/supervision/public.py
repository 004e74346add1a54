"""What of a year's supervision may be shown to everybody.

Left out: what was found and said inside (problems, follow-up notes, why a plan was dropped), and of meetings with voters
everything that could name one: topic, place, opinion, pictures. An opinion and its reply are shown once they were sent.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch

from huitang.congress.supervision import words
from huitang.congress.supervision.models import Activity, Photo

Kind, State = Activity.Kind, Activity.State


@dataclass(frozen=True)
class PublicPhoto:
    sha256: str
    caption: str
    width: int
    height: int


@dataclass(frozen=True)
class PublicActivity:
    """`deputies` is how many took part; texts are empty where they may not be shown."""

    kind: str
    kind_name: str
    state: str
    state_name: str
    topic: str
    basis: str
    planned_month: int | None
    held_on: date | None
    place: str
    deputies: int
    unit: str
    opinion: str
    opinion_sent_on: date | None
    reply_due: date | None
    reply: str
    replied_on: date | None
    is_overdue: bool
    photos: tuple[PublicPhoto, ...]


def list_public(*, town_id: int, year: int, on: date) -> tuple[PublicActivity, ...]:
    """Every activity of a year, as it stood on a day; two queries however many there are."""
    pictures = Photo.objects.defer("content").order_by("pk")
    found = Activity.objects.filter(town_id=town_id, year=year).annotate(deputies=Count("participants"))
    rows = found.prefetch_related(Prefetch("photos", pictures))
    return tuple(_public(one, on) for one in sorted(rows, key=_by_month))


def _by_month(one: Activity) -> tuple[int, int]:
    """By the month it was held, else planned for."""
    return (one.held_on.month if one.held_on else one.planned_month or 13, one.pk)


def list_years(town_id: int) -> tuple[int, ...]:
    years = Activity.objects.filter(town_id=town_id).values_list("year", flat=True)
    return tuple(sorted(set(years), reverse=True))


def find_photo(sha256: str, *, town_id: int) -> tuple[bytes, str] | None:
    """The picture and its media type; never one of a meeting with voters."""
    shown = Photo.objects.filter(sha256=sha256, activity__town_id=town_id).exclude(activity__kind=Kind.VOTERS)
    photo = shown.first()
    return (bytes(photo.content), photo.media_type) if photo else None


def _public(one: Activity, on: date) -> PublicActivity:
    names_voters = one.kind == Kind.VOTERS
    was_sent, was_answered = one.opinion_sent_on is not None, one.replied_on is not None
    return PublicActivity(
        kind=one.kind,
        kind_name=words.kind_name(one.kind),
        state=one.state,
        state_name=words.state_name(one.state),
        topic="" if names_voters else one.topic,
        basis="" if names_voters else one.basis,
        planned_month=one.planned_month,
        held_on=one.held_on,
        place="" if names_voters else one.place,
        deputies=one.deputies,  # type: ignore[attr-defined]
        unit="" if names_voters else one.unit,
        opinion=one.opinion if was_sent and not names_voters else "",
        opinion_sent_on=one.opinion_sent_on,
        reply_due=one.reply_due,
        reply=one.reply if was_answered and not names_voters else "",
        replied_on=one.replied_on,
        is_overdue=one.state == State.AWAITING and one.reply_due is not None and one.reply_due < on,
        photos=() if names_voters else tuple(_photo(each) for each in one.photos.all()),
    )


def _photo(found: Photo) -> PublicPhoto:
    return PublicPhoto(found.sha256, found.caption, found.width, found.height)
