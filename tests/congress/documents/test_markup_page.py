"""docs/paper-markup.md tells the office exactly the boxes, filters and names there are."""

import re
from pathlib import Path

from jinja2 import meta

from huitang.adapters.papers.markup import BOXES
from huitang.congress.documents import attempts, filling, making, subjects, vocabulary, wording, year_papers
from huitang.congress.documents.catalogue import YEAR_PAPERS
from huitang.congress.documents.drawing import default_text
from huitang.congress.documents.gaps import Asked

PAGE = (Path(__file__).parents[3] / "docs/paper-markup.md").read_text(encoding="utf-8")
CHINESE = re.compile(r"[一-鿿]+")
OWN = {"本次", "本报告", "本选举", "本票", "本决议", "本公告", "财政"}


def told_names(*, of_the_year: bool = False) -> set[str]:
    """The first column of the two tables of names of a session, or of that of the year."""
    tables = PAGE.partition("### 每份材料都能用的名称")[2].partition("### 平时的材料")[2 if of_the_year else 0]
    cells = [line.split("|")[1] for line in tables.splitlines() if line.startswith("| `")]
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


def test_every_box_is_told_and_no_other():
    assert set(re.findall(r"`::: ([一-鿿]+)", PAGE)) - {"名称"} == BOXES


def test_every_filter_of_ours_is_told():
    ours = {name for name in filling._ENVIRONMENT.filters if CHINESE.match(name)}
    assert ours == set(re.findall(r"\|([一-鿿]+) \}\}`", PAGE))


def test_every_name_is_told_and_no_other(play):
    source, _words = making.gathered(play.session_id, play.town_id)
    assert told_names() == set(vocabulary.vocabulary(source, Asked())) | OWN


def test_the_names_of_one_subject_are_those_told(play):
    source, _words = making.gathered(play.session_id, play.town_id)
    found = {
        name
        for kind in attempts.drawn_kinds()
        for subject in subjects.list_subjects(kind, source)
        for name in subjects.names_of(subject, source, Asked())
    }
    assert {"本次", "本报告", "本选举"} <= found <= told_names()


def test_our_own_templates_use_only_names_that_are_told(play):
    for kind in wording.kinds_with_text():
        known = told_names(of_the_year=kind in YEAR_PAPERS) | {"loop"}
        tree = filling._ENVIRONMENT.parse(default_text(kind.key))
        assert meta.find_undeclared_variables(tree) <= known, kind.key


def test_the_names_of_papers_of_the_year_are_those_told():
    found = {name for kind in YEAR_PAPERS for name in year_papers.sample(kind).names}
    assert found == told_names(of_the_year=True)
