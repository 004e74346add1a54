"""Sending reminders, ticking off what nothing else records, the office's own setting, the calendar's address."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.diary import gathering, refusals
from huitang.congress.diary.models import CalendarFeed, DiarySetting, DutyDone, Reminder
from huitang.congress.journal import commands as journal
from huitang.congress.sittings.calendar import local_day
from huitang.congress.suggestions import reminding
from huitang.rules import reminder
from huitang.rules.due import Due
from huitang.rules.reminder import USUAL_DAYS_TO_ESCALATE, Level

LONGEST_ESCALATION = 200


@dataclass(frozen=True)
class Reminded:
    """How many reminders went out now, by level; what went out before is not counted."""

    remind: int
    late: int
    escalate: int

    @property
    def number(self) -> int:
        return self.remind + self.late + self.escalate


@transaction.atomic
def remind(*, actor: Actor, now: datetime) -> Reminded:
    """Send what the day asks for, once: run twice, or by two at once, it sends nothing twice.

    Of one duty only the hardest level reached goes out: an office back from a holiday is not sent three at once.
    """
    actor.must_be_allowed_to(Deed.KEEP_DIARY)
    on = local_day(now)
    sent: Counter[Level] = Counter()
    with translation.override(settings.LANGUAGE_CODE):  # a reminder is a paper of the office, whoever presses
        for due, level in _wanted(actor.town_id, on):
            if _send(due, level, actor=actor, now=now):
                sent[level] += 1
    return Reminded(sent[Level.REMIND], sent[Level.LATE], sent[Level.ESCALATE])


def _wanted(town_id: int, on: date) -> list[tuple[Due, Level]]:
    """What is not yet sent, neither at this level nor at a harder one."""
    days, dues = escalate_days_of(town_id), gathering.list_dues(town_id, on=on)
    sent: dict[tuple[str, str, date], int] = {}
    rows = Reminder.objects.filter(town_id=town_id, subject__in={due.subject for due in dues})
    for subject, clock, last_day, level in rows.values_list("subject", "clock", "last_day", "level"):
        key = (subject, clock, last_day)
        sent[key] = max(sent.get(key, -1), _ORDER[Level(level)])
    found = ((due, reminder.level_on(due, on, escalate_days=days)) for due in dues)
    return [
        (due, level)
        for due, level in found
        if level is not None and _ORDER[level] > sent.get(gathering.key_of(due), -1)
    ]


_ORDER = {level: place for place, level in enumerate(Level)}


def _send(due: Due, level: Level, *, actor: Actor, now: datetime) -> bool:
    """Whether it went out now; of two at once the table lets one through."""
    also_to = _("人大主席") if level is Level.ESCALATE else ""
    words = {"title": due.title[:200], "what": due.what, "owes": due.owes, "waits": due.waits, "also_to": also_to}
    _row, is_new = Reminder.objects.get_or_create(
        town_id=actor.town_id,
        subject=due.subject,
        clock=due.clock,
        last_day=due.last_day,
        level=level.value,
        defaults={**words, "if_moved": due.if_moved, "on": local_day(now), "at": now},
    )
    if is_new:
        facts = {"level": level.value, "what": due.what, "owes": due.owes, "last_day": due.last_day.isoformat()}
        if also_to:
            facts["also_to"] = also_to
        journal.append("diary.reminded", actor=actor, at=now, subject=due.subject, facts=facts)
        reminding.tell_deputy(due, is_late=level is not Level.REMIND, town_id=actor.town_id, now=now)
    return is_new


def escalate_days_of(town_id: int) -> int:
    """The town's own choice, or the usual days."""
    kept = DiarySetting.objects.filter(town_id=town_id).values_list("escalate_days", flat=True).first()
    return USUAL_DAYS_TO_ESCALATE if kept is None else kept


@transaction.atomic
def keep_setting(*, escalate_days: int, actor: Actor, now: datetime) -> None:
    """Keep after how many days late a duty goes to the chair; no law sets it. :raises EscalateDaysAreWrong:"""
    actor.must_be_allowed_to(Deed.KEEP_DIARY)
    if not 1 <= escalate_days <= LONGEST_ESCALATION:
        raise refusals.EscalateDaysAreWrong(days=escalate_days, longest=LONGEST_ESCALATION)
    DiarySetting.objects.update_or_create(town_id=actor.town_id, defaults={"escalate_days": escalate_days})
    facts = {"escalate_days": escalate_days}
    journal.append("diary.setting_kept", actor=actor, at=now, subject=f"town:{actor.town_id}", facts=facts)


@transaction.atomic
def tick_off(*, subject: str, clock: str, done_on: date, actor: Actor, now: datetime) -> None:
    """Note that a duty is done which nothing else records: the notice, the reply to departments, the filing.

    :raises DutyIsNotDue: :raises DutyIsRecordedElsewhere: :raises DoneOnIsWrong:
    """
    actor.must_be_allowed_to(Deed.KEEP_DIARY)
    today = local_day(now)
    open_ones = gathering.list_dues(actor.town_id, on=today)
    due = next((one for one in open_ones if (one.subject, one.clock) == (subject, clock)), None)
    if due is None:
        raise refusals.DutyIsNotDue()
    if not gathering.may_be_ticked_off(due):
        raise refusals.DutyIsRecordedElsewhere(what=due.what)
    if done_on > today:
        raise refusals.DoneOnIsWrong(day=done_on.isoformat())
    kept = {"title": due.title[:200], "what": due.what, "done_on": done_on}
    DutyDone.objects.create(town_id=actor.town_id, subject=subject, clock=clock, last_day=due.last_day, **kept)
    facts = {"what": due.what, "on": done_on.isoformat(), "last_day": due.last_day.isoformat()}
    journal.append("diary.ticked_off", actor=actor, at=now, subject=subject, facts=facts)


@transaction.atomic
def take_tick_back(*, tick_id: int, actor: Actor, now: datetime) -> None:
    """Take back what was ticked off wrongly: it is due again. :raises NothingWasTickedOff:"""
    actor.must_be_allowed_to(Deed.KEEP_DIARY)
    kept = DutyDone.objects.filter(pk=tick_id, town_id=actor.town_id).first()
    if kept is None:
        raise refusals.NothingWasTickedOff()
    kept.delete()
    journal.append("diary.tick_taken_back", actor=actor, at=now, subject=kept.subject, facts={"what": kept.what})


@transaction.atomic
def make_feed(*, serial: str, actor: Actor, now: datetime) -> None:
    """Give the account's calendar a new address; the old one opens nothing any more.

    `serial` is random, at most 32 characters, drawn by the caller. :raises NobodyOwns: no account acts
    """
    actor.must_be_allowed_to(Deed.KEEP_DIARY)
    if actor.account_id is None:
        raise refusals.NobodyOwns()
    CalendarFeed.objects.update_or_create(account_id=actor.account_id, defaults={"serial": serial, "made_at": now})
    journal.append("diary.feed_made", actor=actor, at=now, subject=f"account:{actor.account_id}")


@transaction.atomic
def end_feed(*, actor: Actor, now: datetime) -> None:
    """The account's calendar has no address any more. :raises NobodyOwns:"""
    actor.must_be_allowed_to(Deed.KEEP_DIARY)
    if actor.account_id is None:
        raise refusals.NobodyOwns()
    if CalendarFeed.objects.filter(account_id=actor.account_id).delete()[0]:
        journal.append("diary.feed_ended", actor=actor, at=now, subject=f"account:{actor.account_id}")
