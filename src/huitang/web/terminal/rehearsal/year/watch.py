"""Every day the pages are asked what is due, and held against the oracle."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from bs4 import Tag

from huitang.web.terminal.rehearsal.year import oracle, oracle_table
from huitang.web.terminal.rehearsal.year.oracle import Leg, Told
from huitang.web.terminal.rehearsal.year.town import Town

CLOCKS = {
    "交办": "ASSIGN",
    "可以退回": "HAND_BACK",
    "与代表沟通": "CONTACT",
    "协办意见": "ASSIST",
    "答复代表": "REPLY",
    "代表评价": "FEEDBACK",
    "重新答复": "ANSWER_AGAIN",
    "兑现承诺": "PROMISE",
}
PACES = {
    "已超期": "OVERDUE",
    "快到期": "DUE_SOON",
    "按时": "DONE",
    "超期办的": "DONE_LATE",
    "算不出": "UNKNOWN",
    "已过": "LAPSED",
    "在期限内": "RUNNING",
}
_OTHERS = (oracle_table.PROJECTS, oracle_table.FIGURES, oracle_table.SESSIONS)
MONEY_CLOCKS = {"向社会公开": "PUBLISH", "批复各部门": "REPLY", "报上一级政府备案": "FILE"}


@dataclass
class Watch:
    """What was looked at so far; `told` is what a page says otherwise than the oracle."""

    town: Town
    suggestions: tuple[Leg, ...] = field(default_factory=lambda: oracle.read(oracle_table.SUGGESTIONS))
    supervision: tuple[Leg, ...] = field(
        default_factory=lambda: (*oracle.read(oracle_table.SUPERVISION), *oracle.read(oracle_table.PLAN))
    )
    money: tuple[Leg, ...] = field(default_factory=lambda: oracle.read(oracle_table.MONEY))
    tasks: tuple[Leg, ...] = field(default_factory=lambda: oracle.read(oracle_table.TASKS))
    others: tuple[Leg, ...] = field(  # only the diary tells of these
        default_factory=lambda: tuple(leg for table in _OTHERS for leg in oracle.read(table))
    )
    looks: int = 0
    told: list[str] = field(default_factory=list)
    turns: dict[date, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        for leg in self.everything:
            for day in leg.turns():
                self.turns[day].add(leg.subject)

    @property
    def everything(self) -> tuple[Leg, ...]:
        return (*self.suggestions, *self.supervision, *self.money, *self.tasks, *self.others)

    def look(self, on: date) -> None:
        """Each page on the days its clocks turn; the list of suggestions whenever any of them does."""
        turning = self.turns.get(on, set())
        if turning & {leg.subject for leg in self.suggestions}:
            self._look_at_list(on)
        for number in sorted(turning & {leg.subject for leg in self.suggestions} & set(self.town.ids)):
            self._look_at_suggestion(number, on)
        if turning & {leg.subject for leg in self.supervision}:
            self._look_at_supervision(on)
        for year in (2024, 2025):
            if any(subject.startswith(f"{year}-") for subject in turning):
                self._look_at_money(year, on)
        if turning & {leg.subject for leg in self.tasks}:
            self._look_at_tasks(on)

    def agree(self, what: str, on: date, *, found: object, wanted: object) -> None:
        self.looks += 1
        if found != wanted:
            self.told.append(f"{on} {what}: the page says {found}, the oracle {wanted}")

    def _look_at_list(self, on: date) -> None:
        page = self.town.desk.get("/desk/suggestions/")
        rows = [row for row in page.soup.select("table.data tbody tr") if row.td is not None]
        for row in rows:
            cells = row.find_all("td")
            number = cells[0].get_text(strip=True)
            self.agree(f"{number} in the list", on, found=_due_of(cells[4]), wanted=self._pressing(number, on))
        self.agree("rows of the list", on, found=len(rows), wanted=len(self._known()))

    def _known(self) -> set[str]:
        return {leg.subject for leg in self.suggestions} & set(self.town.ids)

    def _pressing(self, number: str, on: date) -> tuple[date | None, str] | None:
        return oracle.most_pressing(self.suggestions, number, on)

    def _look_at_suggestion(self, number: str, on: date) -> None:
        page = self.town.desk.get(f"/desk/suggestions/{self.town.ids[number]}/")
        table = next(
            (one for one in page.soup.find_all("table") if one.caption and "期限" in one.caption.get_text()), None
        )
        rows = table.select("tbody tr") if table is not None else []
        found, wanted = {_clock_of(row) for row in rows}, oracle.told_of(self.suggestions, number, on)
        self.agree(number, on, found=found - wanted, wanted=wanted - found)
        self.looks += len(wanted)

    def _look_at_supervision(self, on: date) -> None:
        page = self.town.desk.get("/desk/supervision/?year=2025")
        states = {_id_of(row): row.find_all("td")[-1].get_text(" ", strip=True) for row in _rows(page.soup)}
        for key in sorted({leg.subject for leg in self.supervision} & set(self.town.ids)):
            late = [leg for leg in self.supervision if leg.subject == key and _is_late_on(leg, on)]
            self.agree(
                key,
                on,
                found=states[self.town.ids[key]] if _is_late(states[self.town.ids[key]]) else "",
                wanted=_late_words(late[0], on) if late else "",
            )

    def _look_at_money(self, year: int, on: date) -> None:
        page = self.town.desk.get(f"/desk/money/?year={year}")
        for key in sorted(
            {leg.subject for leg in self.money if leg.subject.startswith(f"{year}-")} & set(self.town.ids)
        ):
            wanted = {_of_money(leg, on) for leg in self.money if leg.subject == key and leg.holds(on)}
            self.agree(key, on, found=_money_clocks(page.soup, self.town.ids[key]), wanted=wanted)

    def _look_at_tasks(self, on: date) -> None:
        page = self.town.desk.get("/desk/targets/?year=2025")
        states = {_id_of(row): row.find_all("td")[-1].get_text(" ", strip=True) for row in _rows(page.soup, "/tasks/")}
        for leg in self.tasks:
            if leg.subject in self.town.ids and leg.holds(on):
                found = states.get(self.town.ids[leg.subject], "")
                self.agree(leg.subject, on, found=found, wanted=_of_task(leg, on))


def _rows(soup: Tag, address: str = "/supervision/") -> list[Tag]:
    found = soup.select("table.data.stack tbody tr")
    return [row for row in found if row.a is not None and address in str(row.a["href"])]


def _id_of(row: Tag) -> int:
    link = str(row.a["href"]) if row.a is not None else ""
    return int([part for part in link.split("/") if part.isdecimal()][-1])


def _is_late_on(leg: Leg, on: date) -> bool:
    return leg.holds(on) and leg.pace(on) == "OVERDUE"


def _late_words(leg: Leg, on: date) -> str:
    if leg.clock == "PLAN" or leg.moved is None:
        return "过了月份没办"
    return f"答复逾期 {(on - leg.moved).days} 天"


def _is_late(state: str) -> bool:
    return state.startswith("答复逾期") or state == "过了月份没办"


def _day_in(text: str) -> date | None:
    found = [word for word in text.replace("，", " ").split() if len(word) == 10 and word[4:5] == "-"]
    return date.fromisoformat(found[0]) if found else None


def _due_of(cell: Tag) -> tuple[date | None, str] | None:
    chip = cell.select_one(".chip")
    return None if chip is None else (_day_in(cell.get_text(" ")), PACES[chip.get_text(strip=True)])


def _clock_of(row: Tag) -> Told:
    name = row.find("th")
    start, end, pace, *_rest = row.find_all("td")
    change = end.select_one(".change")
    last = _day_in(end.get_text(" "))
    moved = _day_in(change.get_text(" ")) if change is not None else last
    chip = pace.select_one(".chip")
    return Told(
        clock=CLOCKS[name.get_text(strip=True)] if name is not None else "",
        start=_day_in(start.get_text(" ")),
        last=last,
        moved=moved,
        pace=PACES[chip.get_text(strip=True)] if chip is not None else "",
    )


def _money_clocks(soup: Tag, account: int) -> set[tuple[str, date | None, date | None, str]]:
    """What the page says under one account: which clock, its last day, the moved one, late or done."""
    form = soup.select_one(f'form[action$="/money/{account}/withdraw/"]')
    block = form.find_parent("section") if form is not None else None
    facts = block.select_one("dl.facts") if block is not None else None
    if facts is None:
        return set()
    pairs = zip(facts.find_all("dt"), facts.find_all("dd"), strict=True)
    told = ((MONEY_CLOCKS.get(name.get_text(strip=True)), value.get_text(" ", strip=True)) for name, value in pairs)
    return {(name, *_days_of(text), _money_state(text)) for name, text in told if name is not None}


def _days_of(text: str) -> tuple[date | None, date | None]:
    plain = text.replace("（", " ").replace("）", " ")
    last = _day_in(plain)
    moved = _day_in(plain.partition("可顺延则为")[2])
    return last, moved or last


def _money_state(text: str) -> str:
    if "已过期" in text:
        return "OVERDUE"
    if "晚了" in text:
        return "DONE_LATE"
    return "DONE" if "已公开" in text else "RUNNING"


def _of_money(leg: Leg, on: date) -> tuple[str, date | None, date | None, str]:
    """The page knows no pressing, and of replies and filings it cannot know whether they were done."""
    pace = {"DUE_SOON": "RUNNING"}.get(leg.pace(on), leg.pace(on))
    return leg.clock, leg.last, leg.moved, pace if leg.clock == "PUBLISH" else "RUNNING"


def _of_task(leg: Leg, on: date) -> str:
    if leg.last is None:
        return ""
    late = (min(leg.done or on, on) - leg.last).days
    return {
        "OVERDUE": f"逾期 {late} 天",
        "DONE": "办结",
        "DONE_LATE": f"办结，晚 {late} 天",
        "LAPSED": "不再办",
    }.get(leg.pace(on), "在办")
