"""`huitang rehearse spring|midyear`: a whole session with simulated deputies, through the real pages."""

import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from huitang.web.terminal.rehearsal import server
from huitang.web.terminal.rehearsal.person import PageWentWrong
from huitang.web.terminal.rehearsal.play import Rehearsed, rehearse
from huitang.web.terminal.rehearsal.shape import SHAPES


class Command(BaseCommand):
    help = "Play a whole session against a server of its own (or --url) and leave every output in a folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("shape", choices=sorted(SHAPES))
        parser.add_argument("--out", type=Path, default=None, help="default: var/rehearsal-SHAPE")
        parser.add_argument("--url", default="", help="a running server in rehearsal mode whose town was just begun")
        parser.add_argument("--quiet", action="store_true", help="print the summary only")

    def handle(self, *args: Any, **options: Any) -> None:
        shape = SHAPES[options["shape"]]
        out: Path = options["out"] or Path("var") / f"rehearsal-{shape.name}"
        out.mkdir(parents=True, exist_ok=True)
        try:
            done = self._play(options["url"], shape.name, out, tell=not options["quiet"])
        except PageWentWrong as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{shape.name}: {done.seconds:.1f} s, {done.requests} requests, outputs in {out}, "
            f"{len(done.disagreements)} disagreements"
        )
        if done.disagreements:
            raise CommandError("\n".join(done.disagreements))

    def _play(self, url: str, name: str, out: Path, *, tell: bool) -> Rehearsed:
        if url:
            return rehearse(SHAPES[name], base=url, out=out, tell=tell)
        with tempfile.TemporaryDirectory(prefix="huitang-") as folder:
            home = Path(folder)
            server.found_town(home)
            with server.serve(home, log=out / "server.log") as base:
                return rehearse(SHAPES[name], base=base, out=out, tell=tell)
