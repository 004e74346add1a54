"""Papers of the votes: methods, lists, reports of the count, oaths, and what is published afterwards."""

import re
from collections.abc import Mapping

from huitang.congress.elections.queries import RoundRow
from huitang.congress.proofreading.facts_in import FoundFacts
from huitang.congress.ratings.grades import grade_text
from huitang.congress.record.tally_sheet import RatedTallyLine, TallySheet
from huitang.congress.sittings.calendar import local_day
from tests.congress.proofreading.compared_meeting import counted, four
from tests.congress.proofreading.read_back import (
    ReadBack,
    days_of,
    own_session,
    post_without_town,
    sessions_named,
    whole,
)
from tests.congress.proofreading.sessions import DETAILS

RESULTS = {"ELECTED": "当选", "ADOPTED": "入选", "TIED": "票数相等", "": ""}


def election_method(back: ReadBack) -> None:
    elections = back.record.elections
    assert sessions_named(back.found) == own_session(back.record)
    (second,) = [line for line in back.lines if line.startswith("第二条")]
    told = re.findall(back.record.session.title.town + r"(\S+?)(\d+)名(?=；|。)", second)
    assert [(post, int(seats)) for post, seats in told] == [
        (post_without_town(row.post_text.zh), row.seats) for row in elections
    ]
    said = re.findall(r"(?m)^(镇人民\S+?)应选(\d+)名，补选", back.words)
    assert [(post, int(seats)) for post, seats in said] == [(row.post_text.zh, row.seats) for row in elections]


def scrutineer_list(back: ReadBack) -> None:
    scrutiny = back.record.scrutiny
    assert sessions_named(back.found) == own_session(back.record)
    (roll,) = back.found.rolls
    assert (roll.number.number, roll.names) == (
        len(scrutiny.scrutineers),
        tuple(row.name for row in scrutiny.scrutineers),
    )
    assert back.list_under("一、总监票人") == [scrutiny.chief]
    assert back.list_under("二、监票人") == list(scrutiny.others)
    assert back.list_under("三、计票人（由主席团指定）") == list(scrutiny.tellers)


def project_method(back: ReadBack) -> None:
    vote, session = back.record.project_vote, back.record.session
    assert vote is not None
    assert re.findall(r"从(\d+)个候选项目中选出(\d+)个", back.words) == [(str(len(vote.projects)), str(vote.to_choose))]
    assert f"{session.title.town}{session.opens_on.year}年民生实事项目" in back.words
    assert ("全体代表过半数赞成票的项目" in back.words) == (vote.mode == "MAJORITY")


def rating_method(back: ReadBack) -> None:
    session = back.record.session
    assert f"{session.title.town}人民政府{session.opens_on.year - 1}年民生实事项目" in back.words
    rating = back.record.rating
    base = "实到" if rating and rating.base == "PRESENT" else "全体"
    assert f"满意票达到{base}代表过半数的，为“满意”" in back.words
    assert ("合计达到" in back.words) == ("三个等次" in back.words) == (rating is None or rating.has_middle_grade)
    assert ("满意率应当达到" in back.words) == bool(rating and rating.threshold)
    assert rating is None or rating.threshold in back.words


def rating_report(back: ReadBack) -> None:
    sheet = _sheet(back)
    tally, rating = sheet.tally, back.record.rating
    assert tally is not None
    assert rating is not None
    said = _figures(back.found)
    electorate = {"in_office": sheet.electorate.deputies_in_office, "present": sheet.electorate.deputies_present}
    papers = {"issued": sheet.ballot.papers_issued, "collected": sheet.ballot.papers_collected}
    if tally.is_void_round:
        assert said == electorate | papers
        assert "本次测评无效" in back.words
        assert back.tables == []
        return
    assert said == electorate | papers | {"valid": tally.papers_valid, "void": tally.papers_void}
    assert back.numbers(r"过半数，即(\d+)票") == [tally.outcome["votes_needed"]]
    assert f"以{'全体' if rating.base == 'ALL' else '实到'}代表的过半数" in back.words
    assert back.tables[0][1:] == [_rated_row(place, line) for place, line in enumerate(tally.rated, start=1)]
    following = [f"{line.name}：{line.following.zh}。" for line in tally.rated if line.following.zh]
    assert [line for line in back.lines if line in following] == following


def _rated_row(place: int, line: RatedTallyLine) -> list[str]:
    counts = (line.satisfied, line.basically, line.dissatisfied, line.void)
    grade = f"{line.grade.zh or '没有评出'}{'（未达标准）' if line.reaches_threshold is False else ''}"
    return [str(place), line.name, *(str(count) for count in counts), line.rate or "—", grade]


def _sheet(back: ReadBack) -> TallySheet:
    sheet = next(one for one in back.source.tallies if one.ballot.id == back.id)
    assert sessions_named(back.found) == own_session(back.record)
    assert sheet.thing.what.zh in back.lines[0]
    assert days_of(back.found.dates[-1:]) == [whole(local_day(sheet.thing.held.opened_at))]
    return sheet


