"""The pages of supervision: plan, list, one activity with every deed that may be done to it."""

import io
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from huitang.congress.accounts.deeds import Role
from huitang.congress.roster import commands as roster
from huitang.congress.roster import queries as roll_rows
from huitang.congress.supervision.models import Activity, Photo
from tests import between
from tests.adapters.photos import pictures
from tests.web.desk.conftest import client_of

DAY = date(2025, 3, 18)


def told(response) -> str:
    return response.content.decode()


@pytest.fixture
def clocked(settings, desk) -> Client:
    """The office in July of 2025."""
    settings.REHEARSAL = True
    desk.defaults["HTTP_X_REHEARSAL_CLOCK"] = between.LATER.isoformat()
    return desk


@pytest.fixture
def deputies(roll) -> list[int]:
    return [row.id for row in roll_rows.list_roll(roll, on=DAY)]


@pytest.fixture
def held(office, deputies) -> int:
    return between.held(office, kind="ENFORCEMENT", topic="安全生产检查", on=DAY, deputies=deputies[:4], month=3)


@pytest.fixture
def neighbour(office, now) -> Client:
    town = roster.found_town(code="baihe", name="白河镇", province="", now=now)
    other = type(office)(town, "baihe", "白河办公室", Role.OFFICE)
    return client_of(Role.OFFICE, other, now, name="baihe")


def post(client: Client, activity: int, deed: str, **words):
    return client.post(f"/desk/supervision/{activity}/{deed}/", words)


def state_of(activity: int) -> str:
    return Activity.objects.get(pk=activity).state


def test_an_empty_year_says_what_to_do(clocked, roll):
    page = told(clocked.get("/desk/supervision/"))
    assert "2025 年还没有登记活动" in page
    assert "/desk/supervision/new/?year=2025" in page


def test_an_activity_is_entered_held_asked_answered_and_closed(clocked, deputies):
    answer = clocked.post(
        "/desk/supervision/new/", {"year": "2025", "kind": "VISIT", "topic": "视察供水", "planned_month": "4"}
    )
    activity = Activity.objects.get().pk
    assert (answer.status_code, answer.url) == (302, f"/desk/supervision/{activity}/")
    post(clocked, activity, "hold", held_on="2025-04-08", place="东河村", numbers="1、3-5", deputies=[deputies[8]])
    assert Activity.objects.get().participants.count() == 5
    post(clocked, activity, "problems", problems="水压不足。")
    post(clocked, activity, "opinion", opinion="请整改", unit="水务站", sent_on="2025-04-10", reply_due="2025-06-10")
    page = told(clocked.get(f"/desk/supervision/{activity}/"))
    assert "水务站应在 2025-06-10 前答复，已逾期 35 天。" in page
    post(clocked, activity, "reply", reply="已整改", replied_on="2025-07-01")
    post(clocked, activity, "follow-up", on="2025-07-05", note="水压正常")
    assert post(clocked, activity, "close").status_code == 302
    page = told(clocked.get(f"/desk/supervision/{activity}/"))
    for words in ("东河村", "水压不足。", "请整改", "已整改", "晚于期限", "水压正常", "已办结"):
        assert words in page


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"held_on": "2025-04-08", "numbers": "1、999"}, "编号 999 那天没有在任代表。"),
        ({"held_on": "2025-04-08", "numbers": "一号"}, "“一号”看不懂"),
        ({"held_on": "2025-04-08", "numbers": ""}, "还没有选参加的代表"),
        ({"held_on": "四月八日", "numbers": "1"}, "日期看不懂"),
        ({"held_on": "2025-12-08", "numbers": "1"}, "还没有到 2025-12-08"),
        ({"held_on": "2025-04-08", "numbers": "1", "deputies": ["abc"]}, "勾选的人里有那天不在任的"),
        ({"held_on": "2025-04-08", "numbers": "1", "people_met": "-1"}, "请填写 0 到 100000 的整数"),
    ],
)
def test_what_is_wrong_stands_beside_what_was_typed(clocked, deputies, words, sentence):
    clocked.post("/desk/supervision/new/", {"year": "2025", "kind": "VOTERS", "topic": "接待日"})
    activity = Activity.objects.get().pk
    answer = post(clocked, activity, "hold", place="便民大厅", **words)
    assert answer.status_code == 422
    assert sentence in told(answer)
    assert "便民大厅" in told(answer)
    assert state_of(activity) == "PLANNED"


def test_a_deed_that_was_done_meanwhile_is_refused_with_a_sentence(clocked, held):
    answer = post(clocked, held, "drop", reason="不办了")
    assert answer.status_code == 409
    assert "“安全生产检查”现在是“已开展”，不能取消" in told(answer)


