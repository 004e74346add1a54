"""Qinghe in the middle of a year, written straight into the tables, with a secret in every column that is nobody's business."""

from datetime import UTC, date, datetime

from huitang.congress.money.models import AccountLine, MoneyImport, YearAccount
from huitang.congress.publication.page_commands import PageWords
from huitang.congress.roster.models import Delegation, Deputy, MandateChange, Term, Town
from huitang.congress.suggestions.models import (
    Answer,
    AnswerEvaluation,
    Assignment,
    DeputyContact,
    ResponsibleUnit,
    Signature,
    Suggestion,
)
from huitang.congress.supervision.models import Activity, FollowUp, Participant, Photo
from huitang.congress.targets.models import Target, TargetActual, TaskProgress, YearTask

SECRET = "机密"  # what no public page may say
JULY = datetime(2025, 7, 15, 2, 0, tzinfo=UTC)
PICTURE = bytes.fromhex("ffd8ffd9")
SHA256 = "ab" * 32
OF_VOTERS = "cd" * 32
PROJECT_PICTURE = "ef" * 32
ABOUT = PageWords(
    "机构简介", "清河镇人大简介", "## 主席团\n\n镇人大主席团由7人组成。\n\n<script>alert(1)</script>", "about"
)

BOARD = {
    "year": 2025,
    "counts": [{"stage": "建设中", "count": 2}, {"stage": "已验收", "count": 1}, {"stage": "已评价", "count": 0}],
    "projects": [
        {
            "name": "镇区三条背街小巷改造",
            "field": "交通",
            "place": "镇区",
            "content": "铺沥青路面1.2公里，装路灯36盏。",
            "investment_yuan": 1_860_000,
            "unit": "规划建设办",
            "due": "2025-09-30",
            "stage": "建设中",
            "planned_percent": 60,
            "actual_percent": 45,
            "band": "yellow",
            "band_words": "稍慢",
            "is_overdue": False,
            "paid_yuan": 620_000,
            "rating": "",
            "photos": [{"sha256": PROJECT_PICTURE, "caption": "七月初的工地", "width": 640, "height": 480}],
        },
        {
            "name": "村级养老服务站",
            "field": "民政",
            "place": "河西村、柳树村",
            "content": "建两处养老服务站。",
            "investment_yuan": 950_000,
            "unit": "社会事务办",
            "due": "2025-06-30",
            "stage": "建设中",
            "planned_percent": 100,
            "actual_percent": 70,
            "band": "red",
            "band_words": "滞后",
            "is_overdue": True,
            "paid_yuan": 300_000,
            "rating": "",
            "photos": [],
        },
        {
            "name": "河堤步道",
            "field": "水利",
            "place": "清河东岸",
            "content": "",
            "investment_yuan": 400_000,
            "unit": "农业农村办",
            "due": "2025-05-31",
            "stage": "已验收",
            "planned_percent": 100,
            "actual_percent": 100,
            "band": "blue",
            "band_words": "已验收",
            "is_overdue": False,
            "paid_yuan": 400_000,
            "rating": "满意",
            "photos": [],
        },
    ],
}

_MORE = {"field": "教育", "place": "中心小学", "unit": "社会事务办", "investment_yuan": 2_300_000, "due": "2025-08-20"}
_STANDS = (
    ("操场改造", "已立项", 0, 0, "", "", "", False),
    ("农村公交站亭", "已开工", 30, 25, "orange", "偏慢", "", True),
    ("饮水管网", "已评价", 100, 100, "blue", "已评价", "不满意", False),
    ("文化礼堂", "已评价", 100, 100, "blue", "已评价", "基本满意", False),
    ("停车场", "已停止", 40, 10, "", "", "", False),
)
_SAID = ("name", "stage", "planned_percent", "actual_percent", "band", "band_words", "rating", "is_overdue")
# every stage, one dropped, every rating, a picture without words
WHOLE_BOARD = {
    "year": 2025,
    "counts": [{"stage": stage, "count": 0} for stage in ("已立项", "已开工", "建设中", "已验收", "已评价", "已停止")],
    "projects": [
        *BOARD["projects"],
        *(
            {
                **_MORE,
                **dict(zip(_SAID, told, strict=True)),
                "content": f"{told[0]}的内容。\n分两期做完。",
                "paid_yuan": None,
                "photos": [{"sha256": PROJECT_PICTURE, "caption": "", "width": 640, "height": 480}],
            }
            for told in _STANDS
        ),
    ],
}
for _one in WHOLE_BOARD["counts"]:
    _one["count"] = sum(project["stage"] == _one["stage"] for project in WHOLE_BOARD["projects"])


def fill(town: Town) -> None:
    """Everything the standing pages are written from."""
    deputies = _roll(town)
    _activities(town, deputies)
    _suggestions(town, deputies)
    _money(town)
    _targets(town)


def _roll(town: Town) -> list[Deputy]:
    term = Term.objects.create(town=town, number=6, quota=4, began_on=date(2021, 9, 1))
    teams = [Delegation.objects.create(term=term, name=name, position=n) for n, name in enumerate(("镇直", "河西"), 1)]
    hidden = {name: f"{SECRET}{name}"[:10] for name in ("born", "education", "party", "post", "phone", "ethnicity")}
    deputies = [
        Deputy.objects.create(
            term=term, delegation=teams[n % 2], number=n + 1, name=name, district=f"第{n + 1}选区", **hidden
        )
        for n, name in enumerate(("陆文清", "方志远", "秦晓梅"))
    ]
    for deputy in deputies:
        MandateChange.objects.create(deputy=deputy, kind="ELECTED", on=date(2021, 9, 10), reason=f"{SECRET}理由")
    return deputies


