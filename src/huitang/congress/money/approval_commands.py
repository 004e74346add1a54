"""What happens to an account afterwards: approved by the congress, made public, its adjustment explained."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import must_fit
from huitang.congress.money import lookup, refusals
from huitang.congress.money.comparisons import AdjustmentFacts
from huitang.congress.money.models import YearAccount
from huitang.congress.sittings.calendar import local_day

LONGEST_REASON = 200


@transaction.atomic
def approve_account(*, account_id: int, approved_on: date, actor: Actor, now: datetime) -> None:
    """Keep the day the congress approved it; from then on its figures are fixed and the clocks run.

    Source: Budget Law arts. 14, 21(3), 69. :raises AccountIsApproved: :raises DayIsWrong:
    """
    actor.must_be_allowed_to(Deed.KEEP_MONEY)
    kept = lookup.account_of(actor.town_id, account_id)
    _refuse_future(approved_on, now)
    if not YearAccount.objects.filter(pk=account_id, approved_on=None).update(approved_on=approved_on):
        raise refusals.AccountIsApproved(account=lookup.key_of(kept).label)
    _append("money.approved", kept, {"on": approved_on.isoformat()}, actor, now)


@transaction.atomic
def withdraw_approval(*, account_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Take back an approval that was entered wrongly. :raises WhyIsMissing: :raises AccountIsNotApproved:"""
    actor.must_be_allowed_to(Deed.KEEP_MONEY)
    kept = lookup.account_of(actor.town_id, account_id)
    if not reason.strip():
        raise refusals.WhyIsMissing()
    must_fit(reason, LONGEST_REASON)
    approved = YearAccount.objects.filter(pk=account_id, approved_on__isnull=False)
    if not approved.update(approved_on=None, published_on=None, is_released=False):
        raise refusals.AccountIsNotApproved(account=lookup.key_of(kept).label)
    _append("money.approval_withdrawn", kept, {"reason": reason.strip()}, actor, now)


@transaction.atomic
def publish_account(*, account_id: int, published_on: date, actor: Actor, now: datetime) -> None:
    """Keep the day it was made public (Budget Law art. 14). :raises AccountIsNotApproved: :raises DayIsWrong:"""
    actor.must_be_allowed_to(Deed.KEEP_MONEY)
    kept = lookup.account_of(actor.town_id, account_id)
    _refuse_future(published_on, now)
    if kept.approved_on and published_on < kept.approved_on:
        problem = _("早于批准的日期 {day}。").format(day=kept.approved_on)
        raise refusals.DayIsWrong(day=published_on, problem=problem)
    approved = YearAccount.objects.filter(pk=account_id, approved_on__lte=published_on)
    if not approved.update(published_on=published_on, is_released=False):
        raise refusals.AccountIsNotApproved(account=lookup.key_of(kept).label)
    _append("money.published", kept, {"on": published_on.isoformat()}, actor, now)


@transaction.atomic
def describe_adjustment(*, account_id: int, facts: AdjustmentFacts, actor: Actor, now: datetime) -> None:
    """Keep what no sheet says of an adjustment; the rules then say whether the congress is needed.

    Source: Budget Law arts. 67, 71; Regulations art. 78. :raises AccountIsNotAdjusted:
    """
    actor.must_be_allowed_to(Deed.KEEP_MONEY)
    kept = lookup.account_of(actor.town_id, account_id)
    adjusted = YearAccount.objects.filter(pk=account_id, stage=YearAccount.Stage.ADJUSTED)
    fields = {
        "earmarked": facts.earmarked,
        "key_spending_cut": facts.key_spending_cut,
        "is_by_thrift": facts.is_by_thrift,
    }
    if not adjusted.update(**fields):
        raise refusals.AccountIsNotAdjusted(account=lookup.key_of(kept).label)
    _append("money.adjustment_described", kept, fields, actor, now)


def _refuse_future(day: date, now: datetime) -> None:
    if day > local_day(now):
        raise refusals.DayIsWrong(day=day, problem=_("还没有到这一天。请在发生以后登记。"))


def _append(event: str, kept: YearAccount, facts: Mapping[str, object], actor: Actor, now: datetime) -> None:
    told = {"year": kept.year, "stage": kept.stage, **facts}
    journal.append(event, actor=actor, at=now, subject=f"year_account:{kept.pk}", facts=told)
