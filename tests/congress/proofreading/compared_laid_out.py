"""Laid-out papers have no paragraphs to read: their parts are held against the record as they are."""

import re
from typing import Any

from huitang.congress.documents.drawing import Drawn
from huitang.congress.documents.source import Source
from huitang.congress.sittings.calendar import local_day
from tests.congress.proofreading.read_back import post_without_town
from tests.congress.proofreading.whole_sessions import WHOLE_DETAILS


def election_ballot(drawn: Drawn, source: Source) -> None:
    row = next(one for one in source.record.elections if one.id == drawn.subject.id)
    told = row.next_round if row.next_round.kind else row.rounds[0]
    assert (_names(drawn), drawn.paper.to_choose) == (list(told.candidates), told.seats)
    assert drawn.paper.session == source.session.title.zh
    assert drawn.paper.title == f"{source.session.title.town}{post_without_town(row.post_text.zh)}选举票"


def project_ballot(drawn: Drawn, source: Source) -> None:
    vote = source.record.project_vote
    assert vote is not None
    assert [(one.name, one.details) for one in drawn.paper.candidates] == [
        (row.name, (row.investment, row.due)) for row in vote.projects
    ]
    assert drawn.paper.to_choose == vote.rounds[0].places


def rating_ballot(drawn: Drawn, source: Source) -> None:
    rating = source.record.rating
    if rating is None:
        assert source.projects_before is not None
        assert _names(drawn) == [row.name for row in source.projects_before[1]]
        return
    assert _names(drawn) == [item.name for item in rating.items]
    assert drawn.paper.title == f"{rating.title}票"
    assert len(drawn.paper.choices) == (3 if rating.has_middle_grade else 2)


def _names(drawn: Drawn) -> list[str]:
    return [one.name for one in drawn.paper.candidates]


def _cards(drawn: Drawn, source: Source) -> list[Any]:
    title = source.session.title
    assert (drawn.paper.organ, drawn.paper.session) == (title.congress_zh, title.session_zh)
    return list(drawn.paper.cards)


def deputy_cards(drawn: Drawn, source: Source) -> None:
    assert [(one.name, one.number, one.delegation, one.code) for one in _cards(drawn, source)] == [
        (row.name, f"{row.number:03d}", row.delegation, source.card_codes[row.id]) for row in source.roll
    ]


def attendee_cards(drawn: Drawn, source: Source) -> None:
    people = source.record.attendees
    assert [(one.name, one.post) for one in _cards(drawn, source)] == [(row.name, row.post) for row in people]


def staff_cards(drawn: Drawn, source: Source) -> None:
    told = [f"{one.name} {one.post}" for one in _cards(drawn, source)]
    assert told == WHOLE_DETAILS["工作人员"].splitlines()


def count_staff_cards(drawn: Drawn, source: Source) -> None:
    scrutiny = source.record.scrutiny
    assert [(one.name, one.post) for one in _cards(drawn, source)] == [
        (scrutiny.chief, "总监票人"),
        *((name, "监票人") for name in scrutiny.others),
        *((name, "计票人") for name in scrutiny.tellers),
    ]


def seating_plan(drawn: Drawn, source: Source) -> None:
    """Everybody has one seat."""
    above = [name for row in drawn.paper.rostrum for name in row]
    below = [(one.name, one.group) for row in drawn.paper.floor for one in row if one]
    assert sorted(above) == sorted(row.name for row in source.record.presidium)
    seated = [(row.name, row.delegation) for row in source.roll if row.name not in above]
    seated += [(row.name, "列席") for row in source.record.attendees if row.name not in above]
    assert sorted(below) == sorted(seated)


def certificates(drawn: Drawn, source: Source) -> None:
    title = source.session.title
    told = []
    for page in drawn.paper.pages:
        found = re.fullmatch(r"经(\S+会议)于(\S+日)选举，您当选为(\S+)。", page.body[0])
        assert found
        told.append((page.addressee, found[1], found[2], found[3], page.organ, page.day))
    assert told == [
        (
            f"{name}同志：",
            title.zh,
            _declared(row),
            f"{title.town}{post_without_town(row.post_text.zh)}",
            f"{title.zh}主席团",
            _declared(row),
        )
        for row, name in source.record.elected
    ]


def _declared(row: Any) -> str:
    day = max(local_day(held.declared_at) for held in row.rounds)
    return f"{day.year}年{day.month}月{day.day}日"
