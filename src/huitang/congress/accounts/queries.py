"""Who may log in, and whose card this is."""

from dataclasses import dataclass
from datetime import datetime

from huitang.congress.accounts import cards
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.commands import AccountIsUnknown
from huitang.congress.accounts.deeds import Role
from huitang.congress.accounts.models import Account, DeputyCard


@dataclass(frozen=True)
class AccountRow:
    id: int
    name: str
    label: str
    role: Role
    is_active: bool
    last_login: datetime | None


@dataclass(frozen=True)
class CardRow:
    deputy_id: int
    token: str
    issued_at: datetime


def list_accounts(town_id: int) -> tuple[AccountRow, ...]:
    accounts = Account.objects.filter(town_id=town_id).order_by("role", "name")
    return tuple(AccountRow(a.pk, a.name, a.label, Role(a.role), a.is_active, a.last_login) for a in accounts)


def get_account(account_id: int, *, town_id: int) -> AccountRow:
    """:raises AccountIsUnknown: also for an account of another town"""
    found = next((row for row in list_accounts(town_id) if row.id == account_id), None)
    if found is None:
        raise AccountIsUnknown()
    return found


def list_cards(deputy_ids: tuple[int, ...]) -> tuple[CardRow, ...]:
    """The valid cards of these deputies, with the token to print."""
    valid = DeputyCard.objects.filter(deputy_id__in=deputy_ids, revoked_at=None).order_by("deputy_id")
    return tuple(CardRow(c.deputy_id, cards.token_of(c.serial), c.issued_at) for c in valid)


def deputy_of_token(token: str) -> int | None:
    """The deputy whose valid card carries this token; None for a foreign, altered or revoked one."""
    serial = cards.serial_in(token)
    if serial is None:
        return None
    return DeputyCard.objects.filter(serial=serial, revoked_at=None).values_list("deputy_id", flat=True).first()


def actor_of_account(account_id: int) -> Actor | None:
    """On whose authority a logged-in member of staff acts; None once the account is locked."""
    account = Account.objects.select_related("town").filter(pk=account_id, is_active=True).first()
    if account is None:
        return None
    return actor_of_login(account)


def actor_of_login(account: Account) -> Actor:
    """The same for who has just been found logged in, and so is not locked."""
    return Actor(account.town_id, account.town.code, account.label, Role(account.role), account_id=account.pk)


def actor_of_card(serial: str) -> Actor | None:
    """On whose authority the holder of a deputy's card acts; None once the card is revoked."""
    card = DeputyCard.objects.select_related("deputy__term__town").filter(serial=serial, revoked_at=None).first()
    if card is None:
        return None
    town = card.deputy.term.town
    return Actor(town.pk, town.code, card.deputy.called, Role.DEPUTY, deputy_id=card.deputy_id)


def serial_of_token(token: str) -> str | None:
    """The serial of a valid card's token; None for a foreign, altered or revoked one."""
    serial = cards.serial_in(token)
    if serial is None or not DeputyCard.objects.filter(serial=serial, revoked_at=None).exists():
        return None
    return serial
