"""The year's supervision by commands: planned, held, asked, answered, followed, closed."""

from datetime import UTC, date, datetime

import pytest

from huitang.congress.accounts.actor import Actor, DeedIsNotYours
from huitang.congress.accounts.deeds import Role
from huitang.congress.journal import queries as journal
from huitang.congress.journal.refusal import TextIsTooLong
from huitang.congress.journal.unchanged import SomebodyWasQuicker
from huitang.congress.roster import commands as roster
from huitang.congress.roster import mandate_commands
from huitang.congress.roster import queries as roll
from huitang.congress.supervision import commands, photo_commands, queries, refusals, reply_commands
from huitang.congress.supervision.commands import Plan
from huitang.congress.supervision.models import Activity, Photo
from huitang.congress.supervision.queries import Choice
from huitang.rules.mandate import EndCause
from tests import between
from tests.adapters.photos import pictures
from tests.congress.roster import stage

NOW = datetime(2025, 7, 15, 2, 0, tzinfo=UTC)
DAY = date(2025, 4, 18)


@pytest.fixture
def deputies(office, now) -> list[int]:
    term = stage.open_sixth_term(office, now)
    stage.bring_in(term, stage.ROSTER_95, office, now)
    return [row.id for row in roll.list_roll(term, on=DAY)]


@pytest.fixture
def who(office):
    return {"actor": office, "now": NOW}


@pytest.fixture
def planned(deputies, who) -> int:
    return commands.plan_activity(year=2025, plan=Plan("ENFORCEMENT", "安全生产执法检查", 4), **who)


@pytest.fixture
def held(planned, deputies, who) -> int:
    commands.hold_activity(
        activity_id=planned, held_on=DAY, place="工业园", people_met=0, deputy_ids=deputies[:9], **who
    )
    return planned


@pytest.fixture
def awaiting(held, office) -> int:
    between.with_opinion(office, held, sent=date(2025, 4, 25), due=date(2025, 6, 25), now=NOW)
    return held


def page_of(activity_id: int, office, now=NOW) -> queries.ActivityPage:
    return queries.get_activity(activity_id, town_id=office.town_id, chain=office.chain, now=now)


def year_of(office, *, now=NOW, **choice) -> queries.YearPage:
    return queries.get_year(town_id=office.town_id, year=2025, choice=Choice(**choice), now=now)


def test_an_activity_goes_from_the_plan_to_its_closing(awaiting, office, who):
    reply_commands.write_problems(activity_id=awaiting, problems="灭火器过期。", **who)
    reply_commands.record_reply(activity_id=awaiting, reply="已更换。", replied_on=date(2025, 6, 20), **who)
    reply_commands.follow_up(activity_id=awaiting, on=date(2025, 7, 1), note="抽查两家，均已更换。", **who)
    commands.close_activity(activity_id=awaiting, **who)
    page = page_of(awaiting, office)
    assert page.row.state == "CLOSED"
    assert (page.problems, page.reply, page.follow_ups[0].note) == ("灭火器过期。", "已更换。", "抽查两家，均已更换。")
    assert len(page.participants) == page.row.deputies == 9
    assert not page.row.was_reply_late
    events = [entry.event for entry in journal.list_entries(chain="qinghe", subject=f"activity:{awaiting}")]
    assert events[::-1] == [
        "supervision.planned",
        "supervision.held",
        "supervision.opinion_sent",
        "supervision.problems_written",
        "supervision.replied",
        "supervision.followed_up",
        "supervision.closed",
    ]


def test_a_reply_is_overdue_from_the_day_after_it_was_due(awaiting, office):
    on_the_day = datetime(2025, 6, 25, 10, 0, tzinfo=UTC)
    assert not page_of(awaiting, office, on_the_day).row.is_reply_overdue
    after = page_of(awaiting, office, datetime(2025, 6, 25, 17, 0, tzinfo=UTC)).row  # the 26th in the town
    assert (after.is_reply_overdue, after.days_over) == (True, 1)
    assert year_of(office).overdue == 1
    assert [row.id for row in year_of(office, state="OVERDUE").rows] == [awaiting]


