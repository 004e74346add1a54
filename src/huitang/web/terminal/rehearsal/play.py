"""A whole session from an empty town to its released announcement, over HTTP only."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from huitang.web.terminal.rehearsal import agreement, floor, office, pack, public_pages
from huitang.web.terminal.rehearsal.clock import RehearsalClock
from huitang.web.terminal.rehearsal.floor import Floor
from huitang.web.terminal.rehearsal.person import Person
from huitang.web.terminal.rehearsal.server import CODE, PASSWORD
from huitang.web.terminal.rehearsal.shape import Shape
from huitang.web.terminal.rehearsal.timeline import Timeline

_UNSAFE = re.compile(r"[^\w一-鿿-]+")


@dataclass
class Cast:
    """Everybody who takes part, each with an own browser."""

    base: str
    clock: RehearsalClock
    people: dict[str, Person] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Person:
        if name not in self.people:
            self.people[name] = Person(name, self.base, self.clock)
        return self.people[name]

    def log_in(self, *names: str) -> None:
        for name in names:
            self[name].log_in(name, PASSWORD)

    @property
    def requests(self) -> int:
        return sum(person.requests for person in self.people.values())

    def leave(self) -> None:
        for person in self.people.values():
            person.close()


@dataclass(frozen=True)
class Rehearsed:
    """What came of it; `disagreements` is empty when every number equals the record."""

    session_id: int
    seconds: float
    requests: int
    cards: tuple[str, ...]
    disagreements: tuple[str, ...]


def rehearse(shape: Shape, *, base: str, out: Path, until: str = "", tell: bool = True) -> Rehearsed:
    """Play `shape` against the server at `base`, whose town is freshly begun; every output is left in `out`.

    :raises PageWentWrong: a page did not answer as it should
    """
    clock = RehearsalClock(session_begins(shape) - timedelta(days=10))
    cast, timeline = Cast(base, clock), Timeline(clock, tell=tell)
    try:
        session_id, cards = lay_out(shape, cast, timeline, open_house(shape, cast, timeline))
        hold(shape, cast, timeline, session_id, watch=_Watch(cast, out, cards), until=until)
        told = (
            ()
            if until
            else (
                *publish(shape, cast, timeline, session_id, out),
                *pack_papers(shape, cast, timeline, session_id, out),
                *open_to_public(shape, cast, timeline, session_id),
            )
        )
    finally:
        cast.leave()
        out.mkdir(parents=True, exist_ok=True)
        (out / "timeline.txt").write_text("\n".join(timeline.lines) + "\n", encoding="utf-8")
    return Rehearsed(session_id, timeline.seconds, cast.requests, cards, told)


def session_begins(shape: Shape) -> datetime:
    """The morning of the first day."""
    return datetime.combine(shape.opens_on, time(9), ZoneInfo("Asia/Shanghai"))


def open_house(shape: Shape, cast: Cast, timeline: Timeline) -> int:
    """The office logs in, lets the others in and brings the roll; returns the term's id."""
    desk = cast["office"]
    cast.log_in("office")
    office.add_staff(desk, PASSWORD)
    cast.log_in("chair", "teller1", "teller2")
    term_id = office.import_roll(desk, shape)
    timeline.note("office", f"roll imported: {shape.roll}")
    return term_id


def lay_out(shape: Shape, cast: Cast, timeline: Timeline, term_id: int) -> tuple[int, tuple[str, ...]]:
    """Everything before the first sitting; returns the session's id and the cards' addresses."""
    desk = cast["office"]
    session_id = office.convene(desk, shape, term_id)
    office.name_reporters(desk, shape, session_id)
    office.list_attendees(desk, shape, session_id)
    leave = office.grant_leave(desk, session_id) if shape.on_leave else 0
    office.name_bodies(desk, session_id)
    office.nominate(desk, shape, session_id)
    office.import_projects(desk, shape, session_id)
    cards = office.issue_cards(desk, session_id)
    timeline.note("office", f"session {session_id} laid out, {leave} leaves approved, {len(cards)} cards issued")
    return session_id, cards


