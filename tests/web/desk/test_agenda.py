"""The agenda: verbs with their meaning, order, reporters; what changes in the run sheet along with it."""

import pytest
from django.test import Client

from huitang.congress.agenda import queries as agenda
from huitang.congress.record import queries as record
from huitang.congress.runsheet import queries as runsheet
from tests.stage import Play, spring_session
from tests.web.desk.prepared import convened, desk_of, neighbour, told


@pytest.fixture
def play(db) -> Play:
    return convened()


@pytest.fixture
def desk(play) -> Client:
    return desk_of(play)


def items(play):
    return agenda.list_items(play.session_id)


def words(play) -> list[str]:
    return [step.title for step in runsheet.list_steps(play.session_id)]


def test_each_verb_is_shown_with_its_legal_meaning(play, desk):
    page = told(desk.get(f"/desk/sessions/{play.session_id}/agenda/"))
    assert "听取和审议：听报告并分团审议" in page
    assert "必须表决：预算、预算调整、决算不经大会批准不能执行" in page


def test_an_added_item_gets_its_words_and_its_vote(play, desk):
    fields = {
        "verb": "HEAR_AND_DELIBERATE",
        "title": "关于农村饮水的报告",
        "reporter": "副镇长周立本",
        "needs_vote": "on",
    }
    answer = desk.post(f"/desk/sessions/{play.session_id}/agenda/add/", fields)
    assert answer.headers["Location"] == f"/desk/sessions/{play.session_id}/agenda/"
    assert items(play)[-1].line == "听取和审议关于农村饮水的报告"
    assert "关于农村饮水的报告" in words(play)
    assert "关于关于农村饮水的报告的决议" not in words(play)
    assert "关于《关于农村饮水的报告》的决议" in words(play)
    said = next(step.words for step in runsheet.list_steps(play.session_id) if step.title == "关于农村饮水的报告")
    assert said == "现在进行下一项，请副镇长周立本作《关于农村饮水的报告》。"


def test_many_items_find_room_between_two_steps(play, desk):
    for number in range(9):
        fields = {"verb": "DELIBERATE", "title": f"第{number}份书面报告"}
        assert desk.post(f"/desk/sessions/{play.session_id}/agenda/add/", fields).status_code == 302
    added = [title for title in words(play) if title.endswith("份书面报告")]
    assert added == [f"第{number}份书面报告" for number in range(9)]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"verb": "HEAR", "title": "  "}, "这个字段是必填项"),
        ({"verb": "SING", "title": "歌"}, "选择一个有效的选项"),
        ({"verb": "HEAR", "title": "长" * 201}, "200"),
    ],
)
def test_a_wrong_item_is_told(play, desk, fields, sentence):
    answer = desk.post(f"/desk/sessions/{play.session_id}/agenda/add/", fields)
    assert answer.status_code == 422
    assert sentence in told(answer)
    assert len(items(play)) == 7


def test_a_reporter_typed_on_the_list_goes_into_the_words(play, desk):
    item = items(play)[0]
    fields = {"verb": item.verb, "title": item.title, "reporter": "镇长方志远", "needs_vote": "on"}
    assert desk.post(f"/desk/items/{item.id}/change/", fields).status_code == 302
    said = next(step.words for step in runsheet.list_steps(play.session_id) if step.title == "听取政府工作报告")
    assert "请镇长方志远作清河镇人民政府工作报告" in said


def test_a_new_title_goes_into_the_vote_that_is_still_to_come(play, desk):
    item = items(play)[0]
    fields = {"verb": item.verb, "title": "清河镇人民政府2024年工作报告", "needs_vote": "on"}
    desk.post(f"/desk/items/{item.id}/change/", fields)
    assert "关于清河镇人民政府2024年工作报告的决议" in words(play)
    votes = [vote.title for vote in record.get_record(play.session_id).hand_votes]
    assert "关于清河镇人民政府2024年工作报告的决议" in votes
    assert "关于清河镇人民政府工作报告的决议" not in votes


def test_items_change_places(play, desk):
    second = items(play)[1]
    desk.post(f"/desk/items/{second.id}/move/", {"up": "yes"})
    assert items(play)[0].id == second.id
    desk.post(f"/desk/items/{second.id}/move/", {"up": "no"})
    assert items(play)[1].id == second.id


def test_a_removed_item_takes_its_steps_along(play, desk):
    item = items(play)[3]
    assert desk.post(f"/desk/items/{item.id}/remove/").status_code == 302
    assert item.id not in [one.id for one in items(play)]
    assert "听取民生实事项目完成情况报告" not in words(play)


def test_an_item_with_an_election_stays(play, desk):
    item = next(one for one in items(play) if one.subject == "ELECTION")
    answer = desk.post(f"/desk/items/{item.id}/remove/")
    assert answer.status_code == 409
    assert "在运行单里有选举或票决" in told(answer)


def test_the_second_clerk_is_told(play, desk):
    item = items(play)[0]
    seen = desk.get(f"/desk/items/{item.id}/change/").context["form"]["seen"].value()
    fields = {"verb": item.verb, "title": item.title, "reporter": "镇长方志远", "seen": seen}
    desk.post(f"/desk/items/{item.id}/change/", fields)
    answer = desk.post(f"/desk/items/{item.id}/change/", fields | {"reporter": "镇长何田"})
    assert answer.status_code == 409
    assert items(play)[0].reporter == "镇长方志远"


@pytest.mark.parametrize("deed", ["change", "move", "remove"])
def test_an_item_of_another_town_does_not_exist(play, deed):
    item = items(play)[0]
    fields = {"verb": item.verb, "title": "别的", "up": "yes"}
    assert neighbour(play).post(f"/desk/items/{item.id}/{deed}/", fields).status_code == 404
    assert items(play)[0].title == item.title


def test_nothing_is_added_to_the_session_of_another_town(play):
    answer = neighbour(play).post(
        f"/desk/sessions/{play.session_id}/agenda/add/", {"verb": "HEAR", "title": "别镇的报告"}
    )
    assert answer.status_code == 404
    assert len(items(play)) == 7


def test_once_adopted_the_page_warns(db):
    play = spring_session()
    play.sign_everybody_in(play.now().sitting.id)
    play.press()
    play.press()
    play.press(hands={"votes_for": 91, "votes_against": 0, "abstentions": 0, "not_voting": 0})
    assert "议程已由预备会议表决通过" in told(desk_of(play).get(f"/desk/sessions/{play.session_id}/agenda/"))
