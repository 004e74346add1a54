"""The year's figures counted a second time, in plain SQL, and held against what the pages say."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from bs4 import Tag

from huitang.adapters.spreadsheets.reading import read_spreadsheet
from huitang.web.terminal.rehearsal.year import money, projects, reckoning
from huitang.web.terminal.rehearsal.year.ledger import Ledger, as_json
from huitang.web.terminal.rehearsal.year.town import Town

YEAR = 2025
FIRST, LAST = date(YEAR, 1, 1), date(YEAR, 12, 31)
# the second seed's sentence, of Qinghe's year
SENTENCE = (
    "2025年，共召开镇人民代表大会2次，依法补选县、镇人大代表6人次，开展专项执法检查3次，组织专题视察和集中调研13次，"
    "交办代表建议10件。"
)
_HELD = "FROM supervision_activity WHERE held_on BETWEEN ? AND ? AND state IN ('HELD', 'AWAITING', 'REPLIED', 'CLOSED')"
_KINDS = {
    "执法检查": "ENFORCEMENT",
    "视察": "VISIT",
    "调研": "SURVEY",
    "听取专项工作报告": "REPORT_HEARD",
    "接待、走访选民": "VOTERS",
    "代表培训": "TRAINING",
}
# the names under which the page of the yearly numbers shows the keys they are frozen by
_FROZEN = {
    "SESSIONS": "召开人民代表大会会议",
    "PRESIDIUM_MEETINGS": "召开主席团会议",
    "TOWN_SEATS": "补选本级人大代表",
    "COUNTY_SEATS": "补选县人大代表",
    "ENFORCEMENT": "执法检查",
    "VISITS": "视察",
    "SURVEYS": "调研",
    "REPORTS_HEARD": "听取专项工作报告",
    "VOTERS": "接待、走访选民",
    "VOTERS_MET": "接待、走访到的选民",
    "TRAINING": "代表培训",
    "PARTS_TAKEN": "代表参加活动",
    "OPINIONS": "送达审议意见",
    "REPLIES": "收到答复",
    "SUGGESTIONS": "交办代表建议",
    "PROJECTS": "票决民生实事项目",
    "ATTENDANCE": "全体会议出席",
}


def find_differences(town: Town, ledger: Ledger) -> tuple[int, list[str]]:
    """How many figures were held against the database, and one sentence for each that differs."""
    compared: list[tuple[str, Any, Any]] = [
        *_yearly(town, ledger),
        *_suggestions(town, ledger),
        *_money(town, ledger),
        *_targets(town, ledger),
        *_projects(town, ledger),
    ]
    told = [f"{name}: the page says {page}, the database {found}" for name, page, found in compared if page != found]
    return len(compared), told


def leave(ledger: Ledger, out: Path) -> None:
    """The frozen numbers as they are kept, for whoever wants to read them."""
    kept = ledger.rows("SELECT year, reported_on, numbers FROM yearly_frozennumbers ORDER BY id")
    told = [{"year": year, "reported_on": str(day), "numbers": as_json(numbers)} for year, day, numbers in kept]
    (out / "numbers.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _yearly(town: Town, ledger: Ledger) -> list[tuple[str, Any, Any]]:
    page = town.desk.get(f"/desk/yearly/?year={YEAR}")
    town.keep("yearly", page)
    sentence = page.soup.select_one('p[lang="zh-CN"]')
    shown = _totals(town.desk.get(f"/desk/yearly/yearly.xlsx?year={YEAR}").response.content)
    counted = count_year(ledger)
    frozen = {
        _FROZEN[one["key"]]: one["count"]
        for (numbers,) in ledger.rows("SELECT numbers FROM yearly_frozennumbers WHERE year = ?", YEAR)
        for one in as_json(numbers)["numbers"]
    }
    return [
        ("the sentence of the yearly report", sentence.get_text(strip=True) if sentence else "", SENTENCE),
        *((f"yearly: {name}", shown.get(name, 0), number) for name, number in counted.items()),
        *((f"frozen: {name}", frozen.get(name), number) for name, number in counted.items()),
    ]


def _totals(content: bytes) -> dict[str, int]:
    rows = (row.cells for row in read_spreadsheet(content).sheets[0].rows if len(row.cells) > 1)
    return {cells[0]: int(cells[1]) for cells in rows if cells[1].isdecimal()}


def count_year(ledger: Ledger) -> dict[str, int]:
    """Every number of the yearly report, from the tables."""
    span = (FIRST.isoformat(), LAST.isoformat())

    def count(sql: str, *more: object) -> int:
        return ledger.number(f"SELECT count(*) {sql}", *span, *more)

    seats = "FROM roster_mandatechange WHERE kind = 'BY_ELECTED' AND \"on\" BETWEEN ? AND ?"
    sessions = "FROM sittings_congresssession WHERE opens_on BETWEEN ? AND ? AND state <> 'PREPARING'"
    presidium = _closed("count(*)", "PRESIDIUM")
    parts = f"SELECT count(*) FROM supervision_participant WHERE activity_id IN (SELECT id {_HELD})"  # noqa: S608
    return {
        "召开人民代表大会会议": count(sessions),
        "召开主席团会议": ledger.number(presidium, *span),
        "补选本级人大代表": count(seats),
        "补选县人大代表": count("FROM yearly_countyseat WHERE elected_on BETWEEN ? AND ?"),
        **{name: count(f"{_HELD} AND kind = ?", kind) for name, kind in _KINDS.items()},
        "接待、走访到的选民": ledger.number(f"SELECT sum(people_met) {_HELD} AND kind = 'VOTERS'", *span),
        "代表参加活动": ledger.number(parts, *span),
        "送达审议意见": count(f"{_HELD} AND opinion_sent_on IS NOT NULL"),
        "收到答复": count(f"{_HELD} AND replied_on IS NOT NULL"),  # to the year's opinions, whenever it came
        "交办代表建议": count("FROM suggestions_suggestion WHERE assigned_on BETWEEN ? AND ?"),
        "票决民生实事项目": _adopted(ledger),
        "全体会议出席": ledger.number(_closed("sum(deputies_present)", "PLENARY"), *span),
    }


def _closed(what: str, kind: str) -> str:
    """Sittings by the session's days: those of a session held in the year are held in it."""
    return (
        f"SELECT {what} FROM sittings_sitting s JOIN sittings_congresssession c ON c.id = s.session_id "  # noqa: S608
        f"WHERE s.kind = '{kind}' AND s.stage = 'CLOSED' AND c.opens_on BETWEEN ? AND ?"
    )


