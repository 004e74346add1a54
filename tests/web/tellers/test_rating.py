"""The tellers' room for a rating: a grade for each line, entered twice."""

import pytest

from huitang.congress.ballots import queries
from huitang.congress.runsheet import rating
from tests.congress.ratings.rated_session import FAIR, GOOD, ITEMS, NONE, POOR, SEVERAL

HX = {"HX-Request": "true"}


def post(client, key, deed, **form):
    return client.post(f"/tellers/ballots/{key}/{deed}/", form, headers=HX if deed.endswith("enter") else {})


def enter(client, key, number, *marks, **more):
    return post(client, key, f"sheets/{number}/enter", **{f"mark_{n}": m for n, m in enumerate(marks, 1)}, **more)


@pytest.fixture
def counting(house):
    rating.set_items(session_id=house.session_id, items=ITEMS, actor=house.play.office, now=house.tick())
    house.run_to("RATING", "ISSUING")
    key = house.play.now().ballot.id
    post(house.teller_a, key, "issue", papers_issued=4)
    post(house.teller_a, key, "collect", papers_collected=4)
    return key


def test_the_pad_has_a_row_of_grades_for_each_line(house, counting):
    page = house.teller_a.get(f"/tellers/ballots/{counting}/").content.decode()
    assert page.count("<fieldset") == 3
    assert page.count('data-letter="s"') == page.count('data-letter="b"') == page.count('data-letter="d"') == 3
    assert "选了几个" in page
    assert "最多" not in page


def test_a_line_left_out_is_refused_by_its_number_and_what_was_entered_stays(house, counting):
    refused = enter(house.teller_a, counting, 1, GOOD, "", POOR)
    assert refused.status_code == 422
    assert "第2行" in refused.content.decode()
    lines = refused.context["lines"]
    assert [tile.value for line in lines for tile in line.tiles if tile.is_chosen] == [GOOD, POOR]


def test_two_tellers_enter_differ_settle_and_finish(house, counting):
    sheets = [(GOOD, GOOD, GOOD), (GOOD, FAIR, POOR), (SEVERAL, NONE, GOOD), (NONE, NONE, NONE)]
    for number, marks in enumerate(sheets, start=1):
        enter(house.teller_a, counting, number, *marks)
        told = enter(house.teller_b, counting, number, *(marks if number != 2 else (GOOD, GOOD, POOR)))
    assert told.status_code == 200
    assert "满意率" not in told.content.decode()
    page = house.office.get(f"/tellers/ballots/{counting}/differences/")
    assert [row[1:] for row in page.context["rows"]] == [
        ("满意", "满意", False),
        ("基本满意", "满意", True),
        ("不满意", "不满意", False),
        ("无", "无", False),
    ]
    resolve = {"mark_1": GOOD, "mark_2": FAIR, "mark_3": POOR}
    assert post(house.office, counting, "sheets/2/resolve", reason="对照原票", **resolve).status_code == 302
    assert post(house.teller_a, counting, "finish").status_code == 302
    assert queries.get_ballot(counting).state == "COUNTED"
    sheet = house.teller_a.get(f"/tellers/ballots/{counting}/tally/")
    told = [
        (line.satisfied, line.basically, line.dissatisfied, line.void) for line in sheet.context["sheet"].tally.rated
    ]
    assert told == [(2, 0, 0, 2), (1, 1, 0, 2), (2, 0, 1, 1)]
    shown = sheet.content.decode()
    assert "空白票 1 张，各项都不计" in shown
    assert "测评项数" in shown
    assert "限期整改，下次会议再次测评" in shown


def test_the_chair_sees_the_grades_before_the_hall_does(house, counting):
    for number in range(1, 5):
        for client in (house.teller_a, house.teller_b):
            enter(client, counting, number, GOOD, FAIR, POOR)
    post(house.teller_a, counting, "finish")
    hall = house.public.get("/hall/qinghe/").content.decode()
    assert "等待主席宣布结果" in hall
    assert "满意率" not in hall
    chair = house.chair.get("/chair/").content.decode()
    assert "评为“不满意”" in chair
    house.play.press()
    hall = house.public.get("/hall/qinghe/").content.decode()
    assert "有不满意项" in hall
    assert "镇人民政府专项工作" in hall
