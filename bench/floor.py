"""How long a deed at the desk takes: one sign-in and one paper entered, with 160 deputies.

    python bench/floor.py

Each deed is a whole request through every middleware, on a fresh SQLite file with WAL and full sync, as installed.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

DEPUTIES = 160


def main() -> None:
    sys.path.insert(0, str(Path(__file__).parent.parent))
    with tempfile.TemporaryDirectory() as home:
        os.environ["HUITANG_HOME"] = home
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huitang.config.settings")
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        print(json.dumps({"sign_in": time_sign_ins(), "paper": time_papers()}, ensure_ascii=False, indent=1))


def told(deeds: list[tuple[float, float]]) -> dict[str, float]:
    """`cpu_median_ms` leaves out what the machine was doing besides."""
    ordered = sorted(took for took, _cpu in deeds)
    return {
        "deeds": len(ordered),
        "median_ms": round(statistics.median(ordered) * 1000, 1),
        "cpu_median_ms": round(statistics.median(cpu for _took, cpu in deeds) * 1000, 1),
        "p95_ms": round(ordered[len(ordered) * 95 // 100] * 1000, 1),
        "worst_ms": round(ordered[-1] * 1000, 1),
    }


def found_town():
    """A town with 160 deputies in eight delegations and a spring session."""
    from tests.stage import Play

    from huitang.congress.accounts.deeds import Role
    from huitang.congress.roster.models import Delegation, Deputy, MandateChange
    from huitang.congress.runsheet import layout
    from huitang.rules.mandate import ChangeKind

    play = Play()
    from huitang.congress.roster import commands as roster

    who = {"actor": play.office, "now": play.clock.tick()}
    play.term_id = roster.open_term(number=6, quota=DEPUTIES, began_on=date(2021, 9, 1), **who)
    groups = [Delegation.objects.create(term_id=play.term_id, name=f"第{n}代表团", position=n) for n in range(1, 9)]
    surnames, given = "赵钱孙李周吴郑王冯陈", "明华文清志远素慧立敏静国"
    for number in range(1, DEPUTIES + 1):
        name = surnames[number % 10] + given[number % 12] + given[number // 12 % 12]
        deputy = Deputy.objects.create(
            term_id=play.term_id, delegation=groups[number % 8], number=number, name=name, initials=f"x{number}"
        )
        MandateChange.objects.create(deputy=deputy, kind=ChangeKind.ELECTED, on=date(2021, 9, 1))
    play.session_id = layout.convene(
        term_id=play.term_id,
        number=8,
        playbook="spring",
        opens_on=date(2025, 3, 31),
        closes_on=date(2025, 4, 1),
        place="镇政府三楼会议室",
        posts=[layout.PostToFill("DEPUTY_HEAD", 1)],
        projects_to_choose=10,
        from_session_id=None,
        **who,
    )
    return play, {role: login(play, role) for role in (Role.OFFICE, Role.TELLER)}


def login(play, role, name=""):
    from django.test import Client

    from huitang.congress.accounts.models import Account

    account = Account.objects.create(
        town_id=play.town_id, name=name or str(role), label=name or str(role), role=role, password="!"
    )
    client = Client(headers={"HX-Request": "true"})
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def post(client, address, form) -> tuple[float, float]:
    began, cpu = time.perf_counter(), time.process_time()
    answer = client.post(address, form)
    took = time.perf_counter() - began, time.process_time() - cpu
    assert answer.status_code == 200, (answer.status_code, answer.content.decode()[:500])
    return took


def time_sign_ins() -> dict[str, float]:
    from huitang.congress.accounts.deeds import Role
    from huitang.congress.sittings import queries as sittings

    global STAGE
    STAGE = found_town()
    play, clients = STAGE
    sitting = next(s for s in sittings.list_sittings(play.session_id) if s.kind == "PLENARY")
    address = f"/desk/sittings/{sitting.id}/sign-in/do/"
    return told([post(clients[Role.OFFICE], address, {"who": str(n)}) for n in range(1, DEPUTIES + 1)])


def time_papers() -> dict[str, float]:
    from huitang.congress.accounts.deeds import Role
    from huitang.congress.attendance.models import Electorate
    from huitang.congress.ballots import commands as ballots
    from huitang.congress.project_votes.models import ProjectRound, ProjectVote
    from huitang.congress.sittings import queries as sittings
    from huitang.rules.project_papers import ProjectMethod

    play, clients = STAGE
    sitting = next(s for s in sittings.list_sittings(play.session_id) if s.kind == "PLENARY")
    names = tuple(f"民生实事候选项目第{n}项" for n in range(1, 13))
    ballot = ballots.open_project_ballot(
        title="票决票", method=ProjectMethod(projects=names, places=10), voters=DEPUTIES
    )
    now = datetime(2025, 3, 31, 3, tzinfo=UTC)
    electorate = Electorate.objects.create(
        sitting_id=sitting.id,
        frozen_at=now,
        deputies_in_office=DEPUTIES,
        deputies_present=DEPUTIES,
        deputies_required=107,
        present_ids=[],
    )
    ProjectRound.objects.create(
        vote=ProjectVote.objects.get(session_id=play.session_id),
        number=1,
        kind="FIRST",
        places=10,
        projects=list(names),
        sitting_id=sitting.id,
        electorate=electorate,
        ballot_id=ballot,
        opened_at=now,
    )
    ballots.issue_papers(ballot_id=ballot, papers_issued=DEPUTIES, actor=play.office, now=now)
    ballots.collect_papers(ballot_id=ballot, papers_collected=DEPUTIES, actor=play.office, now=now)
    marks = {f"mark_{line}": "CIRCLE" for line in range(1, 11)}
    readers = [clients[Role.TELLER], login(play, Role.TELLER, "second")]
    address = f"/tellers/ballots/{ballot}/sheets/{{}}/enter/"
    return told([post(reader, address.format(n), marks) for reader in readers for n in range(1, DEPUTIES + 1)])


if __name__ == "__main__":
    main()