def _adopted(ledger: Ledger) -> int:
    rounds = ledger.rows(
        "SELECT r.outcome FROM project_votes_projectround r JOIN project_votes_projectvote v ON v.id = r.vote_id "
        "JOIN sittings_congresssession c ON c.id = v.session_id WHERE r.state = 'DECLARED' AND c.opens_on BETWEEN ? AND ?",
        FIRST.isoformat(),
        LAST.isoformat(),
    )
    return sum(len(as_json(outcome)["adopted"]) for (outcome,) in rounds)


def _suggestions(town: Town, ledger: Ledger) -> list[tuple[str, Any, Any]]:
    address = f"/desk/suggestions/report/?since={FIRST}&until={LAST}"
    page = town.desk.get(address)
    town.keep("suggestions-report", page)
    rows = (row for row in page.soup.select("table.data.stack tbody tr") if row.th is not None and row.td is not None)
    shown = {row.th.get_text(strip=True): int(row.td.get_text(strip=True)) for row in rows if row.th and row.td}
    return [(f"suggestions: {name}", shown.get(name), number) for name, number in count_suggestions(ledger).items()]


_COLUMNS = (
    *("number", "kind", "was_motion", "state", "tabled_on", "assigned_on", "contacted_on", "answered_on", "closed_on"),
    *("is_difficult", "session_id", "result", "is_unreturned", "has_promise"),
)


def count_suggestions(ledger: Ledger) -> dict[str, int]:
    """The figures of the report on suggestions, from the rows as they stand and the days reckoned a second time."""
    found = ledger.days(f"SELECT {', '.join(_COLUMNS)} FROM suggestions_suggestion")  # noqa: S608
    rows = [dict(zip(_COLUMNS, row, strict=True)) for row in found]
    tabled, assigned, answered = ([one for one in rows if _in_year(one[f"{deed}_on"])] for deed in _DEEDS)
    late = [one for one in answered if one["answered_on"] > _reply_by(one)]
    returned = [one for one in answered if one["result"] and not one["is_unreturned"]]

    def of(verdict: str) -> int:
        return sum(one["result"] == verdict for one in returned)

    return {
        "提出": len(tabled),
        "其中议案": sum(one["kind"] == "MOTION" or bool(one["was_motion"]) for one in tabled),
        "议案转为建议": sum(bool(one["was_motion"]) for one in tabled),
        "不予立案": sum(one["state"] == "REFUSED" for one in tabled),
        "交办": len(assigned),
        "已与代表沟通": sum(one["contacted_on"] is not None for one in assigned),
        "答复": len(answered),
        "按时答复": len(answered) - len(late),
        "超期答复": len(late),
        "收回评价": len(returned),
        "满意": of("SATISFIED"),
        "基本满意": of("BASICALLY"),
        "不满意": of("NOT_SATISFIED"),
        "未反馈": sum(bool(one["is_unreturned"]) for one in answered),
        "等待评价": sum(not one["result"] and not one["is_unreturned"] for one in answered),
        "办结": sum(one["state"] == "CLOSED" and _in_year(one["closed_on"] or one["answered_on"]) for one in rows),
        "有承诺": sum(bool(one["has_promise"]) for one in answered),
    }


