"""`huitang sign`: signs every record that waits, and the log, with the passphrase typed here."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from huitang.adapters.signing.key_folder import KeyFolder
from huitang.congress.journal.refusal import Refusal
from huitang.congress.seals import commands
from huitang.web.frame import house
from huitang.web.terminal import operator


class Command(BaseCommand):
    help = "Sign what was released since the last signature, and the public log."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--town", default="", help="code of the town whose journal tells it; needed if there are several"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            signed = commands.sign(
                keys=KeyFolder(settings.KEY_FOLDER),
                passphrase=operator.passphrase("Passphrase of the signing key: "),
                site=house.site(),
                actor=operator.at_machine(options["town"]),
                now=timezone.now(),
            )
        except Refusal as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{signed.records} records signed, and the log of {signed.size}.")
