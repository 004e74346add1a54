"""The year between two springs, through the real pages of a real server; in a file of its own, because it is the longest."""

import pytest

from huitang.web.terminal.rehearsal import server
from huitang.web.terminal.rehearsal.year.play import PROVINCE, rehearse_year


@pytest.mark.story
def test_a_rehearsed_year_fires_every_clock_on_its_day_and_its_figures_are_those_of_the_tables(home):
    server.found_town(home, province=PROVINCE)
    with server.serve(home) as base:
        done = rehearse_year(base=base, home=home, out=home / "out", tell=False)
    assert done.disagreements == ()
    assert (done.days, done.clocks) > (370, 120)
    assert (done.firings, done.figures) > (80, 70)
    assert (home / "out" / "numbers.json").stat().st_size > 1000
    assert "Traceback" not in (home / "server.log").read_text(encoding="utf-8")
