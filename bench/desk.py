"""How long a deed at the desk takes: one sign-in, one paper read by a teller, with 160 deputies.

    python bench/desk.py            (SQLite)
    python tools/with_postgres.py python bench/desk.py

A real server (`huitang serve`), one client that waits for each answer, times in milliseconds from request to answer.
Beside each deed stands a page that does nothing (the login form), measured in the same run, so that a slow machine is seen.
"""

import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import openpyxl

from huitang.web.terminal.rehearsal import floor, office, server
from huitang.web.terminal.rehearsal.clock import RehearsalClock
from huitang.web.terminal.rehearsal.floor import Floor
from huitang.web.terminal.rehearsal.office import id_in
from huitang.web.terminal.rehearsal.person import Person
from huitang.web.terminal.rehearsal.play import Cast, session_begins
from huitang.web.terminal.rehearsal.shape import SPRING
from huitang.web.terminal.rehearsal.timeline import Timeline

DEPUTIES = 160


def roll_of(number: int) -> bytes:
    """A made-up roll of so many deputies in five delegations, as a spreadsheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["序号", "姓名", "性别", "代表团", "联系电话"])
    for place in range(1, number + 1):
        name = f"代{chr(0x4E00 + place)}{chr(0x5200 + place)}"
        sheet.append(
            [place, name, "女" if place % 3 == 0 else "男", f"第{'一二三四五'[place % 5]}代表团", 10000000000 + place]
        )
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        book.save(file.name)
        return Path(file.name).read_bytes()


def post(person: Person, path: str, fields: dict) -> float:
    """Send a form as the page's own script does; milliseconds until the answer is there."""
    headers = {"X-CSRFToken": person.client.cookies["csrftoken"], "HX-Request": "true"}
    began = time.perf_counter()
    answer = person.client.post(path, data=fields, headers=headers)
    took = (time.perf_counter() - began) * 1000
    if answer.status_code != 200:
        sys.exit(f"{path}: {answer.status_code} {answer.text[:300]}")
    return took


def get(person: Person, path: str) -> float:
    began = time.perf_counter()
    person.client.get(path)
    return (time.perf_counter() - began) * 1000


def tell(what: str, took: list[float]) -> None:
    ordered = sorted(took)
    p95 = ordered[int(len(ordered) * 0.95)]
    print(f"{what:<34} n={len(took):<4} median {statistics.median(took):6.1f} ms   p95 {p95:6.1f} ms")


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="huitang-bench-") as folder:
        home = Path(folder)
        server.found_town(home)
        with server.serve(home) as base:
            measure(base, home)


def measure(base: str, home: Path) -> None:
    shape = replace(SPRING, in_office=DEPUTIES, present=DEPUTIES, quota=DEPUTIES, on_leave=0)
    cast = Cast(base, RehearsalClock(session_begins(shape)))
    desk = cast["office"]
    cast.log_in("office")
    office.add_staff(desk, server.PASSWORD)
    cast.log_in("chair", "teller1", "teller2")
    term = import_roll(desk)
    session = office.convene(desk, shape, term)
    office.name_bodies(desk, session)
    office.nominate(desk, shape, session)
    office.import_projects(desk, shape, session)
    sitting = id_in(desk.get(f"/desk/sessions/{session}/sign-in/").links("/sittings/")[0])

    idle = [get(desk, "/door/sign-in/") for _ in range(100)]
    door = f"/desk/sittings/{sitting}/sign-in/do/"
    signed = [post(desk, door, {"who": str(number)}) for number in range(1, DEPUTIES + 1)]
    tell("a page that does nothing", idle)
    tell(f"one sign-in, {DEPUTIES} deputies", signed)
    stage = Floor(
        shape=shape,
        session_id=session,
        desk=desk,
        chair=cast["chair"],
        tellers=(cast["teller1"], cast["teller2"]),
        timeline=Timeline(desk.clock, tell=False),
        watch=lambda title: None,
        due=[],
    )
    floor.conduct(stage, until="票决")
    ballot = id_in(cast["chair"].get(f"/chair/?session={session}").links("/tellers/ballots/")[0])
    read_papers(cast["teller1"], ballot, floor.pile_of(shape, "票决"))


def read_papers(teller: Person, ballot: int, pile: list) -> None:
    """The rest of the pile: the rehearsal read the first half."""
    half = len(pile) // 2
    enter = f"/tellers/ballots/{ballot}/sheets"
    took = [post(teller, f"{enter}/{n}/enter/", floor.fields_of(pile[n - 1])) for n in range(half + 1, len(pile) + 1)]
    tell(f"one paper entered, {len(pile)} papers", took)
    tell("the teller's whole page", [get(teller, f"/tellers/ballots/{ballot}/") for _ in range(40)])


def import_roll(desk: Person) -> int:
    page = desk.post("/desk/roll/terms/", {"number": 6, "quota": DEPUTIES, "began_on": "2021-01-15"})
    term = id_in(page.path)
    preview = desk.post(f"/desk/roll/{term}/import/upload/", files={"file": ("roll.xlsx", roll_of(DEPUTIES))})
    commit = preview.form("/commit/")
    desk.post(commit.action, {**commit.fields, "in_office_from": "2021-01-15"})
    return term


if __name__ == "__main__":
    main()
