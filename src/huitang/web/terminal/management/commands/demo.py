"""`huitang demo`: the fictional town of Qinghe, played to the middle of its spring session and served."""

import shutil
import time
from argparse import ArgumentParser
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from huitang.web.terminal.rehearsal import server
from huitang.web.terminal.rehearsal.person import PageWentWrong
from huitang.web.terminal.rehearsal.play import Rehearsed, rehearse
from huitang.web.terminal.rehearsal.shape import SPRING

MIDDLE = "票决"  # half-way through the count of the project vote


class Command(BaseCommand):
    help = "Load Qinghe, play its session to the middle, serve it and print one link for each role."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--leave", action="store_true", help="stop when it is ready (for tests)")

    def handle(self, *args: Any, **options: Any) -> None:
        home = Path(settings.HOME) / "demo"
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        self.stdout.write("Playing the fictional town of Qinghe to the middle of its session …")
        server.found_town(home)
        shape = SPRING.at(timezone.localdate() - timedelta(days=1))
        with server.serve(home, port=options["port"]) as base:
            try:
                done = rehearse(shape, base=base, out=home / "outputs", until=MIDDLE, tell=False)
            except PageWentWrong as error:
                raise CommandError(str(error)) from error
            self._tell_links(base, done)
            while not options["leave"]:
                time.sleep(3600)

    def _tell_links(self, base: str, done: Rehearsed) -> None:
        rooms = [
            ("desk", f"{base}/door/sign-in/?name=office&next=/desk/"),
            ("chair", f"{base}/door/sign-in/?name=chair&next=/chair/"),
            ("tellers", f"{base}/door/sign-in/?name=teller1&next=/tellers/   (and teller2)"),
            ("a deputy", f"{base}{done.cards[1].removeprefix(base)}" if done.cards else ""),
            ("hall screen", f"{base}/hall/{server.CODE}/"),
            ("public", f"{base}/"),
        ]
        self.stdout.write(f"Ready after {done.seconds:.0f} s. The password of every account is {server.PASSWORD}")
        for room, link in rooms:
            self.stdout.write(f"  {room:<12} {link}")
        self.stdout.write("Stop it with Ctrl-C. Two browsers (or a private window) let you be two people at once.")
        self.stdout.flush()
