"""The town of a rehearsed year: who is there, what the records are called, and what is to be done on which day."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from huitang.web.terminal.rehearsal.office import id_in
from huitang.web.terminal.rehearsal.person import Page, PageWentWrong, Person
from huitang.web.terminal.rehearsal.play import Cast
from huitang.web.terminal.rehearsal.timeline import Timeline

HERE = ZoneInfo("Asia/Shanghai")


@dataclass
class Town:
    """`ids` are those of the records by the names the oracle calls them; `told` what does not agree."""

    cast: Cast
    timeline: Timeline
    out: Path
    term_id: int = 0
    session_ids: dict[str, int] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    cards: dict[int, str] = field(default_factory=dict)  # by the deputy's number
    told: list[str] = field(default_factory=list)

    @property
    def desk(self) -> Person:
        return self.cast["office"]

    @property
    def today(self) -> date:
        return self.timeline.clock.time.astimezone(HERE).date()

    def note(self, what: str, who: str = "office") -> None:
        self.timeline.note(who, what)

    def deputy(self, number: int) -> Person:
        """A deputy with the own telephone, let in by the card."""
        person = self.cast[f"deputy {number}"]
        if not person.requests:
            person.get(self.cards[number])
        return person

    def tick_off(self, subject: str, clock: str) -> None:
        """The office says in its diary that something is done which nothing else records."""
        fields = {"subject": subject, "clock": clock, "done_on": self.today.isoformat()}
        self.desk.post("/desk/diary/tick/", fields)

    def unit(self, name: str) -> str:
        return str(self.ids[f"unit {name}"])

    def keep(self, name: str, page: Page) -> None:
        (self.out / f"{name}.html").write_text(page.response.text, encoding="utf-8")


Do = Callable[[Town], None]


@dataclass(frozen=True)
class Deed:
    """One thing done on one day."""

    on: date
    what: str
    do: Do
    who: str = "office"


class Diary:
    """Deeds by day, in the order they were written down."""

    def __init__(self, deeds: Iterable[Deed]) -> None:
        self.by_day: dict[date, list[Deed]] = defaultdict(list)
        for deed in deeds:
            self.by_day[deed.on].append(deed)

    def do(self, town: Town, day: date) -> int:
        for deed in self.by_day.get(day, ()):
            town.timeline.clock.tick(300)
            try:
                deed.do(town)
            except PageWentWrong as wrong:
                raise PageWentWrong(f"{day} {deed.what}: {wrong}") from wrong
            town.note(deed.what, deed.who)
        return len(self.by_day.get(day, ()))


def at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), HERE)


def day(text: str) -> date:
    return date.fromisoformat(text)


def posted(address: str, fields: dict[str, Any], *, keep_as: str = "") -> Do:
    """A form sent by the office; the record it leads to is kept under a name."""

    def do(town: Town) -> None:
        page = town.desk.post(address.format(**{key: str(value) for key, value in town.ids.items()}), fields)
        if keep_as:
            town.ids[keep_as] = id_in(page.path)

    return do
