"""A page is read in several questions: what is done between them must show at the next poll."""

import pytest

from huitang.congress.journal import queries as journal
from huitang.congress.runsheet import queries as runsheet
from tests.stage import spring_session


@pytest.mark.django_db
def test_a_deed_done_while_the_page_is_read_leaves_it_an_old_version(monkeypatch):
    play = spring_session()
    chain = "qinghe"
    sitting = play.now().sitting
    look = runsheet.look_now
    deeds = iter([lambda: play.sign_everybody_in(sitting.id)])

    def look_late(session_id, *, version):
        next(deeds, lambda: None)()
        return look(session_id, version=version)

    monkeypatch.setattr(runsheet, "look_now", look_late)
    before = journal.get_sequence(chain)
    assert runsheet.get_now(play.session_id, chain=chain).version == before
    assert journal.get_sequence(chain) > before
