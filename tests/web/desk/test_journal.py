"""The journal on a page: words for every event, filters, the proof."""

import re
from pathlib import Path

import pytest
from django.db import connection

import huitang
from huitang.congress.journal import queries as journal
from huitang.web.desk import journal_words
from tests.stage import Play, spring_session
from tests.web.desk.prepared import desk_of, neighbour, told

CONGRESS = Path(huitang.__file__).parent / "congress"


@pytest.fixture
def play(db) -> Play:
    return spring_session()


def test_every_event_of_the_commands_has_words():
    written = set()
    for path in CONGRESS.rglob("*.py"):
        found = re.findall(r"journal\.append\(\s*\"([a-z_]+\.[a-z_]+)\"", path.read_text(encoding="utf-8"))
        written |= set(found)
    assert len(written) > 50
    assert written - set(journal_words.EVENTS) == set()


def test_it_says_who_did_what(play):
    page = told(desk_of(play).get("/desk/journal/"))
    assert "拟定监票人" in page
    assert "办公室" in page


def test_it_is_filtered_by_area_and_by_subject(play):
    desk = desk_of(play)
    only_roll = desk.get("/desk/journal/?area=roll").context["found"].entries
    assert {entry.event.partition(".")[0] for entry in only_roll} == {"roll"}
    subject = f"session:{play.session_id}"
    only_session = desk.get(f"/desk/journal/?subject={subject}").context["found"].entries
    assert {entry.subject for entry in only_session} == {subject}


def test_older_entries_are_a_page_further(play):
    play.sign_everybody_in(play.now().sitting.id)
    desk = desk_of(play)
    first = desk.get("/desk/journal/").context["found"]
    older = desk.get(f"/desk/journal/?before={first.older}").context["found"]
    assert older.entries[0].sequence == first.entries[-1].sequence - 1


def test_the_chain_is_proved_on_request(play):
    desk = desk_of(play)
    assert "环环相扣" not in told(desk.get("/desk/journal/"))
    assert "环环相扣" in told(desk.get("/desk/journal/?verify=yes"))


def test_a_printed_code_is_held_against_the_chain(play):
    desk = desk_of(play)
    entry = journal.list_entries(chain="qinghe", limit=1)[0]
    good = f"{entry.sequence}:{entry.hash[:10]}"
    assert "环环相扣" in told(desk.get(f"/desk/journal/?verify=yes&expected={good}"))
    wrong = f"{entry.sequence}:{'0' * 10}"
    page = told(desk.get(f"/desk/journal/?verify=yes&expected={wrong}"))
    assert f"第 {entry.sequence} 条起接不上" in page
    assert "纸上印的是" in page


def test_a_code_of_the_wrong_shape_is_told(play):
    answer = desk_of(play).get("/desk/journal/?verify=yes&expected=abc")
    assert answer.status_code == 422
    assert "校验码的样子不对" in told(answer)


@pytest.mark.parametrize("query", ["before=abc", "area=%27--", "before=-1"])
def test_a_wrong_address_is_no_server_error(play, query):
    assert desk_of(play).get(f"/desk/journal/?{query}").status_code == 422


def test_a_break_is_told_with_its_place(play):
    with connection.cursor() as cursor:
        for (name,) in _triggers(cursor):
            cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute("UPDATE journal_journalentry SET actor = '别人' WHERE sequence = 3")
    page = told(desk_of(play).get("/desk/journal/?verify=yes"))
    assert "第 3 条起接不上：列出的内容与原文不符" in page


def test_another_town_has_its_own_journal(play):
    assert "拟定监票人" not in told(neighbour(play).get("/desk/journal/"))


def _triggers(cursor) -> list[tuple[str]]:
    if connection.vendor != "sqlite":
        pytest.skip("the table is opened by hand on SQLite only; the proof itself is the same code")
    cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal_journalentry'")
    return cursor.fetchall()


def test_no_stored_code_and_no_machine_time_is_left_in_its_words(play):
    desk = desk_of(play)
    page = told(desk.get("/desk/journal/?area=sitting")) + told(desk.get("/desk/journal/?area=vote"))
    assert "全体会议" in page
    assert not re.findall(r"PLENARY|PRESIDIUM|RESOLUTION|\d{4}-\d\d-\d\dT", page)


@pytest.mark.parametrize("path", ["/desk/accounts/", "/desk/journal/", "/desk/roll/terms/", "/desk/sessions/new/"])
def test_a_page_about_no_session_still_leads_to_the_session_at_hand(play, path):
    page = desk_of(play).get(path).content.decode()
    assert f'href="/desk/sessions/{play.session_id}/"' in page
    assert f'href="/desk/sessions/{play.session_id}/sign-in/"' in page
