"""The year of the suggestions: each goes another way, so that every clock comes to every pace it can have."""

from typing import Any

from huitang.adapters.spreadsheets.reading import read_spreadsheet
from huitang.adapters.spreadsheets.writing import write_xlsx
from huitang.web.terminal import qinghe
from huitang.web.terminal.rehearsal.office import id_in
from huitang.web.terminal.rehearsal.person import Page
from huitang.web.terminal.rehearsal.year.town import Deed, Do, Town, day

LIST = "/desk/suggestions/"
TABLE = "suggestions-10.xlsx"
SOCIAL, VILLAGES, FARMING, POLICE, POWER, ECONOMY = (
    *("镇社会事务办", "镇村镇办", "镇农业办", "派出所", "供电所", "镇经发办"),
)
KEPT_COLUMNS = 5  # as the office has the table on the last day of the session: nothing assigned yet
LAST_YEARS = [
    *("2024007", "关于整修河东排灌站的建议", "赵喆", "", "2024-03-29", "2024-04-08", FARMING, "", "2024-06-07"),
    *("B", "满意"),
]


def deeds() -> list[Deed]:
    """Everything that happens to them from the day after the spring session to the next one."""
    return [*_first_days(), *_handling(), *_verdicts(), *_ends(), *_between()]


def _first_days() -> list[Deed]:
    names = "、".join(str(number) for number in range(11, 21))
    motion = {
        "kind": "MOTION",
        "title": "关于整治柳溪河沿岸排污口的议案",
        "lead": "84",
        "co_signers": names,
        "content": "沿岸三处排污口雨天外溢。",
        "plan": "制定整治方案并列入年度计划。",
    }
    refused = {"kind": "SUGGESTION", "title": "关于解决本人宅基地登记的建议", "lead": "60", "content": "本人的宅基地。"}
    return [
        Deed(day("2025-04-02"), "the table of suggestions is imported", _import),
        Deed(day("2025-04-02"), "responsible units are added", _add_units),
        Deed(day("2025-04-02"), "a motion of the session is written down", _table("2025011", motion)),
        Deed(day("2025-04-02"), "another suggestion of the session", _table("2025012", refused)),
        _on("2025-04-03", "2025012", "refuse", ground="PERSONAL", reason="请到镇自然资源所办理。"),
        _on("2025-04-03", "2025011", "turn", reason="主席团决定不列入议程，作为建议办理。"),
        _on("2025-04-03", "2025008", "merge", into_id="2025007"),
        _on("2025-04-07", "2025009", "withdraw", reason="问题已经解决，书面撤回。"),
    ]


def _handling() -> list[Deed]:
    return [
        _assign("2025-04-09", "2025007", VILLAGES),
        _assign("2025-04-10", "2025001", SOCIAL),
        _assign("2025-04-10", "2025002", VILLAGES, POWER),
        _assign("2025-04-10", "2025003", SOCIAL, POLICE),
        _assign("2025-04-10", "2025004", VILLAGES),
        _on("2025-04-11", "2025004", "hand-back", reason="不属于本单位职责。"),
        _assign("2025-04-11", "2025011", FARMING, POWER),
        _assign("2025-04-14", "2025004", FARMING, POLICE),
        _assign("2025-04-15", "2025005", VILLAGES),
        _assign("2025-04-24", "2025006", SOCIAL, POLICE),
        _contact("2025-04-25", "2025001"),
        _contact("2025-04-30", "2025003"),
        _contact("2025-05-06", "2025007"),
        _contact("2025-05-07", "2025011"),
        _on("2025-05-08", "2025006", "reassign", lead_id=FARMING, reason="属于农业口，主席团协调改派。"),
        _on("2025-05-12", "2024007", "promise", text="年内完成排灌站整修", due_on="2025-06-30"),
        _on("2025-05-15", "2025003", "extend", reason="涉及用地调整，难度较大。"),
        _contact("2025-05-15", "2025005"),
        _answer("2025-05-19", "2025007", "C"),
        _contact("2025-05-20", "2025002"),
        _opinion("2025-05-20", "2025003", POLICE),
        _on("2025-05-20", "2025010", "withdraw", reason="一直没有交办，提出人书面撤回。"),
        _opinion("2025-05-26", "2025011", POWER),
        _answer("2025-06-05", "2025008", "A"),
        _on("2025-06-05", "2025011", "withdraw", reason="已列入县里统一整治，书面撤回。"),
        _answer("2025-06-06", "2025001", "A"),
        _opinion("2025-06-10", "2025002", POWER),
        _answer("2025-06-16", "2025005", "B", promise="年内把村医补助发放到位", promised_for="2025-10-31"),
        _answer("2025-06-18", "2025004", "A"),
        _answer("2025-06-20", "2025002", "C"),
        _answer("2025-08-11", "2025003", "B", promise="建成两处临时停车点", promised_for="2025-11-30"),
        _answer("2025-08-20", "2025004", "A"),
        _answer("2025-09-05", "2025005", "B", promise="列入明年预算", promised_for="2025-12-31"),
        _answer("2025-09-30", "2025006", "C"),
    ]


