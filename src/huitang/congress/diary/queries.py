"""Reading the diary: the office's week, everything that is due, who waits for whom, what was reminded."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.diary import commands, feed_tokens, gathering, words
from huitang.congress.diary.models import CalendarFeed, DutyDone, Reminder
from huitang.congress.journal.one_look import one_look
from huitang.congress.roster.words import cite
from huitang.congress.suggestions import queries as suggestions
from huitang.congress.supervision import queries as supervision
from huitang.congress.targets import queries as targets
from huitang.rules.citation import COUNTING_TIME
from huitang.rules.due import Due, Standing
from huitang.rules.reminder import Level

WEEK_DAYS = 7
MONTH_DAYS = 30


@dataclass(frozen=True)
class DueRow:
    """One duty on a day, in words. `days` are days late where it is late, else days left to the last day."""

    due: Due
    standing: Standing
    days: int
    kind: str
    kind_name: str
    may_be_ticked_off: bool

    @property
    def is_late(self) -> bool:
        return self.standing is Standing.LATE

    @property
    def is_soon(self) -> bool:
        return self.standing is Standing.SOON

    @property
    def is_uncertain(self) -> bool:
        """The last day is a day of rest, and law does not settle whether it moves."""
        return self.due.if_moved != self.due.last_day

    @property
    def standing_name(self) -> str:
        return words.standing_name(self.standing)

    @property
    def cited(self) -> tuple[str, ...]:
        """What the duty rests on; how days are counted is the same for all and not said of each."""
        own = (one for one in self.due.citations if one != COUNTING_TIME)
        return tuple(dict.fromkeys(cite(one) for one in own))

    @property
    def weekday(self) -> str:
        return words.weekday_name(self.due.last_day)


@dataclass(frozen=True)
class Debtor:
    """Somebody who owes, with what they owe; the longest late first."""

    name: str
    rows: tuple[DueRow, ...]

    @property
    def late(self) -> int:
        return sum(row.is_late for row in self.rows)

    @property
    def soon(self) -> int:
        return sum(row.is_soon for row in self.rows)

    @property
    def longest(self) -> int:
        """The most days anything is late."""
        return max((row.days for row in self.rows if row.is_late), default=0)

    @property
    def waits(self) -> tuple[str, ...]:
        """Who waits for them, each once, in the order of the rows."""
        return tuple(dict.fromkeys(row.due.waits for row in self.rows))

    @property
    def others(self) -> int:
        """How many wait besides the first."""
        return len(self.waits) - 1


@dataclass(frozen=True)
class Glance:
    """Numbers of what is under way."""

    suggestions: int
    awaited: int
    tasks: int


@dataclass(frozen=True)
class Week:
    """What presses: late, due within seven days, within thirty; `debtors` owe what is late or due within the month."""

    on: date
    late: tuple[DueRow, ...]
    week: tuple[DueRow, ...]
    month: tuple[DueRow, ...]
    further: int
    debtors: tuple[Debtor, ...]
    glance: Glance
    reminded_today: int

    @property
    def is_empty(self) -> bool:
        return not (self.late or self.week or self.month)

    @property
    def everything(self) -> int:
        return len(self.late) + len(self.week) + len(self.month) + self.further


@dataclass(frozen=True)
class Choice:
    """What part of the diary to show, and in which order."""

    kind: str = ""
    owes: str = ""
    standing: str = ""
    order: str = "due"


@dataclass(frozen=True)
class TickRow:
    id: int
    title: str
    what: str
    done_on: date


@dataclass(frozen=True)
class DiaryPage:
    """`everything` is all that is due, `rows` what was asked for."""

    on: date
    everything: tuple[DueRow, ...]
    rows: tuple[DueRow, ...]
    kinds: tuple[tuple[str, str, int], ...]
    debtors: tuple[Debtor, ...]
    standings: tuple[tuple[str, str, int], ...]
    ticks: tuple[TickRow, ...]
    escalate_days: int
    choice: Choice


@dataclass(frozen=True)
class ReminderRow:
    id: int
    subject: str
    kind: str
    level: str
    level_name: str
    kind_name: str
    title: str
    what: str
    owes: str
    waits: str
    also_to: str
    last_day: date
    on: date
    at: datetime

    @property
    def is_escalated(self) -> bool:
        return self.level == Level.ESCALATE


@dataclass(frozen=True)
class Sheet:
    """催办单: all that one of those who owe has to do, with when they were last reminded."""

    owes: str
    on: date
    rows: tuple[tuple[DueRow, ReminderRow | None], ...]

    @property
    def late(self) -> int:
        return sum(row.is_late for row, _reminded in self.rows)

    @property
    def is_escalated(self) -> bool:
        return any(last is not None and last.is_escalated for _due, last in self.rows)


@one_look()
def get_week(town_id: int, *, on: date) -> Week:
    """The office's week; the number of queries does not grow with what is due."""
    rows = _rows(gathering.list_dues(town_id, on=on), on)
    late = tuple(sorted((row for row in rows if row.is_late), key=lambda row: -row.days))
    ahead = [row for row in rows if not row.is_late]
    month = [row for row in ahead if row.days <= MONTH_DAYS]
    return Week(
        on=on,
        late=late,
        week=tuple(row for row in month if row.days <= WEEK_DAYS),
        month=tuple(row for row in month if row.days > WEEK_DAYS),
        further=len(ahead) - len(month),
        debtors=_debtors((*late, *month)),
        glance=_glance(town_id),
        reminded_today=Reminder.objects.filter(town_id=town_id, on=on).count(),
    )


