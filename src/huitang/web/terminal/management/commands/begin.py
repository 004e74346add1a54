"""`huitang begin`: the tables, the first town and the first office account of an installation."""

import getpass
import os
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from huitang.congress.accounts import commands as accounts
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import Refusal
from huitang.congress.roster import commands as roster


class Command(BaseCommand):
    help = "Begin a town: its name, its code, and the first account of its office."
    requires_system_checks: list[str] = []  # they read every page there is, and this shows none

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--town", required=True, help="name, such as 清河镇")
        parser.add_argument("--code", required=True, help="short name for addresses, such as qinghe")
        parser.add_argument(
            "--province", default="", help="two letters of the provincial rules, such as ZJ; may be left out"
        )
        parser.add_argument("--name", default="office", help="login name of the first account")
        parser.add_argument("--label", default="人大办公室", help="how the journal names this account")

    def handle(self, *args: Any, **options: Any) -> None:
        password = os.environ.get("HUITANG_PASSWORD") or ask_twice()
        call_command("migrate", verbosity=0, interactive=False)
        now = timezone.now()
        try:
            with transaction.atomic():
                town = roster.found_town(
                    code=options["code"], name=options["town"], province=options["province"], now=now
                )
                actor = Actor(town, options["code"], "system", Role.SYSTEM)
                accounts.create_account(
                    name=options["name"],
                    label=options["label"],
                    role=Role.OFFICE,
                    password=password,
                    actor=actor,
                    now=now,
                )
        except Refusal as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{options['town']} begins. Log in as {options['name']} at /door/sign-in/")


def ask_twice() -> str:
    """:raises CommandError: the two do not agree"""
    first = getpass.getpass("Password of the office account (ten characters or more): ")
    if first != getpass.getpass("Once more: "):
        raise CommandError("The two passwords differ; nothing was written.")
    return first
