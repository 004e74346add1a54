"""The pages of the diary, the office's week on the first page, the calendar's address."""

import io
from datetime import date

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from huitang.congress.accounts import commands as accounts
from huitang.congress.accounts.deeds import Role
from huitang.congress.diary.models import CalendarFeed, DiarySetting, DutyDone, Reminder
from huitang.congress.journal.models import JournalEntry
from huitang.web.desk import due_links
from tests.congress.diary import stage
from tests.web.desk.conftest import client_of
from tests.web.desk.prepared import neighbour, told

ON = date(2025, 10, 10)


@pytest.fixture
def walk(db):
    return stage.begin()


def on_day(client: Client, settings, day: date = ON) -> Client:
    settings.REHEARSAL = True
    client.defaults["HTTP_X_REHEARSAL_CLOCK"] = stage.at(day).isoformat()
    return client


@pytest.fixture
def desk(walk, settings) -> Client:
    return on_day(client_of(Role.OFFICE, walk.play.office, stage.at(ON)), settings)


@pytest.fixture
def chair(walk, settings) -> Client:
    return on_day(client_of(Role.CHAIR, walk.play.office, stage.at(ON)), settings)


def feed_of(desk: Client) -> str:
    desk.post("/desk/diary/calendar/make/")
    return desk.get("/desk/diary/").context["feed"]


def test_the_first_page_shows_the_week_and_its_links_open(desk, walk):
    subjects = [make(walk) for make in (stage.task, stage.opinion, stage.reply, stage.figures)]
    page = told(desk.get("/desk/"))
    for words in ("这一周", "谁在等谁", "规划建设办", "镇应急管理站", "改造镇区三条背街小巷", "逾期 10 天"):
        assert words in page
    for subject in (*subjects, stage.account(walk), stage.session(walk)):
        address = due_links.address(subject)
        assert desk.get(address, follow=True).status_code == 200


def test_an_empty_week_says_what_to_do(desk):
    assert "登记建议、监督活动、任务或账目以后" in told(desk.get("/desk/"))
    assert "期限会自己列到这里" in told(desk.get("/desk/diary/"))


def test_the_first_page_takes_as_many_queries_for_fifty_as_for_five(desk, walk):
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            assert desk.get("/desk/").status_code == 200
        return len(found)

    for _ in range(5):
        walk.assigned(on=date(2025, 7, 2))
    few = asked()
    for _ in range(45):
        walk.assigned(on=date(2025, 7, 2))
    assert asked() == few


def test_the_list_is_filtered_by_unit_kind_and_standing(desk, walk):
    stage.task(walk)
    stage.opinion(walk)
    stage.plan(walk, month=11)
    page = told(desk.get("/desk/diary/?standing=LATE"))
    assert "视察" in page
    assert "养老服务" not in page
    rows = desk.get("/desk/diary/?owes=规划建设办&kind=task&order=owes").context["found"].rows
    assert [row.due.title for row in rows] == ["改造镇区三条背街小巷"]
    assert "没有符合的事" in told(desk.get("/desk/diary/?kind=session"))


def test_the_list_is_printed_and_exported_as_shown(desk, walk):
    stage.task(walk)
    stage.opinion(walk)
    printed = told(desk.get("/desk/diary/print/?kind=task"))
    assert "列出 1 件，共 2 件" in printed
    sheet = openpyxl.load_workbook(io.BytesIO(desk.get("/desk/diary/diary.xlsx?kind=task").content)).active
    rows = list(sheet.values)
    assert rows[1][1:4] == ("改造镇区三条背街小巷", "完成任务", "规划建设办")
    assert len(rows) == 2


def test_reminding_is_a_button_and_never_a_link(desk, walk):
    stage.task(walk)
    for address in ("/desk/", "/desk/diary/", "/desk/diary/reminders/", "/desk/diary/sheets/"):
        desk.get(address)
    assert desk.get("/desk/diary/remind/").status_code == 405
    assert Reminder.objects.count() == 0
    page = told(desk.post("/desk/diary/remind/", follow=True))
    assert "报主席督办 1" in page
    assert "规划建设办" in page
    assert "同时报人大主席" in page
    assert "今天没有新的提醒要发" in told(desk.post("/desk/diary/remind/", follow=True))


def test_the_sheet_of_a_unit_can_be_handed_over(desk, walk):
    stage.task(walk)
    stage.opinion(walk)
    desk.post("/desk/diary/remind/")
    page = told(desk.get("/desk/diary/sheets/?owes=规划建设办"))
    for words in ("催办单", "规划建设办：", "改造镇区三条背街小巷", "10 天", "已同时报人大主席督办", "签收人"):
        assert words in page
    assert "镇应急管理站" not in page
    assert told(desk.get("/desk/diary/sheets/")).count("paper-sheet") == 2


