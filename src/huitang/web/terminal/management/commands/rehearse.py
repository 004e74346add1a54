"""`huitang rehearse spring|midyear|year`: a session, or a whole year between two, through the real pages."""

import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from huitang.web.terminal.rehearsal import server
from huitang.web.terminal.rehearsal.person import PageWentWrong
from huitang.web.terminal.rehearsal.play import rehearse
from huitang.web.terminal.rehearsal.shape import SHAPES
from huitang.web.terminal.rehearsal.year.play import PROVINCE, rehearse_year

YEAR = "year"
Told = tuple[str, tuple[str, ...]]  # the summary, and what does not agree


class Command(BaseCommand):
    help = "Play a session, or a year, against a server of its own (or --url) and leave every output in a folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("shape", choices=[*sorted(SHAPES), YEAR])
        parser.add_argument("--out", type=Path, default=None, help="default: var/rehearsal-SHAPE")
        parser.add_argument("--url", default="", help="a running server in rehearsal mode whose town was just begun")
        parser.add_argument("--quiet", action="store_true", help="print the summary only")

    def handle(self, *args: Any, **options: Any) -> None:
        name, url = options["shape"], options["url"]
        if url and name == YEAR:
            raise CommandError("A year counts its figures in its own database: leave out --url.")
        out: Path = options["out"] or Path("var") / f"rehearsal-{name}"
        out.mkdir(parents=True, exist_ok=True)
        try:
            sentence, disagreements = self._play(url, name, out, tell=not options["quiet"])
        except PageWentWrong as error:
            raise CommandError(str(error)) from error
        self.stdout.write(sentence)
        if disagreements:
            raise CommandError("\n".join(disagreements))

    def _play(self, url: str, name: str, out: Path, *, tell: bool) -> Told:
        if url:
            return _session(name, base=url, out=out, tell=tell)
        with tempfile.TemporaryDirectory(prefix="huitang-") as folder:
            home = Path(folder)
            server.found_town(home, province=PROVINCE if name == YEAR else "")
            server.make_key(home)
            with server.serve(home, log=out / "server.log") as base:
                if name == YEAR:
                    lived = rehearse_year(base=base, home=home, out=out, tell=tell)
                    return lived.sentence, lived.disagreements
                return _session(name, base=base, out=out, tell=tell)


def _session(name: str, *, base: str, out: Path, tell: bool) -> Told:
    done = rehearse(SHAPES[name], base=base, out=out, tell=tell)
    told = f"{name}: {done.seconds:.1f} s, {done.requests} requests, outputs in {out}"
    return f"{told}, {len(done.disagreements)} disagreements", done.disagreements