def _verdicts() -> list[Deed]:
    return [
        _verdict("2025-05-28", "2025007", 11, "SATISFIED"),
        _verdict("2025-06-12", "2025001", 53, "SATISFIED"),
        _verdict("2025-06-25", "2025004", 84, "NOT_SATISFIED", "监测点只建了一处。"),
        _verdict("2025-06-30", "2025005", 42, "NOT_SATISFIED", "没有说明钱从哪里来。"),
        _verdict("2025-07-09", "2025008", 35, "SATISFIED"),
        _verdict("2025-08-20", "2025003", 15, "BASICALLY"),
        _verdict("2025-09-10", "2025004", 84, "SATISFIED"),
        _verdict("2025-09-12", "2025005", 42, "NOT_SATISFIED", "仍然没有落实。"),
        # on paper, typed by the office: the roll knows two of this name
        _on("2025-10-15", "2025006", "evaluate", attitude="NOT_SATISFIED", result="BASICALLY", reason="拖了三个月。"),
    ]


def _ends() -> list[Deed]:
    return [
        _on("2025-06-18", "2025001", "consent"),
        _on("2025-06-18", "2025001", "consent"),
        _on("2025-06-18", "2025001", "consent"),
        _on("2025-06-20", "2025001", "publish"),
        _on("2025-06-25", "2024007", "proof", proof="验收单清农验〔2025〕3号"),
        _on("2025-07-25", "2025002", "unreturned"),
        _on("2025-12-05", "2025003", "proof", proof="两处停车点启用照片"),
        _on("2025-12-10", "2025005", "close", reason="经主席团召集当面协商，代表同意结束。"),
    ]


def _between() -> list[Deed]:
    fields = {"kind": "SUGGESTION", "title": "关于修复台风损毁灯杆的建议", "lead": "70", "content": "十二根灯杆倒伏。"}
    promise = {"promise": "修复十二根灯杆", "promised_for": "2025-12-31"}
    return [
        Deed(day("2025-07-14"), "a suggestion between the sessions", _table("2025013", fields, in_session=False)),
        _on("2025-07-15", "2025013", "admit"),
        _assign("2025-07-18", "2025013", POWER),
        _contact("2025-08-05", "2025013"),
        _answer("2025-10-20", "2025013", "B", **promise),
        _on("2025-11-20", "2025013", "unreturned"),
        _on("2026-01-08", "2025013", "proof", proof="供电所竣工单"),
    ]


def _on(when: str, number: str, slug: str, **fields: Any) -> Deed:
    return Deed(day(when), f"{number}: {slug}", _deed(number, slug, fields))