def papers_report(back: ReadBack) -> None:
    sheet = _sheet(back)
    cells = [cell for row in back.tables[0] for cell in row if cell]
    assert dict(zip(cells[::2], map(int, cells[1::2]), strict=True)) == {
        "全体代表": sheet.electorate.deputies_in_office,
        "出席代表": sheet.electorate.deputies_present,
        "发出票数": sheet.ballot.papers_issued,
        "收回票数": sheet.ballot.papers_collected,
    }
    is_void = bool(sheet.tally and sheet.tally.is_void_round)
    assert ("本次投票无效" in back.words, "本次投票有效" in back.words) == (is_void, not is_void)


def tally_report(back: ReadBack) -> None:
    sheet = _sheet(back)
    tally = sheet.tally
    assert tally is not None
    said = _figures(back.found)
    electorate = {"in_office": sheet.electorate.deputies_in_office, "present": sheet.electorate.deputies_present}
    papers = {"issued": sheet.ballot.papers_issued, "collected": sheet.ballot.papers_collected}
    if tally.is_void_round:
        assert said == electorate | papers
        assert "本次投票无效" in back.words
        assert back.found.tally_rows == ()
        return
    assert said == electorate | papers | {"valid": tally.papers_valid, "void": tally.papers_void}
    assert back.numbers(r"过半数，即(\d+)票") == [tally.outcome["votes_needed"]]
    rows = [
        (row.name, row.votes_for.number, row.votes_against, row.abstentions, row.result)
        for row in back.found.tally_rows
    ]
    is_of_persons = isinstance(sheet.thing.held, RoundRow)
    assert rows == [
        (
            line.name,
            line.votes_for,
            line.votes_against if is_of_persons else None,
            line.abstentions if is_of_persons else None,
            RESULTS[line.result],
        )
        for line in tally.lines
    ] + [(f"另选：{name}", votes, None, None, RESULTS[result]) for name, votes, result in tally.write_ins]
    if not is_of_persons:
        assert [row[0] for row in back.tables[0][1:]] == [str(place) for place in range(1, len(rows) + 1)]
    _chosen(back, tally.outcome, "当选" if is_of_persons else "入选")


def _chosen(back: ReadBack, outcome: Mapping[str, list[str]], word: str) -> None:
    chosen = outcome.get("elected") or outcome.get("adopted") or []
    if chosen:
        assert back.behind(word).removesuffix("。").split("、") == chosen
    else:
        assert f"没有{'人当选' if word == '当选' else '项目入选'}。" in back.lines
    tied = [line.removesuffix("票数相等，再次投票。") for line in back.lines if line.endswith("票数相等，再次投票。")]
    assert tied == (["、".join(outcome["tied"])] if outcome["tied"] else [])


def _figures(found: FoundFacts) -> dict[str, int]:
    """What all statements about papers say together; nothing twice."""
    names = ("in_office", "present", "issued", "collected", "valid", "void")
    told = [(name, getattr(said, name).number) for said in found.papers for name in names if getattr(said, name)]
    assert len(dict(told)) == len(told)
    return dict(told)


def oath_plan(back: ReadBack) -> None:
    record, town = back.record, back.record.session.title.town
    assert sessions_named(back.found) == own_session(record)
    told = [line.removeprefix(town).split("：") for line in back.lines if re.match(town + r"人民\S+：", line)]
    assert [(post, names.split("、")) for post, names in told] == [
        (post_without_town(row.post_text.zh), list(row.elected)) for row in record.elections if row.elected
    ]
    if not record.elected:
        posts = "、".join(f"{town}{post_without_town(row.post_text.zh)}" for row in record.elections)
        assert f"（{posts}）。" in back.words
    assert f"在{record.session.place}进行" in back.words
    sworn_in_alone = sum(len(row.elected) for row in record.elections) == 1
    assert (f"领誓人：{DETAILS['领誓人']}。" in back.words) is not sworn_in_alone


def oath_text(back: ReadBack) -> None:
    """The record says nothing here; the oath is that of 2018 to the letter."""
    assert (
        "我宣誓：忠于中华人民共和国宪法，维护宪法权威，履行法定职责，忠于祖国、忠于人民，恪尽职守、廉洁奉公，接受人民监督，"
        "为建设富强民主文明和谐美丽的社会主义现代化强国努力奋斗！"
    ) in back.lines
    assert days_of(back.found.dates) == [(2018, 2, 24)]


def statement(back: ReadBack) -> None:
    assert sessions_named(back.found) == own_session(back.record)
    _elected(back)


def _elected(back: ReadBack) -> None:
    town = back.record.session.title.town
    assert [(one.names, one.town, one.post) for one in back.found.elected] == [
        (one.elected, town, post_without_town(one.post_text.zh)) for one in back.record.elections if one.elected
    ]


