"""The ten projects of the spring vote: built, one overdue, one dropped by decision of the congress, paid, accepted."""

from typing import Any

from huitang.web.terminal.rehearsal.office import id_in
from huitang.web.terminal.rehearsal.person import PageWentWrong
from huitang.web.terminal.rehearsal.year.supervision import picture
from huitang.web.terminal.rehearsal.year.town import Deed, Do, Town, day

BOARD = "/desk/projects/"
NAMES = {
    "J1": "东桥村至石门村道路硬化",
    "J2": "镇中心小学食堂改建",
    "J3": "河西社区养老服务站",
    "J4": "农村饮水管网改造",
    "J5": "镇卫生院康复科建设",
    "J6": "太阳能路灯安装",
    "J7": "柳溪河道清淤护岸",
    "J8": "新街社区公共停车场",
    "J9": "花炮企业安全监测平台",
    "J10": "村级文化广场提升",
}
# finished, accepted; J3 both late, J8 dropped
BUILT = (
    *(("J1", "2025-09-20", "2025-10-10"), ("J2", "2025-11-25", "2025-12-19"), ("J3", "2025-10-08", "2025-12-15")),
    *(("J4", "2025-11-28", "2025-12-20"), ("J5", "2025-12-26", "2026-01-20"), ("J6", "2025-11-10", "2025-12-05")),
    *(("J7", "2025-09-28", "2025-10-20"), ("J9", "2025-08-29", "2025-09-20"), ("J10", "2025-12-20", "2026-01-15")),
)
# 万元
PAID = (
    ("J1", "2025-06-30", "80"),
    ("J3", "2025-08-15", "50.5"),
    ("J1", "2025-10-15", "90"),
    ("J7", "2025-12-05", "168"),
)
DROPPED = "J8"


def deeds() -> list[Deed]:
    """From the day after the vote to the last acceptance."""
    return [
        Deed(day("2025-04-02"), "the adopted projects are taken over", _take),
        *(_deed(key, "2025-04-15", "begin", on="2025-04-15") for key in NAMES if key != DROPPED),
        _milestone("J1", "2025-04-16", "路基完成", 50, "2025-06-30"),
        _milestone("J3", "2025-04-16", "主体完工", 60, "2025-06-15"),
        _milestone("J4", "2025-04-16", "干管铺设", 40, "2025-07-31"),
        Deed(day("2025-05-14"), "a photo of the road", _photo),
        _mark("J1", "2025-06-27"),
        _mark("J3", "2025-07-05"),
        _deed("J1", "2025-07-08", "report", on="2025-07-08", percent="60", note="路面铺筑过半。", by_deputies="on"),
        _deed("J3", "2025-07-08", "report", on="2025-07-08", percent="65", note="装修材料未到。"),
        _mark("J4", "2025-07-31"),
        Deed(day("2025-08-12"), "J8 cannot be dropped without the congress", _cannot_drop),
        Deed(day("2025-09-16"), "J8 is dropped by decision of the congress", _drop),
        *(_deed(key, on, "pay", on=on, money=money, payee="施工单位", note="进度款") for key, on, money in PAID),
        *(_deed(key, on, "finish", on=on) for key, on, _accepted in BUILT),
        *(
            _deed(key, on, "accept", on=on, by="镇项目验收组", conclusion="ACCEPTED", to_mend="")
            for key, _finished, on in BUILT
        ),
    ]


def _take(town: Town) -> None:
    form = town.desk.get(f"{BOARD}?year=2025").form("/projects/take/")
    page = town.desk.post(form.action, form.fields)
    listed = {link.get_text(strip=True): str(link["href"]) for link in page.soup.select("ul.board h3 a")}
    for key, name in NAMES.items():
        town.ids[key] = id_in(listed[name])


def _deed(key: str, when: str, slug: str, **fields: str) -> Deed:
    return Deed(day(when), f"{key}: {slug}", _posted(key, slug, fields))


def _posted(key: str, slug: str, fields: dict[str, str]) -> Do:
    def do(town: Town) -> None:
        town.desk.post(f"{BOARD}{town.ids[key]}/{slug}/", fields)

    return do


def _milestone(key: str, on: str, title: str, share: int, planned: str) -> Deed:
    return _deed(key, on, "milestone", title=title, share=str(share), planned_on=planned)


def _mark(key: str, on: str) -> Deed:
    def do(town: Town) -> None:
        form = town.desk.get(f"{BOARD}{town.ids[key]}/").form("/mark/")
        town.desk.post(form.action, {"done_on": on})

    return Deed(day(on), f"{key}: a milestone is reached", do)


def _photo(town: Town) -> None:
    fields = {"caption": "路基施工", "taken_on": "2025-05-14", "is_public": "on"}
    files = {"photo": ("road.png", picture(), "image/png")}
    town.desk.post(f"{BOARD}{town.ids['J1']}/photos/add/", fields, files=files)


def _drop_fields(town: Town, decision: str) -> dict[str, Any]:
    form = town.desk.get(f"{BOARD}{town.ids[DROPPED]}/").form("/drop/")
    why = {"on": town.today.isoformat(), "reason": "用地没有批准，年内不能开工。", "decision_id": decision}
    return {**form.fields, **why}


def _cannot_drop(town: Town) -> None:
    """What the congress adopted the office cannot stop by itself (L-11)."""
    status, page = town.desk.attempt(f"{BOARD}{town.ids[DROPPED]}/drop/", _drop_fields(town, ""))
    if status < 400:
        raise PageWentWrong(f"a project was dropped without the congress: {page.text[:200]}")


def _drop(town: Town) -> None:
    """The congress decided in September, in its resolution on the adjusted budget."""
    page = town.desk.get(f"{BOARD}{town.ids[DROPPED]}/")
    offered = page.soup.select('form[action$="/drop/"] select[name="decision_id"] option')
    decision = next(str(option["value"]) for option in offered if "预算调整" in option.get_text())
    town.desk.post(f"{BOARD}{town.ids[DROPPED]}/drop/", _drop_fields(town, decision))