def hold(
    shape: Shape,
    cast: Cast,
    timeline: Timeline,
    session_id: int,
    *,
    watch: Callable[[str], None],
    until: str = "",
) -> None:
    """The sittings themselves, to the close."""
    stage = Floor(
        shape=shape,
        session_id=session_id,
        desk=cast["office"],
        chair=cast["chair"],
        tellers=(cast["teller1"], cast["teller2"]),
        timeline=timeline,
        watch=watch,
        due=office.list_sitting_times(cast["office"], session_id),
    )
    floor.conduct(stage, until=until)


class _Watch:
    """After every deed the hall, a few deputies and the public look at their pages; the hall's slides are kept."""

    def __init__(self, cast: Cast, out: Path, cards: tuple[str, ...]) -> None:
        self.cast, self.folder, self.seen = cast, out / "hall", 0
        self.folder.mkdir(parents=True, exist_ok=True)
        self.deputies = [f"deputy{place}" for place in range(len(cards[:3]))]
        for name, card in zip(self.deputies, cards, strict=False):
            cast[name].get(card)

    def __call__(self, title: str) -> None:
        self.seen += 1
        slide = self.cast["hall"].get(f"/hall/{CODE}/")
        name = _UNSAFE.sub("-", title)[:40]
        (self.folder / f"{self.seen:03d}-{name}.html").write_text(slide.response.text, encoding="utf-8")
        for deputy in self.deputies:
            self.cast[deputy].get("/deputy/")


def publish(shape: Shape, cast: Cast, timeline: Timeline, session_id: int, out: Path) -> tuple[str, ...]:
    """Every text drafted and released; one sentence for each number that is not the record's."""
    desk, chair, public = cast["office"], cast["chair"], cast["public"]
    desk.post(f"/desk/sessions/{session_id}/releases/draft/")
    drafts = list(dict.fromkeys(chair.get(f"/chair/releases/?session={session_id}").links("/chair/releases/")))
    released = [address for address in drafts if re.search(r"/releases/\d+/$", address)]
    for address in released:
        chair.get(address)
        chair.post(f"{address}release/")
        timeline.note("chair", f"released {address}")
    record = desk.get(f"/desk/sessions/{session_id}/record.json").response.json()
    _keep(out / "record.json", record)
    texts = [_read_release(public, out, office.id_in(address)) for address in released]
    _keep_tally_sheets(cast["teller1"], out)
    told = agreement.find_disagreements(shape, record, texts)
    timeline.note("public", f"{len(texts)} texts published; {len(told)} disagreements with the record")
    return told


def pack_papers(shape: Shape, cast: Cast, timeline: Timeline, session_id: int, out: Path) -> tuple[str, ...]:
    """Every paper of the session made and proofread; one sentence for each disagreement."""
    papers = pack.make_pack(cast["office"], shape, session_id, out / "papers")
    timeline.note("office", f"{pack.count_papers(out / 'papers')} papers made; {len(papers)} disagreements")
    return papers


def open_to_public(shape: Shape, cast: Cast, timeline: Timeline, session_id: int) -> tuple[str, ...]:
    """The pages between sessions released, what waits signed; one sentence for each place where something still waits."""
    released, signed = public_pages.open_house_to_public(cast["office"], cast["chair"], closed_on=shape.closes_on)
    timeline.note("office", f"{released} pages between sessions released, {signed} records signed")
    return public_pages.find_unreleased(cast["office"], cast["chair"], session_id)


def _read_release(public: Person, out: Path, number: int) -> dict[str, Any]:
    page = public.get(f"/releases/{number}/")
    told: dict[str, Any] = public.get(f"/releases/{number}.json").response.json()
    (out / f"release-{number}.html").write_text(page.response.text, encoding="utf-8")
    _keep(out / f"release-{number}.json", told)
    return {**told, "page": page.text}


def _keep_tally_sheets(teller: Person, out: Path) -> None:
    ballots = {office.id_in(address) for address in teller.get("/tellers/").links("/tellers/ballots/")}
    for ballot in sorted(ballots):
        sheet = teller.get(f"/tellers/ballots/{ballot}/tally/")
        (out / f"tally-{ballot}.html").write_text(sheet.response.text, encoding="utf-8")


def _keep(path: Path, told: Any) -> None:
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