def _deed(number: str, slug: str, fields: dict[str, Any]) -> Do:
    """A deed of the suggestion's own page; what is left None is the first the page offers."""

    def do(town: Town) -> None:
        address = f"{LIST}{town.ids[number]}/"
        form = town.desk.get(address).form(f"{address}{slug}/")
        typed: dict[str, Any] = dict(form.fields)
        if "on" in typed:
            typed["on"] = town.today.isoformat()
        if slug in ("assign", "reassign"):
            typed["assisting_ids"] = []
        typed.update({name: _value(town, name, value) for name, value in fields.items() if value is not None})
        town.desk.post(form.action, typed)

    return do


def _value(town: Town, name: str, value: Any) -> Any:
    if name in ("lead_id", "unit_id"):
        return town.unit(value)
    if name == "assisting_ids":
        return [town.unit(one) for one in value]
    return str(town.ids[value]) if name == "into_id" else value


def _assign(when: str, number: str, lead: str, *assisting: str) -> Deed:
    return _on(when, number, "assign", lead_id=lead, assisting_ids=list(assisting))


def _contact(when: str, number: str) -> Deed:
    return _on(when, number, "contact", how="VISIT", note="到村里当面听取了意见。")


def _opinion(when: str, number: str, unit: str) -> Deed:
    return _on(when, number, "opinion", unit_id=unit, opinion="同意主办单位意见。")


def _answer(when: str, number: str, mark: str, **promise: str) -> Deed:
    told = {"mark": mark, "text": f"关于{number}号建议，经研究答复如下。", "signed_by": "周启明"}
    return _on(when, number, "answer", **told, **promise)


def _verdict(when: str, number: str, deputy: int, result: str, reason: str = "") -> Deed:
    """A deputy's own page, on the own telephone."""

    def do(town: Town) -> None:
        phone, address = town.deputy(deputy), f"/deputy/suggestions/{town.ids[number]}/"
        form = phone.get(address).form("/evaluate/")
        phone.post(form.action, {"attitude": "SATISFIED", "result": result, "reason": reason})

    return Deed(day(when), f"{number}: {result}", do, who=f"deputy {deputy}")


def _table(number: str, fields: dict[str, str], *, in_session: bool = True) -> Do:
    def do(town: Town) -> None:
        session = str(town.session_ids["spring"]) if in_session else ""
        tabled = "2025-03-31" if in_session else town.today.isoformat()
        typed = {"co_signers": "", "plan": "", **fields, "session_id": session, "tabled_on": tabled, "number": number}
        town.ids[number] = id_in(town.desk.post(f"{LIST}new/", typed).path)

    return do


def _import(town: Town) -> None:
    """The office's own table, as far as it is filled on that day, with one of the year before below it."""
    page = town.desk.post(f"{LIST}import/upload/", files={"file": (TABLE, _as_of_the_session())})
    form = page.form("/commit/")
    chosen = {name: _second(page, name) for name in form.fields if name.startswith("who_")}
    listed = town.desk.post(form.action, {**form.fields, **chosen})
    for row in listed.soup.select("table.data tbody tr"):
        number = row.find("td").get_text(strip=True)  # type: ignore[union-attr]
        town.ids[number] = id_in(str(row.find("a")["href"]))  # type: ignore[index]


def _second(page: Page, name: str) -> str:
    """The first option is to be asked; the next is the first of the namesakes."""
    return str(page.soup.select(f'select[name="{name}"] option')[1]["value"])


def _as_of_the_session() -> bytes:
    headings, *rows = [row.cells for row in read_spreadsheet(qinghe.read(TABLE)).sheets[0].rows if not row.is_blank]
    empty = ("",) * (len(headings) - KEPT_COLUMNS)
    return write_xlsx(headings, [*((*row[:KEPT_COLUMNS], *empty) for row in rows), LAST_YEARS])


def _add_units(town: Town) -> None:
    address = f"{LIST}units/"
    for name in (SOCIAL, VILLAGES, POLICE, POWER, ECONOMY):
        town.desk.post(f"{address}add/", {"name": name})
    for form in town.desk.get(address).forms("/change/"):
        town.ids[f"unit {form.fields['name']}"] = id_in(form.action)