def _glance(town_id: int) -> Glance:
    return Glance(
        suggestions=suggestions.count_under_way(town_id),
        awaited=supervision.count_awaiting(town_id),
        tasks=targets.count_open_tasks(town_id),
    )


@one_look()
def get_diary(town_id: int, *, on: date, choice: Choice) -> DiaryPage:
    """Everything that is due, filtered and sorted as asked for."""
    everything = _rows(gathering.list_dues(town_id, on=on), on)
    debtors = _debtors(everything)
    kinds = [(kind, words.kind_name(kind), sum(row.kind == kind for row in everything)) for kind in words.KINDS]
    standings = [
        (one.value, words.standing_name(one), sum(row.standing is one for row in everything)) for one in Standing
    ]
    rows = [row for row in everything if _is_wanted(row, choice)]
    ticks = DutyDone.objects.filter(town_id=town_id).order_by("-done_on", "-pk")[:20]
    return DiaryPage(
        on=on,
        everything=everything,
        rows=tuple(sorted(rows, key=ORDERS.get(choice.order, ORDERS["due"]))),
        kinds=tuple(one for one in kinds if one[2]),
        debtors=debtors,
        standings=tuple(standings),
        ticks=tuple(TickRow(one.pk, one.title, one.what, one.done_on) for one in ticks),
        escalate_days=commands.escalate_days_of(town_id),
        choice=choice,
    )


def _is_wanted(row: DueRow, choice: Choice) -> bool:
    return (
        choice.kind in ("", row.kind)
        and choice.owes in ("", row.due.owes)
        and choice.standing in ("", row.standing.value)
    )


ORDERS: dict[str, Callable[[DueRow], tuple[object, ...]]] = {
    "due": lambda row: (row.due.if_moved, row.due.subject),
    "owes": lambda row: (row.due.owes, row.due.if_moved, row.due.subject),
    "kind": lambda row: (words.KINDS.index(row.kind) if row.kind in words.KINDS else 99, row.due.if_moved),
}


def _rows(dues: Sequence[Due], on: date) -> tuple[DueRow, ...]:
    return tuple(_row(due, on) for due in dues)


def _row(due: Due, on: date) -> DueRow:
    standing, kind = due.standing(on), gathering.kind_of(due.subject)
    days = due.days_late(on) if standing is Standing.LATE else max((due.last_day - on).days, 0)
    return DueRow(due, standing, days, kind, words.kind_name(kind), gathering.may_be_ticked_off(due))


def _debtors(rows: Sequence[DueRow]) -> tuple[Debtor, ...]:
    """By who owes; whoever is late for longest comes first."""
    by_name: dict[str, list[DueRow]] = {}
    for row in rows:
        by_name.setdefault(row.due.owes, []).append(row)
    found = [Debtor(name, tuple(sorted(own, key=_pressing))) for name, own in by_name.items()]
    return tuple(sorted(found, key=lambda one: (-one.longest, -one.late, -one.soon, -len(one.rows), one.name)))


def _pressing(row: DueRow) -> tuple[date, str]:
    return row.due.if_moved, row.due.subject


def list_reminders(town_id: int, *, level: str = "", owes: str = "", limit: int = 200) -> tuple[ReminderRow, ...]:
    """What went out, the latest first."""
    sent = Reminder.objects.filter(town_id=town_id)
    if level:
        sent = sent.filter(level=level)
    if owes:
        sent = sent.filter(owes=owes)
    return tuple(_reminder(one) for one in sent.order_by("-at", "-pk")[:limit])


def _reminder(one: Reminder) -> ReminderRow:
    return ReminderRow(
        id=one.pk,
        subject=one.subject,
        kind=gathering.kind_of(one.subject),
        level=one.level,
        level_name=words.level_name(one.level),
        kind_name=words.kind_name(gathering.kind_of(one.subject)),
        title=one.title,
        what=one.what,
        owes=one.owes,
        waits=one.waits,
        also_to=one.also_to,
        last_day=one.last_day,
        on=one.on,
        at=one.at,
    )


def list_sheets(town_id: int, *, on: date, owes: str = "") -> tuple[Sheet, ...]:
    """A sheet for everybody but the office who owes something that presses, or for one of them all they owe."""
    rows = _rows(gathering.list_dues(town_id, on=on), on)
    office = _("办公室")  # it hands the sheets over, and needs none of its own
    presses = [row for row in rows if row.standing is not Standing.AHEAD and row.due.owes != office]
    asked = [row for row in rows if row.due.owes == owes] if owes else presses
    last: dict[tuple[str, str, date], ReminderRow] = {}
    sent = Reminder.objects.filter(town_id=town_id, subject__in={row.due.subject for row in asked})
    for one in sent.order_by("at", "pk"):
        last[(one.subject, one.clock, one.last_day)] = _reminder(one)
    return tuple(
        Sheet(debtor.name, on, tuple((row, last.get(gathering.key_of(row.due))) for row in debtor.rows))
        for debtor in _debtors(asked)
    )


def get_feed_token(actor: Actor) -> str:
    """What the address of the account's calendar carries; empty before there is one."""
    found = CalendarFeed.objects.filter(account_id=actor.account_id or 0).values_list("serial", flat=True).first()
    return feed_tokens.token_of(found) if found else ""


def find_town_of_feed(token: str) -> int | None:
    """The town whose calendar this token opens; None for a foreign, altered or replaced one, or a locked account."""
    serial = feed_tokens.serial_in(token)
    if serial is None:
        return None
    live = CalendarFeed.objects.filter(serial=serial, account__is_active=True)
    return live.values_list("account__town_id", flat=True).first()
