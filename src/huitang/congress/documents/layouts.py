"""The laid-out papers of a session: ballots, cards, the seating plan, certificates, from the same facts as the texts."""

from collections.abc import Callable
from typing import Any

from huitang.adapters.papers import certificate, seating
from huitang.adapters.papers.ballot import BallotKind, BallotSheet, Candidate, MarkPlace, style_of
from huitang.adapters.papers.cards import Card, CardKind, CardSheet
from huitang.adapters.papers.certificate import Certificates
from huitang.adapters.papers.seating import SeatPlan, Sitter
from huitang.congress.documents import days, voting_words
from huitang.congress.documents.gaps import Asked, Missing
from huitang.congress.documents.source import Source
from huitang.congress.documents.subjects import Subject
from huitang.congress.elections.posts import ROUNDS
from huitang.congress.elections.queries import ElectionRow
from huitang.congress.project_votes.queries import ProjectVoteRow
from huitang.congress.ratings import queries as ratings
from huitang.congress.ratings.queries import RatingRow
from huitang.congress.record.count_desk import ROUND_KINDS
from huitang.congress.sittings.list_order import NameList
from huitang.rules.ballot import Scheme

_PLACES = {
    "姓名上方": MarkPlace.ABOVE,
    "姓名前": MarkPlace.BEFORE,
    "姓名右侧": MarkPlace.RIGHT,
    "姓名后一栏": MarkPlace.COLUMN,
}
_COLOURS = ("白色", "浅黄色", "浅绿色", "浅粉色")  # one colour a post keeps the papers of one box apart
_PEN = "请用黑色或者蓝色钢笔、签字笔填写，书写要清楚。"
_CONDUCT = (
    "佩戴证件入场，提前十五分钟签到。",
    "手机关机或者调成静音，不随意走动。",
    "请假须经代表团团长、秘书长批准。",
    "不得委托他人代为出席、代为投票。",
    "证件不转借；遗失请立即告诉会务组。",
)
_GRADES = ("满意", "基本满意", "不满意")

Printable = BallotSheet | CardSheet | SeatPlan | Certificates


def lay_out(key: str, subject: Subject, source: Source, asked: Asked) -> Printable | None:
    """None when something is missing; `asked` then knows what.

    :raises PaperIsRefused: more names or people than fit
    """
    return _LAID_OUT[key](subject, source, asked)


def _election_ballot(subject: Subject, source: Source, asked: Asked) -> BallotSheet | None:
    row = next(one for one in source.record.elections if one.id == subject.id)
    if row.candidates_fixed_at is None:
        asked.note(Missing("CANDIDATES"))
        return None
    told = _told(row)
    method = source.election_method
    words = voting_words.method(method)
    place = len([one for one in source.record.elections if one.id <= row.id])
    has_ovals = method.scheme is Scheme.OVAL
    return BallotSheet(
        style=style_of(BallotKind.ELECTION, post=place, round_number=_number(row)),
        kind=BallotKind.ELECTION,
        session=source.session.title.zh,
        title=f"{_post(row, source)}选举票",
        candidates=tuple(Candidate(name) for name in told.candidates),
        round=ROUNDS[told.kind].zh if told.kind else "",
        to_choose=told.seats,
        order_line=_order_line(row, len(told.candidates), source),
        place=MarkPlace.COLUMN if has_ovals else _mark_place(source),
        choices=("赞成", "反对", "弃权") if has_ovals else (),
        write_ins=told.seats if method.write_ins_allowed and not told.is_tie else 0,
        write_in_label="另选他人",
        write_ins_have_boxes=False,  # the name written is the vote for it
        explanation=_election_explanation(told.seats, words, is_tie=told.is_tie),
        seal="大会主席团印" if method.seal_required else "",
        paper_colour=_COLOURS[(place - 1) % len(_COLOURS)],
    )


def _order_line(row: ElectionRow, candidates: int, source: Source) -> str:
    is_by_hand = NameList.CANDIDATES.of(row.id) in source.by_hand
    return "按姓名笔画为序" if candidates > 1 and not is_by_hand else ""


