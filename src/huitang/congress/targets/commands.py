"""Keeping targets: imported, corrected with a reason, their actual figures entered."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import must_fit
from huitang.congress.targets import figure, lookup, refusals
from huitang.congress.targets.models import Target, TargetActual, TargetTolerance
from huitang.congress.targets.target_file import TargetLine, read_targets, tell_promise

WIDEST_TOLERANCE = 10_000
LONGEST_SOURCE, LONGEST_QUALIFIER, LONGEST_REASON = 100, 20, 200


@dataclass(frozen=True)
class ImportOutcome:
    """How many targets were new, changed, unchanged; `not_in_file` are left as they are."""

    new: int
    changed: int
    unchanged: int
    not_in_file: tuple[str, ...]


@transaction.atomic
def import_targets(*, year: int, filename: str, content: bytes, actor: Actor, now: datetime) -> ImportOutcome:
    """Take over the table of a year's targets, all of it or nothing; the same file again changes nothing.

    :raises InputIsWrong: the file, with row and column
    :raises TargetHasActuals: the file would change a target that has been measured
    """
    actor.must_be_allowed_to(Deed.KEEP_TARGETS)
    lines = read_targets(content, filename, year=year)
    known = {target.name: target for target in Target.objects.filter(town_id=actor.town_id, year=year)}
    changed = [line for line in lines if line.name in known and not _is_same(line, known[line.name])]
    _refuse_measured(changed, known)
    fresh = [line for line in lines if line.name not in known]
    _add(fresh, year, filename, actor)
    for line in changed:
        Target.objects.filter(pk=known[line.name].pk, actuals=None).update(**asdict(line), source=filename[:200])
    left = tuple(name for name in known if name not in {line.name for line in lines})
    outcome = ImportOutcome(len(fresh), len(changed), len(lines) - len(fresh) - len(changed), left)
    told = {"new": [line.promised for line in fresh], "changes": [_change(line, known[line.name]) for line in changed]}
    facts = {"file": filename, "year": year, **told}
    journal.append("targets.imported", actor=actor, at=now, subject=f"targets:{year}", facts=facts)
    return outcome


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


def _is_same(line: TargetLine, kept: Target) -> bool:
    return all(getattr(kept, name) == value for name, value in asdict(line).items())


def _refuse_measured(changed: Sequence[TargetLine], known: Mapping[str, Target]) -> None:
    measured = set(TargetActual.objects.filter(target__in=known.values()).values_list("target_id", flat=True))
    for line in changed:
        kept = known[line.name]
        if kept.pk in measured:
            old = tell_promise(kept.thousandths, kept.unit, kept.qualifier)
            raise refusals.TargetHasActuals(name=line.name, old=old, new=line.promised)


def _add(lines: Sequence[TargetLine], year: int, filename: str, actor: Actor) -> None:
    own = Target.objects.filter(town_id=actor.town_id, year=year)
    last = own.aggregate(last=Max("position"))["last"] or 0
    Target.objects.bulk_create(
        Target(town_id=actor.town_id, year=year, position=position, source=filename[:200], **asdict(line))
        for position, line in enumerate(lines, start=last + 1)
    )


def _change(line: TargetLine, kept: Target) -> list[str]:
    return [line.name, tell_promise(kept.thousandths, kept.unit, kept.qualifier), line.promised]
