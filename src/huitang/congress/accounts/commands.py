"""Making and locking logins, issuing and revoking deputies' cards."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed, Role
from huitang.congress.accounts.models import Account, DeputyCard
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal
from huitang.congress.journal.unchanged import must_be_as_seen

# Django's own Chinese catalogue lacks some of these
_WEAKNESSES = {
    "password_too_short": _("至少要十个字符。"),
    "password_too_common": _("太常见，容易被猜到。"),
}


class AccountNameIsTaken(InputIsWrong):
    text = _("登录名“{name}”已经有人用了，请换一个。")


class PasswordIsWeak(InputIsWrong):
    text = _("密码太弱：{reasons}")


class AccountIsUnknown(NotFound):
    text = _("没有这个账号。")


class DeputyIsOfAnotherTown(NotFound):
    text = _("名单里有不属于本镇的代表，一张证也没有发。请从代表证页重新勾选。")


class NobodyIsChosen(InputIsWrong):
    text = _("请先勾选要发证的代表。")


class AccountNameIsMissing(InputIsWrong):
    text = _("登录名和称呼都要填写。")


class LastOfficeAccountStays(Refusal):
    text = _("“{name}”是最后一个办公室账号，停用后就没有人能管理了。请先新建另一个办公室账号。")


@transaction.atomic
def create_account(*, name: str, label: str, role: Role, password: str, actor: Actor, now: datetime) -> int:
    """Make a staff login in the actor's town; returns its id.

    :raises AccountNameIsTaken: login names are unique in an installation
    :raises PasswordIsWeak: shorter than ten characters or on the list of common passwords
    """
    actor.must_be_allowed_to(Deed.KEEP_ACCOUNTS)
    if not (name.strip() and label.strip()):
        raise AccountNameIsMissing()
    _check_password(password)
    try:
        with transaction.atomic():
            account = Account.objects.create_account(
                town_id=actor.town_id, name=name, label=label, role=role, password=password
            )
    except IntegrityError as error:
        raise AccountNameIsTaken(name=name) from error
    journal.append(
        "account.created",
        actor=actor,
        at=now,
        subject=f"account:{account.pk}",
        facts={"name": name, "role": role},
    )
    return int(account.pk)


@transaction.atomic
def set_password(*, account_id: int, password: str, actor: Actor, now: datetime) -> None:
    """Give an account a new password. :raises AccountIsUnknown: :raises PasswordIsWeak:"""
    actor.must_be_allowed_to(Deed.KEEP_ACCOUNTS)
    _check_password(password)
    account = _account(account_id, actor)
    account.set_password(password)
    account.save(update_fields=["password"])
    journal.append("account.password_set", actor=actor, at=now, subject=f"account:{account_id}")


@transaction.atomic
def lock_account(*, account_id: int, actor: Actor, now: datetime) -> None:
    """Take an account out of use. :raises LastOfficeAccountStays: nobody could open the desk any more"""
    actor.must_be_allowed_to(Deed.KEEP_ACCOUNTS)
    account = _account(account_id, actor)
    others = Account.objects.filter(town_id=actor.town_id, role=Role.OFFICE, is_active=True).exclude(pk=account_id)
    if account.role == Role.OFFICE and not others.exists():
        raise LastOfficeAccountStays(name=account.name)
    Account.objects.filter(pk=account_id, is_active=True).update(is_active=False)
    journal.append("account.locked", actor=actor, at=now, subject=f"account:{account_id}")


@transaction.atomic
def unlock_account(*, account_id: int, actor: Actor, now: datetime) -> None:
    """Take an account into use again. :raises AccountIsUnknown:"""
    actor.must_be_allowed_to(Deed.KEEP_ACCOUNTS)
    _account(account_id, actor)
    if Account.objects.filter(pk=account_id, is_active=False).update(is_active=True):
        journal.append("account.unlocked", actor=actor, at=now, subject=f"account:{account_id}")


@transaction.atomic
def issue_cards(
    *, deputy_ids: Sequence[int], serials: Sequence[str], actor: Actor, now: datetime, seen: int | None = None
) -> None:
    """Give each deputy a new card and revoke the old one (Deputies Law art. 49: the congress issues cards).

    `serials` are random words of at most 16 characters, one for each deputy, drawn by the caller.

    :raises NobodyIsChosen: :raises DeputyIsOfAnotherTown: :raises SomebodyWasQuicker: cards were issued since `seen`
    """
    actor.must_be_allowed_to(Deed.ISSUE_CARDS)
    if not deputy_ids:
        raise NobodyIsChosen()
    must_be_as_seen(chain=actor.chain, subject="", events=("card.issued",), seen=seen)
    DeputyCard.objects.filter(deputy_id__in=deputy_ids, revoked_at=None).update(revoked_at=now)
    DeputyCard.objects.bulk_create(
        DeputyCard(deputy_id=deputy, serial=serial, issued_at=now)
        for deputy, serial in zip(deputy_ids, serials, strict=True)
    )
    issued = DeputyCard.objects.filter(serial__in=serials)
    if issued.filter(deputy__term__town_id=actor.town_id).count() != len(deputy_ids):
        raise DeputyIsOfAnotherTown()
    journal.append("card.issued", actor=actor, at=now, facts={"deputies": len(deputy_ids)})


@transaction.atomic
def revoke_card(*, deputy_id: int, actor: Actor, now: datetime) -> None:
    """A lost card opens nothing any more."""
    actor.must_be_allowed_to(Deed.ISSUE_CARDS)
    valid = DeputyCard.objects.filter(deputy_id=deputy_id, deputy__term__town_id=actor.town_id, revoked_at=None)
    if valid.update(revoked_at=now):
        journal.append("card.revoked", actor=actor, at=now, subject=f"deputy:{deputy_id}")


def _check_password(password: str) -> None:
    try:
        password_validation.validate_password(password)
    except ValidationError as error:
        told = [_WEAKNESSES.get(str(one.code), one.messages[0]) for one in error.error_list]
        raise PasswordIsWeak(reasons="".join(str(reason) for reason in told)) from error


def _account(account_id: int, actor: Actor) -> Account:
    account = Account.objects.filter(pk=account_id, town_id=actor.town_id).first()
    if account is None:
        raise AccountIsUnknown()
    return account
