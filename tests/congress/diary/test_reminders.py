"""Every clock reminds on its day, once; what is done is left in peace."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from huitang.congress.accounts.actor import Actor, DeedIsNotYours
from huitang.congress.accounts.deeds import Role
from huitang.congress.diary import commands, queries, refusals
from huitang.congress.diary.models import Reminder
from huitang.congress.journal import queries as journal
from huitang.congress.journal.models import JournalEntry
from huitang.congress.roster import commands as roster
from huitang.congress.suggestions import deputy_pages
from tests.congress.diary import stage
from tests.congress.diary.stage import CASES

DAY = timedelta(days=1)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_each_level_goes_out_on_its_first_day_and_not_before(walk, case):
    if case.province:
        roster.set_province(province=case.province, actor=walk.actor(), now=stage.at(date(2025, 4, 7)))
    subject = case.make(walk)
    sent: list[str] = []
    for first, level in ((case.remind, "REMIND"), (case.late, "LATE"), (case.escalate, "ESCALATE")):
        stage.remind(walk, first - DAY)
        assert stage.levels(subject, case.clock) == sent
        stage.remind(walk, first)
        sent.append(level)
        assert stage.levels(subject, case.clock) == sent


def test_run_twice_it_sends_nothing_twice(walk):
    stage.reply(walk)
    first = stage.remind(walk, date(2025, 9, 25))
    entries = JournalEntry.objects.filter(event="diary.reminded").count()
    assert first.number == entries == Reminder.objects.count() > 0
    assert stage.remind(walk, date(2025, 9, 25)).number == 0
    assert stage.remind(walk, date(2025, 9, 26)).number == 0
    assert JournalEntry.objects.filter(event="diary.reminded").count() == entries
    assert journal.verify_chain("qinghe").is_whole


def test_an_office_back_from_a_holiday_sends_only_the_hardest_level(walk):
    subject = stage.reply(walk)
    stage.remind(walk, date(2025, 11, 30))
    assert stage.levels(subject, "REPLY") == ["ESCALATE"]
    stage.remind(walk, date(2025, 12, 1))
    assert stage.levels(subject, "REPLY") == ["ESCALATE"]


def test_what_goes_to_the_chair_says_so_in_the_list_and_in_the_journal(walk):
    subject = stage.task(walk)
    stage.remind(walk, date(2025, 10, 10))
    row = queries.list_reminders(walk.play.town_id, level="ESCALATE")[0]
    assert (row.owes, row.also_to, row.last_day) == ("规划建设办", "人大主席", date(2025, 9, 30))
    body = JournalEntry.objects.get(event="diary.reminded", subject=subject).body
    assert '"also_to":"人大主席"' in body


def test_a_longer_period_is_reminded_of_anew(walk):
    subject = stage.reply(walk)
    stage.remind(walk, date(2025, 9, 25))
    from huitang.congress.suggestions import handling_commands

    handling_commands.extend(
        suggestion_id=int(subject.partition(":")[2]),
        reason="牵涉面广",
        actor=walk.actor(),
        now=stage.at(date(2025, 9, 26)),
    )
    stage.remind(walk, date(2025, 9, 27))
    assert stage.levels(subject, "REPLY") == ["REMIND"]
    stage.remind(walk, date(2025, 12, 29))  # six months end on 2 January 2026
    assert stage.levels(subject, "REPLY") == ["REMIND", "REMIND"]


def test_what_is_done_is_not_reminded_of(walk):
    subject = stage.reply(walk)
    walk.answer(int(subject.partition(":")[2]), on=date(2025, 9, 20))
    stage.remind(walk, date(2025, 10, 30))
    assert stage.levels(subject, "REPLY") == []


def test_the_leading_deputy_finds_the_reminder_on_their_own_page(walk):
    stage.feedback(walk)
    deputy = walk.actor(Role.DEPUTY, walk.deputies[0])
    before = deputy_pages.count_unread(deputy)
    stage.remind(walk, date(2025, 9, 21))
    page = deputy_pages.get_deputy_page(deputy, on=date(2025, 9, 21))
    assert page.unread == before + 1
    assert page.news[0].text == "请您在 2025-09-28 前看答复，作评价。"
    stage.remind(walk, date(2025, 9, 29))
    assert "已经过了" in deputy_pages.get_deputy_page(deputy, on=date(2025, 9, 29)).news[0].text
    other = walk.actor(Role.DEPUTY, walk.deputies[1])
    assert all("评价的期限" not in one.text for one in deputy_pages.get_deputy_page(other, on=date(2025, 9, 29)).news)


def test_the_table_lets_one_through_of_two_at_once(walk):
    stage.task(walk)
    stage.remind(walk, date(2025, 9, 23))
    kept = Reminder.objects.get()
    kept.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        kept.save(force_insert=True)


@pytest.mark.parametrize("role", [Role.CHAIR, Role.TELLER, Role.DEPUTY])
def test_only_the_office_reminds(walk, role):
    actor = walk.actor(role, walk.deputies[0] if role is Role.DEPUTY else None)
    now = stage.at(date(2025, 9, 23))
    with pytest.raises(DeedIsNotYours):
        commands.remind(actor=actor, now=now)
    with pytest.raises(DeedIsNotYours):
        commands.tick_off(subject="session:1", clock="NOTICE", done_on=date(2025, 9, 23), actor=actor, now=now)
    with pytest.raises(DeedIsNotYours):
        commands.keep_setting(escalate_days=5, actor=actor, now=now)


def test_another_town_is_reminded_of_nothing(walk):
    for make in (stage.reply, stage.task, stage.opinion):
        make(walk)
    now = stage.at(date(2025, 12, 1))
    other = roster.found_town(code="baihe", name="白河镇", province="", now=now)
    assert commands.remind(actor=Actor(other, "baihe", "办公室", Role.OFFICE), now=now).number == 0
    assert queries.list_reminders(other) == ()


def test_the_office_chooses_after_how_many_days_the_chair_is_told(walk):
    subject = stage.task(walk)
    now = stage.at(date(2025, 9, 1))
    commands.keep_setting(escalate_days=3, actor=walk.actor(), now=now)
    stage.remind(walk, date(2025, 10, 2))
    assert stage.levels(subject, "TASK") == ["LATE"]
    stage.remind(walk, date(2025, 10, 3))
    assert stage.levels(subject, "TASK") == ["LATE", "ESCALATE"]
    for wrong in (0, 201):
        with pytest.raises(refusals.EscalateDaysAreWrong):
            commands.keep_setting(escalate_days=wrong, actor=walk.actor(), now=now)