def resolution(back: ReadBack) -> None:
    record = back.record
    vote = next(one for one in record.decided_votes if one.id == back.id)
    assert vote.is_passed
    assert sessions_named(back.found) == own_session(record)
    assert days_of(back.found.dates[:1]) == [whole(local_day(vote.decided_at))]
    item = next((item for item in record.agenda if item.id == vote.item_id), None)
    assert item is not None
    assert back.found.titles == (item.title,)
    assert vote.title in back.lines[0]


def announcement(back: ReadBack) -> None:
    assert sessions_named(back.found) == own_session(back.record)
    assert back.numbers(r"第(\d+)号") == [_place_of(back)]
    if back.drawn.subject.kind == "projects":
        _announced_projects(back)
    else:
        _announced_election(back)


def _place_of(back: ReadBack) -> int:
    """Announcements are numbered as their first results were declared."""
    vote = back.record.project_vote
    declared = [(row.rounds[0].declared_at, row.id) for row in back.record.elections if row.elected]
    declared += [(vote.rounds[0].declared_at, 0)] if vote and vote.adopted else []
    order = [row_id for _, row_id in sorted(declared, key=lambda pair: pair[0])]
    return order.index(0 if back.drawn.subject.kind == "projects" else back.id) + 1


def _announced_election(back: ReadBack) -> None:
    election = next(one for one in back.record.elections if one.id == back.id)
    assert [(one.names, one.post) for one in back.found.elected] == [
        (election.elected, post_without_town(election.post_text.zh))
    ]
    assert [
        tuple(figure.number for figure in (said.in_office, said.present, said.issued, said.collected) if figure)
        for said in back.found.papers
    ] == [
        (
            held.electorate.deputies_in_office,
            held.electorate.deputies_present,
            held.ballot.papers_issued,
            held.ballot.papers_collected,
        )
        for held in election.rounds
    ]
    rows = [(row.name, row.votes.number) for row in back.found.results]
    assert rows == [  # whom a voter only wrote in is in the tally report, not in the announcement
        (name, votes)
        for held in election.rounds
        for name, votes in held.outcome["ranking"]
        if name in held.candidates or name in held.outcome["elected"]
    ]
    assert {row.name for row in back.found.results if row.result == "当选"} == set(election.elected)
    assert set(days_of(back.found.dates)) == {whole(local_day(election.rounds[-1].declared_at))}


def _announced_projects(back: ReadBack) -> None:
    vote = back.record.project_vote
    assert vote is not None
    session = back.record.session
    assert f"对{session.title.town}人民政府{session.opens_on.year}年重点民生实事候选项目" in back.words
    assert f"{session.title.town}人民政府{session.opens_on.year}年重点民生实事项目" in back.lines
    assert set(days_of(back.found.dates)) == {whole(local_day(vote.rounds[-1].declared_at))}
    assert [(one.of, one.chosen) for one in back.found.projects] == [(len(vote.projects), len(vote.adopted))]
    assert list(back.found.project_rows) == [(one.name, one.investment) for one in vote.adopted_projects]
    assert [tuple(row) for row in back.tables[0][1:]] == [
        (str(place), one.name, one.scale, one.investment, one.unit, one.due)
        for place, one in enumerate(vote.adopted_projects, start=1)
    ]
    electorate = vote.rounds[-1].electorate
    assert [(one.in_office.number, one.present.number) for one in back.found.papers] == [
        (electorate.deputies_in_office, electorate.deputies_present)
    ]


def news(back: ReadBack) -> None:
    record, session = back.record, back.record.session
    assert sessions_named(back.found) == own_session(record)
    held = list(dict.fromkeys((session.opens_on, session.closes_on)))
    assert [(said.month, said.day) for said in back.found.dates[: len(held)]] == [(day.month, day.day) for day in held]
    assert [four(said) for said in back.found.attendance] == counted(record.attended)
    heard = [item.title for item in record.agenda if item.verb in ("HEAR", "HEAR_AND_DELIBERATE")]
    read = [item.title for item in record.agenda if item.verb in ("DELIBERATE", "EXAMINE_AND_APPROVE")]
    assert list(back.found.titles) == heard + read
    assert list(back.found.adopted) == [vote.title for vote in record.decided_votes if vote.is_passed]
    _elected(back)
    vote = record.project_vote
    chosen = [(len(vote.projects), len(vote.adopted), vote.adopted)] if vote and vote.adopted else []
    assert back.numbers(r"票决出(\d+)年") == [session.opens_on.year] * len(chosen)
    assert [(one.of, one.chosen, one.names) for one in back.found.projects] == chosen
    _graded(back)


def _graded(back: ReadBack) -> None:
    """What the news says of a rating: its name once, and each item that got a grade with it."""
    rating = back.record.rating
    rated = [(line["name"], grade_text(line["grade"]).zh) for line in (rating.rated if rating else ()) if line["grade"]]
    told = [line for line in back.lines if line.startswith("会议以无记名投票方式进行了")]
    assert [line.partition("进行了")[2].partition("：")[0] for line in told] == ([rating.title] if rated else [])
    assert [found for line in told for found in re.findall(r"“(.+?)”为(基本满意|不满意|满意)", line)] == rated
