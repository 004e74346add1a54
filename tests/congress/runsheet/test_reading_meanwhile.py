"""A page is read in several questions: what is done between them must show at the next poll."""

import pytest

from huitang.congress.journal import queries as journal
from huitang.congress.record import queries as record
from huitang.congress.runsheet import queries as runsheet
from tests.stage import spring_session


@pytest.mark.django_db
def test_a_deed_done_while_the_page_is_read_leaves_it_an_old_version(monkeypatch):
    play = spring_session()
    chain = "qinghe"
    sitting = play.now().sitting
    read = record.get_record
    deeds = iter([lambda: play.sign_everybody_in(sitting.id)])

    def read_slowly(session_id):
        kept = read(session_id)
        next(deeds, lambda: None)()
        return kept

    monkeypatch.setattr(record, "get_record", read_slowly)
    before = journal.get_sequence(chain)
    assert runsheet.get_now(play.session_id, chain=chain).version == before
    assert journal.get_sequence(chain) > before
