"""A list of candidate projects before it replaces the one that is kept."""

import pytest

from huitang.adapters.spreadsheets.writing import write_xlsx
from huitang.congress.journal import queries as journal
from huitang.congress.project_votes import import_commands, import_pages, refusals
from huitang.congress.project_votes.models import CandidateImport, LivelihoodProject
from huitang.congress.roster import file_import
from huitang.congress.roster.import_plan import Fate, ImportOutcome
from huitang.congress.roster.wrong_cells import TableIsWrong
from tests.congress.project_votes.stage import bring_in, commit, preview
from tests.stage import Play, spring_session

HEADINGS = ("序号", "项目名称", "总投资（万元）", "责任单位")
OTHER = write_xlsx(HEADINGS, [(1, "修桥", 80, "镇经发办"), (2, "太阳能路灯安装", 80.5, "镇村镇办")])


@pytest.fixture
def play(db) -> Play:
    return spring_session()


@pytest.fixture
def who(play):
    return play.office, play.clock.tick()


def test_the_plan_tells_what_comes_what_changes_and_what_goes(play, who):
    page = preview(play.session_id, *who, OTHER, name="t.xlsx")
    assert [(row.row, row.fate) for row in page.plan.rows] == [(2, Fate.NEW), (3, Fate.CHANGED)]
    changes = {one.key: (one.old, one.new) for one in page.plan.rows[1].changes}
    assert changes["number"] == ("6", "2")
    assert changes["investment_yuan"] == ("75.6", "80.5")
    assert "unit" not in changes
    assert len(page.plan.held) == 12
    assert len(page.plan.going) == 11
    assert page.plan.total_investment == "160.5"
    assert page.is_too_short
    assert LivelihoodProject.objects.count() == 12


def test_the_same_list_again_touches_nothing(play, who):
    before = list(LivelihoodProject.objects.values())
    page = preview(play.session_id, *who)
    assert page.plan.changes_nothing
    assert commit(page, *who) == ImportOutcome(0, 0, 12)
    assert list(LivelihoodProject.objects.values()) == before


def test_a_wrong_cell_bars_the_list_and_the_old_one_stays(play, who):
    page = preview(play.session_id, *who, write_xlsx(HEADINGS, [(1, "修桥", "八十", "")]), name="t.xlsx")
    assert [str(one) for one in page.plan.rows[0].errors] == ["Sheet1!C2（总投资（万元））：写的是“八十”，不是一个数。"]
    with pytest.raises(TableIsWrong):
        commit(page, *who)
    assert LivelihoodProject.objects.count() == 12


def test_of_two_previews_the_later_one_is_looked_at_again(play, who):
    one, other = (preview(play.session_id, *who, OTHER, name="t.xlsx") for _ in range(2))
    commit(one, *who)
    with pytest.raises(refusals.CandidatesChangedMeanwhile):
        commit(other, *who)
    assert LivelihoodProject.objects.count() == 2
    with pytest.raises(file_import.ImportIsSettled):
        commit(one, *who)


def test_a_given_up_list_is_not_kept(play, who):
    office, now = who
    page = preview(play.session_id, *who, OTHER, name="t.xlsx")
    assert import_commands.give_up_import(import_id=page.upload.id, actor=office, now=now) == play.session_id
    assert bytes(CandidateImport.objects.get(pk=page.upload.id).content) == b""
    assert import_pages.list_open(play.session_id) == ()
    with pytest.raises(file_import.ImportIsSettled):
        import_pages.get_import(page.upload.id, town_id=play.town_id)


def test_the_journal_keeps_what_the_old_list_said(play, who):
    bring_in(play.session_id, *who, OTHER, name="t.xlsx")
    entry = journal.list_entries(chain="qinghe", limit=1)[0]
    assert entry.event == "project_vote.candidates_imported"
    assert entry.facts["projects"] == ["修桥", "太阳能路灯安装"]
    assert ["太阳能路灯安装", "investment_yuan", "75.6", "80.5"] in entry.facts["changes"]
    assert len(entry.facts["left_out"]) == 11
