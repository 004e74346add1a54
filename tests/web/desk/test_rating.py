"""The office's page of the rating: what is rated, how, and the result."""

import pytest

from huitang.congress.ratings import queries
from tests.congress.ratings.rated_session import PAPERS


def address(house, deed=""):
    return f"/desk/sessions/{house.session_id}/rating/{deed}"


def rated(house):
    return [item.name for item in queries.find_rating(house.session_id).items]


def add(house, *names):
    for name in names:
        house.office.post(address(house, "add/"), {"name": name})


@pytest.mark.parametrize("who", ["teller_a", "chair", "public"])
def test_only_the_office_prepares(house, who):
    assert getattr(house, who).get(address(house)).status_code in (302, 403)
    assert getattr(house, who).post(address(house, "add/"), {"name": "路"}).status_code in (302, 403)
    assert queries.find_rating(house.session_id) is None


def test_another_town_finds_nothing(house):
    stranger = house.stranger()
    assert stranger.get(address(house)).status_code == 404
    assert stranger.post(address(house, "add/"), {"name": "路"}).status_code == 404
    assert stranger.post(address(house, "settings/"), {"title": "测评", "base": "ALL"}).status_code == 404


def test_lines_are_added_moved_and_removed(house):
    assert "还没有测评内容" in house.office.get(address(house)).content.decode()
    add(house, "道路", "路灯", "卫生室")
    house.office.post(address(house, "move/"), {"number": "3", "name": "卫生室", "up": "yes"})
    house.office.post(address(house, "remove/"), {"number": "1", "name": "道路"})
    assert rated(house) == ["卫生室", "路灯"]
    stale = house.office.post(address(house, "remove/"), {"number": "2", "name": "道路"})
    assert stale.status_code == 404


def test_a_name_twice_stands_beside_its_sentence(house):
    add(house, "道路")
    refused = house.office.post(address(house, "add/"), {"name": "道路"})
    assert refused.status_code == 422
    assert "已经在测评内容里" in refused.content.decode()
    assert 'value="道路"' in refused.content.decode()
    none = house.office.post(address(house, "last-projects/"))
    assert "以前没有票决过" in none.content.decode()


def test_settings_are_kept_in_tenths_and_wrong_ones_are_told(house):
    form = {"title": "年度测评", "base": "PRESENT", "threshold": "90.5", "has_middle_grade": "on"}
    assert house.office.post(address(house, "settings/"), form).status_code == 302
    kept = queries.find_rating(house.session_id)
    assert (kept.title, kept.base, kept.threshold_tenths, kept.has_middle_grade) == ("年度测评", "PRESENT", 905, True)
    assert 'value="90.5"' in house.office.get(address(house)).content.decode()
    for wrong in ("101", "很高", "90.55"):
        assert house.office.post(address(house, "settings/"), {**form, "threshold": wrong}).status_code == 422
    unnamed = house.office.post(address(house, "settings/"), {**form, "title": ""})
    assert unnamed.status_code == 422


def test_once_begun_nothing_is_changed_and_the_result_stands_there(house):
    add(house, "道路", "路灯", "卫生室")
    assert "测评 3 项" in house.office.get(f"/desk/sessions/{house.session_id}/").content.decode()
    house.run_to("RATING", "READY")
    house.play.vote(list(PAPERS))
    late = house.office.post(address(house, "add/"), {"name": "晚了"})
    assert late.status_code == 409
    house.play.press()
    page = house.office.get(address(house)).content.decode()
    assert "满意 95.5%" in page
    assert "测评已完成" in page
    assert "加到末尾" not in page
    assert "宣布测评结果" in house.office.get("/desk/journal/").content.decode()
