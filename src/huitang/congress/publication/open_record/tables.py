"""The record as tables, one row a line, each row with the address of the text that says so."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from huitang.adapters.spreadsheets import steady, writing
from huitang.adapters.spreadsheets.writing import CellValue
from huitang.congress.publication.figures import RoundFigures
from huitang.congress.publication.open_record.record import Addresses, PublicRecord, source_of
from huitang.congress.publication.queries import PublicSession

Row = tuple[CellValue, ...]
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Table:
    """`name` stands in the address, `title` on the page."""

    name: str
    title: str
    about: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]

    def as_csv(self) -> bytes:
        return writing.write_csv(self.head, self.rows)

    def as_xlsx(self) -> bytes:
        """The same bytes for the same rows."""
        return steady.steady(writing.write_xlsx(self.head, self.rows, sheet_name=self.title, title=self.title))


def list_tables(record: PublicRecord, addresses: Addresses) -> tuple[Table, ...]:
    """Every table that has rows."""
    found = (
        Table(name, title, about, (*head, "网址"), tuple(rows(record, addresses)))
        for name, title, about, head, rows in _TABLES
    )
    return tuple(table for table in found if table.rows)


def _deputies(record: PublicRecord, addresses: Addresses) -> Iterator[Row]:
    for row in record.of_kind("DEPUTIES"):
        for one in row.facts["deputies"]:
            at = (one["name"], one["delegation"], one["district"], _day(one["in_office_since"]))
            counted = (one["sittings_due"], one["sittings_present"], len(one["activities"]), len(one["suggestions"]))
            yield (row.facts["term"], *at, *counted, addresses.release(row.id))


def _projects(record: PublicRecord, addresses: Addresses) -> Iterator[Row]:
    for row in record.of_kind("PROJECTS"):
        for one in row.facts["projects"]:
            names = ("name", "field", "place", "unit", "stage")
            percents = ("planned_percent", "actual_percent")
            told = (
                one.get(name) for name in (*names, "investment_yuan", "paid_yuan", *percents, "band_words", "rating")
            )
            overdue = "是" if one["is_overdue"] else "否"
            yield (row.year, *told, _day(one["due"]), overdue, addresses.release(row.id))


def _suggestions(record: PublicRecord, addresses: Addresses) -> Iterator[Row]:
    for row in record.of_kind("SUGGESTIONS"):
        for one in row.facts["suggestions"]:
            head = (one["number"], one["title"], "、".join(one["proposers"]), one["unit"])
            told = (_day(one["answered_on"]), one["meaning"], one["result"], one["answer"])
            yield (*head, *told, addresses.release(row.id))


def _votes(record: PublicRecord, addresses: Addresses) -> Iterator[Row]:
    """Counts of each option; of papers nobody's choice is known."""
    for session in record.sessions:
        yield from _by_hand(session, addresses)
        for election in session.figures.elections:
            at = addresses.release(source_of(session, f"election:{election.id}").id)
            for held in election.rounds:
                yield from _by_paper(session, f"选举{election.post}", held, "当选", at)
        chosen = session.figures.projects
        for held in chosen.rounds if chosen else ():
            at = addresses.release(source_of(session, "session").id)
            yield from _by_paper(session, "民生实事项目票决", held, "确定", at)


def _by_hand(session: PublicSession, addresses: Addresses) -> Iterator[Row]:
    for vote in session.figures.votes:
        at = addresses.release(source_of(session, f"hand_vote:{vote.id}").id)
        result = "通过" if vote.is_passed else "未通过"
        counts = {
            "赞成": vote.votes_for,
            "反对": vote.votes_against,
            "弃权": vote.abstentions,
            "未表决": vote.not_voting,
        }
        for option, count in counts.items():
            head = (session.title, vote.title, "举手表决", 1, option, count)
            yield (*head, result, vote.needed, vote.in_office, vote.present, None, None, None, None, at)


def _by_paper(session: PublicSession, matter: str, held: RoundFigures, won: str, at: str) -> Iterator[Row]:
    papers = (held.in_office, held.present, held.issued, held.collected, held.valid, held.void)
    for one in held.standings:
        result = won if one.is_chosen else f"未{won}"
        yield (session.title, matter, "无记名投票", held.number, one.name, one.votes, result, held.needed, *papers, at)


