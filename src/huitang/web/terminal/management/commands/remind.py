"""`huitang remind`: today's reminders of every town, for a job that runs each morning."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.diary import commands
from huitang.congress.roster import queries as roster


class Command(BaseCommand):
    help = "Send the reminders of today, for every town or one. Run twice, it sends nothing twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--town", default="", help="one town's code; all towns when left out")

    def handle(self, *args: Any, **options: Any) -> None:
        codes = [code for code, _name in roster.list_towns() if options["town"] in ("", code)]
        if not codes:
            raise CommandError("There is no such town.")
        for code in codes:
            actor = Actor(roster.find_town_by_code(code) or 0, code, "system", Role.SYSTEM)
            sent = commands.remind(actor=actor, now=timezone.now())
            told = f"{sent.remind} before, {sent.late} late, {sent.escalate} to the chair"
            self.stdout.write(f"{code}: {sent.number} reminders ({told})")
