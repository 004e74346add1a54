"""The town's own public page makes accounts public: its release ticks them, its withdrawal takes that back."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.money.models import YearAccount
from huitang.congress.sittings.calendar import local_day

Shown = tuple[str, str]  # stage and fund of an account the page shows


@transaction.atomic
def note_release(*, year: int, shown: Sequence[Shown], actor: Actor, now: datetime) -> int:
    """Keep today as the day these were made public (Budget Law art. 14); a day typed before stays. Returns how many."""
    actor.must_be_allowed_to(Deed.RELEASE)
    today = local_day(now)
    found = _of_page(year, shown, actor).filter(published_on=None, approved_on__lte=today)
    return _change(found, "money.released", actor, now, published_on=today, is_released=True)


@transaction.atomic
def note_withdrawal(*, year: int, shown: Sequence[Shown], actor: Actor, now: datetime) -> int:
    """The page was taken down: what only it had made public waits again. Returns how many."""
    actor.must_be_allowed_to(Deed.RELEASE)
    found = _of_page(year, shown, actor).filter(is_released=True)
    return _change(found, "money.release_withdrawn", actor, now, published_on=None, is_released=False)


def _of_page(year: int, shown: Sequence[Shown], actor: Actor) -> QuerySet[YearAccount]:
    wanted = Q(pk__in=[])
    for stage, fund in shown:
        wanted |= Q(stage=stage, fund=fund)
    return YearAccount.objects.filter(wanted, town_id=actor.town_id, year=year).order_by("pk")


def _change(found: QuerySet[YearAccount], event: str, actor: Actor, now: datetime, **fields: object) -> int:
    rows = list(found)
    for kept in rows:
        YearAccount.objects.filter(pk=kept.pk).update(**fields)
        told = {"year": kept.year, "stage": kept.stage, "fund": kept.fund, "on": local_day(now).isoformat()}
        journal.append(event, actor=actor, at=now, subject=f"year_account:{kept.pk}", facts=told)
    return len(rows)
