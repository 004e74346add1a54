"""What must be ready before a session opens, and how far it is: the checklist of the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from huitang.congress.attendance import cards
from huitang.congress.elections.models import ElectionMethod
from huitang.congress.record.queries import SessionRecord
from huitang.congress.roster import queries as roster
from huitang.congress.runsheet import presidium
from huitang.congress.runsheet.models import RunSheetStep
from huitang.congress.scrutiny import queries as scrutiny


class Matter(StrEnum):
    """One thing to prepare; the page links each to where it is done."""

    ROLL = "ROLL"
    QUOTA = "QUOTA"
    LEAVE = "LEAVE"
    PRESIDIUM = "PRESIDIUM"
    REPORTERS = "REPORTERS"
    SCRUTINEERS = "SCRUTINEERS"
    METHOD = "METHOD"
    CANDIDATES = "CANDIDATES"
    PROJECTS = "PROJECTS"
    RATING = "RATING"
    CARDS = "CARDS"


class State(StrEnum):
    TODO = "TODO"
    CHECK = "CHECK"  # done, but something in it should be looked at
    DONE = "DONE"


@dataclass(frozen=True)
class Preparation:
    matter: Matter
    title: str
    state: State
    sentence: str

    @property
    def is_done(self) -> bool:
        return self.state is State.DONE


_Told = tuple[State, str]


def list_preparations(record: SessionRecord, *, town_id: int, chain: str) -> tuple[Preparation, ...]:
    """In the order they are usually done; what this session does not need is left out."""
    finders: tuple[tuple[Matter, str, Callable[[SessionRecord], _Told | None]], ...] = (
        (Matter.ROLL, _("代表名册"), _roll),
        (Matter.QUOTA, _("代表名额"), _quota),
        (Matter.LEAVE, _("请假"), _leave),
        (Matter.PRESIDIUM, _("主席团名单"), lambda kept: _presidium(kept, town_id, chain)),
        (Matter.REPORTERS, _("报告人"), _reporters),
        (Matter.SCRUTINEERS, _("监票人、计票人"), _scrutineers),
        (Matter.METHOD, _("选举办法"), _method),
        (Matter.CANDIDATES, _("候选人"), _candidates),
        (Matter.PROJECTS, _("民生实事候选项目"), _projects),
        (Matter.RATING, _("满意度测评"), _rating),
        (Matter.CARDS, _("代表证"), lambda kept: _cards(kept, town_id, chain)),
    )
    told = ((matter, title, find(record)) for matter, title, find in finders)
    return tuple(Preparation(matter, title, *found) for matter, title, found in told if found is not None)


def _roll(record: SessionRecord) -> _Told:
    count = roster.count_roll(record.session.term_id, on=record.session.opens_on)
    if not count.in_office:
        return State.TODO, _("还没有导入名册。")
    return State.DONE, _("开幕那天在任代表 {number} 名。").format(number=count.in_office)


def _quota(record: SessionRecord) -> _Told:
    count = roster.count_roll(record.session.term_id, on=record.session.opens_on)
    if not count.in_office:
        return State.TODO, _("名额 {quota} 名，名册还是空的。").format(quota=count.quota)
    if count.above_quota:
        words = _("在任 {number} 名，比名额 {quota} 多 {above} 名，请核对名册或名额。")
        return State.CHECK, words.format(number=count.in_office, quota=count.quota, above=count.above_quota)
    words = _("名额 {quota} 名，在任 {number} 名，出缺 {vacant} 名。")
    return State.DONE, words.format(quota=count.quota, number=count.in_office, vacant=count.vacant)


def _leave(record: SessionRecord) -> _Told:
    asked = sum(leave.state == "ASKED" for leave in record.leaves)
    known = {leave.deputy_id for leave in record.leaves}
    remarks = roster.list_remarks(record.session.term_id)
    remarked = sum(row.asks_leave and row.deputy_id not in known for row in remarks)
    if asked:
        return State.TODO, _("有 {number} 人请假等待批准。").format(number=asked)
    if remarked:
        return State.TODO, _("名册备注里有 {number} 人写了请假，还没有登记。").format(number=remarked)
    approved = sum(leave.state == "APPROVED" for leave in record.leaves)
    return State.DONE, _("已批准 {number} 人，没有待批的。").format(number=approved)


def _presidium(record: SessionRecord, town_id: int, chain: str) -> _Told:
    if not record.presidium:
        return State.TODO, _("还没有拟定主席团名单（草案）。")
    page = presidium.get_page(record.session.id, town_id=town_id, chain=chain)
    words = _("名单（草案）{number} 人。").format(number=len(record.presidium))
    if page.left_office:
        return State.CHECK, _("{told}其中 {number} 人开幕那天不在任。").format(told=words, number=len(page.left_office))
    if page.size_is_wrong:
        return State.CHECK, _("{told}人数与本省规定不符。").format(told=words)
    return State.DONE, words


def _reporters(record: SessionRecord) -> _Told | None:
    asked = RunSheetStep.objects.filter(session_id=record.session.id, words__contains="{报告人}")
    wanted = set(asked.values_list("item_id", flat=True))
    items = [item for item in record.agenda if item.id in wanted]
    if not items:
        return None
    blank = [item for item in items if not item.reporter]
    if blank:
        words = _("还有 {number} 项没有写报告人，运行单里会空着。")
        return State.TODO, words.format(number=len(blank))
    return State.DONE, _("{number} 项报告都写了报告人。").format(number=len(items))


def _scrutineers(record: SessionRecord) -> _Told | None:
    is_rated = record.rating is not None and bool(record.rating.items)
    if not record.elections and record.project_vote is None and not is_rated:
        return None
    kept = record.scrutiny
    if not kept.chief:
        return State.TODO, _("还没有拟定总监票人和监票人。")
    if not kept.tellers:
        return State.TODO, _("监票人已拟定，还没有指定计票人。")
    candidates = tuple(name.name for election in record.elections for name in election.nominations)
    clashes = scrutiny.check(record.session.id, candidates=candidates).collisions
    if clashes:
        names = "、".join(dict.fromkeys(clash.scrutineer for clash in clashes))
        return State.CHECK, _("{names}是候选人或候选人的近亲属，不能监票。").format(names=names)
    words = _("监票人 {number} 人（含总监票人），计票人 {tellers} 人。")
    return State.DONE, words.format(number=len(kept.scrutineers), tellers=len(kept.tellers))


def _method(record: SessionRecord) -> _Told | None:
    if not record.elections:
        return None
    if ElectionMethod.objects.filter(session_id=record.session.id).exists():
        return State.DONE, _("选举办法（草案）已经选定。")
    return State.CHECK, _("还没有改动，按默认办法。请看一遍再付印。")


def _candidates(record: SessionRecord) -> _Told | None:
    if not record.elections:
        return None
    fixed = sum(election.candidates_fixed_at is not None for election in record.elections)
    words = _("{all} 项选举，{fixed} 项已确定正式候选人。").format(all=len(record.elections), fixed=fixed)
    return (State.DONE if fixed == len(record.elections) else State.TODO), words


def _projects(record: SessionRecord) -> _Told | None:
    vote = record.project_vote
    if vote is None:
        return None
    if not vote.projects:
        return State.TODO, _("还没有导入候选项目，应选 {number} 项。").format(number=vote.to_choose)
    words = _("候选 {number} 项，应选 {choose} 项。").format(number=len(vote.projects), choose=vote.to_choose)
    too_few = len(vote.projects) < vote.to_choose or (vote.is_competitive and len(vote.projects) == vote.to_choose)
    return (State.CHECK if too_few else State.DONE), words


def _rating(record: SessionRecord) -> _Told | None:
    rating = record.rating
    if rating is None or not rating.items:
        return None
    return State.DONE, _("测评 {number} 项，在会上无记名投票。").format(number=len(rating.items))


def _cards(record: SessionRecord, town_id: int, chain: str) -> _Told:
    page = cards.get_cards(record.session.id, town_id=town_id, chain=chain)
    issued, every = len(page.with_card), len(page.holders)
    if not issued:
        return State.TODO, _("还没有发代表证，代表不能扫码进入。")
    words = _("{every} 名代表，{issued} 名有有效的代表证。").format(every=every, issued=issued)
    return (State.DONE if issued == every else State.CHECK), words
