"""`huitang journal verify`: proves that no entry was changed, added or taken out, or says where."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from huitang.congress.journal import queries


class Command(BaseCommand):
    help = "Prove the journal: walk every chain from its first link."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("deed", choices=["verify"])
        parser.add_argument("--chain", help="one town's code; all towns when left out")
        parser.add_argument("--expect", default="", help="SEQUENCE:HASH as printed on a paper")

    def handle(self, *args: Any, **options: Any) -> None:
        chains = [options["chain"]] if options["chain"] else list(queries.list_chains())
        if not chains:
            raise CommandError("There is no journal yet.")
        found = [queries.verify_chain(chain, expected=options["expect"]) for chain in chains]
        for finding in found:
            if finding.is_whole:
                self.stdout.write(f"{finding.chain}: {finding.entries} entries, unbroken, head {finding.head[:16]}")
            else:
                self.stdout.write(f"{finding.chain}: BROKEN at entry {finding.broken_at}: {finding.reason}")
        if not all(finding.is_whole for finding in found):
            raise CommandError("The journal was tampered with.", returncode=2)
