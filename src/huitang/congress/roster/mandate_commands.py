"""What happens to a mandate: suspension, restoration, end, by-election; each with its day and reason."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from huitang.congress.accounts import commands as accounts
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import NotFound, Refusal
from huitang.congress.roster import commands, lookup, namesakes, refusals, words
from huitang.congress.roster.models import Deputy, MandateChange
from huitang.rules import mandate
from huitang.rules.mandate import ChangeKind, EndCause


class CauseIsNotLawful(Refusal):
    text = _("{day} 适用的《代表法》没有“{cause}”这一项原因。请核对日期和原因。")


class ChangeIsUnknown(NotFound):
    text = _("没有这条资格记录，可能已被撤销。请刷新代表页。")


class ElectionStays(Refusal):
    text = _("“{name}”的当选记录不能撤销，因为名册以它为起点。当选日期有误的，请改正后登记。")


class HistoryWouldBreak(Refusal):
    text = _("撤销这条记录后，“{name}”后面的资格记录就接不上了。请先撤销较晚的记录。")


@transaction.atomic
def suspend_deputy(*, deputy_id: int, on: date, reason: str, actor: Actor, now: datetime) -> None:
    """Suspend a deputy's duties (Deputies Law art. 61). The seat stays in the base N.

    :raises MandateDoesNotAllow: not in office that day
    """
    _change(ChangeKind.SUSPENDED, deputy_id, on, reason, actor, now)


@transaction.atomic
def restore_deputy(*, deputy_id: int, on: date, reason: str, actor: Actor, now: datetime) -> None:
    """Let a suspended deputy act again once the cause has gone (art. 61). :raises MandateDoesNotAllow:"""
    _change(ChangeKind.RESTORED, deputy_id, on, reason, actor, now)


@transaction.atomic
def end_mandate(*, deputy_id: int, on: date, cause: EndCause | None, reason: str, actor: Actor, now: datetime) -> None:
    """End a mandate for one of the causes of Deputies Law art. 62; the deputy's card opens nothing any more.

    :raises CauseIsMissing: no cause was chosen
    :raises CauseIsNotLawful: the text in force that day does not list it
    :raises MandateDoesNotAllow: the mandate had not begun or has ended
    """
    actor.must_be_allowed_to(Deed.KEEP_ROLL)
    if cause is None:
        raise refusals.CauseIsMissing()
    if not mandate.is_lawful_cause(cause, on):
        raise CauseIsNotLawful(day=on, cause=words.cause_name(cause))
    _change(ChangeKind.ENDED, deputy_id, on, reason, actor, now, cause=cause)
    accounts.revoke_card(deputy_id=deputy_id, actor=actor, now=now)


@transaction.atomic
def seat_again(*, deputy_id: int, on: date, reason: str, actor: Actor, now: datetime) -> None:
    """Record that somebody whose mandate had ended was by-elected again (Electoral Law art. 57)."""
    _change(ChangeKind.BY_ELECTED, deputy_id, on, reason, actor, now)


@transaction.atomic
def seat_by_elected(
    *,
    term_id: int,
    number: int | None,
    name: str,
    delegation_id: int,
    details: Mapping[str, str],
    on: date,
    reason: str,
    actor: Actor,
    now: datetime,
) -> int:
    """Add a deputy elected in a by-election (Electoral Law art. 57); without a number the next free one is given.

    :raises NumberIsTaken: numbers of former deputies are not given again
    """
    actor.must_be_allowed_to(Deed.KEEP_ROLL)
    _refuse_blank(reason)
    term = lookup.term_of(actor.town_id, term_id)
    lookup.hold_roll(term_id)
    lookup.refuse_day(on, term=term, now=now)
    delegation = lookup.delegation_of(actor.town_id, delegation_id)
    given = number or _next_number(term_id)
    commands.refuse_taken_number(term_id, given)
    fields = commands.personal_fields(number=given, name=name, delegation=delegation, term_id=term_id, details=details)
    namesakes.refuse_shared_note(term_id, name=fields["name"], note=fields.get("note", ""))
    deputy = Deputy.objects.create(term=term, **fields)
    namesakes.tell_apart(term_id)
    _record(deputy, ChangeKind.BY_ELECTED, on, reason, None, actor, now)
    return int(deputy.pk)


@transaction.atomic
def withdraw_mandate_change(*, change_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Take back a change that was entered by mistake; the journal keeps what it was.

    :raises ElectionStays: the first election of a deputy
    :raises HistoryWouldBreak: later changes rest on it
    """
    actor.must_be_allowed_to(Deed.KEEP_ROLL)
    _refuse_blank(reason)
    change = _change_of(actor, change_id)
    lookup.hold_roll(change.deputy.term_id)
    rest = [row for row in MandateChange.objects.filter(deputy=change.deputy) if row.pk != change_id]
    if not rest:
        raise ElectionStays(name=change.deputy.called)
    _refuse_impossible_rest(change.deputy, rest)
    if not MandateChange.objects.filter(pk=change_id).delete()[0]:
        raise ChangeIsUnknown()
    facts = {"kind": change.kind, "cause": change.cause, "on": change.on.isoformat(), "reason": reason}
    journal.append("mandate.withdrawn", actor=actor, at=now, subject=f"deputy:{change.deputy_id}", facts=facts)


