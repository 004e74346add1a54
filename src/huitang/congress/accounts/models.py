"""Logins of staff, and the cards deputies come in with. A deputy is not a login."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from huitang.congress.accounts.deeds import Role


class AccountManager(BaseUserManager["Account"]):
    def get_queryset(self) -> models.QuerySet["Account"]:
        """With the town: who logs in acts for one, on every page."""
        return super().get_queryset().select_related("town")

    def create_account(self, **fields: Any) -> "Account":
        password = fields.pop("password")
        account = self.model(**fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    town = models.ForeignKey("roster.Town", on_delete=models.PROTECT, related_name="accounts")
    name = models.CharField(max_length=40, unique=True)
    label = models.CharField(max_length=40)
    role = models.CharField(
        max_length=10, choices=[(r.value, r.value) for r in Role if r not in (Role.DEPUTY, Role.SYSTEM)]
    )
    is_active = models.BooleanField(default=True)

    objects: ClassVar[AccountManager] = AccountManager()
    USERNAME_FIELD = "name"

    def __str__(self) -> str:
        return self.label


class DeputyCard(models.Model):
    """One printed card. The token is derived from `secret.key`, so a copied table opens no door."""

    deputy = models.ForeignKey("roster.Deputy", on_delete=models.PROTECT, related_name="cards")
    serial = models.CharField(max_length=16, unique=True)
    issued_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["deputy"],
                condition=models.Q(revoked_at=None),
                name="accounts_one_valid_card_a_deputy",
            )
        ]

    def __str__(self) -> str:
        return self.serial
