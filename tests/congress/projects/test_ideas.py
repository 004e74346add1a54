"""Ideas: received, screened with reasons, handed to the vote of a session."""

from datetime import date

import pytest

from huitang.congress.accounts.actor import DeedIsNotYours
from huitang.congress.journal import queries as journal
from huitang.congress.journal.refusal import TextIsTooLong
from huitang.congress.journal.unchanged import SomebodyWasQuicker
from huitang.congress.project_votes import queries as votes
from huitang.congress.project_votes.refusals import ProjectsAreFixed, ProjectVoteIsUnknown
from huitang.congress.projects import idea_commands, idea_queries, refusals
from huitang.congress.projects.idea_commands import Idea, Listed
from huitang.congress.projects.models import ProjectIdea
from huitang.congress.roster import commands as roster
from tests.congress.projects.built import LATER, TODAY
from tests.stage import Play, finished_spring, spring_session


@pytest.fixture
def who(office):
    return {"actor": office, "now": LATER}


def received(who, title="硬化东桥村道路", *, year=2026, kind="VILLAGE", on=date(2025, 7, 1), **more) -> int:
    return idea_commands.add_idea(year=year, idea=Idea(title, kind, on, **more), **who)


def page(office, **more) -> idea_queries.IdeasPage:
    return idea_queries.get_ideas(office.town_id, year=2026, on=TODAY, **more)


def test_ideas_are_numbered_within_their_year(who, office):
    first, second = received(who), received(who, "修食堂", kind="PUBLIC", proposer="李某")
    received(who, "去年的", year=2025)
    found = page(office)
    assert [(row.id, row.number, row.state_name) for row in found.rows] == [(first, 1, "待筛选"), (second, 2, "待筛选")]
    assert dict(found.by_kind) == {"代表": 0, "村（社区）": 1, "群众": 1, "部门": 0}
    assert [row.title for row in page(office, kind="PUBLIC").rows] == ["修食堂"]


def test_without_a_year_the_latest_is_shown_and_before_any_the_next(who, office):
    assert idea_queries.get_ideas(office.town_id, year=None, on=TODAY).year == 2026
    received(who, year=2025)
    assert idea_queries.get_ideas(office.town_id, year=None, on=TODAY).year == 2025


@pytest.mark.parametrize(
    ("idea", "refusal"),
    [
        (Idea(" ", "PUBLIC", date(2025, 7, 1)), refusals.NameIsMissing),
        (Idea("路", "KING", date(2025, 7, 1)), refusals.ProposerIsUnknown),
        (Idea("路", "PUBLIC", date(2025, 7, 16)), refusals.DayHasNotCome),
        (Idea("路" * 101, "PUBLIC", date(2025, 7, 1)), TextIsTooLong),
    ],
)
def test_an_idea_that_says_too_little_or_too_much_is_refused(who, idea, refusal):
    with pytest.raises(refusal):
        idea_commands.add_idea(year=2026, idea=idea, **who)
    assert not ProjectIdea.objects.exists()


def test_a_year_of_no_calendar_is_refused(who):
    with pytest.raises(refusals.YearIsWrong):
        received(who, year=26)


def test_screening_is_journaled_with_its_reasons_and_can_be_taken_back(who, office):
    road, canteen, road_again = received(who), received(who, "修食堂"), received(who, "东桥村修路")
    idea_commands.make_candidate(idea_id=road, listed=Listed(scale="3.2公里", investment_yuan=1_860_000), **who)
    idea_commands.decline(idea_id=canteen, reason="县里已列入计划", **who)
    idea_commands.merge(idea_id=road_again, into_id=road, reason="同一条路", **who)
    found = {row.id: row for row in page(office).rows}
    assert (found[road].state, found[road].money) == ("CANDIDATE", "186.00")
    assert (found[canteen].state_name, found[canteen].reason) == ("不采纳", "县里已列入计划")
    assert found[road_again].merged_into_title == "硬化东桥村道路"
    idea_commands.take_back(idea_id=road_again, **who)
    back = idea_queries.get_idea(road_again, town_id=office.town_id, chain=office.chain).row
    assert (back.state, back.reason, back.merged_into_id) == ("RECEIVED", "", None)
    entries = journal.list_entries(chain="qinghe", subject=f"idea:{road_again}")
    assert [entry.event for entry in entries][::-1] == ["idea.received", "idea.merged", "idea.taken_back"]
    assert entries[1].facts["reason"] == "同一条路"


