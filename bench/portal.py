"""How fast the public is answered: by the live server, and by nginx with what `huitang publish` wrote.

    python bench/portal.py [--sessions 200] [--seconds 6] [--clients 4]

Fills a fresh database with so many sessions of one town, each with five released texts in words of a usual length
(`many_towns.py`), publishes them whole, once more since the last, and once more after one more deed. Then it asks the real
`huitang serve` and nginx, one after the other, with the same client: a process for each, a kept connection, plain sockets.
Every page of the manifest in a shuffled order, so that hardly one is asked for twice; and the newest forty, as after a
session, when everybody reads the same. Ends with 1 if an answer is not what the manifest says.
"""

import argparse
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
PARAGRAPH = "会议听取和审议了政府工作报告，充分肯定过去一年的工作，同意对今后工作的安排。" * 5
NEWEST = 40  # pages


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sessions", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=6)
    parser.add_argument("--clients", type=int, default=4)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ["HUITANG_HOME"] = str(Path(place) / "home")
        os.environ.pop("HUITANG_DATABASE_URL", None)
        seed(told.sessions)
        out = Path(place) / "out"
        subprocess.run(huitang("publish", str(out)), check=True)
        subprocess.run(huitang("publish", str(out), "--since-last"), check=True)
        one_more_deed()
        subprocess.run(huitang("publish", str(out), "--since-last"), check=True)
        compare(out, Path(place), seconds=told.seconds, clients=told.clients)


def huitang(*words: str) -> list[str]:
    return [sys.executable, "-m", "huitang.config.command_line", *words]


def seed(sessions: int) -> None:
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "huitang.config.settings"
    django.setup()
    import many_towns
    from django.core.management import call_command

    from huitang.congress.publication.models import Release

    call_command("migrate", verbosity=0)
    rows = many_towns.Rows()
    place = many_towns.found(rows, 1)
    for number in range(1, sessions + 1):
        opens = many_towns.date(many_towns.FIRST_YEAR - sessions // 2 + number // 2, 1 + 6 * (number % 2), 20)
        session = many_towns.write_session(place, opens, number=number, playbook="spring")
        many_towns.write_releases(place, session, opens)
    for release in rows.held[Release]:
        release.blocks = [{"type": "p", "text": PARAGRAPH}] * 8
    rows.write()


def one_more_deed() -> None:
    """Something is recorded that the public does not see."""
    from django.db import connection

    from huitang.congress.accounts.actor import Actor
    from huitang.congress.accounts.deeds import Role
    from huitang.congress.journal import commands as journal
    from huitang.congress.roster.models import Town

    town = Town.objects.get()
    actor = Actor(town.pk, town.code, "office", Role.OFFICE)
    journal.append("door.signed_in", actor=actor, at=datetime.now(UTC), subject="account:1", facts={})
    connection.close()


def compare(out: Path, place: Path, *, seconds: float, clients: int) -> None:
    from tools import with_nginx

    from huitang.web.terminal.rehearsal import server

    entries = json.loads((out / "_manifest.json").read_text(encoding="utf-8"))["files"]
    pages = {one["path"]: one["status"] for one in entries if one["content_type"].startswith("text/html")}
    pages = {path: status for path, status in pages.items() if not path.endswith("/404.html")}
    newest = dict(sorted(pages.items(), key=lambda page: -number_in(page[0]))[:NEWEST])
    both = (("every page", pages), (f"newest {NEWEST}", newest))
    port = server.free_port()
    live = subprocess.Popen(huitang("serve", "--host", "127.0.0.1", "--port", str(port)), stdout=subprocess.DEVNULL)
    try:
        server.wait_for(f"http://127.0.0.1:{port}", live)
        for what, asked in both:
            for number in (1, clients):
                measure(f"live   {what}", port, asked, seconds=seconds, clients=number)
        with with_nginx.serve(out, home=place / "nginx") as base:
            for what, asked in both:
                for number in (1, clients):
                    measure(f"nginx  {what}", int(base.rpartition(":")[2]), asked, seconds=seconds, clients=number)
    finally:
        live.terminate()
        live.wait()


def number_in(path: str) -> int:
    """Of a session or a text; the higher the newer."""
    return max((int(part) for part in path.split("/") if part.isdigit()), default=0)


def measure(name: str, port: int, pages: dict[str, int], *, seconds: float, clients: int) -> None:
    with ProcessPoolExecutor(clients) as pool:
        runs = list(pool.map(ask, range(clients), [port] * clients, [pages] * clients, [seconds] * clients))
    times = sorted(one for run in runs for one in run)
    p95 = times[int(len(times) * 0.95)]
    print(
        f"{name:<18} {clients} client{'s' if clients > 1 else ' '} {len(times) / seconds:8.0f} pages/s   "
        f"median {statistics.median(times) * 1000:6.2f} ms   p95 {p95 * 1000:6.2f} ms",
        flush=True,
    )


def ask(number: int, port: int, pages: dict[str, int], seconds: float) -> list[float]:
    """One client; a status that is not the manifest's ends the bench."""
    order = sorted(pages)
    random.Random(number).shuffle(order)
    times: list[float] = []
    end = time.perf_counter() + seconds
    with socket.create_connection(("127.0.0.1", port)) as connection, connection.makefile("rb") as answers:
        while time.perf_counter() < end:
            path = order[len(times) % len(order)]
            began = time.perf_counter()
            connection.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            status = int(answers.readline().split()[1])
            length = 0
            while line := answers.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line[15:])
            body = answers.read(length)
            times.append(time.perf_counter() - began)
            if status != pages[path] or not body:
                raise SystemExit(f"{path}: {status}, {len(body)} bytes")
    return times


if __name__ == "__main__":
    main()
