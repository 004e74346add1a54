"""Both shapes, from an empty town to the released announcement, through the real pages of a real server."""

import pytest

from huitang.web.terminal.rehearsal import server
from huitang.web.terminal.rehearsal.play import rehearse
from huitang.web.terminal.rehearsal.shape import SHAPES


@pytest.mark.story
@pytest.mark.parametrize("name", sorted(SHAPES))
def test_a_rehearsed_session_ends_in_texts_whose_numbers_equal_the_record(home, name):
    shape = SHAPES[name]
    server.found_town(home)
    with server.serve(home) as base:
        done = rehearse(shape, base=base, out=home / "out", tell=False)
    assert done.disagreements == ()
    assert len(done.cards) == shape.in_office
    slides = list((home / "out" / "hall").iterdir())
    assert len(slides) > 20
    assert (home / "out" / "record.json").stat().st_size > 1000
    assert "Traceback" not in (home / "server.log").read_text(encoding="utf-8")
