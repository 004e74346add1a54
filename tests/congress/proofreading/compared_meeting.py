"""Papers of the meetings: scripts, sheets to sign in, reports, the closing speech."""

import re
from decimal import Decimal

from huitang.congress.agenda.queries import ItemRow
from huitang.congress.money.report import AccountFigures, AdjustmentFigures, SideFigures
from huitang.congress.proofreading.attendance_words import AttendanceSaid
from huitang.congress.record.queries import Attended, attended_of
from huitang.congress.targets.queries import TargetReport
from tests.congress.proofreading.read_back import (
    ReadBack,
    days_of,
    own_session,
    post_without_town,
    says_when,
    sessions_named,
    sitting_of,
    whole,
)
from tests.congress.proofreading.sessions import DETAILS

NOT_IN_MINUTES = ("OPEN_SITTING", "CLOSE_SITTING", "CLOSE_SESSION")
_TARGET = re.compile(
    r"(?P<name>[一-鿿]+?)(?:增长)?(?P<said>\d[\d.]*(?:%|人|家)\w*)(?:（(?:全年)?目标(?P<promised>[^）]+)）)?"
)


def four(said: AttendanceSaid) -> tuple[int, int, int, int]:
    """In office, on leave, absent, present; what is not said is nothing."""
    numbers = {name: figure.number for name, figure in said.figures.items()}
    in_office, on_leave, absent, present = (
        numbers.get(name, 0) for name in ("in_office", "on_leave", "absent", "present")
    )
    return in_office, on_leave, absent, present


def counted(attended: Attended | None) -> list[tuple[int, int, int, int]]:
    return [(attended.in_office, attended.on_leave, attended.absent, attended.present)] if attended else []


def script(back: ReadBack) -> None:
    sitting = sitting_of(back)
    assert sessions_named(back.found) == own_session(back.record)
    assert back.lines[0].endswith(f"{sitting.title.zh}主持词")
    says_when(back, sitting, back.behind("时间"))
    assert back.behind("地点") == (sitting.place or back.record.session.place)
    assert back.behind("主持") == (sitting.presider or "＿＿＿＿")
    attended = counted(attended_of(sitting))
    told = [four(said) for said in back.found.attendance]
    assert set(told) == set(attended)
    assert bool(attended) == any(line.startswith("出席：") for line in back.lines)
    steps = [step for step in back.source.steps if step.sitting_id == sitting.id]
    assert back.steps() == [step.title for step in steps]
    for step in steps:
        assert all(line.strip() in back.lines for line in step.words.splitlines() if line.strip())
    _voted_on_in_script(back)


def _voted_on_in_script(back: ReadBack) -> None:
    """Seats and candidates of the election, and how many projects of how many."""
    vote = back.record.project_vote
    for of, chosen in re.findall(r"候选项目(\d+)项，应选(\d+)项", back.words):
        assert vote is not None
        assert (int(of), int(chosen)) == (len(vote.projects), vote.to_choose)
    for post, seats, names in re.findall(r"现在选举(\S+?)。应选(\d+)名，候选人：([^。]+)。", back.words):
        told = (post, int(seats), tuple(names.split("、")))
        assert told in [
            (row.post_text.zh, held.seats, held.candidates) for row in back.record.elections for held in _told(row)
        ]


def _told(row):  # type: ignore[no-untyped-def]
    return (row.rounds[0], row.next_round)


def sign_in_sheet(back: ReadBack) -> None:
    sitting, source = sitting_of(back), back.source
    assert sessions_named(back.found) == own_session(back.record)
    assert back.lines[0].endswith(f"{sitting.title.zh}签到册")
    says_when(back, sitting, back.lines[1])
    assert back.lines[1].endswith(sitting.place or back.record.session.place)
    assert [(roll.title, roll.number.number, roll.names) for roll in back.found.rolls] == [
        (one.name, one.in_office, tuple(row.name for row in source.roll if row.delegation_id == one.id))
        for one in source.delegations
    ]
    numbered = [
        (row[place], row[place + 1]) for table in back.tables for row in table[1:] for place in (0, 3) if row[place]
    ]
    assert sorted(numbered) == [(f"{row.number:03d}", row.name) for row in source.roll]


def item_of(back: ReadBack) -> ItemRow:
    item = next(one for one in back.record.agenda if one.id == back.id)
    assert back.lines[0] == item.title
    assert whole(back.record.session.opens_on) in days_of(back.found.dates[:1])
    assert back.lines[2] == (item.reporter or "＿＿＿＿") or item.reporter in back.lines[1]
    assert own_session(back.record) <= sessions_named(back.found)
    return item