def _activities(town: Town, deputies: list[Deputy]) -> None:
    checked = Activity.objects.create(
        town=town,
        year=2025,
        kind="ENFORCEMENT",
        topic="检查安全生产法执行情况",
        basis="安全生产法",
        planned_month=5,
        held_on=date(2025, 5, 20),
        place="镇工业园",
        problems=f"{SECRET}问题",
        opinion="请限期整改消防通道。",
        unit="应急管理站",
        opinion_sent_on=date(2025, 5, 26),
        reply_due=date(2025, 7, 26),
        state="AWAITING",
    )
    voters = Activity.objects.create(
        town=town,
        year=2025,
        kind="VOTERS",
        topic=f"走访选民{SECRET}甲",
        basis=SECRET,
        held_on=date(2025, 6, 3),
        place=f"{SECRET}乙家",
        unit=SECRET,
        opinion=f"{SECRET}诉求",
        opinion_sent_on=date(2025, 6, 9),
        reply=f"{SECRET}答复",
        replied_on=date(2025, 6, 20),
        state="REPLIED",
    )
    Activity.objects.create(
        town=town,
        year=2025,
        kind="SURVEY",
        topic="调研集镇停车",
        planned_month=4,
        state="DROPPED",
        dropped_because=SECRET,
    )
    FollowUp.objects.create(activity=checked, on=date(2025, 6, 30), note=f"{SECRET}回访")
    for activity, sha256 in ((checked, SHA256), (voters, OF_VOTERS)):
        Photo.objects.create(
            activity=activity,
            content=PICTURE,
            media_type="image/jpeg",
            width=640,
            height=480,
            sha256=sha256,
            caption="检查现场" if activity == checked else f"{SECRET}选民",
        )
        Participant.objects.create(activity=activity, deputy=deputies[0])


def _suggestions(town: Town, deputies: list[Deputy]) -> None:
    unit = ResponsibleUnit.objects.create(town=town, name="规划建设办")
    for number, title, is_public in (("2025-001", "关于修河西路的建议", True), ("2025-002", f"{SECRET}建议", False)):
        made = Suggestion.objects.create(
            town=town,
            term=deputies[0].term,
            number=number,
            kind="SUGGESTION",
            title=title,
            content=f"{SECRET}内容",
            plan=SECRET,
            state="CLOSED",
            decision=SECRET,
            tabled_on=date(2025, 4, 1),
            answered_on=date(2025, 6, 1),
            result="SATISFIED",
            is_public=is_public,
        )
        for place, deputy in enumerate(deputies[:2]):
            Signature.objects.create(suggestion=made, deputy=deputy, position=place, consents=is_public)
        Assignment.objects.create(
            suggestion=made, unit=unit, is_lead=True, assigned_on=date(2025, 4, 3), reason=SECRET, opinion=SECRET
        )
        DeputyContact.objects.create(suggestion=made, on=date(2025, 4, 9), how="PHONE", note=f"{SECRET}电话")
        answer = Answer.objects.create(
            suggestion=made,
            number=1,
            unit=unit,
            on=date(2025, 6, 1),
            mark="A",
            meaning="已经解决",
            text="河西路已列入计划，九月完工。" if is_public else SECRET,
            signed_by=SECRET,
        )
        AnswerEvaluation.objects.create(answer=answer, deputy=deputies[0], result="SATISFIED", reason=SECRET)


def _money(town: Town) -> None:
    source = MoneyImport.objects.create(town=town, filename=SECRET, sha256="0" * 64, content=b"", uploaded_at=JULY)
    for stage, approved in (("BUDGET", date(2025, 4, 1)), ("ADJUSTED", None)):
        account = YearAccount.objects.create(
            town=town,
            year=2025,
            stage=stage,
            unit=10_000,
            source=source,
            kept_at=JULY,
            reason=f"{SECRET}理由",
            approved_on=approved,
        )
        lines = [
            ("INCOME", "TOTAL", "收入总计", 60_000_000),
            ("INCOME", "ITEM", "税收收入" if approved else SECRET, 20_000_000),
            ("INCOME", "ITEM", "上级补助收入", 40_000_000),
            ("EXPENSE", "TOTAL", "支出总计", 60_000_000),
            ("EXPENSE", "ITEM", "教育支出", 35_000_000),
            ("EXPENSE", "ITEM", "农林水支出", 25_000_000),
        ]
        for position, (side, kind, name, yuan) in enumerate(lines):
            parent = None if kind == "TOTAL" else (0 if side == "INCOME" else 3)
            AccountLine.objects.create(
                account=account, position=position, side=side, kind=kind, name=name, yuan=yuan, parent=parent, cell="A1"
            )


def _targets(town: Town) -> None:
    target = Target.objects.create(
        town=town,
        year=2025,
        position=1,
        name="地区生产总值",
        unit="%",
        thousandths=5500,
        qualifier="左右",
        source=SECRET,
    )
    TargetActual.objects.create(target=target, period="HALF_YEAR", thousandths=5600, source=SECRET, entered_at=JULY)
    task = YearTask.objects.create(
        town=town, year=2025, position=1, title="改造背街小巷", owner="规划建设办", due_on=date(2025, 9, 30)
    )
    TaskProgress.objects.create(task=task, on=date(2025, 6, 28), percent=45, note=f"{SECRET}进度")
