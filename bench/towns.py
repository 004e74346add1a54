"""How long the pages of one town take when its database holds two hundred, each with five years of records.

    python bench/towns.py [--keep FOLDER] [--towns 200] [--years 5]       (SQLite)
    python tools/with_postgres.py python bench/towns.py

Fills a fresh database (`many_towns.py`; with --keep the SQLite file stays in the folder and is used again), then asks each
page of the town in the middle fifteen times, warm, through Django's own client: the whole of a request but the network.
Prints number of queries, median, 95th percentile, and what this process worked (on a busy machine it also waits; what
PostgreSQL works is not in it). Ends with 1 if a median is above 300 ms, or a page does not answer.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

LIMIT = 300  # milliseconds, the median
RUNS = 15
NOW = "2025-11-12T10:00:00+08:00"


@dataclass(frozen=True)
class Town:
    """Of whom and of what the pages are asked."""

    id: int
    code: str
    term: int
    session: int  # the one being prepared
    held: int  # the last one that was held
    sitting: int
    unit: int
    deputy: int
    suggestion: int
    activity: int
    task: int


# who asks, and what: one line for each page
OFFICE = (
    "/desk/",
    "/desk/suggestions/",
    "/desk/suggestions/?page=3",
    "/desk/suggestions/?state=open",
    "/desk/suggestions/?state=CLOSED&order=-number",
    "/desk/suggestions/?due=overdue&order=due",
    "/desk/suggestions/?due=soon",
    "/desk/suggestions/?order=due",
    "/desk/suggestions/?unit={unit}",
    "/desk/suggestions/?q=路灯",
    "/desk/suggestions/print/",
    "/desk/suggestions/?format=xlsx",
    "/desk/suggestions/report/",
    "/desk/suggestions/units/",
    "/desk/suggestions/{suggestion}/",
    "/desk/supervision/",
    "/desk/supervision/?format=xlsx",
    "/desk/supervision/{activity}/",
    "/desk/deputies/",
    "/desk/deputies/?order=absences",
    "/desk/deputies/{deputy}/file/",
    "/desk/yearly/",
    "/desk/money/",
    "/desk/targets/",
    "/desk/projects/",
    "/desk/diary/",
    "/desk/tasks/{task}/",
    "/desk/roll/{term}/",
    "/desk/roll/deputy/{deputy}/",
    "/desk/roll/terms/",
    "/desk/journal/",
    "/desk/journal/?area=supervision",
    "/desk/journal/?subject=suggestion:{suggestion}",
    "/desk/journal/?before=1500",
    "/desk/accounts/",
    "/desk/sessions/{session}/",
    "/desk/sessions/{session}/agenda/",
    "/desk/sessions/{session}/schedule/",
    "/desk/sessions/{session}/presidium/",
    "/desk/sessions/{session}/names/",
    "/desk/sessions/{session}/leave/",
    "/desk/sessions/{session}/attendees/",
    "/desk/sittings/{sitting}/sign-in/",
    "/desk/sessions/{session}/papers/",
    "/desk/sessions/{held}/",
    "/desk/sessions/{held}/releases/",
    "/desk/sessions/{session}/cards/",
    "/desk/public/",
    "/desk/seals/",
)
DEPUTY = ("/deputy/", "/deputy/suggestions/")
# the first does nothing: it tells a busy machine from a slow page
PUBLIC = ("/door/sign-in/", "/", "/?town={code}", "/sessions/{held}/", "/hall/")


def main() -> int:
    told = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    told.add_argument("--keep", type=Path, help="folder whose huitang.sqlite3 is made once and used again")
    told.add_argument("--towns", type=int, default=200)
    told.add_argument("--years", type=int, default=5)
    told.add_argument("--page", help="measure only the pages whose address contains this")
    asked = told.parse_args()
    with tempfile.TemporaryDirectory(prefix="huitang-bench-") as fresh:
        set_up(asked.keep or Path(fresh))
        town = prepare(asked.towns, asked.years)
        return measure(town, asked.page or "")


def set_up(home: Path) -> None:
    """Django begins here: before it, nothing of huitang may be read."""
    home.mkdir(parents=True, exist_ok=True)
    os.environ |= {"HUITANG_HOME": str(home), "HUITANG_REHEARSAL": "1", "HUITANG_HOSTS": "testserver"}
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huitang.config.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def prepare(towns: int, years: int) -> Town:
    import many_towns
    from django.db import connection

    from huitang.congress.roster.models import Town as TownRow

    held = TownRow.objects.count()
    if held not in (0, towns):
        sys.exit(f"The database holds {held} towns, not {towns}. Give another folder.")
    if not held:
        began = time.perf_counter()
        many_towns.fill(towns, years)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        print(f"filled in {time.perf_counter() - began:.0f} s")
    return choose(towns // 2 + 1)


def choose(town: int) -> Town:
    from huitang.congress.roster.models import Deputy, Term
    from huitang.congress.sittings.models import CongressSession, Sitting
    from huitang.congress.suggestions.models import ResponsibleUnit, Suggestion
    from huitang.congress.supervision.models import Activity
    from huitang.congress.targets.models import YearTask

    term = Term.objects.select_related("town").get(town_id=town)
    held = CongressSession.objects.filter(term=term, state="CLOSED").latest("opens_on")
    return Town(
        id=town,
        code=term.town.code,
        term=term.pk,
        session=being_prepared(term.pk, town, term.town.code, after=held.number),
        held=held.pk,
        sitting=Sitting.objects.filter(session=held).latest("position").pk,
        unit=ResponsibleUnit.objects.filter(town_id=town).earliest("pk").pk,
        deputy=Deputy.objects.filter(term=term).earliest("number").pk,
        suggestion=Suggestion.objects.filter(town_id=town, state="CLOSED").latest("pk").pk,
        activity=Activity.objects.filter(town_id=town, state="CLOSED").latest("pk").pk,
        task=YearTask.objects.filter(town_id=town).latest("pk").pk,
    )


def being_prepared(term: int, town: int, code: str, *, after: int) -> int:
    """The next session, laid out by the commands as an office does it: agenda, schedule, run sheet."""
    from huitang.congress.accounts.actor import Actor
    from huitang.congress.accounts.deeds import Role
    from huitang.congress.runsheet import layout
    from huitang.congress.sittings.models import CongressSession

    made = CongressSession.objects.filter(term_id=term, number=after + 1).first()
    return (
        made.pk
        if made is not None
        else layout.convene(
            term_id=term,
            number=after + 1,
            playbook="spring",
            place="镇政府三楼会议室",
            opens_on=date(2026, 1, 20),
            closes_on=date(2026, 1, 21),
            from_session_id=None,
            posts=[layout.PostToFill("DEPUTY_HEAD", 1)],
            projects_to_choose=10,
            actor=Actor(town, code, "办公室", Role.OFFICE, account_id=1),
            now=datetime.fromisoformat(NOW),
        )
    )


def measure(town: Town, only: str) -> int:
    from django.db import connection

    print(f"{connection.vendor}, {os.cpu_count()} cores, {RUNS} runs each\n")
    print(f"{'page':<50}{'queries':>8}{'median':>9}{'p95':>9}{'work':>9}  (ms)")
    slow = 0
    for client, path in pages(town):
        address = path.format(**vars(town))
        if only in path:
            slow += tell(path, *ask(client, address))
    print(f"\n{slow} above {LIMIT} ms" if slow else f"\nevery median below {LIMIT} ms")
    return 1 if slow else 0


def pages(town: Town) -> Iterator[tuple[object, str]]:
    from django.test import Client

    from huitang.congress.accounts.models import Account

    headers = {"X-Rehearsal-Clock": NOW}
    office, deputy, public = (Client(headers=headers) for _ in range(3))
    account = Account.objects.get(town_id=town.id, role="OFFICE")
    office.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    held = deputy.session
    held["card"] = f"bench-{town.deputy}"
    held.save()
    for client, paths in ((public, PUBLIC), (deputy, DEPUTY), (office, OFFICE)):
        yield from ((client, path) for path in paths)


def ask(client: object, address: str) -> tuple[int, list[float], float]:
    """The number of queries, the milliseconds of each run, and those this process worked; the first run is cold."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as seen:
        answer = client.get(address)
    queries = len(seen)  # the next request empties the log
    if answer.status_code != 200:
        sys.exit(f"{address}: {answer.status_code}")
    took, work = [], []
    for _ in range(RUNS):
        began, worked = time.perf_counter(), time.process_time()
        client.get(address)
        took.append((time.perf_counter() - began) * 1000)
        work.append((time.process_time() - worked) * 1000)
    return queries, sorted(took), statistics.median(work)


def tell(path: str, queries: int, took: list[float], work: float) -> int:
    median, p95 = statistics.median(took), took[int(len(took) * 0.95)]
    print(
        f"{path:<50}{queries:>8}{median:>9.0f}{p95:>9.0f}{work:>9.0f}{'  SLOW' if median > LIMIT else ''}", flush=True
    )
    return int(median > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
