"""Keeping targets: corrected with a reason, their actual figures entered."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import must_fit
from huitang.congress.targets import figure, lookup, refusals
from huitang.congress.targets.models import Target, TargetActual, TargetTolerance
from huitang.congress.targets.target_file import tell_promise

WIDEST_TOLERANCE = 10_000
LONGEST_SOURCE, LONGEST_QUALIFIER, LONGEST_REASON = 100, 20, 200


@transaction.atomic
def correct_target(*, target_id: int, value: str, qualifier: str, reason: str, actor: Actor, now: datetime) -> None:
    """Put a target right that was taken over wrongly. :raises FigureIsWrong: :raises FieldIsMissing: no reason"""
    actor.must_be_allowed_to(Deed.KEEP_TARGETS)
    target = lookup.target_of(actor.town_id, target_id)
    if not reason.strip():
        raise refusals.FieldIsMissing(field=_("理由"))
    must_fit(reason, LONGEST_REASON)
    must_fit(qualifier, LONGEST_QUALIFIER)
    fields = {"thousandths": _figure(value), "qualifier": qualifier.strip()}
    Target.objects.filter(pk=target_id).update(**fields)
    old = tell_promise(target.thousandths, target.unit, target.qualifier)
    new = tell_promise(_figure(value), target.unit, qualifier.strip())
    facts = {"name": target.name, "old": old, "new": new, "reason": reason.strip()}
    journal.append("targets.corrected", actor=actor, at=now, subject=f"target:{target_id}", facts=facts)


@transaction.atomic
def enter_actual(*, target_id: int, period: str, value: str, source: str, actor: Actor, now: datetime) -> None:
    """Keep the actual figure of half a year or the year, and where it comes from; a new one replaces the old.

    :raises FigureIsWrong: :raises FieldIsMissing: no source
    """
    actor.must_be_allowed_to(Deed.KEEP_TARGETS)
    target = lookup.target_of(actor.town_id, target_id)
    if not source.strip():
        raise refusals.FieldIsMissing(field=_("数据来源"))
    must_fit(source, LONGEST_SOURCE)
    thousandths = _figure(value)
    old = TargetActual.objects.filter(target_id=target_id, period=period).first()
    TargetActual.objects.update_or_create(
        target_id=target_id,
        period=TargetActual.Period(period),
        defaults={"thousandths": thousandths, "source": source.strip(), "entered_at": now},
    )
    facts = {
        "name": target.name,
        "period": period,
        "old": figure.tell(old.thousandths) if old else "",
        "new": figure.tell(thousandths),
        "source": source.strip(),
    }
    journal.append("targets.actual_entered", actor=actor, at=now, subject=f"target:{target_id}", facts=facts)


@transaction.atomic
def set_tolerance(*, value: str, actor: Actor, now: datetime) -> None:
    """Say how far 左右 reaches in this town. No law settles it. :raises ToleranceIsWrong:"""
    actor.must_be_allowed_to(Deed.KEEP_TARGETS)
    thousandths = figure.read_thousandths(value)
    if thousandths is None or not 0 <= thousandths <= WIDEST_TOLERANCE:
        raise refusals.ToleranceIsWrong(said=value)
    old = lookup.tolerance_of(actor.town_id)
    TargetTolerance.objects.update_or_create(town_id=actor.town_id, defaults={"thousandths": thousandths})
    facts = {"old": figure.tell(old), "new": figure.tell(thousandths)}
    journal.append("targets.tolerance_set", actor=actor, at=now, subject=f"town:{actor.town_id}", facts=facts)


def _figure(said: str) -> int:
    thousandths = figure.read_thousandths(said)
    if thousandths is None:
        raise refusals.FigureIsWrong(said=said)
    return thousandths
