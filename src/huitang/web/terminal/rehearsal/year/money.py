"""The year of the money, the targets and the tasks."""

from huitang.adapters.spreadsheets.writing import write_xlsx
from huitang.web.terminal import qinghe
from huitang.web.terminal.rehearsal.office import id_in, write_what_was_shown
from huitang.web.terminal.rehearsal.year.town import Deed, Do, Town, day

MONEY, TARGETS = "/desk/money/", "/desk/targets/"
BUDGETS, WISHES = "budget-2024-2025.xlsx", "targets-2025.csv"
# the sheet of the mid-year session in 万元: 2024 as closed, 2025 as budgeted, adjusted and spent by 30 June
MIDYEAR_HEADINGS = ["科目编码", "科目名称", "2024年决算数", "2025年调整预算数", "2025年上半年执行数"]
MIDYEAR_ROWS: list[list[str | int | None]] = [
    ["", "一、收入合计", 6566, 6954, 3310],
    ["101", "税收收入", 2731, 2840, 1490],
    ["103", "非税收入", 289, 300, 131],
    ["110", "上级补助收入", 3460, 3750, 1625],
    ["11008", "上年结转", 86, 64, 64],
    ["", "二、支出合计", 6512, 6954, 3098],
    ["201", "一般公共服务支出", 1566, 1610, 790],
    ["205", "教育支出", 455, 460, 221],
    ["208", "社会保障和就业支出", 718, 745, 371],
    ["210", "卫生健康支出", 303, 318, 150],
    ["211", "节能环保支出", 288, 262, 118],
    ["212", "城乡社区支出", 922, 1105, 498],
    ["213", "农林水支出", 1977, 2064, 820],
    ["224", "灾害防治及应急管理支出", 283, 300, 130],
    ["227", "预备费", 0, 90, 0],
]
ACCOUNTS = {
    "2025-BUDGET": (2025, "2025年预算"),
    "2024-FINAL": (2024, "2024年决算"),
    "2025-ADJUSTED": (2025, "2025年调整"),
    "2025-HALF_YEAR": (2025, "2025年上半年"),
}
# half-year and year, in per cent; with 左右 reaching 0.5 the last column is what each amounts to
ACTUALS = (
    ("地区生产总值", "5.1", "5.4", "MET"),
    ("规上工业增加值", "8.2", "9.1", "NOT_MET"),
    ("固定资产投资", "9.0", "9.3", "ABOVE"),
    ("社会消费品零售总额", "2.2", "2.5", "MET"),
    ("一般公共预算收入", "3.0", "3.6", "MET"),
    ("城镇居民人均可支配收入", "4.6", "4.6", "MET"),
    ("农村居民人均可支配收入", "6.0", "6.2", "NOT_MET"),
)
TASKS_SET = (
    ("T1", "完成防汛物资储备", "镇应急管理站", "2025-06-30"),
    ("T2", "完成高标准农田建后管护", "镇农业办", "2025-09-30"),
    ("T3", "建成镇区充电站", "镇经发办", "2025-11-30"),
    ("T4", "完成村庄规划编制", "镇村镇办", "2025-12-31"),
)


def deeds() -> list[Deed]:
    """From the budget the spring session approved to the figures of the whole year."""
    return [
        Deed(day("2025-04-02"), "the accounts are imported", _import_budget),
        Deed(day("2025-04-02"), "the targets are imported", _import_targets),
        Deed(day("2025-04-02"), "the tasks are set", _set_tasks),
        Deed(day("2025-04-02"), "the approval of the budget is kept", _approve("2025-04-01", "2025-BUDGET")),
        Deed(day("2025-04-18"), "the budget is passed on to the departments", _tick("2025-BUDGET", "REPLY")),
        Deed(day("2025-04-21"), "the budget is made public", _publish("2025-BUDGET")),
        Deed(day("2025-06-27"), "a task is done", _task("T1", "finish", on="2025-06-27", outcome="全部入库。")),
        *(_progress(key, "2025-06-28", percent) for key, percent in (("T2", 60), ("T3", 20), ("T4", 35))),
        Deed(day("2025-07-15"), "the half-year of the targets", _enter("HALF_YEAR", 1)),
        Deed(day("2025-09-08"), "the accounts of the mid-year session are imported", _import_midyear),
        Deed(day("2025-09-15"), "their approvals are kept", _approve("2025-09-12", *list(ACCOUNTS)[1:])),
        Deed(day("2025-09-30"), "the half-year execution is made public", _publish("2025-HALF_YEAR")),
        Deed(day("2025-10-09"), "the final accounts are made public", _publish("2024-FINAL")),
        Deed(day("2025-10-13"), "the adjustment is made public", _publish("2025-ADJUSTED")),
        Deed(day("2025-10-13"), "the final accounts are filed", _tick("2024-FINAL", "FILE")),
        Deed(day("2025-10-14"), "a task is done late", _task("T2", "finish", on="2025-10-14", outcome="已验收。")),
        Deed(day("2025-10-22"), "the final accounts are passed on, late", _tick("2024-FINAL", "REPLY")),
        Deed(day("2025-10-20"), "a task is dropped", _task("T3", "drop", reason="县里统一建设，镇不再单独建。")),
        _progress("T4", "2025-12-20", 80),
        Deed(day("2026-02-20"), "the year of the targets", _enter("YEAR", 2)),
    ]


