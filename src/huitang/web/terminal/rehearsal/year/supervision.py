"""The year of supervision: three enforcement inspections, thirteen visits and surveys, as the second seed reports."""

import struct
import zlib
from dataclasses import dataclass
from typing import Any

from huitang.web.terminal.rehearsal.office import id_in
from huitang.web.terminal.rehearsal.year.town import Deed, Do, Town, day

PLAN = "/desk/supervision/"


@dataclass(frozen=True)
class Planned:
    """One activity: its month in the plan (0: not planned), when it was held, who took part, how many voters came."""

    key: str
    kind: str
    topic: str
    month: int
    held: str
    numbers: str
    people: int = 0


ACTIVITIES = (
    Planned("E1", "ENFORCEMENT", "安全生产法执行情况检查", 4, "2025-04-24", "2-9"),
    Planned("E2", "ENFORCEMENT", "水污染防治法执行情况检查", 7, "2025-07-16", "10-17"),
    Planned("E3", "ENFORCEMENT", "食品安全法执行情况检查", 10, "2025-10-22", "20-25"),
    Planned("V1", "VISIT", "视察春耕备耕", 4, "2025-04-17", "30-39"),
    Planned("V2", "VISIT", "视察石门村道路硬化工地", 5, "2025-05-14", "2、3、11"),
    Planned("V3", "VISIT", "视察中心小学食堂改建", 5, "2025-05-28", "30-36"),
    Planned("V4", "VISIT", "视察柳溪河道清淤", 7, "2025-07-09", "40-48"),
    Planned("V5", "VISIT", "视察防汛备汛", 6, "2025-06-12", "2-8"),
    Planned("V6", "VISIT", "视察饮水管网改造", 6, "2025-08-06", "50-58"),
    Planned("V7", "VISIT", "视察花炮企业安全监测", 9, "2025-09-24", "60-66"),
    Planned("V8", "VISIT", "视察养老服务站", 11, "2025-11-12", "2、70-75"),
    Planned("U1", "SURVEY", "村医待遇专题调研", 5, "2025-05-21", "42、17"),
    Planned("U2", "SURVEY", "撂荒地流转专题调研", 6, "2025-06-19", "11、26、52"),
    Planned("U3", "SURVEY", "垃圾分类专题调研", 0, "2025-08-20", "35、88、12"),
    Planned("U4", "SURVEY", "村级集体经济调研", 10, "2025-10-15", "80-84"),
    Planned("U5", "SURVEY", "预算绩效调研", 11, "2025-11-26", "2-5"),
    Planned("H1", "REPORT_HEARD", "听取上半年财政执行情况专项报告", 9, "2025-09-10", "2-20"),
    Planned("H2", "REPORT_HEARD", "听取民生实事推进情况专项报告", 11, "2025-11-19", "2-20"),
    Planned("O1", "VOTERS", "代表联络站接待选民", 5, "2025-05-09", "30-33", 36),
    Planned("O2", "VOTERS", "代表联络站接待选民（二）", 10, "2025-10-31", "40-44", 41),
    Planned("N1", "TRAINING", "代表法专题培训", 4, "2025-04-29", "2-60"),
)
DROPPED = Planned("X1", "VISIT", "视察冷链仓储", 12, "", "")


def deeds() -> list[Deed]:
    """The plan on the day after the session, then each activity on its day."""
    planned = [Deed(day("2025-04-02"), "the yearly plan is written down", _plan_all)]
    held = [Deed(day(one.held), f"{one.topic}", _hold(one)) for one in ACTIVITIES]
    return [*planned, *held, *_consequences()]


def _consequences() -> list[Deed]:
    dropped = {"reason": "项目未开工，经主席团同意取消。"}
    return [
        Deed(day("2025-04-17"), "a photo of the visit", _photo),
        *_opinion("E1", "2025-04-28", "镇应急管理站", "2025-06-27"),
        _reply("E1", "2025-06-20"),
        *_opinion("E2", "2025-07-21", "镇农业办", "2025-09-19"),
        _follow_up("E1", "2025-09-05"),
        _pressed("E1", "2025-09-08", "close", {}),
        *_opinion("H1", "2025-09-18", "镇财政所", "2025-11-17"),
        _reply("E2", "2025-09-29"),
        *_opinion("E3", "2025-10-27", "镇经发办", "2025-12-26"),
        _follow_up("E2", "2025-11-05"),
        _reply("H1", "2025-11-17"),
        _pressed("X1", "2025-12-15", "drop", dropped),
        _reply("E3", "2026-02-10"),
        _follow_up("E3", "2026-03-06"),
    ]


def _opinion(key: str, on: str, unit: str, due: str) -> list[Deed]:
    fields = {"opinion": "请逐条整改，并书面答复主席团。", "unit": unit, "sent_on": on, "reply_due": due}
    problems = {"problems": "现场发现三处问题，见检查记录。"}
    return [_pressed(key, on, "problems", problems), _pressed(key, on, "opinion", fields)]


def _reply(key: str, on: str) -> Deed:
    return _pressed(key, on, "reply", {"reply": "已逐条整改，附清单。", "replied_on": on})


def _follow_up(key: str, on: str) -> Deed:
    return _pressed(key, on, "follow-up", {"on": on, "note": "回头看：整改到位。"})


def _pressed(key: str, on: str, slug: str, fields: dict[str, Any]) -> Deed:
    def do(town: Town) -> None:
        address = f"{PLAN}{town.ids[key]}/"
        form = town.desk.get(address).form(f"{address}{slug}/")
        town.desk.post(form.action, {**form.fields, **fields})

    return Deed(day(on), f"{key}: {slug}", do)


def _plan_all(town: Town) -> None:
    for one in (*ACTIVITIES, DROPPED):
        fields = {
            "kind": one.kind,
            "topic": one.topic,
            "planned_month": one.month or "",
            "basis": "",
            "place": "清河镇",
        }
        town.ids[one.key] = id_in(town.desk.post(f"{PLAN}new/?year=2025", fields).path)


def _hold(one: Planned) -> Do:
    fields = {"held_on": one.held, "place": "清河镇", "people_met": one.people or "", "numbers": one.numbers}

    def do(town: Town) -> None:
        town.desk.post(f"{PLAN}{town.ids[one.key]}/hold/", fields)

    return do


def _photo(town: Town) -> None:
    files = {"photo": ("spring.png", picture(), "image/png")}
    town.desk.post(f"{PLAN}{town.ids['V1']}/photos/add/", {"caption": "视察现场"}, files=files)


def picture() -> bytes:
    """A green field of eight by eight."""
    rows = b"".join(b"\0" + b"\x2e\x7d\x32" * 8 for _ in range(8))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