def test_what_waits_is_listed_by_the_day_it_is_due(awaiting, office, deputies):
    sooner = between.held(office, kind="VISIT", topic="视察", on=date(2025, 4, 2), deputies=deputies[:2])
    between.with_opinion(office, sooner, sent=date(2025, 4, 3), due=date(2025, 5, 3))
    waiting = queries.list_waiting(town_id=office.town_id, today=date(2025, 6, 1))
    assert [(row.id, row.is_reply_overdue) for row in waiting] == [(sooner, True), (awaiting, False)]


def test_a_reply_that_came_late_says_so(awaiting, office, who):
    reply_commands.record_reply(activity_id=awaiting, reply="已更换。", replied_on=date(2025, 6, 26), **who)
    row = page_of(awaiting, office).row
    assert (row.was_reply_late, row.is_reply_overdue) == (True, False)


def test_a_plan_is_behind_once_its_month_is_over(planned, office):
    assert not page_of(planned, office, datetime(2025, 4, 30, 10, 0, tzinfo=UTC)).row.is_behind_plan
    assert page_of(planned, office, datetime(2025, 4, 30, 17, 0, tzinfo=UTC)).row.is_behind_plan  # 1 May there
    assert year_of(office).behind == 1


def test_plan_and_done_are_counted_apart_from_what_came_on_top(held, office, deputies, who):
    between.held(office, kind="ENFORCEMENT", topic="临时检查", on=date(2025, 5, 2), deputies=deputies[:3])
    dropped = commands.plan_activity(year=2025, plan=Plan("ENFORCEMENT", "环保执法检查", 10), **who)
    commands.drop_activity(activity_id=dropped, reason="与县里合并检查", **who)
    line = next(line for line in year_of(office).lines if line.kind == "ENFORCEMENT")
    assert (line.planned, line.done, line.unplanned, line.dropped, line.held) == (2, 1, 1, 1, 2)


def test_what_was_dropped_may_be_taken_up_again(planned, office, who):
    with pytest.raises(refusals.WordsAreMissing):
        commands.drop_activity(activity_id=planned, reason=" ", **who)
    commands.drop_activity(activity_id=planned, reason="合并", **who)
    commands.take_up_again(activity_id=planned, **who)
    assert page_of(planned, office).row.state == "PLANNED"


