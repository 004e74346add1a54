"""Reading supervision: the plan of a year against what was done, one activity, a deputy's part in it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q, QuerySet

from huitang.congress.journal import queries as journal
from huitang.congress.roster.called import called
from huitang.congress.roster.queries import RollRow
from huitang.congress.sittings.calendar import local_day
from huitang.congress.supervision import lookup, refusals, words
from huitang.congress.supervision.models import Activity, FollowUp, Participant, Photo

Kind, State = Activity.Kind, Activity.State
KINDS: tuple[str, ...] = tuple(Activity.Kind.values)
DONE = (State.HELD, State.AWAITING, State.REPLIED, State.CLOSED)
_COLUMNS = (
    *("pk", "year", "kind", "topic", "basis", "planned_month", "held_on", "place", "people_met", "unit"),
    *("opinion_sent_on", "reply_due", "replied_on", "state", "deputies"),
)


@dataclass(frozen=True)
class ActivityRow:
    """One line of the plan; `today` decides what is late."""

    id: int
    year: int
    kind: str
    topic: str
    basis: str
    planned_month: int | None
    held_on: date | None
    place: str
    people_met: int
    unit: str
    opinion_sent_on: date | None
    reply_due: date | None
    replied_on: date | None
    state: str
    deputies: int
    kind_name: str
    state_name: str
    today: date

    @property
    def is_done(self) -> bool:
        return self.state in DONE

    @property
    def is_reply_overdue(self) -> bool:
        return self.state == State.AWAITING and self.reply_due is not None and self.reply_due < self.today

    @property
    def was_reply_late(self) -> bool:
        return bool(self.replied_on and self.reply_due and self.replied_on > self.reply_due)

    @property
    def is_behind_plan(self) -> bool:
        """Planned for a month that has passed, and not held."""
        planned = (self.year, self.planned_month or 12)
        return self.state == State.PLANNED and planned < (self.today.year, self.today.month)

    @property
    def days_over(self) -> int:
        return (self.today - self.reply_due).days if self.is_reply_overdue and self.reply_due else 0


@dataclass(frozen=True)
class KindLine:
    """Plan against done for one kind: `planned` and `done` of the plan, and what came on top of it."""

    kind: str
    name: str
    planned: int
    done: int
    unplanned: int
    dropped: int

    @property
    def held(self) -> int:
        return self.done + self.unplanned


@dataclass(frozen=True)
class Choice:
    """What part of a year to show, and in which order."""

    kind: str = ""
    state: str = ""  # a state, or OVERDUE, BEHIND
    order: str = "month"  # one of ORDERS, `-` before it for the other way round
    text: str = ""


@dataclass(frozen=True)
class YearPage:
    """`everything` is the whole year, `rows` what was asked for."""

    year: int
    years: tuple[int, ...]
    everything: tuple[ActivityRow, ...]
    rows: tuple[ActivityRow, ...]
    lines: tuple[KindLine, ...]
    choice: Choice

    @property
    def overdue(self) -> int:
        return sum(row.is_reply_overdue for row in self.everything)

    @property
    def behind(self) -> int:
        return sum(row.is_behind_plan for row in self.everything)

    @property
    def awaiting(self) -> int:
        return sum(row.state == State.AWAITING for row in self.everything)

    @property
    def done(self) -> int:
        return sum(row.is_done for row in self.everything)


@dataclass(frozen=True)
class ParticipantRow:
    deputy_id: int
    number: int
    name: str
    delegation: str


@dataclass(frozen=True)
class FollowUpRow:
    on: date
    note: str


@dataclass(frozen=True)
class PhotoRow:
    id: int
    caption: str
    width: int
    height: int


@dataclass(frozen=True)
class ActivityPage:
    """`roll` is who may be named as taking part: those in office on the day, or today before there is one."""

    row: ActivityRow
    problems: str
    opinion: str
    reply: str
    dropped_because: str
    participants: tuple[ParticipantRow, ...]
    follow_ups: tuple[FollowUpRow, ...]
    photos: tuple[PhotoRow, ...]
    roll: tuple[RollRow, ...]
    version: int

    @property
    def is_running(self) -> bool:
        return self.row.state in (State.HELD, State.AWAITING, State.REPLIED)


def get_year(*, town_id: int, year: int | None, choice: Choice, now: datetime) -> YearPage:
    """The plan of a year against what was done; without a year, the current one."""
    today = local_day(now)
    shown = year or today.year
    everything = list_activities(town_id=town_id, year=shown, today=today)
    years = set(Activity.objects.filter(town_id=town_id).values_list("year", flat=True).distinct())
    return YearPage(
        year=shown,
        years=tuple(sorted({*years, today.year + 1, today.year, today.year - 1, shown}, reverse=True)),
        everything=everything,
        rows=_sorted(filter(_asked_for(choice), everything), choice.order),
        lines=tuple(_line(kind, everything) for kind in Kind),
        choice=choice,
    )


def list_activities(*, town_id: int, year: int, today: date) -> tuple[ActivityRow, ...]:
    """Every activity of a year, in the order they were written down."""
    found = Activity.objects.filter(town_id=town_id, year=year).order_by("pk")
    return _rows(found, today)


def list_held(*, town_id: int, since: date, until: date) -> tuple[ActivityRow, ...]:
    """What was held between two days, both included, by day."""
    held = Activity.objects.filter(town_id=town_id, state__in=DONE, held_on__range=(since, until))
    return _rows(held.order_by("held_on", "pk"), until)


def list_held_by_deputy(*, town_id: int, since: date, until: date) -> dict[int, tuple[ActivityRow, ...]]:
    """The same, by the id of each deputy who took part."""
    rows = {row.id: row for row in list_held(town_id=town_id, since=since, until=until)}
    parts = Participant.objects.filter(activity__town_id=town_id, activity__held_on__range=(since, until))
    by_deputy: dict[int, list[ActivityRow]] = defaultdict(list)
    for deputy_id, activity_id in parts.order_by("activity__held_on", "activity_id").values_list(
        "deputy_id", "activity_id"
    ):
        if activity_id in rows:
            by_deputy[deputy_id].append(rows[activity_id])
    return {deputy: tuple(found) for deputy, found in by_deputy.items()}


def list_waiting(*, town_id: int, today: date) -> tuple[ActivityRow, ...]:
    """Every opinion that waits for its reply, the one due first at the top: what the office has to press for."""
    waiting = Activity.objects.filter(town_id=town_id, state=State.AWAITING)
    return _rows(waiting.order_by("reply_due", "pk"), today)


def count_awaiting(town_id: int) -> int:
    """How many opinions wait for their reply."""
    return Activity.objects.filter(town_id=town_id, state=State.AWAITING).count()


def list_for_calendar(*, town_id: int, since: date, today: date) -> tuple[ActivityRow, ...]:
    """What is planned, and what was held since a day."""
    planned = Q(state=State.PLANNED, year__gte=since.year)
    found = Activity.objects.filter(planned | Q(state__in=DONE, held_on__gte=since), town_id=town_id)
    return _rows(found.order_by("pk"), today)


def get_activity(activity_id: int, *, town_id: int, chain: str, now: datetime, on: date | None = None) -> ActivityPage:
    """`on` asks for the roll of another day than the activity's.

    :raises ActivityIsUnknown: also for one of another town"""
    version = journal.get_sequence(chain)
    found = Activity.objects.filter(pk=activity_id, town_id=town_id)
    activity = found.first()
    if activity is None:
        raise refusals.ActivityIsUnknown()
    today = local_day(now)
    return ActivityPage(
        row=_rows(found, today)[0],
        problems=activity.problems,
        opinion=activity.opinion,
        reply=activity.reply,
        dropped_because=activity.dropped_because,
        participants=_participants(activity_id),
        follow_ups=tuple(FollowUpRow(f.on, f.note) for f in FollowUp.objects.filter(activity_id=activity_id)),
        photos=_photos(activity_id),
        roll=lookup.roll_on(town_id, on or activity.held_on or today),
        version=version,
    )


def get_photo(photo_id: int, *, town_id: int) -> tuple[bytes, str]:
    """The picture and its media type. :raises PhotoIsUnknown: also for one of another town"""
    photo = Photo.objects.filter(pk=photo_id, activity__town_id=town_id).first()
    if photo is None:
        raise refusals.PhotoIsUnknown()
    return bytes(photo.content), photo.media_type


def _rows(found: QuerySet[Activity], today: date) -> tuple[ActivityRow, ...]:
    return tuple(_row(known, today) for known in found.annotate(deputies=Count("participants")).values_list(*_COLUMNS))


def _row(known: Sequence[Any], today: date) -> ActivityRow:
    kind, state = known[_COLUMNS.index("kind")], known[_COLUMNS.index("state")]
    facts = [*known, words.kind_name(kind), words.state_name(state), today]
    return ActivityRow(*facts)


def _participants(activity_id: int) -> tuple[ParticipantRow, ...]:
    parts = Participant.objects.filter(activity_id=activity_id).order_by("deputy__number")
    known = parts.values_list("deputy_id", "deputy__number", called("deputy"), "deputy__delegation__name")
    return tuple(ParticipantRow(*row) for row in known)


def _photos(activity_id: int) -> tuple[PhotoRow, ...]:
    """Without the pictures themselves: the browser asks for each."""
    found = Photo.objects.filter(activity_id=activity_id).order_by("pk")
    return tuple(PhotoRow(*row) for row in found.values_list("pk", "caption", "width", "height"))


def _line(kind: Activity.Kind, rows: Sequence[ActivityRow]) -> KindLine:
    own = [row for row in rows if row.kind == kind]
    planned = [row for row in own if row.planned_month is not None]
    return KindLine(
        kind=kind,
        name=words.kind_name(kind),
        planned=len(planned),
        done=sum(row.is_done for row in planned),
        unplanned=sum(row.is_done for row in own) - sum(row.is_done for row in planned),
        dropped=sum(row.state == State.DROPPED for row in planned),
    )


def _sorted(rows: Iterable[ActivityRow], order: str) -> tuple[ActivityRow, ...]:
    """By one of ORDERS; `-` before it turns it round, and what has no day stays behind."""
    by = ORDERS.get(order.removeprefix("-"), ORDERS["month"])
    found = sorted(rows, key=by, reverse=order.startswith("-"))
    has_day = _HAS_DAY.get(order.removeprefix("-"))
    return tuple(sorted(found, key=lambda row: not has_day(row)) if has_day else found)


def _asked_for(choice: Choice) -> Callable[[ActivityRow], bool]:
    def fits(row: ActivityRow) -> bool:
        return (
            choice.kind in ("", row.kind)
            and _is_in_state(row, choice.state)
            and choice.text.strip() in f"{row.topic}{row.place}{row.unit}{row.basis}"
        )

    return fits


def _is_in_state(row: ActivityRow, state: str) -> bool:
    special = {"OVERDUE": row.is_reply_overdue, "BEHIND": row.is_behind_plan, "DONE": row.is_done}
    return special.get(state, state in ("", row.state))


ORDERS: dict[str, Callable[[ActivityRow], tuple[object, ...]]] = {
    "month": lambda row: (row.planned_month or (row.held_on.month if row.held_on else 13), row.id),
    "held": lambda row: (row.held_on is None, row.held_on or date.max, row.id),
    "due": lambda row: (row.replied_on is not None, row.reply_due is None, row.reply_due or date.max, row.id),
    "kind": lambda row: (Kind.values.index(row.kind), row.planned_month or 13, row.id),
    "state": lambda row: (State.values.index(row.state), row.id),
}
_HAS_DAY: dict[str, Callable[[ActivityRow], bool]] = {
    "held": lambda row: row.held_on is not None,
    "due": lambda row: row.replied_on is None and row.reply_due is not None,
}