def test_what_nothing_records_is_ticked_off_on_the_page(desk, walk):
    subject = stage.account(walk)
    desk.post("/desk/diary/tick/", {"subject": subject, "clock": "FILE", "done_on": "2024-09-02"})
    kept = DutyDone.objects.get()
    assert (kept.clock, kept.done_on) == ("FILE", date(2024, 9, 2))
    assert "登记办完的 1 件" in told(desk.get("/desk/diary/"))
    desk.post(f"/desk/diary/ticks/{kept.pk}/back/")
    assert not DutyDone.objects.exists()
    page = told(desk.post("/desk/diary/tick/", {"subject": subject, "clock": "FILE", "done_on": "昨天"}, follow=True))
    assert "请写办完的日期" in page
    refused = desk.post("/desk/diary/tick/", {"subject": subject, "clock": "PUBLISH", "done_on": "2024-09-02"})
    assert refused.status_code == 409


def test_the_days_of_the_chair_are_set_on_the_page(desk, walk):
    desk.post("/desk/diary/setting/", {"escalate_days": "5"})
    assert DiarySetting.objects.get().escalate_days == 5
    wrong = desk.post("/desk/diary/setting/", {"escalate_days": "0"})
    assert wrong.status_code == 422
    assert "1 到 200" in told(wrong)
    assert "逾期 5 天报主席督办" in told(desk.get("/desk/diary/"))


def test_the_chair_reads_and_does_not_write(chair, walk, desk):
    stage.task(walk)
    desk.post("/desk/diary/remind/")
    assert "报主席督办" in told(chair.get("/desk/diary/reminders/?level=ESCALATE"))
    assert "今天的提醒" not in told(chair.get("/desk/diary/"))
    assert "报来督办" in told(chair.get("/chair/"))
    for address in ("remind/", "tick/", "setting/", "calendar/make/", "calendar/end/"):
        assert chair.post(f"/desk/diary/{address}").status_code == 403


def test_nobody_else_and_no_other_town_sees_anything(desk, walk, settings):
    stage.task(walk)
    desk.post("/desk/diary/remind/")
    assert on_day(Client(), settings).get("/desk/diary/").status_code == 302
    teller = on_day(client_of(Role.TELLER, walk.play.office, stage.at(ON)), settings)
    other = on_day(neighbour(walk.play), settings)
    for address in ("/desk/diary/", "/desk/diary/reminders/", "/desk/diary/sheets/", "/desk/diary/print/"):
        assert teller.get(address).status_code == 403
        assert "改造镇区" not in told(other.get(address))
    assert "改造镇区" not in told(other.get("/desk/"))


def test_the_calendar_is_read_without_logging_in(desk, walk, settings):
    stage.task(walk)
    stage.reply(walk)
    address = feed_of(desk)
    answer = on_day(Client(), settings).get(address)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert "完成任务：改造镇区三条背街小巷（规划建设办）" in [str(one["SUMMARY"]) for one in events]
    again = Calendar.from_ical(on_day(Client(), settings).get(address).content).walk("VEVENT")
    assert [str(one["UID"]) for one in again] == [str(one["UID"]) for one in events]
    assert desk.get(address).content.count(b"BEGIN:VEVENT") == len(events)


def test_an_address_that_is_no_longer_known_opens_nothing(desk, walk, settings):
    outside = on_day(Client(), settings)
    first = feed_of(desk)
    second = feed_of(desk)
    assert first != second
    key = second.partition("key=")[2]
    serial = CalendarFeed.objects.get().serial
    assert key.startswith(f"{serial}-")
    assert len(key.removeprefix(f"{serial}-")) == 40
    changed = f"{second[:-1]}{'0' if second[-1] != '0' else '1'}"
    for wrong in (first, changed, "/desk/diary/calendar.ics", f"/desk/diary/calendar.ics?key={serial}"):
        assert outside.get(wrong).status_code == 404
    assert outside.get(second).status_code == 200
    assert not JournalEntry.objects.filter(body__contains=serial).exists()
    desk.post("/desk/diary/calendar/end/")
    assert outside.get(second).status_code == 404


def test_a_locked_account_has_no_calendar(desk, walk, settings):
    address = feed_of(desk)
    account_id = CalendarFeed.objects.get().account_id
    client_of(Role.OFFICE, walk.play.office, stage.at(ON), name="second")
    accounts.lock_account(account_id=account_id, actor=walk.play.office, now=stage.at(ON))
    assert on_day(Client(), settings).get(address).status_code == 404


def test_a_job_reminds_every_town(walk, capsys):
    stage.task(walk)  # of 2025: late on any day this is run
    call_command("remind")
    assert Reminder.objects.count() == 1
    call_command("remind", "--town", "qinghe")
    assert Reminder.objects.count() == 1
    assert "qinghe: 0 reminders" in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("remind", "--town", "nowhere")
