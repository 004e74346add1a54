"""A whole year of the fictional town, from one spring session to the next, day by day over HTTP."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from huitang.web.terminal.rehearsal.clock import RehearsalClock
from huitang.web.terminal.rehearsal.play import Cast, open_house
from huitang.web.terminal.rehearsal.timeline import Timeline
from huitang.web.terminal.rehearsal.year import (
    figures,
    ledger,
    money,
    projects,
    reckoning,
    roll,
    sessions,
    standing,
    suggestions,
    supervision,
)
from huitang.web.terminal.rehearsal.year.diary_watch import DiaryWatch
from huitang.web.terminal.rehearsal.year.town import Deed, Diary, Town, at, day
from huitang.web.terminal.rehearsal.year.watch import Watch

PROVINCE = "CQ"  # the pack that sets the most periods
FIRST, LAST = date(2025, 3, 21), date(2026, 4, 2)
MORNING, EVENING = 7, 19


@dataclass(frozen=True)
class YearRehearsed:
    """What came of the year; `disagreements` is empty when every page, reminder and number agrees."""

    seconds: float
    requests: int
    days: int
    clocks: int
    firings: int
    looks: int
    figures: int
    disagreements: tuple[str, ...]

    @property
    def sentence(self) -> str:
        return (
            f"year: {self.seconds:.1f} s, {self.requests} requests, {self.days} days, {self.clocks} clocks watched, "
            f"{self.firings} firings, {self.looks} looks, {self.figures} figures counted again, "
            f"{len(self.disagreements)} disagreements"
        )


def rehearse_year(*, base: str, home: Path, out: Path, tell: bool = True, last: date = LAST) -> YearRehearsed:
    """Play the year against the server at `base`, whose town in `home` is freshly begun in `PROVINCE`.

    :raises PageWentWrong: a page did not answer as it should
    """
    out.mkdir(parents=True, exist_ok=True)
    clock = RehearsalClock(at(FIRST, MORNING))
    cast = Cast(base, clock)
    town = Town(cast, Timeline(clock, tell=tell), out)
    pages = Watch(town)
    diary = DiaryWatch(town, pages.everything)
    try:
        town.term_id = open_house(sessions.SPRING_2025, cast, town.timeline)
        days = _live(town, pages, diary, last)
        with ledger.opened(home) as rows:
            unlike = diary.hold_against(rows)
            compared, differences = figures.find_differences(town, rows) if last == LAST else (0, [])
            figures.leave(rows, out)
    finally:
        cast.leave()
        (out / "timeline.txt").write_text("\n".join(town.timeline.lines) + "\n", encoding="utf-8")
    return YearRehearsed(
        seconds=town.timeline.seconds,
        requests=cast.requests,
        days=days,
        clocks=len(pages.everything),
        firings=len(diary.expected()),
        looks=pages.looks + diary.looks,
        figures=compared,
        disagreements=(*town.told, *pages.told, *diary.told, *unlike, *differences),
    )


def _live(town: Town, pages: Watch, diary: DiaryWatch, last: date) -> int:
    """In the morning what is to be done, in the evening what is due; a session may run into its second day."""
    deeds, days = Diary(all_deeds()), 0
    for today in reckoning.every_day(FIRST, last):
        town.timeline.clock.not_before(at(today, MORNING))
        deeds.do(town, today)
        town.timeline.clock.not_before(at(today, EVENING))
        if town.today == today:
            pages.look(today)
            diary.look(today)
            days += 1
    return days


def all_deeds() -> list[Deed]:
    """Sessions first: on the day of one, nothing else is done before it is over."""
    between = (suggestions, supervision, money, projects, roll, standing)
    frozen = Deed(day("2026-03-23"), "the numbers of 2025 are frozen for the report", _freeze)
    return [*sessions.deeds(), *(deed for part in between for deed in part.deeds()), frozen]


def _freeze(town: Town) -> None:
    reported = sessions.SPRING_2026.opens_on.isoformat()
    town.keep("yearly-frozen", town.desk.post("/desk/yearly/2025/freeze/", {"reported_on": reported}))