def report_government(back: ReadBack) -> None:
    item, source = item_of(back), back.source
    year = back.record.session.opens_on.year
    halves = [f"{year}年上半年工作情况", f"{year}年下半年工作安排"]
    years = [f"{year - 1}年工作回顾", f"{year}年工作总体要求和主要预期目标", f"{year}年重点工作"]
    assert back.steps() == (halves if item.subject == "ECONOMIC_REPORT" else years)
    if item.subject == "ECONOMIC_REPORT":
        assert _targets(back, "上半年，") == _measured(source.targets, "half_year")
    else:
        assert _targets(back, f"{year - 1}年，") == _measured(source.targets_before, "year")
        promised = source.targets.targets if source.targets else ()
        assert _targets(back, f"{year}年主要预期目标：") == [(row.name, row.promised, "") for row in promised]


def _targets(back: ReadBack, begins: str) -> list[tuple[str, str, str]]:
    """Name, figure, and the target in brackets behind it."""
    lines = [line.removeprefix(begins).removesuffix("。") for line in back.lines if line.startswith(begins)]
    told = [_TARGET.fullmatch(part) for line in lines for part in line.split("；")]
    assert all(told), lines
    return [(found["name"], found["said"], found["promised"] or "") for found in told if found]


def _measured(report: TargetReport | None, period: str) -> list[tuple[str, str, str]]:
    rows = report.targets if report else ()
    measured = [(row, getattr(row, period)) for row in rows]
    return [(row.name, actual.told, row.promised) for row, actual in measured if actual]


def report_presidium(back: ReadBack) -> None:
    item_of(back)
    source = back.source
    (told,) = [line for line in back.lines if "共召开镇人民代表大会" in line]
    year = back.record.session.opens_on.year
    assert back.steps() == [f"{year - 1}年工作回顾", f"{year}年工作安排"]
    assert back.numbers(r"共召开镇人民代表大会(\d+)次") == [len(source.last_year) or int(DETAILS["去年会议次数"])]
    earlier = {(row.title.term, row.title.number) for row in source.last_year}
    own = back.record.session.title
    assert {one.key for one in back.found.sessions} == earlier | {(own.term, own.number)}
    assert told.startswith(f"{back.record.session.opens_on.year - 1}年，")
    for pattern, name in (
        (r"依法补选人大代表(\d+)人次", "补选代表人次"),
        (r"专项执法检查(\d+)次", "执法检查次数"),
        (r"集中调研(\d+)次", "视察调研次数"),
        (r"交办代表建议(\d+)件", "交办建议件数"),
    ):
        assert back.numbers(pattern) == [int(DETAILS[name])]
    assert {(one.what, one.figure.number) for one in back.found.seats} == {
        ("quota", source.count.quota),
        ("in_office", source.count.in_office),
    }
    assert back.found.dates[-1].on(None) == back.record.session.opens_on


def report_budget(back: ReadBack) -> None:
    item, figures = item_of(back), back.source.figures
    assert figures is not None
    accounts = {
        "BUDGET": (figures.last_year, figures.budget),
        "FINAL_ACCOUNTS": (figures.last_year,),
        "BUDGET_EXECUTION": (figures.half_year,),
    }.get(item.subject, ())
    doubtful = {n for n, one in enumerate(back.paragraphs) if one.text.startswith("（核对：")}
    assert [back.paragraphs[n].text for n in sorted(doubtful)] == [
        f"（核对：{sentence}。办公室的说明：{reason}。）" for sentence, reason in figures.doubts
    ]
    sums = [said.yuan for said in back.found.sums if said.paragraph not in doubtful]
    rows = [row for table in back.tables for row in table[1:]]
    if item.subject == "BUDGET_ADJUSTMENT":
        _adjusted(back, figures.adjustment, sums, rows)
        return
    expected = [account for account in accounts if account]
    titles = [f"{row.label}{'草案' if row.stage == 'BUDGET' else '情况'}" for row in expected]
    assert back.steps() == titles
    assert [line for line in back.lines if line.endswith("（单位：万元）")] == [
        f"{one}（单位：万元）" for one in titles
    ]
    told = [line for line in back.lines if re.match(r"\d{4}年\S*?(?:收入|支出)\S*。$", line)]
    lines = [row.year for row in expected for _ in range(1 if row.stage == "BUDGET" else 2)]
    assert [int(line[:4]) for line in told] == lines
    assert sums == [Decimal(yuan) for account in expected for yuan in _sums(account)]
    assert len(back.tables) == len(expected)
    for table, account in zip(back.tables, expected, strict=True):
        told_rows = [dict(zip(table[0], row, strict=True)) for row in table[1:]]
        beside = "比上年执行数" if account.stage == "BUDGET" else "比上年"  # a column with no figure at all is left out
        assert [(row["项目"], _yuan(row["金额"]), row.get("为预算", ""), row.get(beside, "")) for row in told_rows] == [
            (one.name, one.yuan, "" if account.stage == "BUDGET" else one.percent_of_plan, one.growth)
            for side in _sides(account)
            for one in side.items
        ]
    assert [one for line in back.lines for one in re.findall(r"(\d[\d.]*%)", line)] == [
        said for account in expected for said in _percents(account)
    ]
    falls = [side.growth.startswith("-") for account in expected for side in _sides(account) if side.growth]
    assert [word == "下降" for word in re.findall(r"比上年(?:执行数)?(增长|下降)", back.words)] == falls


