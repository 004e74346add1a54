"""The links of the desk stand in rows by subject; the page one is on is marked, every page is one click away."""

import pytest
from bs4 import BeautifulSoup

from tests.stage import Play, spring_session
from tests.web.desk.prepared import desk_of, told

ROWS = {
    "全年": ["首页", "期限", "代表名册", "监督履职", "民生项目", "财政", "指标任务", "建议"],
    "本镇": ["公开", "规则", "账号", "日志"],
    "会议": ["会议", "签到", "表决选举", "材料", "发布"],
}


@pytest.fixture
def play(db) -> Play:
    return spring_session()


def rows_of(page: BeautifulSoup) -> dict[str, list[str]]:
    """Each row under the name a screen reader calls it by."""
    nav = page.select_one("nav.room-nav")
    lists = nav.find_all("ul")
    names = [page.find(id=one["aria-labelledby"]).get_text(strip=True) for one in lists]
    return {name: [a.get_text(strip=True) for a in one.find_all("a")] for name, one in zip(names, lists, strict=True)}


def test_every_link_stands_once_in_the_row_of_its_subject(play):
    page = BeautifulSoup(told(desk_of(play).get("/desk/journal/")), "html.parser")
    assert rows_of(page) == ROWS
    assert [a.get_text(strip=True) for a in page.select("nav.room-nav a[aria-current=page]")] == ["日志"]


def test_every_link_leads_to_a_page_that_marks_it(play):
    desk = desk_of(play)
    for link in BeautifulSoup(told(desk.get("/desk/")), "html.parser").select("nav.room-nav a"):
        answer = desk.get(link["href"], follow=True)
        assert answer.status_code == 200
        here = BeautifulSoup(told(answer), "html.parser").select("nav.room-nav a[aria-current=page]")
        assert [a.get_text(strip=True) for a in here] == [link.get_text(strip=True)]


def test_before_there_is_a_session_the_link_to_the_first_one_stands_with_the_year(desk):
    page = BeautifulSoup(told(desk.get("/desk/")), "html.parser")
    assert rows_of(page) == {"全年": [*ROWS["全年"], "会议"], "本镇": ROWS["本镇"]}
