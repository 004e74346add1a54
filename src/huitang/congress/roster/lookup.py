"""Finding rows of the roll inside the actor's own town; every other is unknown."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from huitang.congress.roster import columns, refusals
from huitang.congress.roster.matching import KnownDeputy
from huitang.congress.roster.models import Delegation, Deputy, MandateChange, RollImport, Term, Town
from huitang.rules import mandate

LAST_DAY = date.max
Histories = dict[int, list[mandate.MandateChange]]


def term_of(town_id: int, term_id: int) -> Term:
    term = Term.objects.select_related("town").filter(pk=term_id, town_id=town_id).first()
    if term is None:
        raise refusals.TermIsUnknown()
    return term


def hold_roll(term_id: int) -> None:
    """Make writers of one term's roll queue, and refuse them once the term is closed.

    The UPDATE keeps the row's lock to the end of the transaction.
    """
    Term.objects.filter(pk=term_id).update(quota=F("quota"))
    term = Term.objects.get(pk=term_id)
    if term.ended_on:
        raise refusals.TermIsClosed(number=term.number, ended=term.ended_on)


def hold_town(town_id: int) -> None:
    """Make writers of what a whole town keeps queue, as `hold_roll` does for one roll."""
    Town.objects.filter(pk=town_id).update(name=F("name"))


def deputy_of(town_id: int, deputy_id: int) -> Deputy:
    deputies = Deputy.objects.select_related("term__town", "delegation")
    deputy = deputies.filter(pk=deputy_id, term__town_id=town_id).first()
    if deputy is None:
        raise refusals.DeputyIsUnknown()
    return deputy


def delegation_of(town_id: int, delegation_id: int) -> Delegation:
    delegations = Delegation.objects.select_related("term__town")
    delegation = delegations.filter(pk=delegation_id, term__town_id=town_id).first()
    if delegation is None:
        raise refusals.DelegationIsUnknown()
    return delegation


def imports_of(town_id: int) -> QuerySet[RollImport]:
    return RollImport.objects.select_related("term__town").filter(term__town_id=town_id)


def histories(term_id: int) -> Histories:
    """Every deputy's changes of mandate, in order, by the deputy's id; a deputy without any has none."""
    by_deputy: Histories = defaultdict(list)
    changes = MandateChange.objects.filter(deputy__term_id=term_id).order_by("on", "pk")
    for deputy_id, kind, on, cause in changes.values_list("deputy_id", "kind", "on", "cause"):
        by_deputy[deputy_id].append(_rule(kind, on, cause))
    return by_deputy


def as_rule(change: MandateChange) -> mandate.MandateChange:
    return _rule(change.kind, change.on, change.cause)


def _rule(kind: str, on: date, cause: str) -> mandate.MandateChange:
    return mandate.MandateChange(mandate.ChangeKind(kind), on, mandate.EndCause(cause) if cause else None)


def history_of(deputy_id: int) -> list[mandate.MandateChange]:
    return [as_rule(c) for c in MandateChange.objects.filter(deputy_id=deputy_id).order_by("on", "pk")]


def known_deputies(term_id: int) -> tuple[KnownDeputy, ...]:
    changes = histories(term_id)
    deputies = Deputy.objects.filter(term_id=term_id).select_related("delegation").order_by("number")
    return tuple(_known(deputy, changes[deputy.pk]) for deputy in deputies)


def _known(deputy: Deputy, changes: Iterable[mandate.MandateChange]) -> KnownDeputy:
    return KnownDeputy(
        id=deputy.pk,
        number=deputy.number,
        name=deputy.name,
        delegation=deputy.delegation.name,
        details={key: getattr(deputy, key) for key in columns.DETAILS},
        mandate_ended=mandate.standing_on(changes, LAST_DAY) is mandate.Standing.ENDED,
    )


def refuse_day(day: date, *, term: Term, now: datetime) -> None:
    """A fact of the roll lies within its term and not in the future, save the term's own first day."""
    if day < term.began_on:
        reason = _("本届从 {began} 开始，不能更早。").format(began=term.began_on)
        raise refusals.DayIsWrong(day=day, reason=reason)
    if term.ended_on and day > term.ended_on:
        reason = _("本届到 {ended} 为止，不能更晚。").format(ended=term.ended_on)
        raise refusals.DayIsWrong(day=day, reason=reason)
    if day > timezone.localdate(now) and day != term.began_on:
        raise refusals.DayIsWrong(day=day, reason=_("还没有到这一天。请在发生以后登记。"))