def _import_budget(town: Town) -> None:
    _import(town, BUDGETS, qinghe.read(BUDGETS), "原表如此，待财政所核对")
    _find_accounts(town)


def _import_midyear(town: Town) -> None:
    _import(town, "2025年年中财政表.xlsx", _midyear_sheet(), "")
    _find_accounts(town)


def _midyear_sheet() -> bytes:
    return write_xlsx(MIDYEAR_HEADINGS, MIDYEAR_ROWS, sheet_name="单位：万元")


def _import(town: Town, name: str, content: bytes, reason: str) -> None:
    form = town.desk.post(f"{MONEY}upload/", files={"file": (name, content)}).form("/commit/")
    town.desk.post(form.action, {**form.fields, "reason": reason})


def _find_accounts(town: Town) -> None:
    """Which account is which, as the page of each year heads them."""
    for year in (2024, 2025):
        page = town.desk.get(f"{MONEY}?year={year}")
        for block in page.soup.select("section.sheet-block"):
            form = block.select_one('form[action*="/approve/"], form[action*="/publish/"], form[action*="/withdraw/"]')
            heading = block.find("h3")
            if form is None or heading is None:
                continue
            label = heading.get_text(" ").split()[0]
            for key, (of_year, name) in ACCOUNTS.items():
                if of_year == year and label.startswith(name):
                    town.ids[key] = id_in(str(form["action"]))


def _approve(on: str, *keys: str) -> Do:
    def do(town: Town) -> None:
        for key in keys:
            town.desk.post(f"{MONEY}{town.ids[key]}/approve/", {"approved_on": on, "year": key[:4]})

    return do


def _publish(key: str) -> Do:
    def do(town: Town) -> None:
        typed = {"published_on": town.today.isoformat(), "year": key[:4]}
        town.desk.post(f"{MONEY}{town.ids[key]}/publish/", typed)

    return do


def _tick(key: str, clock: str) -> Do:
    def do(town: Town) -> None:
        town.tick_off(f"year_account:{town.ids[key]}", clock)

    return do


def _import_targets(town: Town) -> None:
    files = {"file": (WISHES, qinghe.read(WISHES))}
    write_what_was_shown(town.desk, town.desk.post(f"{TARGETS}import/", {"year": "2025"}, files=files))
    page = town.desk.post(f"{TARGETS}tolerance/", {"value": "0.5"})
    for link in page.soup.select("table.data th a"):
        if TARGETS in str(link["href"]):
            town.ids[f"target {link.get_text(strip=True)}"] = id_in(str(link["href"]))


def _set_tasks(town: Town) -> None:
    for key, title, owner, due in TASKS_SET:
        fields = {"year": "2025", "title": title, "owner": owner, "measure": "按月调度。", "due_on": due}
        page = town.desk.post("/desk/tasks/add/", fields)
        address = next(str(link["href"]) for link in page.soup.select("table.data th a") if title in link.get_text())
        town.ids[key] = id_in(address)


def _enter(period: str, column: int) -> Do:
    def do(town: Town) -> None:
        for row in ACTUALS:
            address = f"{TARGETS}{town.ids[f'target {row[0]}']}/actual/"
            town.desk.post(address, {"period": period, "value": row[column], "source": "县统计局月报"})

    return do


def _task(key: str, slug: str, **fields: str) -> Do:
    def do(town: Town) -> None:
        town.desk.post(f"/desk/tasks/{town.ids[key]}/{slug}/", fields)

    return do


def _progress(key: str, on: str, percent: int) -> Deed:
    fields = {"on": on, "percent": str(percent), "note": "按计划推进。"}
    return Deed(day(on), f"{key}: {percent}%", _task(key, "progress", **fields))
