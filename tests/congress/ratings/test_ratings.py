"""The rating of a session, from what is rated to the declared grades."""

from dataclasses import replace

import pytest

from huitang.congress.ballots import commands as ballots
from huitang.congress.ballots import queries as papers
from huitang.congress.ballots.papers import PaperIsUnreadable, as_rating_method, rating_method_stored
from huitang.congress.ballots.rounds import CountIsNotFinished, RoundIsNotOpen, RoundIsOpen
from huitang.congress.journal.models import JournalEntry
from huitang.congress.ratings import commands, queries, refusals
from huitang.congress.ratings.standing import RatedItem
from huitang.congress.record import count_desk, facts, tally_sheet
from huitang.congress.record import queries as record
from huitang.congress.roster import commands as roster
from huitang.congress.runsheet import rating, seat
from huitang.congress.runsheet.deeds import Phase
from huitang.congress.runsheet.models import RunSheetStep
from huitang.congress.scrutiny.commands import ScrutineersAreNotAdopted
from huitang.congress.sittings.commands import SessionIsUnknown
from huitang.rules.rating import Grade
from huitang.rules.rating_papers import TWO_GRADES, RatingMethod
from tests.congress.ratings.rated_session import FAIR, GOOD, ITEMS, NONE, PAPERS, POOR, SEVERAL, rated_session
from tests.stage import spring_session

pytestmark = pytest.mark.django_db


@pytest.fixture
def play(db):
    return rated_session()


def who(play):
    return {"actor": play.office, "now": play.clock.tick()}


def rated(play):
    return queries.find_rating(play.session_id)


def deeds(play):
    return list(
        RunSheetStep.objects.filter(session_id=play.session_id).order_by("position").values_list("deed", flat=True)
    )


def test_a_session_that_rates_nothing_has_no_step_and_no_item(db):
    play = spring_session()
    assert "RATING" not in deeds(play)
    assert record.get_record(play.session_id).rating is None
    assert facts.facts_of(record.get_record(play.session_id))["rating"] is None


def test_the_step_stands_before_the_first_paper_vote_and_goes_with_the_last_item(play):
    steps = deeds(play)
    assert steps.index("RATING") == steps.index("PROJECT_VOTE") - 1
    subjects = [item.subject for item in record.get_record(play.session_id).agenda]
    assert subjects[-3:] == ["RATING", "ELECTION", "OTHER"]
    rating.set_items(session_id=play.session_id, items=ITEMS[:1], **who(play))
    assert deeds(play).count("RATING") == 1
    rating.remove_item(session_id=play.session_id, number=1, name=ITEMS[0].name, **who(play))
    assert "RATING" not in deeds(play)
    assert "RATING" not in [item.subject for item in record.get_record(play.session_id).agenda]


def test_items_are_added_moved_and_taken_off_by_the_line_the_page_showed(play):
    rating.add_item(session_id=play.session_id, name=" 村卫生室 ", **who(play))
    commands.move_item(session_id=play.session_id, number=4, name="村卫生室", up=True, **who(play))
    commands.move_item(session_id=play.session_id, number=1, name="农村道路改造", up=True, **who(play))
    assert [item.name for item in rated(play).items] == [
        "农村道路改造",
        "路灯亮化",
        "村卫生室",
        "镇人民政府专项工作",
    ]
    with pytest.raises(refusals.ItemIsUnknown):
        rating.remove_item(session_id=play.session_id, number=3, name="路灯亮化", **who(play))
    with pytest.raises(refusals.ItemIsUnknown):
        rating.remove_item(session_id=play.session_id, number=0, name="", **who(play))
    assert rated(play).items[0].subject == "project:1"


def test_a_wrong_list_is_refused_with_a_reason(play):
    with pytest.raises(refusals.NameIsMissing):
        rating.add_item(session_id=play.session_id, name="  ", **who(play))
    with pytest.raises(refusals.NameIsThere, match="路灯亮化"):
        rating.add_item(session_id=play.session_id, name="路灯亮化", **who(play))
    with pytest.raises(refusals.TooManyItems):
        many = [RatedItem(f"第{number}项") for number in range(41)]
        rating.set_items(session_id=play.session_id, items=many, **who(play))
    assert len(rated(play).items) == 3


