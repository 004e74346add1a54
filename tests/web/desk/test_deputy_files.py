"""The pages of deputies' files and of the yearly numbers."""

import io
from datetime import date

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from huitang.congress.attendance.models import Leave
from huitang.congress.roster.models import Deputy
from tests import between
from tests.stage import Play, finished_spring
from tests.web.desk.prepared import desk_of, neighbour, teller_of, told


@pytest.fixture
def play(db) -> Play:
    return finished_spring()


@pytest.fixture
def desk(play, settings) -> Client:
    settings.REHEARSAL = True
    client = desk_of(play)
    client.defaults["HTTP_X_REHEARSAL_CLOCK"] = between.LATER.isoformat()
    return client


@pytest.fixture
def deputies(play) -> list[int]:
    return between.deputies_of(play)


def test_the_file_shows_sittings_and_activities_and_no_points(desk, play, deputies):
    between.held(play.office, kind="VISIT", topic="视察供水", on=date(2025, 5, 12), deputies=deputies[:3])
    page = told(desk.get(f"/desk/deputies/{deputies[1]}/file/"))
    for words in ("第一次全体会议", "出席", "视察供水", "《代表法》第六十二条"):
        assert words in page
    assert "积分怎么来的" not in page
    assert "视察供水" not in told(desk.get(f"/desk/deputies/{deputies[1]}/file/?year=2024"))


def test_points_are_turned_on_on_a_page_and_explained_in_the_file(desk, play, deputies):
    page = desk.get("/desk/deputies/points/")
    assert 'name="is_on"' in told(page)
    weights = {f"weight_{weight}": "2" for weight in ("SITTING", "VISIT", "ENFORCEMENT", "SURVEY", "REPORT_HEARD")}
    weights |= {f"weight_{weight}": "1" for weight in ("VOTERS", "TRAINING", "SUGGESTION")}
    assert desk.post("/desk/deputies/points/", {**weights, "weight_VISIT": "101"}).status_code == 422
    assert desk.post("/desk/deputies/points/", {**weights, "is_on": "on"}).status_code == 302
    page = told(desk.get(f"/desk/deputies/{deputies[1]}/file/"))
    assert "积分怎么来的" in page
    assert '<td class="n"><b>6</b></td>' in page
    assert "积分" in told(desk.get("/desk/deputies/"))


def test_the_published_page_shows_nothing_private(desk, play):
    leave = Leave.objects.filter(state="APPROVED").first()
    Leave.objects.filter(pk=leave.pk).update(reason="住院手术")
    Deputy.objects.filter(pk=leave.deputy_id).update(phone="19988776655", born="1971-08")
    page = told(desk.get(f"/desk/deputies/{leave.deputy_id}/public/"))
    assert leave.deputy.name in page
    for secret in ("19988776655", "1971-08", "住院手术"):
        assert secret not in page


def test_the_list_is_sorted_and_taken_out(desk, play, deputies):
    between.held(play.office, kind="VISIT", topic="视察供水", on=date(2025, 5, 12), deputies=[deputies[50]])
    assert told(desk.get("/desk/deputies/?order=activities")).count("<tr") == 96
    answer = desk.get("/desk/deputies/deputies.xlsx?order=activities&year=2025")
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.values)
    assert rows[1][:5] == ("编号", "姓名", "代表团", "应出席", "出席")
    assert rows[2][0] == Deputy.objects.get(pk=deputies[50]).number
    assert len(rows) == 97


def test_the_roll_leads_to_the_file(desk, play, deputies):
    assert f"/desk/deputies/{deputies[1]}/file/" in told(desk.get(reverse("desk:roll_deputy", args=[deputies[1]])))


def test_numbers_are_frozen_compared_and_withdrawn(desk, play, deputies):
    between.held(play.office, kind="VISIT", topic="视察供水", on=date(2025, 5, 12), deputies=deputies[:3])
    page = told(desk.get("/desk/yearly/?year=2025"))
    assert "2025年，共召开镇人民代表大会1次，组织专题视察1次。" in page
    assert f"/desk/sessions/{play.session_id}/" in page
    assert desk.post("/desk/yearly/2025/freeze/", {"reported_on": "x"}).status_code == 422
    answer = desk.post("/desk/yearly/2025/freeze/", {"reported_on": "2025-07-15"})
    assert (answer.status_code, answer.url) == (302, "/desk/yearly/?year=2025")
    between.held(play.office, kind="VISIT", topic="补登的视察", on=date(2025, 6, 12), deputies=deputies[:3])
    page = told(desk.get("/desk/yearly/?year=2025"))
    assert "组织专题视察1次" in page
    assert "现在数出来是：2025年，共召开镇人民代表大会1次，组织专题视察2次。" in page
    assert desk.post("/desk/yearly/2025/freeze/", {"reported_on": "2025-07-15"}).status_code == 409
    assert desk.post("/desk/yearly/2025/withdraw/", {"reason": ""}).status_code == 422
    desk.post("/desk/yearly/2025/withdraw/", {"reason": "漏登"})
    assert "组织专题视察2次" in told(desk.get("/desk/yearly/?year=2025"))


def test_a_county_by_election_is_added_and_removed(desk, play):
    wrong = desk.post("/desk/yearly/2025/seats/add/", {"name": "周文秀", "elected_on": "2025-12-01"})
    assert (wrong.status_code, "还没有到" in told(wrong), "周文秀" in told(wrong)) == (422, True, True)
    desk.post("/desk/yearly/2025/seats/add/", {"name": "周文秀", "elected_on": "2025-05-01"})
    page = told(desk.get("/desk/yearly/?year=2025"))
    assert "依法补选县人大代表1人次" in page
    seat = page.partition("/desk/yearly/seats/")[2].partition("/")[0]
    assert desk.post(f"/desk/yearly/seats/{seat}/remove/").status_code == 302
    assert "补选县人大代表1" not in told(desk.get("/desk/yearly/?year=2025"))


def test_the_numbers_are_taken_out_with_their_records(desk, play):
    answer = desk.get("/desk/yearly/yearly.xlsx?year=2025")
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.values)
    assert rows[2][:3] == ("召开人民代表大会会议", 1, "次")


def test_other_towns_and_other_roles_find_nothing(play, deputies):
    stranger, teller = neighbour(play), teller_of(play)
    for page in ("file", "public"):
        address = f"/desk/deputies/{deputies[1]}/{page}/"
        assert stranger.get(address).status_code == 404
        assert teller.get(address).status_code == 403
    assert teller.post("/desk/yearly/2025/freeze/", {"reported_on": "2025-07-15"}).status_code == 403
    assert stranger.post("/desk/yearly/seats/1/remove/").status_code == 404


def test_the_list_takes_the_same_queries_however_much_was_done(desk, play, deputies, django_assert_max_num_queries):
    between.many_held(play.town_id, 10, deputies=deputies)
    with django_assert_max_num_queries(22):
        desk.get("/desk/deputies/")
    between.many_held(play.town_id, 90, deputies=deputies)
    with django_assert_max_num_queries(22):
        desk.get("/desk/deputies/")
