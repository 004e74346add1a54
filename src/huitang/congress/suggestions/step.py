"""What every deed on a suggestion does: find it in the actor's town, move it on by a conditional update, tell it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import must_fit
from huitang.congress.sittings.calendar import local_day
from huitang.congress.suggestions import refusals, words
from huitang.congress.suggestions.models import ProposerNotice, Signature, Suggestion
from huitang.rules.suggestion_course import OUT_OF, Act

REASON_ROOM = 300
TITLE_ROOM = 100
TEXT_ROOM = 5_000


def own(suggestion_id: int, actor: Actor) -> Suggestion:
    """:raises SuggestionIsUnknown: none of the actor's town"""
    found = Suggestion.objects.filter(pk=suggestion_id, town_id=actor.town_id).first()
    if found is None:
        raise refusals.SuggestionIsUnknown()
    return found


def move(found: Suggestion, act: Act, **fields: Any) -> None:
    """Write the fields only while the deed may still follow; of two clerks one wins. :raises SuggestionHasMovedOn:"""
    still = Suggestion.objects.filter(pk=found.pk, state__in=OUT_OF[act], version=found.version)
    if not still.update(version=F("version") + 1, **fields):
        now = Suggestion.objects.get(pk=found.pk)
        state = words.state_name(now.state, is_motion=now.kind == Suggestion.Kind.MOTION)
        raise refusals.SuggestionHasMovedOn(number=now.number, state=state)
    found.version += 1
    for name, value in fields.items():
        setattr(found, name, value)


def must_stand(found: Suggestion, act: Act) -> None:
    """The same before anything is asked of a form. :raises SuggestionHasMovedOn:"""
    if found.state not in OUT_OF[act]:
        state = words.state_name(found.state, is_motion=found.kind == Suggestion.Kind.MOTION)
        raise refusals.SuggestionHasMovedOn(number=found.number, state=state)


def tell(suggestions: Iterable[Suggestion], event: str, facts: Mapping[str, Any], *, now: datetime) -> None:
    """A notice for every deputy who still stands under any of them."""
    ids = [found.pk for found in suggestions]
    live = Signature.objects.filter(suggestion_id__in=ids, withdrawn_on=None)
    ProposerNotice.objects.bulk_create(
        ProposerNotice(deputy_id=deputy, suggestion_id=suggestion, event=event, facts=dict(facts), at=now)
        for suggestion, deputy in live.values_list("suggestion_id", "deputy_id")
    )


def record(
    found: Suggestion, event: str, *, actor: Actor, now: datetime, facts: Mapping[str, Any] | None = None
) -> None:
    """The journal's entry and the proposers' notice of one deed; `event` without its area."""
    told = dict(facts or {})
    kept = {"number": found.number, **told}
    journal.append(f"suggestion.{event}", actor=actor, at=now, subject=f"suggestion:{found.pk}", facts=kept)
    tell([found], event, told, now=now)


def with_merged(found: Suggestion) -> list[Suggestion]:
    """It and those merged into it that are still open."""
    return [found, *Suggestion.objects.filter(merged_into=found).exclude(state="WITHDRAWN").order_by("pk")]


def refuse_merged(found: Suggestion) -> None:
    """:raises IsMerged:"""
    if found.merged_into is not None:
        raise refusals.IsMerged(number=found.number, into=found.merged_into.number)


def reason_of(text: str) -> str:
    """:raises ReasonIsMissing: :raises TextIsTooLong:"""
    text = text.strip()
    if not text:
        raise refusals.ReasonIsMissing()
    must_fit(text, REASON_ROOM)
    return text


def text_of(text: str, *, field: str, room: int = TEXT_ROOM) -> str:
    """:raises TextIsMissing: :raises TextIsTooLong:"""
    text = text.strip()
    if not text:
        raise refusals.TextIsMissing(field=field)
    must_fit(text, room)
    return text


def day_of(day: date, *, now: datetime, not_before: date | None = None) -> date:
    """A deed happened neither tomorrow nor before what it follows. :raises DayIsWrong:"""
    if day > local_day(now):
        raise refusals.DayIsWrong(day=day.isoformat(), problem=_("还没有到这一天。"))
    if not_before is not None and day < not_before:
        problem = _("早于前一步的日期 {before}。").format(before=not_before.isoformat())
        raise refusals.DayIsWrong(day=day.isoformat(), problem=problem)
    return day
