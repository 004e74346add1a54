"""What the record of the fictional town's session knows, and the texts its office brought."""

from datetime import date
from pathlib import Path

from huitang.adapters.texts import plain
from huitang.adapters.texts.text import TextParagraph
from huitang.congress.proofreading.known import (
    Known,
    KnownAttendance,
    KnownElection,
    KnownPerson,
    KnownProject,
    KnownRound,
    KnownSession,
    KnownVote,
)

FOLDER = Path(__file__).with_name("texts")
DEPUTIES = (
    "王芳",
    "许国",
    "单志强",
    "周立本",
    "欧阳慧敏",
    "方志远",
    "何晓东",
    "严国栋",
    "崔景明",
    "赵启明",
    "赵启华",
    "林秀英",
)
PROJECTS = (
    ("东村饮水管网更新工程", 3_200_000),
    ("七里坪道路硬化工程", 2_600_000),
    ("镇区路灯安装工程", 480_000),
    ("河湾片区污水治理工程", 5_100_000),
    ("西岭村养老服务中心建设工程", 1_900_000),
    ("中心小学操场翻修工程", 1_500_000),
    ("农贸市场改造工程", 2_280_000),
    ("卫生院扩建工程", 4_200_000),
    ("沿江路停车场新建工程", 900_000),
    ("文化广场建设工程", 1_500_000),
    ("十里铺河道清淤工程", 700_000),
    ("三角塘村公路提升工程", 1_000_000),
)
KNOWN = Known(
    town="清河镇",
    session=KnownSession(6, 8, date(2025, 3, 31), date(2025, 4, 1)),
    sessions=(
        KnownSession(6, 6, date(2024, 3, 28), date(2024, 3, 28)),
        KnownSession(6, 7, date(2024, 9, 12), date(2024, 9, 12)),
        KnownSession(6, 8, date(2025, 3, 31), date(2025, 4, 1)),
    ),
    attendance=(
        KnownAttendance(95, 4, 0, 91),
        KnownAttendance(95, 4, 0, 91, "第一次全体会议"),
        KnownAttendance(95, 4, 0, 91, "第二次全体会议"),
    ),
    persons=(*(KnownPerson(name, is_deputy=True) for name in DEPUTIES), KnownPerson("陆文清")),
    votes=(
        KnownVote("清河镇第六届人民代表大会第八次会议选举办法（草案）", 91, 0, 0),
        KnownVote("总监票人、监票人名单（草案）", 88, 1, 2),
    ),
    elections=(
        KnownElection("镇人民政府副镇长", ("陆文清",), ("陆文清",), (KnownRound(91, 91, 90, 1, (("陆文清", 86),)),)),
    ),
    projects=tuple(KnownProject(name, yuan, number < 10) for number, (name, yuan) in enumerate(PROJECTS)),
)
CLEAN = tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))


def text_of(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def paragraphs_of(text: str) -> tuple[TextParagraph, ...]:
    return plain.read_plain(text)