def _sides(account: AccountFigures) -> tuple[SideFigures, SideFigures]:
    return account.income, account.expense


def _sums(account: AccountFigures) -> list[int]:
    more = account.reserve if account.stage == "BUDGET" else max(0, account.balance)
    return [account.income.yuan, account.expense.yuan, *([more] if more else [])]


def _percents(account: AccountFigures) -> list[str]:
    """In the order of the sentences, without their sign: the words say whether it fell."""
    if account.stage == "BUDGET":
        told = [account.income.growth, account.expense.growth, account.reserve_share if account.reserve else ""]
    else:
        told = [said for side in _sides(account) for said in (side.percent_of_plan, side.growth)]
    return [said.removeprefix("-") for said in told if said]


def _adjusted(back: ReadBack, found: AdjustmentFigures | None, sums: list[Decimal], rows: list[list[str]]) -> None:
    assert found is not None
    title = f"{found.year}年预算调整草案"
    assert back.steps() == [title]
    assert f"{title}（单位：万元）" in back.lines
    assert any(line.startswith(f"{found.year}年一般公共预算支出总额") for line in back.lines)
    assert sums == [abs(found.change), found.total_after]
    assert ("拟增加" in back.words) == (found.change >= 0)
    assert [(row[0], _yuan(row[1])) for row in rows] == list(found.by_item)


def _yuan(wan: str) -> int:
    """1,200.50 of 万元."""
    return int(Decimal(wan.replace(",", "")) * 10_000)


def report_projects(back: ReadBack) -> None:
    item_of(back)
    before = back.source.projects_before
    if before is None:
        assert DETAILS["民生实事项目情况"] in back.words
        return
    session, projects = before
    assert any(line.startswith(f"{session}票决的") for line in back.lines)
    assert back.numbers(r"民生实事项目共(\d+)个") == [len(projects)]
    assert [tuple(row[:4]) for row in back.tables[0][1:]] == [
        (str(place), one.name, one.scale, one.unit) for place, one in enumerate(projects, start=1)
    ]


def closing_speech(back: ReadBack) -> None:
    record, session = back.record, back.record.session
    assert sessions_named(back.found) == own_session(record)
    attended = record.attended
    assert attended is not None
    assert [four(said)[::3] for said in back.found.attendance] == [(attended.in_office, attended.present)]
    assert back.found.dates[0].on(None) == session.closes_on
    assert back.numbers(r"经过(\w)天") == [(session.closes_on - session.opens_on).days + 1]
    assert list(back.found.adopted) == [vote.title for vote in record.decided_votes if vote.is_passed]
    vote = record.project_vote
    projects = [(str(session.opens_on.year), str(len(vote.adopted)))] if vote and vote.adopted else []
    assert re.findall(r"(\d+)年重点民生实事项目(\d+)个", back.words) == projects
    told = re.findall(r"(?:选举产生了|，)" + session.title.town + r"(\S+?)(\d+)名(?=，|。)", back.words)
    assert [(post, int(number)) for post, number in told] == [
        (post_without_town(row.post_text.zh), len(row.elected)) for row in record.elections if row.elected
    ]


def presidium_minutes(back: ReadBack) -> None:
    sitting, record = sitting_of(back), back.record
    assert sessions_named(back.found) == own_session(record)
    says_when(back, sitting, back.behind("时间"))
    assert back.behind("地点") == (sitting.place or record.session.place)
    assert back.behind("主持") == (sitting.presider or DETAILS["主席团会议主持人"])
    names = [row.name for row in record.presidium]
    assert back.behind("主席团成员") == f"{'、'.join(names)}（共{len(names)}人，出席情况见签到册）"
    seated = {row.deputy_id for row in record.presidium}
    away = [row.name for row in record.leaves if row.state == "APPROVED" and row.deputy_id in seated]
    assert any(line.startswith("请假：") for line in back.lines) == bool(away)
    assert not away or back.behind("请假").split("、") == away
    assert back.behind("记录") == DETAILS["记录人"]
    steps = [one for one in back.source.steps if one.sitting_id == sitting.id and one.deed not in NOT_IN_MINUTES]
    assert back.steps() == [step.title for step in steps]
    assert sum(line.startswith("会议决定：") for line in back.lines) == len(steps)  # the chair's words are no minutes
    assert days_of(back.found.dates[-1:]) == [whole(sitting.starts_at.date())]
