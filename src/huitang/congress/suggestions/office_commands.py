"""What the office sets for itself: periods the law leaves open, result classes, responsible units."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.suggestions import refusals, step, terms
from huitang.congress.suggestions.models import ProposerNotice, ResponsibleUnit, SuggestionSetting
from huitang.congress.suggestions.terms import AnswerClass
from huitang.rules.province import Unit

LONGEST = 400
NAME_ROOM = 60


@transaction.atomic
def keep_settings(
    *,
    spans: Mapping[str, tuple[int, str]],
    remind_days: int,
    most_signers: int,
    classes: Sequence[AnswerClass],
    actor: Actor,
    now: datetime,
) -> None:
    """Keep the office's own periods and its list of classes. :raises SpansAreWrong: :raises ClassesAreWrong:"""
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    _check_spans(spans)
    _check_classes(classes)
    fields = {
        "spans": {name: list(span) for name, span in spans.items()},
        "classes": [asdict(one) for one in classes],
        "remind_days": remind_days,
        "most_signers": most_signers,
    }
    SuggestionSetting.objects.update_or_create(town_id=actor.town_id, defaults=fields)
    facts = {**fields, "classes": [one.mark for one in classes]}
    journal.append("suggestion.settings_kept", actor=actor, at=now, subject=f"town:{actor.town_id}", facts=facts)


def _check_spans(spans: Mapping[str, tuple[int, str]]) -> None:
    for name, (number, unit) in spans.items():
        if name not in terms.DEFAULT_SPANS or unit not in set(Unit) or not 0 <= number <= LONGEST:
            problem = _("每个期限写 0 到 {longest} 的整数，0 表示不设。").format(longest=LONGEST)
            raise refusals.SpansAreWrong(problem=problem)


def _check_classes(classes: Sequence[AnswerClass]) -> None:
    marks = [one.mark for one in classes]
    if not marks:
        raise refusals.ClassesAreWrong(problem=_("至少要有一类。"))
    if len(set(marks)) < len(marks):
        raise refusals.ClassesAreWrong(problem=_("同一个类别写了两次。"))
    if any(not one.mark or not one.meaning or len(one.mark) > 10 or len(one.meaning) > NAME_ROOM for one in classes):
        raise refusals.ClassesAreWrong(problem=_("每一类都要写类别（最多 10 字）和含义（最多 60 字）。"))


@transaction.atomic
def add_unit(*, name: str, actor: Actor, now: datetime) -> int:
    """A responsible unit; returns its id. :raises UnitNameIsTaken:"""
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    told = step.text_of(name, field=_("单位名称"), room=NAME_ROOM)
    try:
        with transaction.atomic():
            unit = ResponsibleUnit.objects.create(town_id=actor.town_id, name=told)
    except IntegrityError as error:
        raise refusals.UnitNameIsTaken(name=told) from error
    journal.append("suggestion.unit_added", actor=actor, at=now, subject=f"unit:{unit.pk}", facts={"name": told})
    return int(unit.pk)


@transaction.atomic
def change_unit(*, unit_id: int, name: str, is_active: bool, actor: Actor, now: datetime) -> None:
    """Rename a unit, or put it aside; what it handled stays. :raises UnitIsUnknown: :raises UnitNameIsTaken:"""
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    told = step.text_of(name, field=_("单位名称"), room=NAME_ROOM)
    try:
        with transaction.atomic():
            found = ResponsibleUnit.objects.filter(pk=unit_id, town_id=actor.town_id)
            if not found.update(name=told, is_active=is_active):
                raise refusals.UnitIsUnknown()
    except IntegrityError as error:
        raise refusals.UnitNameIsTaken(name=told) from error
    facts = {"name": told, "is_active": is_active}
    journal.append("suggestion.unit_changed", actor=actor, at=now, subject=f"unit:{unit_id}", facts=facts)


@transaction.atomic
def read_notices(*, up_to: int, actor: Actor, now: datetime) -> int:
    """The deputy has seen their notices up to this one; returns how many were new."""
    actor.must_be_allowed_to(Deed.EVALUATE_ANSWER)
    if actor.deputy_id is None:
        raise refusals.EvaluationIsNotYours()
    unread = ProposerNotice.objects.filter(deputy_id=actor.deputy_id, read_at=None, pk__lte=up_to)
    seen = unread.update(read_at=now)
    if seen:
        facts = {"seen": seen, "last": up_to}
        journal.append("suggestion.notices_read", actor=actor, at=now, subject=f"deputy:{actor.deputy_id}", facts=facts)
    return seen
