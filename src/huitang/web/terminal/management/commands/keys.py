"""`huitang keys`: the office's signing key is made, backed up, rotated and revoked here, at the machine, and nowhere else."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from huitang.adapters.signing.key_folder import KeyFolder
from huitang.adapters.signing.keys import PublicKey
from huitang.congress.journal.refusal import Refusal
from huitang.congress.seals import desk, key_commands
from huitang.web.terminal import operator


class Command(BaseCommand):
    help = "Make, back up, rotate, revoke or show the key that signs what is released. See docs/checking.md."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("deed", choices=["make", "backup", "rotate", "revoke", "show"])
        parser.add_argument(
            "--town", default="", help="code of the town whose journal tells it; needed if there are several"
        )
        parser.add_argument("--to", type=Path, help="backup: the folder to copy the key to, such as a USB stick")
        parser.add_argument("--reason", default="", help="revoke: why; it is made public")
        parser.add_argument("--lost", action="store_true", help="revoke: the key or its passphrase is gone")

    def handle(self, *args: Any, **options: Any) -> None:
        deeds = {"make": self._make, "backup": self._backup, "rotate": self._rotate, "revoke": self._revoke}
        if options["deed"] == "show":
            self._show()
            return
        try:
            told = {"keys": _keys(), "actor": operator.at_machine(options["town"]), "now": timezone.now()}
            deeds[options["deed"]](options, told)
        except Refusal as refused:
            raise CommandError(str(refused)) from refused

    def _make(self, options: dict[str, Any], told: dict[str, Any]) -> None:
        key = key_commands.make_key(passphrase=operator.new_passphrase(), **told)
        self._tell(key, "The key is made. Back it up now: huitang keys backup --to FOLDER")

    def _backup(self, options: dict[str, Any], told: dict[str, Any]) -> None:
        if options["to"] is None:
            raise CommandError("Say where to: huitang keys backup --to FOLDER")
        key = key_commands.back_up_key(to=options["to"], **told)
        self._tell(key, f"Backed up to {options['to']}. Print print-and-lock-away.txt, lock it away, delete the file.")

    def _rotate(self, options: dict[str, Any], told: dict[str, Any]) -> None:
        old = operator.passphrase("Passphrase of the key in use: ")
        new = operator.new_passphrase()
        _, key = key_commands.rotate_key(passphrase=old, new_passphrase=new, **told)
        self._tell(key, "The old key has introduced this new one. Back it up, and sign: huitang sign")

    def _revoke(self, options: dict[str, Any], told: dict[str, Any]) -> None:
        if options["lost"]:
            key = key_commands.lose_key(reason=options["reason"], **told)
        else:
            passphrase = operator.passphrase("Passphrase of the key to revoke: ")
            key = key_commands.revoke_key(passphrase=passphrase, reason=options["reason"], **told)
        self._tell(
            key, "This key counts no more. Make another one (huitang keys make) and tell people its fingerprint."
        )

    def _show(self) -> None:
        for row in desk.list_keys():
            self.stdout.write(f"{row.state:<8} {row.fingerprint}  {row.line}")
        self.stdout.write(
            f"The secret key lies in {settings.KEY_FOLDER}" if _keys().has_key() else "No secret key here."
        )

    def _tell(self, key: PublicKey, words: str) -> None:
        self.stdout.write(f"{words}\n  fingerprint  {key.fingerprint}\n  public key   {key.line}")


def _keys() -> KeyFolder:
    return KeyFolder(settings.KEY_FOLDER)