_DEEDS = ("tabled", "assigned", "answered")


def _in_year(day: date | None) -> bool:
    return day is not None and FIRST <= day <= LAST


def _reply_by(one: dict[str, Any]) -> date:
    in_session = one["session_id"] is not None
    months = (4 if one["is_difficult"] else 2) if in_session else (6 if one["is_difficult"] else 3)
    return reckoning.moved(reckoning.after_months(one["assigned_on"], months))


_OF_SIDE = (
    "SELECT sum(yuan) FROM money_accountline l JOIN money_yearaccount a ON a.id = l.account_id "
    "WHERE a.year = 2025 AND a.stage = ? AND l.side = ? AND l.kind = ?"
)


def _money(town: Town, ledger: Ledger) -> list[tuple[str, Any, Any]]:
    """Every amount of the exported accounts, in yuan, against the lines of the tables."""
    told: list[tuple[str, Any, Any]] = []
    for year in (YEAR - 1, YEAR):
        content = town.desk.get(f"/desk/money/accounts.xlsx?year={year}").response.content
        shown = sorted(_amounts(content))
        lines = "SELECT yuan FROM money_accountline l JOIN money_yearaccount a ON a.id = l.account_id WHERE a.year = ?"
        kept = sorted(int(yuan) for (yuan,) in ledger.rows(lines, year) if yuan is not None)
        told += [(f"money {year}: amounts", len(shown), len(kept)), (f"money {year}: their sum", sum(shown), sum(kept))]
    for stage in ("ADJUSTED", "HALF_YEAR"):
        for side in ("INCOME", "EXPENSE"):
            written, added = (ledger.number(_OF_SIDE, stage, side, kind) for kind in ("TOTAL", "ITEM"))
            told.append((f"money 2025 {stage} {side}", written, added))
    return told


def _amounts(content: bytes) -> list[int]:
    found = []
    for row in read_spreadsheet(content).sheets[0].rows[1:]:
        found += [int(cell) for cell in row.cells[2:] if cell.isdecimal()]
    return found


def _targets(town: Town, ledger: Ledger) -> list[tuple[str, Any, Any]]:
    page = town.desk.get(f"/desk/targets/?year={YEAR}")
    town.keep("targets", page)
    shown = {name: int(text) for name, text in _shown(page.soup).items() if text.isdecimal()}
    actuals = ledger.rows(
        "SELECT t.name, t.thousandths, a.thousandths FROM targets_target t "
        "JOIN targets_targetactual a ON a.target_id = t.id WHERE t.year = ? AND a.period = 'YEAR'",
        YEAR,
    )
    met = {name for name, wanted, actual in actuals if actual - wanted >= -500}  # 左右 reaches 0.5 down
    by_hand = {name for name, _half, _year, state in money.ACTUALS if state != "NOT_MET"}
    done = ledger.number("SELECT count(*) FROM targets_yeartask WHERE year = ? AND done_on IS NOT NULL", YEAR)
    return [
        ("targets met", shown.get("完成"), len(met)),
        ("targets not met", shown.get("没有完成"), len(actuals) - len(met)),
        ("targets met, by hand", met, by_hand),
        ("tasks done", shown.get("任务办结"), done),
    ]


def _projects(town: Town, ledger: Ledger) -> list[tuple[str, Any, Any]]:
    page = town.desk.get(f"/desk/projects/?year={YEAR}")
    town.keep("projects", page)
    shown = _shown(page.soup)
    states = {state: int(n) for state, n in ledger.rows(_STATES, YEAR)}
    paid = ledger.number(_PAID, YEAR)
    adopted, dropped = sum(states.values()), states.get("DROPPED", 0)
    return [
        ("projects adopted", adopted, _adopted(ledger)),
        ("projects kept", shown.get("项目"), str(adopted - dropped)),
        ("projects accepted", shown.get("其中已验收"), str(states.get("ACCEPTED", 0))),
        ("projects paid, in 万元", shown.get("已付款（万元）"), f"{paid // 10_000}.{paid % 10_000 // 100:02d}"),
        ("projects accepted, by the story", states.get("ACCEPTED"), len(projects.BUILT)),
    ]


_STATES = "SELECT state, count(*) FROM projects_project WHERE year = ? GROUP BY state"
_PAID = (
    "SELECT sum(m.yuan) FROM projects_projectpayment m JOIN projects_project p ON p.id = m.project_id WHERE p.year = ?"
)


def _shown(soup: Tag) -> dict[str, str]:
    """The large figures over a page, by their labels."""
    pairs = ((one.dt, one.dd) for one in soup.select("dl.figures .figure"))
    return {
        name.get_text(strip=True): next(iter(value.stripped_strings), "") for name, value in pairs if name and value
    }
