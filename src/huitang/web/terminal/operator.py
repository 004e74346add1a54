"""Who types a command at the machine, and the passphrase they type; it is kept nowhere."""

import getpass
import os

from django.core.management.base import CommandError

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.roster import queries as roster

VARIABLE = "HUITANG_PASSPHRASE"  # for machines without a terminal, as in tests
NEW_VARIABLE = "HUITANG_NEW_PASSPHRASE"


def at_machine(code: str = "") -> Actor:
    """The machine itself, for this town, or for the only one. :raises CommandError:"""
    towns = [town for town, _ in roster.list_towns()]
    if not code and len(towns) != 1:
        raise CommandError("Say which town: --town CODE" if towns else "There is no town yet: huitang begin")
    found = roster.find_town_by_code(code or towns[0])
    if found is None:
        raise CommandError(f"There is no town {code}.")
    return Actor(found, code or towns[0], "system", Role.SYSTEM)


def passphrase(prompt: str) -> str:
    return os.environ.get(VARIABLE) or getpass.getpass(prompt)


def new_passphrase() -> str:
    """Typed twice. :raises CommandError: the two differ"""
    told = os.environ.get(NEW_VARIABLE) or os.environ.get(VARIABLE)
    if told:
        return told
    first = getpass.getpass("Passphrase of the new key (ten characters or more): ")
    if first != getpass.getpass("Once more: "):
        raise CommandError("The two passphrases differ; nothing was written.")
    return first