def _election_explanation(seats: int, words: dict[str, str], *, is_tie: bool) -> tuple[str, ...]:
    told = (
        f"应选{seats}名。所选的人数（连同另选他人）等于或者少于应选名额的，选票有效；多于应选名额的，选票无效。",
        f"{words['记号']}。",
        "" if is_tie else words["另选"],
        words["印章"],
        _PEN,
    )
    return tuple(line for line in told if line)


def _project_ballot(_subject: Subject, source: Source, asked: Asked) -> BallotSheet | None:
    vote = source.record.project_vote
    if vote is None or not vote.projects:
        asked.note(Missing("PROJECTS"))
        return None
    told = _told(vote)
    shown = [project for project in vote.projects if project.name in told.projects]
    return BallotSheet(
        style=style_of(BallotKind.PROJECTS, post=1, round_number=_number(vote)),
        kind=BallotKind.PROJECTS,
        session=source.session.title.zh,
        title=f"{source.session.opens_on.year}年民生实事项目票决票",
        candidates=tuple(Candidate(row.name, (row.investment, row.due)) for row in shown),
        round=ROUND_KINDS[told.kind].zh if told.kind else "",
        to_choose=told.places,
        place=MarkPlace.BEFORE,
        name_head="项目名称",
        mark_head="选项",
        detail_heads=("投资（万元）", "完成时限"),
        is_numbered=True,
        explanation=(
            f"从{len(shown)}项中选{told.places}项。所选等于或者少于{told.places}项的有效，多于{told.places}项的无效。",
            "选中的项目画“○”，不选的不作记号；不另写其他项目。",
            _PEN,
        ),
    )


def _rating_ballot(_subject: Subject, source: Source, asked: Asked) -> BallotSheet | None:
    """What the session rates; while the office has listed nothing, the projects voted before."""
    rating = source.record.rating
    names = _rated_names(source)
    if not names:
        asked.note(Missing("EARLIER_PROJECTS"))
        return None
    told = _told(rating) if rating and rating.items else None
    return BallotSheet(
        style=style_of(BallotKind.RATING, post=1, round_number=_number(rating) if rating else 1),
        kind=BallotKind.RATING,
        session=source.session.title.zh,
        title=f"{rating.title}票" if rating and rating.items else "民生实事项目满意度测评票",
        candidates=tuple(Candidate(name) for name in names),
        round=ratings.KINDS[told.kind].zh if told else "",
        place=MarkPlace.COLUMN,
        choices=_GRADES if rating is None or rating.has_middle_grade else (_GRADES[0], _GRADES[-1]),
        name_head="测评内容" if rating and rating.items else "项目名称",
        is_numbered=True,
        explanation=("每一项只选一个等次，在所选等次下画“○”；不选或者选两个以上的，该项不计。", _PEN),
    )


def _rated_names(source: Source) -> list[str]:
    rating = source.record.rating
    if rating is None or not rating.items:
        return [project.name for project in source.projects_before[1]] if source.projects_before else []
    return [item.name for item in _told(rating).items]


def _deputy_cards(_subject: Subject, source: Source, asked: Asked) -> CardSheet | None:
    if not source.card_codes:
        asked.note(Missing("CARDS"))
        return None
    holders = [row for row in source.roll if row.id in source.card_codes]
    return _cards(
        source,
        tuple(
            Card(CardKind.DEPUTY, row.name, f"{row.number:03d}", row.delegation, code=source.card_codes[row.id])
            for row in holders
        ),
    )


def _attendee_cards(_subject: Subject, source: Source, asked: Asked) -> CardSheet | None:
    if not source.record.attendees:
        asked.note(Missing("ATTENDEES"))
        return None
    return _cards(source, tuple(Card(CardKind.GUEST, row.name, post=row.post) for row in source.record.attendees))


def _staff_cards(_subject: Subject, source: Source, asked: Asked) -> CardSheet | None:
    people = [line.split() for line in _detail("工作人员", source, asked).splitlines() if line.strip()]
    if not people:
        return None
    return _cards(source, tuple(Card(CardKind.STAFF, words[0], post=" ".join(words[1:])) for words in people))


