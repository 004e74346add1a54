"""On whose authority a command runs."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from huitang.congress.accounts.deeds import ALLOWED, Deed, Role
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import NotAllowed


class DeedIsNotYours(NotAllowed):
    text = _("“{label}”没有权限做这件事。请换用有权限的账号登录，或请会议办公室操作。")


@dataclass(frozen=True)
class Actor:
    """`chain` is the town's code and names its journal; exactly one of the two ids is set, none for SYSTEM."""

    town_id: int
    chain: str
    label: str
    role: Role
    account_id: int | None = None
    deputy_id: int | None = None

    def may(self, deed: Deed) -> bool:
        return self.role in ALLOWED[deed]

    def must_be_allowed_to(self, deed: Deed) -> None:
        """The first line of every command; what it reads after this, nobody else of the town can change.

        :raises DeedIsNotYours: the table in `deeds` does not give this role the deed
        """
        if not self.may(deed):
            raise DeedIsNotYours(label=self.label)
        journal.wait_turn(self.chain)