def _change(
    kind: ChangeKind,
    deputy_id: int,
    on: date,
    reason: str,
    actor: Actor,
    now: datetime,
    cause: EndCause | None = None,
) -> None:
    actor.must_be_allowed_to(Deed.KEEP_ROLL)
    _refuse_blank(reason)
    deputy = lookup.deputy_of(actor.town_id, deputy_id)
    lookup.hold_roll(deputy.term_id)
    lookup.refuse_day(on, term=deputy.term, now=now)
    history = lookup.history_of(deputy_id)
    try:
        mandate.standing_on([*history, mandate.MandateChange(kind, on, cause)], lookup.LAST_DAY)
    except mandate.ImpossibleHistory as impossible:
        standing = words.standing_name(mandate.standing_on(history, on))
        deed = words.deed_name(kind)
        raise refusals.MandateDoesNotAllow(name=deputy.called, day=on, standing=standing, deed=deed) from impossible
    _record(deputy, kind, on, reason, cause, actor, now)


def _record(
    deputy: Deputy,
    kind: ChangeKind,
    on: date,
    reason: str,
    cause: EndCause | None,
    actor: Actor,
    now: datetime,
) -> None:
    MandateChange.objects.create(deputy=deputy, kind=kind, cause=cause or "", on=on, reason=reason.strip()[:200])
    facts = {"name": deputy.called, "on": on.isoformat(), "cause": cause or "", "reason": reason.strip()[:200]}
    journal.append(f"mandate.{kind.lower()}", actor=actor, at=now, subject=f"deputy:{deputy.pk}", facts=facts)


def _change_of(actor: Actor, change_id: int) -> MandateChange:
    changes = MandateChange.objects.select_related("deputy")
    change = changes.filter(pk=change_id, deputy__term__town_id=actor.town_id).first()
    if change is None:
        raise ChangeIsUnknown()
    return change


def _refuse_impossible_rest(deputy: Deputy, rest: list[MandateChange]) -> None:
    try:
        standing = mandate.standing_on([lookup.as_rule(row) for row in rest], lookup.LAST_DAY)
    except mandate.ImpossibleHistory as impossible:
        raise HistoryWouldBreak(name=deputy.called) from impossible
    if standing is mandate.Standing.NOT_YET:
        raise ElectionStays(name=deputy.called)


def _next_number(term_id: int) -> int:
    highest = Deputy.objects.filter(term_id=term_id).aggregate(highest=Max("number"))["highest"]
    return int(highest or 0) + 1


def _refuse_blank(reason: str) -> None:
    if not reason.strip():
        raise refusals.ReasonIsMissing()