@pytest.mark.parametrize(
    ("plan", "refusal"),
    [
        (Plan("PARTY", "聚餐"), refusals.KindIsUnknown),
        (Plan("VISIT", "  "), refusals.TopicIsMissing),
        (Plan("VISIT", "视察", 13), refusals.MonthIsWrong),
        (Plan("VISIT", "视察", 0), refusals.MonthIsWrong),
        (Plan("VISIT", "长" * 121), TextIsTooLong),
        (Plan("VISIT", "视察", None, "长" * 201), TextIsTooLong),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(plan, refusal, who):
    with pytest.raises(refusal):
        commands.plan_activity(year=2025, plan=plan, **who)
    assert not Activity.objects.exists()


def test_what_has_not_happened_is_not_recorded(planned, deputies, who):
    told = {"activity_id": planned, "place": "", "people_met": 0, "deputy_ids": deputies[:2], **who}
    with pytest.raises(refusals.DayHasNotCome):
        commands.hold_activity(held_on=date(2025, 7, 16), **told)
    with pytest.raises(refusals.DayIsNotOfYear):
        commands.hold_activity(held_on=date(2024, 12, 31), **told)
    with pytest.raises(refusals.PeopleAreMiscounted):
        commands.hold_activity(held_on=DAY, **{**told, "people_met": -1})
    with pytest.raises(refusals.NobodyTookPart):
        commands.hold_activity(held_on=DAY, **{**told, "deputy_ids": []})


def test_only_who_was_in_office_that_day_took_part(planned, deputies, office, who):
    mandate_commands.end_mandate(
        deputy_id=deputies[4], on=DAY, cause=EndCause.RESIGNED, reason="大会接受", actor=office, now=NOW
    )
    mandate_commands.suspend_deputy(deputy_id=deputies[5], on=DAY, reason="检察机关通知", actor=office, now=NOW)
    told = {"activity_id": planned, "held_on": DAY, "place": "", "people_met": 0, **who}
    for stranger in (deputies[4], deputies[5], 10**6):
        with pytest.raises(refusals.DeputyTookNoPart):
            commands.hold_activity(deputy_ids=[deputies[0], stranger], **told)
    commands.hold_activity(deputy_ids=[deputies[0], deputies[0]], **told)
    assert page_of(planned, office).row.deputies == 1


def test_who_took_part_is_corrected_and_the_rest_stays(held, deputies, office, who):
    told = {"activity_id": held, "held_on": date(2025, 4, 19), "place": "镇区", "people_met": 0, **who}
    commands.correct_holding(deputy_ids=deputies[5:12], **told)
    page = page_of(held, office)
    assert [one.deputy_id for one in page.participants] == deputies[5:12]
    assert (page.row.held_on, page.row.place, page.row.state) == (date(2025, 4, 19), "镇区", "HELD")


def test_the_second_of_two_corrections_from_one_page_is_refused(held, deputies, office, who):
    seen = page_of(held, office).version
    told = {"activity_id": held, "held_on": DAY, "place": "", "people_met": 0, "seen": seen, **who}
    commands.correct_holding(deputy_ids=deputies[:3], **told)
    with pytest.raises(SomebodyWasQuicker):
        commands.correct_holding(deputy_ids=deputies[:4], **told)


def test_a_deed_out_of_its_turn_says_where_the_activity_stands(planned, held, deputies, who):
    with pytest.raises(refusals.ActivityIsNotThere, match="“安全生产执法检查”现在是“已开展”，不能登记开展"):
        commands.hold_activity(activity_id=held, held_on=DAY, place="", people_met=0, deputy_ids=deputies[:2], **who)
    with pytest.raises(refusals.ActivityIsNotThere):
        commands.drop_activity(activity_id=held, reason="不办了", **who)
    with pytest.raises(refusals.ActivityIsNotThere):
        reply_commands.record_reply(activity_id=held, reply="无", replied_on=DAY, **who)


def test_an_opinion_that_waits_is_not_closed_and_can_be_taken_back(awaiting, office, who):
    with pytest.raises(refusals.ActivityIsNotThere):
        commands.close_activity(activity_id=awaiting, **who)
    reply_commands.take_opinion_back(activity_id=awaiting, reason="单位写错", **who)
    row = page_of(awaiting, office).row
    assert (row.state, row.unit, row.reply_due) == ("HELD", "", None)


def test_a_reply_may_be_sent_back(awaiting, office, who):
    reply_commands.record_reply(activity_id=awaiting, reply="研究中。", replied_on=date(2025, 5, 5), **who)
    reply_commands.take_reply_back(activity_id=awaiting, reason="没有实质内容", **who)
    assert page_of(awaiting, office).row.is_reply_overdue


def test_days_stand_in_their_order(held, awaiting, who):
    told = {"activity_id": held, **who}
    with pytest.raises(refusals.ReplyIsBeforeSending):
        reply_commands.record_reply(reply="已办", replied_on=date(2025, 4, 24), **told)
    with pytest.raises(refusals.DayHasNotCome):
        reply_commands.record_reply(reply="已办", replied_on=date(2025, 7, 16), **told)
    with pytest.raises(refusals.DayIsBeforeActivity):
        reply_commands.follow_up(on=date(2025, 4, 17), note="看过", **told)


@pytest.mark.parametrize(
    ("sent", "due", "refusal"),
    [
        (date(2025, 4, 17), date(2025, 6, 1), refusals.DayIsBeforeActivity),
        (date(2025, 5, 1), date(2025, 4, 30), refusals.DueIsBeforeSending),
        (date(2025, 7, 16), date(2025, 8, 1), refusals.DayHasNotCome),
    ],
)
def test_an_opinion_is_sent_after_the_activity_and_before_its_reply_is_due(held, office, sent, due, refusal):
    with pytest.raises(refusal):
        between.with_opinion(office, held, sent=sent, due=due, now=NOW)


def test_a_closing_is_taken_back_to_where_it_came_from(awaiting, office, who):
    reply_commands.record_reply(activity_id=awaiting, reply="已办", replied_on=date(2025, 5, 5), **who)
    commands.close_activity(activity_id=awaiting, **who)
    commands.reopen_activity(activity_id=awaiting, reason="还要再看", **who)
    assert page_of(awaiting, office).row.state == "REPLIED"


def test_photos_are_kept_once_without_their_place_and_taken_away(held, office, who):
    content = pictures.jpeg(about=pictures.exif())
    photo = photo_commands.add_photo(activity_id=held, content=content, caption="现场", **who)
    kept, media_type = queries.get_photo(photo, town_id=office.town_id)
    assert pictures.PLACE not in kept
    assert media_type == "image/jpeg"
    with pytest.raises(refusals.PhotoIsThere):
        photo_commands.add_photo(activity_id=held, content=content, caption="", **who)
    assert photo_commands.remove_photo(photo_id=photo, **who) == held
    with pytest.raises(refusals.PhotoIsUnknown):
        queries.get_photo(photo, town_id=office.town_id)


def test_there_are_not_more_photos_than_an_activity_may_have(held, who):
    for size in range(1, photo_commands.MOST + 1):
        photo_commands.add_photo(activity_id=held, content=pictures.jpeg(width=size), caption="", **who)
    with pytest.raises(refusals.TooManyPhotos):
        photo_commands.add_photo(activity_id=held, content=pictures.jpeg(width=99), caption="", **who)
    assert Photo.objects.count() == photo_commands.MOST


@pytest.mark.parametrize("role", [Role.TELLER, Role.CHAIR, Role.DEPUTY])
def test_only_the_office_keeps_supervision(role, held, office):
    other = Actor(office.town_id, office.chain, "别人", role)
    with pytest.raises(DeedIsNotYours):
        commands.plan_activity(year=2025, plan=Plan("VISIT", "视察"), actor=other, now=NOW)
    with pytest.raises(DeedIsNotYours):
        reply_commands.write_problems(activity_id=held, problems="无", actor=other, now=NOW)
    with pytest.raises(DeedIsNotYours):
        photo_commands.add_photo(activity_id=held, content=pictures.png(), caption="", actor=other, now=NOW)


def test_another_town_finds_nothing(held, deputies, office, who):
    photo = photo_commands.add_photo(activity_id=held, content=pictures.png(), caption="", **who)
    town = roster.found_town(code="baihe", name="白河镇", province="", now=NOW)
    stranger = {"actor": Actor(town, "baihe", "白河办公室", Role.OFFICE), "now": NOW}
    with pytest.raises(refusals.ActivityIsUnknown):
        page_of(held, stranger["actor"])
    with pytest.raises(refusals.ActivityIsUnknown):
        commands.close_activity(activity_id=held, **stranger)
    with pytest.raises(refusals.ActivityIsUnknown):
        reply_commands.follow_up(activity_id=held, on=DAY, note="看过", **stranger)
    with pytest.raises(refusals.PhotoIsUnknown):
        photo_commands.remove_photo(photo_id=photo, **stranger)
    with pytest.raises(refusals.PhotoIsUnknown):
        queries.get_photo(photo, town_id=town)
    own = commands.plan_activity(year=2025, plan=Plan("VISIT", "视察"), **stranger)
    with pytest.raises(refusals.DeputyTookNoPart):
        commands.hold_activity(
            activity_id=own, held_on=DAY, place="", people_met=0, deputy_ids=deputies[:1], **stranger
        )
    assert [row.id for row in year_of(stranger["actor"]).everything] == [own]


@pytest.mark.parametrize("order", queries.ORDERS)
def test_every_order_lists_everything(order, awaiting, office, who):
    commands.plan_activity(year=2025, plan=Plan("TRAINING", "学习班"), **who)
    commands.plan_activity(year=2025, plan=Plan("VISIT", "视察供水", 2), **who)
    assert len(year_of(office, order=order).rows) == 3


def test_what_is_asked_for_by_words_kind_and_state_is_shown(awaiting, office, who):
    visit = commands.plan_activity(year=2025, plan=Plan("VISIT", "视察供水", 2), **who)
    assert [row.id for row in year_of(office, text="应急").rows] == [awaiting]
    assert [row.id for row in year_of(office, kind="VISIT").rows] == [visit]
    assert [row.id for row in year_of(office, state="DONE").rows] == [awaiting]
    assert year_of(office, state="NONSENSE").rows == ()


def test_a_year_takes_the_same_queries_however_full_it_is(office, deputies, django_assert_max_num_queries):
    between.many_held(office.town_id, 10, deputies=deputies)
    with django_assert_max_num_queries(3):
        assert len(year_of(office).rows) == 10
    between.many_held(office.town_id, 90, deputies=deputies)
    with django_assert_max_num_queries(3):
        assert len(year_of(office).rows) == 100
