"""Finding what is kept inside the actor's own town; everything else is unknown."""

from collections.abc import Mapping
from dataclasses import fields

from django.db.models import QuerySet

from huitang.congress.money import refusals
from huitang.congress.money.account import Account, AccountKey, Line
from huitang.congress.money.comparisons import AdjustmentFacts
from huitang.congress.money.models import AccountLine, MoneyImport, YearAccount

_FIELDS = tuple(field.name for field in fields(Line))


def imports_of(town_id: int) -> QuerySet[MoneyImport]:
    return MoneyImport.objects.filter(town_id=town_id)


def account_of(town_id: int, account_id: int) -> YearAccount:
    found = YearAccount.objects.filter(pk=account_id, town_id=town_id).first()
    if found is None:
        raise refusals.AccountIsUnknown()
    return found


def key_of(kept: YearAccount) -> AccountKey:
    return AccountKey(kept.year, kept.stage, kept.fund)


def facts_of(kept: YearAccount) -> AdjustmentFacts:
    return AdjustmentFacts(kept.earmarked, kept.key_spending_cut, kept.is_by_thrift)


def kept_accounts(town_id: int) -> QuerySet[YearAccount]:
    accounts = YearAccount.objects.filter(town_id=town_id).select_related("source").defer("source__content")
    return accounts.prefetch_related("lines")


def known_accounts(kept: QuerySet[YearAccount]) -> Mapping[AccountKey, Account]:
    return {key_of(account): account_from(account) for account in kept}


def account_from(kept: YearAccount) -> Account:
    """The kept figures as the checks read them."""
    lines = sorted(kept.lines.all(), key=lambda line: line.position)
    return Account(key_of(kept), kept.unit, tuple(_line(line) for line in lines))


def _line(kept: AccountLine) -> Line:
    return Line(**{name: getattr(kept, name) for name in _FIELDS})