def _money(record: PublicRecord, addresses: Addresses) -> Iterator[Row]:
    sides = {"INCOME": "收入", "EXPENSE": "支出"}
    for row in record.of_kind("MONEY"):
        for account in row.facts["accounts"]:
            for item in account["items"]:
                side = sides.get(item["side"], item["side"])
                line = (side, item["code"], item["name"], item["yuan"])
                yield (row.year, account["label"], _day(account["approved_on"]), *line, addresses.release(row.id))


def _targets(record: PublicRecord, addresses: Addresses) -> Iterator[Row]:
    names = ("name", "promised", "half_year", "actual", "difference", "state_words")
    for row in record.of_kind("TARGETS"):
        for one in row.facts["targets"]:
            yield (row.year, *(one.get(name) for name in names), addresses.release(row.id))


def _tasks(record: PublicRecord, addresses: Addresses) -> Iterator[Row]:
    for row in record.of_kind("TARGETS"):
        for one in row.facts["tasks"]:
            days = (_day(one["due_on"]), _day(one["done_on"]))
            told = (one["title"], one["measure"], one["owner"], *days, one["percent"], one["standing_words"])
            yield (row.year, *told, addresses.release(row.id))


def _supervision(record: PublicRecord, addresses: Addresses) -> Iterator[Row]:
    names = ("kind", "topic", "basis", "planned_month", "held_on", "place", "deputies", "state_words")
    after = ("unit", "opinion", "opinion_sent_on", "reply_due", "reply", "replied_on")
    days = ("held_on", "opinion_sent_on", "reply_due", "replied_on")
    for row in record.of_kind("SUPERVISION"):
        for one in row.facts["activities"]:
            told = (_day(one.get(name)) if name in days else one.get(name) for name in (*names, *after))
            yield (row.year, *told, addresses.release(row.id))


def _day(told: str | None) -> date | str | None:
    """A day of a cell; what is not the day of a machine stays as it was released."""
    if told and _ISO.fullmatch(told):
        return date.fromisoformat(told)
    return told


Rows = Callable[[PublicRecord, Addresses], Iterator[Row]]
_TABLES: tuple[tuple[str, str, str, tuple[str, ...], Rows], ...] = (
    (
        "deputies",
        "人大代表",
        "每位代表的代表团、选区、出席会议和参加活动的次数",
        ("届次", "姓名", "代表团", "选区", "任职起", "应出席", "出席", "参加活动", "公开的建议"),
        _deputies,
    ),
    (
        "votes",
        "表决和选举结果",
        "每次举手表决、每轮无记名投票的票数；无记名投票只有票数",
        (
            *("会议", "事项", "方式", "轮次", "选项", "票数", "结果", "所需票数"),
            *("代表总数", "到会", "发出", "收回", "有效", "无效"),
        ),
        _votes,
    ),
    (
        "projects",
        "民生实事项目",
        "每个项目的投资、进度、期限和评价",
        (
            *("年份", "项目", "领域", "地点", "责任单位", "阶段", "总投资（元）", "已支付（元）"),
            *("计划进度（%）", "实际进度（%）", "进度评价", "代表评价", "完成期限", "逾期"),
        ),
        _projects,
    ),
    (
        "suggestions",
        "代表建议办理",
        "经代表同意公开的建议和答复",
        ("编号", "题目", "提出代表", "承办单位", "答复日期", "办理结果", "代表评价", "答复"),
        _suggestions,
    ),
    (
        "supervision",
        "监督工作",
        "每项监督活动、提出的意见和答复",
        (
            *("年份", "类别", "题目", "依据", "计划月份", "开展日期", "地点", "代表人数", "进展"),
            *("单位", "意见", "意见发出", "答复期限", "答复", "答复日期"),
        ),
        _supervision,
    ),
    (
        "money",
        "预算和决算",
        "大会批准的预算、调整和决算的每个科目，单位是元",
        ("年份", "账目", "批准日期", "收支", "科目编码", "科目", "金额（元）"),
        _money,
    ),
    (
        "targets",
        "主要指标",
        "政府工作报告提出的指标和完成情况",
        ("年份", "指标", "目标", "上半年", "全年", "与目标相差", "结果"),
        _targets,
    ),
    (
        "tasks",
        "重点任务",
        "政府工作报告提出的任务和完成情况",
        ("年份", "任务", "标准", "责任单位", "期限", "办结日期", "完成（%）", "进展"),
        _tasks,
    ),
)
