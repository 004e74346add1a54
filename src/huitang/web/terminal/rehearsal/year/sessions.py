"""The three sessions of the year: spring and mid-year 2025, spring 2026."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urlsplit

from huitang.web.terminal.rehearsal import play
from huitang.web.terminal.rehearsal.shape import SPRING, PostShape, Shape
from huitang.web.terminal.rehearsal.year import roll
from huitang.web.terminal.rehearsal.year.town import Deed, Do, Town

SPRING_2025 = SPRING
MIDYEAR_2025 = Shape(
    name="midyear",
    playbook="midyear",
    roll=SPRING.roll,
    term=6,
    number=9,
    quota=96,
    opens_on=date(2025, 9, 12),
    days=1,
    in_office=96,
    on_leave=0,
    present=96,
    posts=(PostShape("DEPUTY_HEAD", 1, ("何静",), (92,)),),
    reporters={"ECONOMIC_REPORT": "镇长程向东"},
    attendees=(("程向东", "镇长", "BY_LAW"), ("何静", "副镇长候选人", "BY_LAW")),
    dissent={"预算调整方案的决议": (2, 3)},
    numbers=roll.IN_OFFICE,
)
# of 96 deputies 49 are the majority; each line beside its grade as practice has it (law.md 2.10): satisfied alone,
# or with the basically satisfied, must reach it; exactly half is not enough
RATED = (
    *((80, 10, 2), (48, 40, 4), (49, 30, 13), (20, 28, 44), (20, 29, 43)),
    *((85, 5, 2), (85, 5, 2), (60, 30, 2), (90, 1, 1)),  # nine: what was dropped is not rated
)
GRADES = (
    *("SATISFIED", "BASICALLY_SATISFIED", "SATISFIED", "NOT_SATISFIED", "BASICALLY_SATISFIED"),
    *("SATISFIED",) * 4,
)
SPRING_2026 = replace(
    SPRING,
    name="spring-2026",
    number=10,
    opens_on=date(2026, 3, 30),
    in_office=96,
    on_leave=4,
    present=92,
    posts=(),
    projects_file="",
    projects_to_choose=0,
    project_votes=(),
    accounts_file="",
    targets_file="",
    typed_for_papers={},
    ratings=RATED,
    grades=GRADES,
    numbers=roll.IN_OFFICE,
)
NOTICE = timedelta(days=10)  # CQ 11


def deeds() -> list[Deed]:
    """Each session is laid out ten days before it opens, held on its days, and its texts are released."""
    return [
        *_session("spring", SPRING_2025, with_cards=True),
        *_session("midyear", MIDYEAR_2025),
        *_session("spring-2026", SPRING_2026, told_after=timedelta(days=3)),
    ]


def _session(key: str, shape: Shape, *, with_cards: bool = False, told_after: timedelta = timedelta()) -> list[Deed]:
    title = f"the session of {shape.opens_on:%B %Y}"
    return [
        Deed(shape.opens_on - NOTICE, f"{title} is laid out", _lay_out(key, shape, with_cards=with_cards)),
        Deed(shape.opens_on - NOTICE + told_after, f"{title} is announced to the deputies", _announce(key)),
        Deed(shape.opens_on, f"{title} is held", _hold(key, shape)),
    ]


def _lay_out(key: str, shape: Shape, *, with_cards: bool) -> Do:
    def do(town: Town) -> None:
        session, _cards = play.lay_out(shape, town.cast, town.timeline, town.term_id)
        town.session_ids[key] = session
        if shape.ratings:
            town.desk.post(f"/desk/sessions/{session}/rating/last-projects/")
        if with_cards:
            town.cards.update(_cards_by_number(town, session))

    return do


def _announce(key: str) -> Do:
    def do(town: Town) -> None:
        town.tick_off(f"session:{town.session_ids[key]}", "NOTICE")

    return do


def _cards_by_number(town: Town, session: int) -> dict[int, str]:
    printed = town.desk.get(f"/desk/sessions/{session}/cards/print/").soup.select("[data-door]")
    doors = ((card.select_one(".seat"), urlsplit(str(card["data-door"])).path) for card in printed)
    return {int(seat.get_text()): path for seat, path in doors if seat is not None}


def _hold(key: str, shape: Shape) -> Do:
    def do(town: Town) -> None:
        session, out = town.session_ids[key], town.out / shape.name
        out.mkdir(parents=True, exist_ok=True)
        play.hold(shape, town.cast, town.timeline, session, watch=_nobody_watches)
        told = play.publish(shape, town.cast, town.timeline, session, out)
        town.told += [f"{key}: {sentence}" for sentence in told]

    return do


_nobody_watches: Callable[[str], None] = lambda title: None  # noqa: E731  the hall is rehearsed with each session alone