def _count_staff_cards(_subject: Subject, source: Source, asked: Asked) -> CardSheet | None:
    scrutiny = source.record.scrutiny
    if not scrutiny.scrutineers:
        asked.note(Missing("SCRUTINEERS"))
        return None
    watching = [
        Card(CardKind.ELECTION_STAFF, row.name, post="总监票人" if row.is_chief else "监票人")
        for row in scrutiny.scrutineers
    ]
    counting = [Card(CardKind.ELECTION_STAFF, name, post="计票人") for name in scrutiny.tellers]
    return _cards(source, (*watching, *counting))


def _cards(source: Source, cards: tuple[Card, ...]) -> CardSheet:
    title = source.session.title
    return CardSheet(title.congress_zh, title.session_zh, cards, back=_CONDUCT)


def _seating_plan(_subject: Subject, source: Source, asked: Asked) -> SeatPlan | None:
    rows, per_row = (_whole_number(name, source, asked) for name in ("座位排数", "每排座位"))
    if not source.record.presidium:
        asked.note(Missing("PRESIDIUM"))
    if asked.missing or rows is None or per_row is None:
        return None
    above = _lines("主席台就座", source) or [row.name for row in source.record.presidium]
    floor = [Sitter(row.name, row.delegation) for row in source.roll if row.name not in above]
    floor += [Sitter(row.name, "列席") for row in source.record.attendees if row.name not in above]
    aisles = tuple(int(word) for word in source.details.get("过道", "").replace("，", ",").split(",") if word.isdigit())
    return seating.seat(
        tuple(floor),
        rows,
        per_row,
        aisles,
        title=f"{source.session.title.zh}座次表",
        rostrum=seating.seat_rostrum(tuple(above)),
        entrances=tuple(_lines("入口", source)),
    )


def _certificates(_subject: Subject, source: Source, asked: Asked) -> Certificates | None:
    if not source.record.elected:
        asked.note(Missing("ELECTED"))
        return None
    session = source.session.title
    pages = [
        certificate.elected(
            name=name,
            session=session.zh,
            post=_post(row, source),
            organ=f"{session.zh}主席团",
            day=_declared_on(row, source),
            elected_on=f"于{_declared_on(row, source)}",
        )
        for row, name in source.record.elected
    ]
    return Certificates("当选证书", tuple(pages))


def _told(vote: Any) -> Any:  # rounds of the three votes share names, not a type
    """The round whose paper is printed: the open one, the one to come, or the first when all is done."""
    return vote.open_round or (vote.next_round if vote.next_round.kind else vote.rounds[0])


def _number(vote: ElectionRow | ProjectVoteRow | RatingRow) -> int:
    """Of that round."""
    if vote.open_round is not None:
        return vote.open_round.number
    return len(vote.rounds) + 1 if vote.next_round.kind else 1


def _post(row: ElectionRow, source: Source) -> str:
    return f"{source.session.title.town}{row.post_text.zh.removeprefix('镇')}"


def _declared_on(row: ElectionRow, source: Source) -> str:
    declared = [held.declared_at for held in row.rounds if held.declared_at]
    return days.day(days.local(max(declared))) if declared else days.day(source.session.closes_on)


def _mark_place(source: Source) -> MarkPlace:
    return _PLACES.get(source.details.get("选票符号位置", ""), MarkPlace.ABOVE)


def _detail(name: str, source: Source, asked: Asked) -> str:
    text = source.details.get(name, "")
    if not text:
        asked.note(Missing("DETAIL", name))
    return text


def _whole_number(name: str, source: Source, asked: Asked) -> int | None:
    text = _detail(name, source, asked)
    if text and not text.isdigit():
        asked.note(Missing("DETAIL", name))
    return int(text) if text.isdigit() else None


def _lines(name: str, source: Source) -> list[str]:
    return [line.strip() for line in source.details.get(name, "").splitlines() if line.strip()]


_LAID_OUT: dict[str, Callable[[Subject, Source, Asked], Printable | None]] = {
    "election_ballot": _election_ballot,
    "project_ballot": _project_ballot,
    "rating_ballot": _rating_ballot,
    "deputy_cards": _deputy_cards,
    "attendee_cards": _attendee_cards,
    "staff_cards": _staff_cards,
    "count_staff_cards": _count_staff_cards,
    "seating_plan": _seating_plan,
    "certificates": _certificates,
}