def test_what_others_went_on_in_is_not_declined_or_merged_away(who):
    road, again, third = received(who), received(who, "东桥村修路"), received(who, "另一条")
    idea_commands.merge(idea_id=again, into_id=road, reason="同一条路", **who)
    with pytest.raises(refusals.IdeaHoldsOthers):
        idea_commands.decline(idea_id=road, reason="没有钱", **who)
    with pytest.raises(refusals.IdeaHoldsOthers):
        idea_commands.merge(idea_id=road, into_id=third, reason="没有钱", **who)


def test_only_an_undecided_idea_of_the_same_year_can_hold_another(who):
    road, old, declined = received(who), received(who, "去年", year=2025), received(who, "不建")
    idea_commands.decline(idea_id=declined, reason="没有地", **who)
    for other in (road, old, declined):
        with pytest.raises(refusals.IdeaCannotHold):
            idea_commands.merge(idea_id=road, into_id=other, reason="同类", **who)


def test_a_decided_idea_is_decided_once(who):
    road = received(who)
    idea_commands.decline(idea_id=road, reason="没有钱", **who)
    with pytest.raises(refusals.IdeaIsNotThere, match="现在是“不采纳”"):
        idea_commands.make_candidate(idea_id=road, listed=Listed(), **who)
    with pytest.raises(refusals.WordsAreMissing):
        idea_commands.decline(idea_id=road, reason=" ", **who)


def test_the_second_clerk_is_told_who_was_quicker(who, office):
    road = received(who)
    seen = idea_queries.get_idea(road, town_id=office.town_id, chain=office.chain).version
    changed = Idea("硬化东桥村道路（一期）", "VILLAGE", date(2025, 7, 1))
    idea_commands.change_idea(idea_id=road, idea=changed, seen=seen, **who)
    with pytest.raises(SomebodyWasQuicker):
        idea_commands.change_idea(idea_id=road, idea=changed, seen=seen, **who)


def test_another_town_sees_nothing_and_a_teller_does_nothing(who, office, teller_a):
    road = received(who)
    other = roster.found_town(code="baihe", name="白河镇", province="", now=LATER)
    stranger = type(office)(other, "baihe", "白河", office.role)
    with pytest.raises(refusals.IdeaIsUnknown):
        idea_commands.decline(idea_id=road, reason="不是我们的", actor=stranger, now=LATER)
    with pytest.raises(refusals.IdeaIsUnknown):
        idea_queries.get_idea(road, town_id=other, chain="baihe")
    with pytest.raises(DeedIsNotYours):
        idea_commands.decline(idea_id=road, reason="不", actor=teller_a, now=LATER)


def candidates(play: Play, *titles: str) -> None:
    who = {"actor": play.office, "now": play.clock.tick()}
    for title in titles:
        idea = idea_commands.add_idea(year=2025, idea=Idea(title, "DEPUTY", date(2024, 11, 1), field="交通"), **who)
        listed = Listed(scale="一处", investment_yuan=500_000, unit="镇村镇办", due="2025年10月底前")
        idea_commands.make_candidate(idea_id=idea, listed=listed, **who)


def hand(play: Play) -> int:
    return idea_commands.hand_to_vote(session_id=play.session_id, year=2025, actor=play.office, now=play.clock.tick())


def test_the_candidates_replace_those_of_the_session(db):
    play = spring_session()
    candidates(play, "甲路", "乙桥")
    assert hand(play) == 2
    vote = votes.find_vote(play.session_id)
    assert [(row.number, row.name, row.category, row.investment) for row in vote.projects] == [
        (1, "甲路", "交通", "50"),
        (2, "乙桥", "交通", "50"),
    ]


def test_nothing_is_handed_on_without_candidates_or_after_the_vote_began(db):
    play = finished_spring()
    with pytest.raises(refusals.NoCandidates):
        hand(play)
    candidates(play, "甲路")
    with pytest.raises(ProjectsAreFixed):
        hand(play)
    candidates(play, "甲路")
    with pytest.raises(refusals.NameIsTaken):
        hand(play)


def test_a_session_of_another_town_takes_no_candidates(db):
    play = spring_session()
    candidates(play, "甲路")
    other = roster.found_town(code="baihe", name="白河镇", province="", now=LATER)
    stranger = type(play.office)(other, "baihe", "白河", play.office.role)
    ProjectIdea.objects.update(town_id=other)
    with pytest.raises(ProjectVoteIsUnknown):
        idea_commands.hand_to_vote(session_id=play.session_id, year=2025, actor=stranger, now=LATER)
