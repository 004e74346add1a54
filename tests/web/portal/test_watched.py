"""Watching our own pages is calm: no page of ours does what copies do."""

import pytest

from huitang.adapters.watching import signs
from huitang.adapters.watching.page import WatchedPage
from huitang.web.portal import every_address

pytestmark = pytest.mark.django_db
HOST = "rd.qinghe.example"


@pytest.fixture(autouse=True)
def address(settings):
    settings.SITE_ADDRESS = f"https://{HOST}"


def watch_everything(client, rows) -> int:
    """Every public page; returns how many there were."""
    titles = {f"/releases/{row.pk}/": row.title for row in rows}
    watched = 0
    for path in every_address.list_all_addresses():
        answer = client.get(path)
        if answer.headers["Content-Type"].startswith("text/html"):
            watched += 1
            page = WatchedPage(f"https://{HOST}{path}", answer.content.decode())
            title = titles.get(path.removeprefix("/en"), "")
            assert list(signs.find_signs(page, our_hosts={HOST}, title=title)) == [], path
    return watched


def test_no_page_of_a_session_gives_a_sign(client, announcement, resolution, news):
    assert watch_everything(client, (announcement, resolution, news)) > 15


def test_no_page_between_sessions_gives_a_sign(client, released):
    assert watch_everything(client, released.values()) > 30
