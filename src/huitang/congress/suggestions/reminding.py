"""Reminding the deputy who owes a verdict, on their own page."""

from datetime import datetime

from huitang.congress.suggestions import answer_commands
from huitang.congress.suggestions.models import ProposerNotice, Suggestion
from huitang.rules.due import Due
from huitang.rules.suggestion_clock import Clock


def tell_deputy(due: Due, *, is_late: bool, town_id: int, now: datetime) -> bool:
    """A notice for the leading deputy, whose verdict moves it on; False where the duty is nobody's of the deputies."""
    kind, _colon, key = due.subject.partition(":")
    if kind != "suggestion" or due.clock != Clock.FEEDBACK:
        return False
    found = Suggestion.objects.get(pk=int(key), town_id=town_id)
    leading = answer_commands.leading_of(found)
    if leading is None:
        return False
    event = "verdict_late" if is_late else "verdict_due"
    facts = {"last_day": due.last_day.isoformat()}
    ProposerNotice.objects.create(deputy_id=leading, suggestion=found, event=event, facts=facts, at=now)
    return True
