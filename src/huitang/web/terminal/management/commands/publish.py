"""`huitang publish DIR`: everything public as plain files, for any web server or a county's CMS. See docs/publishing.md."""

import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from huitang.adapters.plain_files.folder import FolderIsNotUsable
from huitang.web.frame.public_copy.copying import Copied, Wishes, copy_public

DEAD_LINKS = 2
_SHOWN = 20
_BETWEEN = 0.1  # seconds between two words on the terminal


class Command(BaseCommand):
    help = "Write the whole portal as plain files into a folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--since-last", action="store_true", help="draw only what changed since the last time")
        parser.add_argument("--clean", action="store_true", help="link to folders instead of their index.html")
        parser.add_argument("--into-foreign", action="store_true", help="the folder may hold files of others")

    def handle(self, *args: Any, **options: Any) -> None:
        began = time.monotonic()
        wishes = Wishes(options["since_last"], options["clean"], options["into_foreign"])
        try:
            done = copy_public(options["folder"], wishes, Progress())
        except FolderIsNotUsable as refused:
            raise CommandError(str(refused)) from refused
        except DatabaseError as error:
            raise CommandError(f"The database does not answer: {error}") from error
        self._tell(done, options["folder"], time.monotonic() - began)

    def _tell(self, done: Copied, folder: Path, seconds: float) -> None:
        self.stdout.write(
            f"{folder}: {done.pages} pages and {done.files - done.pages} files, {done.tombstones} of them withdrawn; "
            f"{done.written} written, {done.unchanged} unchanged, {done.removed} removed; {seconds:.1f} s."
        )
        for file in done.kept_back:
            self.stderr.write(f"{file} has no page any more, but was changed by somebody since: left where it is.")
        if done.dead:
            shown = [f"  {page} → {address} ({why})" for page, address, why in done.dead[:_SHOWN]]
            more = [f"  … and {len(done.dead) - _SHOWN} more"] if len(done.dead) > _SHOWN else []
            words = "\n".join(["Written, but these links lead nowhere in the copy:", *shown, *more])
            raise CommandError(words, returncode=DEAD_LINKS)


class Progress:
    """One line on a terminal, written over; silent elsewhere."""

    def __init__(self) -> None:
        self.is_shown = sys.stderr.isatty()
        self.last = 0.0

    def __call__(self, done: int, known: int) -> None:
        now = time.monotonic()
        if self.is_shown and (done == known or now - self.last > _BETWEEN):
            self.last = now
            sys.stderr.write(f"\r{done} of {known} addresses" + ("\n" if done == known else ""))
            sys.stderr.flush()