def test_settings_are_kept_and_the_agenda_takes_the_title(play):
    kept = {"base": "PRESENT", "threshold_tenths": 905, "has_middle_grade": False}
    rating.keep_settings(session_id=play.session_id, title="年度测评", **kept, **who(play))
    row = rated(play)
    assert (row.title, row.base, row.threshold, row.has_middle_grade) == ("年度测评", "PRESENT", "90.5%", False)
    assert "年度测评" in [item.title for item in record.get_record(play.session_id).agenda]
    for wrong, refusal in (
        ({"title": " "}, refusals.NameIsMissing),
        ({"base": "SOME"}, refusals.BaseIsUnknown),
        ({"threshold_tenths": 1001}, refusals.ThresholdIsWrong),
    ):
        with pytest.raises(refusal):
            rating.keep_settings(session_id=play.session_id, **{"title": "测评", **kept, **wrong}, **who(play))


def test_another_town_reaches_nothing(play):
    town = roster.found_town(code="baihe", name="白河镇", province="", now=play.clock.tick())
    stranger = replace(play.office, town_id=town)
    with pytest.raises(SessionIsUnknown):
        commands.set_items(session_id=play.session_id, items=ITEMS, actor=stranger, now=play.clock.tick())
    with pytest.raises(SessionIsUnknown):
        rating.get_page(play.session_id, town_id=town)
    play.conduct_until("RATING")
    play.press()
    held = rated(play).open_round
    with pytest.raises(ballots.BallotIsUnknown):
        ballots.issue_papers(ballot_id=held.ballot.id, papers_issued=1, actor=stranger, now=play.clock.tick())
    with pytest.raises(ballots.BallotIsUnknown):
        count_desk.find_counted_thing(held.ballot.id, town_id=town)
    with pytest.raises(refusals.RatingIsUnknown):
        commands.open_round(
            rating_id=rated(play).id, sitting_id=held.electorate.sitting_id, actor=stranger, now=play.clock.tick()
        )
    with pytest.raises(RoundIsNotOpen):
        commands.declare_result(round_id=held.id, actor=stranger, now=play.clock.tick())


def test_a_rating_through_the_run_sheet(play):
    view = play.conduct_until("RATING")
    assert view.step.title == rated(play).title == "2024年民生实事项目满意度测评"
    assert "测评内容3项" in view.step.words
    play.press()
    assert play.now().phase is Phase.ISSUING
    with pytest.raises(refusals.ItemsAreFixed):
        rating.add_item(session_id=play.session_id, name="迟到的", **who(play))
    play.count(play.now().ballot.id, PAPERS)
    assert play.now().phase is Phase.COUNTED
    assert play.now().result is None
    play.press()
    view = play.now()
    assert view.phase is Phase.DECIDED
    assert [line.told for line in view.result.lines] == ["满意 95.5%", "基本满意 93.4%", "不满意 51.6%"]
    assert "满意60票、基本满意25票、不满意4票，满意率95.5%，评为“满意”" in view.result.words
    assert "限期整改，下次会议再次测评" in view.result.words
    assert seat.list_declared(view.record)[0].result == view.result
    play.press()
    assert play.now().step.deed == "PROJECT_VOTE"


def declared(play, pile=PAPERS):
    play.conduct_until("RATING")
    play.vote(list(pile))
    play.press()
    return rated(play)


