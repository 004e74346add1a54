"""Every evening the office sends the day's reminders; when anything turns its diary must show what the oracle knows."""

import re
from dataclasses import dataclass, field
from datetime import date

from bs4 import Tag

from huitang.web.terminal.rehearsal.year import oracle
from huitang.web.terminal.rehearsal.year.ledger import Ledger
from huitang.web.terminal.rehearsal.year.oracle import Leg
from huitang.web.terminal.rehearsal.year.town import Town

DIARY = "/desk/diary/"
CLOCKS = {
    "交办": "ASSIGN",
    "与代表沟通": "CONTACT",
    "协办意见": "ASSIST",
    "答复代表": "REPLY",
    "代表评价": "FEEDBACK",
    "重新答复": "ANSWER_AGAIN",
    "兑现承诺": "PROMISE",
    "答复审议意见": "REPLY",
    "按计划开展": "PLAN",
    "向社会公开": "PUBLISH",
    "批复各部门": "REPLY",
    "报上一级政府备案": "FILE",
    "完成任务": "TASK",
    "填上半年实际数": "HALF_YEAR",
    "填全年实际数": "YEAR",
    "通知代表开会": "NOTICE",
    "开幕": "OPEN",
    "完成节点": "MILESTONE",
    "按期完工": "FINISH",
    "组织验收": "ACCEPTANCE",
}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LATE, _LEFT = re.compile(r"逾期 (\d+) 天"), re.compile(r"还有 (\d+) 天")
# what a row leads to, and the subject of a reminder in the table, by kind
_ADDRESSES = {
    "suggestion": "suggestions",
    "activity": "supervision",
    "year_account": "money",
    "task": "tasks",
    "project": "projects",
}


@dataclass
class DiaryWatch:
    """`told` is what the diary says otherwise than the oracle; `sent_on` the evenings reminders were sent."""

    town: Town
    legs: tuple[Leg, ...]
    looks: int = 0
    told: list[str] = field(default_factory=list)
    evenings: list[date] = field(default_factory=list)

    def look(self, on: date) -> None:
        self.town.desk.press(f"{DIARY}remind/")
        self.evenings.append(on)
        if not any(on in leg.turns() for leg in self.legs):
            return
        page = self.town.desk.get(DIARY)
        found = {_row(row, self._names()) for row in page.soup.select("table.data.stack tbody tr")}
        wanted = oracle.dues_of(self.known, on)
        self.looks += len(wanted) + 1
        self.told += [f"{on} the diary shows {row}, the oracle does not" for row in sorted(found - wanted, key=str)]
        self.told += [f"{on} the oracle knows {row}, the diary does not" for row in sorted(wanted - found, key=str)]

    @property
    def known(self) -> tuple[Leg, ...]:
        """Of what the office has written down so far."""
        names = (
            set(self.town.ids)
            | set(self.town.session_ids)
            | ({"targets"} if "target 地区生产总值" in self.town.ids else set())
        )
        return tuple(leg for leg in self.legs if leg.subject in names)

    def _names(self) -> dict[str, str]:
        """The oracle's name of each subject, by the address a row leads to."""
        found = {f"/desk/sessions/{number}/": key for key, number in self.town.session_ids.items()}
        for key, number in self.town.ids.items():
            found[f"/desk/{_ADDRESSES.get(kind_of(key), '')}/{number}/"] = key
        return {**found, "/desk/targets/?year=2025": "targets"}

    def hold_against(self, ledger: Ledger) -> list[str]:
        """Every reminder in the table against every firing of the oracle: whose, which level, which day."""
        names = {f"{kind_of(key)}:{number}": key for key, number in self.town.ids.items()}
        names |= {f"session:{number}": key for key, number in self.town.session_ids.items()} | {
            "targets:2025": "targets"
        }
        rows = ledger.days('SELECT subject, clock, last_day, level, "on" FROM diary_reminder')
        sent = {
            (names.get(subject, subject), clock.partition("-")[0], last, level, on)
            for subject, clock, last, level, on in rows
        }
        wanted = self.expected()
        self.looks += len(wanted)
        return [
            *(f"reminder {row} was sent, and should not have been" for row in sorted(sent - wanted, key=str)),
            *(f"reminder {row} should have been sent" for row in sorted(wanted - sent, key=str)),
        ]

    def expected(self) -> set[tuple[str, str, date | None, str, date]]:
        """Each firing on the first evening from its day on; of levels that fall on one evening only the hardest."""
        found: dict[tuple[str, str, date | None, date], str] = {}
        for leg in self.known:
            for level, day in leg.firings():
                evening = next((one for one in self.evenings if one >= day), None)
                if evening is not None and evening < leg.ends():
                    found[leg.subject, leg.clock, leg.last, evening] = level
        return {(subject, clock, last, level, on) for (subject, clock, last, on), level in found.items()}


def kind_of(key: str) -> str:
    """What the oracle's name is the name of."""
    if key.isdecimal():
        return "suggestion"
    if re.fullmatch(r"T\d", key):
        return "task"
    if re.fullmatch(r"J\d+", key):
        return "project"
    if re.fullmatch(r"[A-Z]\d", key):
        return "activity"
    return "year_account" if re.match(r"\d{4}-", key) else ""


def _row(row: Tag, names: dict[str, str]) -> tuple[str, str, date, date, int]:
    link = row.select_one("th a")
    address = str(link["href"]) if link is not None else row.get_text(" ", strip=True)
    what, _owes, _waits, days, state = row.find_all("td")
    clock = next((clock for word, clock in CLOCKS.items() if _first(what).startswith(word)), _first(what))
    last, *more = (date.fromisoformat(day) for day in _DAY.findall(days.get_text(" ")))
    moved = more[-1] if more else last
    return names.get(address, address), clock, last, moved, _number(state.get_text(" ", strip=True))


def _first(cell: Tag) -> str:
    return next(iter(cell.stripped_strings), "")


def _number(state: str) -> int:
    late, left = _LATE.search(state), _LEFT.search(state)
    if late is not None:
        return -int(late[1])
    return int(left[1]) if left is not None else 0