def test_reasons_are_asked_for_and_deeds_taken_back(clocked, office, held):
    between.with_opinion(office, held, sent=DAY, due=DAY)
    assert post(clocked, held, "opinion/back").status_code == 422
    post(clocked, held, "opinion/back", reason="写错单位")
    assert state_of(held) == "HELD"
    post(clocked, held, "close")
    post(clocked, held, "reopen", reason="还要看")
    assert state_of(held) == "HELD"


def test_words_are_shown_as_words_and_never_as_markup(clocked, held):
    post(clocked, held, "problems", problems="<script>alert(1)</script>")
    page = told(clocked.get(f"/desk/supervision/{held}/"))
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_a_photo_is_kept_shown_and_removed(clocked, held):
    file = SimpleUploadedFile("现场.exe", pictures.jpeg(about=pictures.exif()), content_type="text/html")
    assert post(clocked, held, "photos/add", photo=file, caption="现场").status_code == 302
    photo = Photo.objects.get().pk
    answer = clocked.get(f"/desk/supervision/photos/{photo}/")
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert pictures.PLACE not in answer.content
    assert f"/desk/supervision/photos/{photo}/" in told(clocked.get(f"/desk/supervision/{held}/"))
    clocked.post(f"/desk/supervision/photos/{photo}/remove/")
    assert clocked.get(f"/desk/supervision/photos/{photo}/").status_code == 404


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<html>", "这个文件不是照片"),
        (pictures.jpeg()[:60], "文件不完整"),
        (b"\xff\xd8\xff" + b"\0" * (5 * 1024 * 1024), "这张照片超过 5 MB"),
        (b"", "这个文件是空的"),
    ],
)
def test_what_is_no_photo_is_refused_beside_the_field(clocked, held, content, sentence):
    answer = post(clocked, held, "photos/add", photo=SimpleUploadedFile("a.jpg", content), caption="留着这句")
    assert answer.status_code == 422
    assert sentence in told(answer)
    assert "留着这句" in told(answer)
    assert not Photo.objects.exists()


def test_the_list_is_filtered_and_taken_out_as_it_is_shown(clocked, office, held, deputies):
    between.held(office, kind="VISIT", topic="视察供水", on=DAY, deputies=deputies[:2])
    page = told(clocked.get("/desk/supervision/?year=2025&kind=VISIT&order=kind"))
    assert "视察供水" in page
    assert "安全生产检查" not in page
    answer = clocked.get("/desk/supervision/supervision.xlsx?year=2025&kind=VISIT")
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.values)
    assert [row[2] for row in rows[1:]] == ["题目", "视察供水"]
    assert "安全生产检查" in told(clocked.get("/desk/supervision/print/?year=2025"))


@pytest.mark.parametrize("query", ["year=0", "year=99999999999", "year=x", "kind=x&state=y&order=z", "q=%3Cb%3E"])
def test_the_address_may_say_anything(clocked, held, query):
    assert clocked.get(f"/desk/supervision/?{query}").status_code == 200
    assert clocked.get(f"/desk/supervision/supervision.xlsx?{query}").status_code == 200
    assert clocked.get(f"/desk/deputies/?{query}").status_code == 200
    assert clocked.get(f"/desk/yearly/?{query}").status_code == 200


def addresses(held: int) -> list[str]:
    return [
        "/desk/supervision/",
        "/desk/supervision/new/",
        "/desk/supervision/print/",
        "/desk/supervision/supervision.xlsx",
        f"/desk/supervision/{held}/",
        "/desk/deputies/",
        "/desk/deputies/points/",
        "/desk/yearly/",
    ]


def test_only_the_office_opens_these_pages(teller, held):
    public = Client()
    for address in addresses(held):
        assert teller.get(address).status_code == 403, address
        assert public.get(address).status_code == 302, address


def test_another_town_finds_no_activity(neighbour, held):
    assert neighbour.get(f"/desk/supervision/{held}/").status_code == 404
    for deed in ("plan", "hold", "correct", "drop", "take-up", "problems", "opinion", "opinion/back", "reply"):
        assert post(neighbour, held, deed, reason="x").status_code == 404, deed
    for deed in ("reply/back", "follow-up", "close", "reopen", "photos/add"):
        assert post(neighbour, held, deed, reason="x").status_code == 404, deed


def test_the_page_takes_the_same_queries_for_ten_as_for_a_hundred(
    clocked, office, deputies, django_assert_max_num_queries
):
    between.many_held(office.town_id, 10, deputies=deputies)
    with django_assert_max_num_queries(12):
        clocked.get("/desk/supervision/?year=2025")
    between.many_held(office.town_id, 90, deputies=deputies)
    with django_assert_max_num_queries(12):
        assert told(clocked.get("/desk/supervision/?year=2025")).count("/desk/supervision/") > 100


def test_the_pages_speak_english(clocked, held):
    clocked.cookies["django_language"] = "en"
    page = told(clocked.get(f"/desk/supervision/{held}/"))
    assert "Enforcement inspection" in page
    assert "Record the opinion that was sent" in page