def test_the_outcome_is_the_rules_with_its_reasons(play):
    outcome = declared(play).rounds[0].outcome
    assert outcome["state"] == "RATED"
    assert outcome["votes_needed"] == 48
    grades = [(line["satisfied"], line["basically"], line["dissatisfied"], line["void"]) for line in outcome["items"]]
    assert grades == [(60, 25, 4, 2), (40, 45, 6, 0), (20, 27, 44, 0)]
    assert [line["grade"] for line in outcome["items"]] == [GOOD, FAIR, POOR]
    assert outcome["items"][2]["next_acts"] == ["DECLARE", "RECTIFY_AND_RATE_AGAIN"]
    assert "OFFICE" in [article["law"] for article in outcome["citations"]]
    assert (
        outcome["steps"][-1]["text"]["zh"]
        == "镇人民政府专项工作：满意20，基本满意27，不满意44；过半数为48。评为“不满意”，满意率51.6%。"
    )
    assert (outcome["tally"]["papers_valid"], outcome["tally"]["papers_void"]) == (91, 0)


def test_the_record_and_the_journal_tell_it(play):
    declared(play)
    told = facts.facts_of(record.get_record(play.session_id))["rating"]
    assert told["rounds"][0]["items"][0] == {
        "name": "农村道路改造",
        "subject": "project:1",
        "satisfied": 60,
        "basically": 25,
        "dissatisfied": 4,
        "void": 2,
        "grade": GOOD,
        "rate": 955,
    }
    events = JournalEntry.objects.filter(event__startswith="rating.").order_by("sequence")
    assert list(events.values_list("event", flat=True)) == [
        "rating.items_set",
        "rating.round_opened",
        "rating.result_declared",
    ]


def test_the_tally_sheet_has_a_line_for_each_item(play):
    held = declared(play).rounds[0]
    sheet = tally_sheet.get_tally_sheet(held.ballot.id, town_id=play.town_id)
    assert sheet.is_rating
    assert sheet.thing.seats == 3
    assert [(line.name, line.grade.zh, line.rate) for line in sheet.tally.rated][1] == ("路灯亮化", "基本满意", "93.4%")
    assert sheet.tally.rated[2].following.zh == "限期整改，下次会议再次测评"
    assert [line.ballot.id for line in count_desk.get_count_room(play.town_id).lines] == [held.ballot.id]


def test_results_are_found_by_subject_in_two_queries(play, django_assert_num_queries):
    declared(play)
    with django_assert_num_queries(2):
        found = queries.list_results(["project:1", "project:2", "project:99", ""], town_id=play.town_id)
    assert set(found) == {"project:1", "project:2"}
    one = found["project:1"]
    assert (one.grade, one.grade_name.zh, one.rate, one.voters) == (GOOD, "满意", "95.5%", 91)
    assert (one.satisfied, one.basically, one.dissatisfied, one.void) == (60, 25, 4, 2)
    assert one.session_title.number == 8
    assert queries.list_results(["project:1"], town_id=play.town_id + 1) == {}
    with django_assert_num_queries(0):
        assert queries.list_results([""], town_id=play.town_id) == {}


def test_a_threshold_and_those_present_as_the_base_are_followed(play):
    settings = {"title": "测评", "base": "PRESENT", "threshold_tenths": 955, "has_middle_grade": True}
    rating.keep_settings(session_id=play.session_id, **settings, **who(play))
    outcome = declared(play).rounds[0].outcome
    assert outcome["votes_needed"] == 46
    assert [line["reaches_threshold"] for line in outcome["items"]] == [True, False, False]
    assert play.now().result.base == 91


def test_two_grades_are_offered_where_the_office_has_only_two(play):
    settings = {"title": "测评", "base": "ALL", "threshold_tenths": None, "has_middle_grade": False}
    rating.keep_settings(session_id=play.session_id, **settings, **who(play))
    play.conduct_until("RATING")
    play.press()
    assert [mark for mark, _meaning in play.now().ballot.marks] == [GOOD, POOR, NONE, SEVERAL]


