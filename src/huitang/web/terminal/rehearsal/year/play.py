"""A whole year of the fictional town, from one spring session to the next, day by day over HTTP."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from huitang.web.terminal.rehearsal.clock import RehearsalClock
from huitang.web.terminal.rehearsal.play import Cast, open_house
from huitang.web.terminal.rehearsal.timeline import Timeline
from huitang.web.terminal.rehearsal.year import money, reckoning, roll, sessions, suggestions, supervision, watch
from huitang.web.terminal.rehearsal.year.town import Diary, Town, at
from huitang.web.terminal.rehearsal.year.watch import Watch

PROVINCE = "CQ"  # the pack that sets the most periods
FIRST, LAST = date(2025, 3, 21), date(2026, 4, 2)
MORNING, EVENING = 7, 19


@dataclass(frozen=True)
class YearRehearsed:
    """What came of the year; `disagreements` is empty when every page and every number agrees."""

    seconds: float
    requests: int
    days: int
    clocks: int
    firings: int
    looks: int
    disagreements: tuple[str, ...]


def rehearse_year(*, base: str, out: Path, tell: bool = True, last: date = LAST) -> YearRehearsed:
    """Play the year against the server at `base`, whose town is freshly begun in `PROVINCE`.

    :raises PageWentWrong: a page did not answer as it should
    """
    out.mkdir(parents=True, exist_ok=True)
    clock = RehearsalClock(at(FIRST, MORNING))
    cast = Cast(base, clock)
    town = Town(cast, Timeline(clock, tell=tell), out)
    watching = Watch(town)
    try:
        town.term_id = open_house(sessions.SPRING_2025, cast, town.timeline)
        days = _live(town, watching, last)
    finally:
        cast.leave()
        (out / "timeline.txt").write_text("\n".join(town.timeline.lines) + "\n", encoding="utf-8")
    legs = watching.everything
    return YearRehearsed(
        seconds=town.timeline.seconds,
        requests=cast.requests,
        days=days,
        clocks=len(legs),
        firings=watch.firings_until(legs, FIRST, last),
        looks=watching.looks,
        disagreements=(*town.told, *watching.told),
    )


def _live(town: Town, watching: Watch, last: date) -> int:
    """In the morning what is to be done, in the evening what is due; a session may run into its second day."""
    diary = Diary([*sessions.deeds(), *suggestions.deeds(), *supervision.deeds(), *money.deeds(), *roll.deeds()])
    days = 0
    for day in reckoning.every_day(FIRST, last):
        town.timeline.clock.not_before(at(day, MORNING))
        diary.do(town, day)
        town.timeline.clock.not_before(at(day, EVENING))
        if town.today == day:
            watching.look(day)
            days += 1
    return days