def test_a_round_with_more_papers_than_issued_is_void_and_held_again(play):
    play.conduct_until("RATING")
    play.press()
    ballot = play.now().ballot.id
    told = {"actor": play.tellers[0]}
    ballots.issue_papers(ballot_id=ballot, papers_issued=90, now=play.clock.tick(), **told)
    ballots.collect_papers(ballot_id=ballot, papers_collected=91, now=play.clock.tick(), **told)
    assert play.now().phase is Phase.VOID
    play.press()
    assert (play.now().phase, play.now().result.headline) == (Phase.AGAIN, "本轮无效，重新测评")
    assert play.now().result.lines == ()
    assert declared_again(play).rated[0]["grade"] == GOOD


def declared_again(play):
    play.vote(list(PAPERS))
    play.press()
    assert play.now().phase is Phase.DECIDED
    return rated(play)


def test_what_nobody_graded_can_be_rated_again_or_left(play):
    pile = [(GOOD, NONE, NONE)] * 90 + [(NONE, SEVERAL, NONE)]
    row = declared(play, pile)
    assert row.rounds[0].outcome["state"] == "PARTLY_RATED"
    assert row.rounds[0].outcome["tally"]["papers_blank"] == 0
    assert play.now().phase is Phase.SHORT
    assert [item.name for item in row.next_round.items] == ["路灯亮化", "镇人民政府专项工作"]
    play.vote([(GOOD, POOR)] * 91)
    play.press()
    assert play.now().phase is Phase.DECIDED
    assert [line["grade"] for line in rated(play).rated] == [GOOD, GOOD, POOR]


def test_what_nobody_graded_may_stay_so(play):
    declared(play, [(GOOD, NONE, NONE)] * 90 + [(NONE, NONE, NONE)])
    assert rated(play).rounds[0].outcome["tally"]["papers_blank"] == 1
    play.press(choice="LEAVE")
    assert play.now().step.deed == "PROJECT_VOTE"


def test_a_round_is_opened_once_and_declared_once(play):
    play.conduct_until("RATING")
    play.press()
    row = rated(play)
    sitting = row.open_round.electorate.sitting_id
    told = {"actor": play.chair, "now": play.clock.tick()}
    with pytest.raises(RoundIsOpen):
        commands.open_round(rating_id=row.id, sitting_id=sitting, **told)
    with pytest.raises(CountIsNotFinished):
        commands.declare_result(round_id=row.open_round.id, **told)
    play.count(row.open_round.ballot.id, PAPERS)
    play.press()
    with pytest.raises(RoundIsNotOpen):
        commands.declare_result(round_id=row.open_round.id, **told)
    with pytest.raises(refusals.RatingIsComplete):
        commands.open_round(rating_id=row.id, sitting_id=sitting, **told)


def test_scrutineers_must_be_adopted_first(play):
    sitting = play.conduct_until("HAND_VOTE").sitting
    assert isinstance(queries.find_obstacle(rated(play).id), ScrutineersAreNotAdopted)
    told = {"actor": play.chair, "now": play.clock.tick()}
    with pytest.raises(ScrutineersAreNotAdopted):
        commands.open_round(rating_id=rated(play).id, sitting_id=sitting.id, **told)


def test_a_mark_that_is_no_grade_is_refused(play):
    play.conduct_until("RATING")
    play.press()
    ballot = play.now().ballot.id
    told = {"actor": play.tellers[0]}
    ballots.issue_papers(ballot_id=ballot, papers_issued=1, now=play.clock.tick(), **told)
    ballots.collect_papers(ballot_id=ballot, papers_collected=1, now=play.clock.tick(), **told)
    with pytest.raises(PaperIsUnreadable):
        ballots.enter_sheet(
            ballot_id=ballot,
            number=1,
            marks=(GOOD, "CIRCLE", GOOD),
            write_ins=(),
            sealed=True,
            now=play.clock.tick(),
            **told,
        )
    assert papers.get_progress(ballot, who="").read_first == 0


def test_a_rating_method_comes_back_whole():
    method = RatingMethod(items=("一", "二"), grades=TWO_GRADES, seal_required=True)
    assert as_rating_method(rating_method_stored(method)) == method
    assert as_rating_method(rating_method_stored(RatingMethod(items=("一",)))).grades[1] is Grade.BASICALLY_SATISFIED
