"""A table of targets before it is written: what was understood, what would change, and who was quicker."""

import pytest

from huitang.adapters.spreadsheets.writing import write_xlsx
from huitang.congress.journal import queries as journal
from huitang.congress.roster import file_import
from huitang.congress.roster.import_plan import Fate, ImportOutcome
from huitang.congress.roster.wrong_cells import TableIsWrong
from huitang.congress.targets import commands, import_commands, import_pages, refusals
from huitang.congress.targets.models import Target, TargetImport
from tests.congress.targets.stage import NAME, bring_in, commit, preview

OTHER = write_xlsx(("指标", "目标", "备注"), [("固定资产投资", "9%左右", "已调"), ("粮食产量", "不低于1.2万吨", "")])


def test_the_plan_tells_each_row_by_its_number_and_its_fate(office, now):
    plan = preview(office, now).plan
    assert [(row.row, row.fate, row.line.promised) for row in plan.rows[:2]] == [
        (2, Fate.NEW, "5.5%左右"),
        (3, Fate.NEW, "10%左右"),
    ]
    assert plan.read_from.heading_row == 1
    assert plan.read_from.columns == (("A", "指标"), ("B", "目标增速(%)"), ("C", "口径"))
    assert not Target.objects.exists()


def test_what_would_change_is_told_with_the_old_and_the_new(office, now):
    bring_in(office, now)
    plan = preview(office, now, OTHER, name="t.xlsx").plan
    changed = plan.rows[0]
    assert changed.fate is Fate.CHANGED
    assert [(one.old, one.new) for one in changed.changes] == [("目标增速", "目标"), ("8.5%左右", "9%左右")]
    assert plan.rows[1].fate is Fate.NEW
    assert plan.read_from.unused == ("备注",)
    assert len(plan.not_in_file) == 6


def test_wrong_rows_keep_their_place_and_bar_the_file(office, now):
    content = write_xlsx(("指标", "目标"), [("甲", "多"), ("乙", "1"), ("乙", "2")])
    page = preview(office, now, content, name="t.xlsx")
    assert [row.fate for row in page.plan.rows] == [None, Fate.NEW, None]
    assert [bool(row.errors) for row in page.plan.rows] == [True, False, True]
    with pytest.raises(TableIsWrong):
        commit(office, now, page)
    assert import_pages.list_open(office.town_id)
    assert not Target.objects.exists()


def test_an_import_is_settled_once_and_a_given_up_file_is_not_kept(office, now):
    page = preview(office, now)
    commit(office, now, page)
    with pytest.raises(file_import.ImportIsSettled):
        commit(office, now, page)
    other = preview(office, now, OTHER, name="t.xlsx")
    assert import_commands.give_up_import(import_id=other.upload.id, actor=office, now=now) == 2025
    assert bytes(TargetImport.objects.get(pk=other.upload.id).content) == b""
    with pytest.raises(file_import.ImportIsSettled):
        import_pages.get_import(other.upload.id, town_id=office.town_id)
    assert Target.objects.count() == 7


def test_of_two_previews_the_later_one_is_looked_at_again(office, now):
    one, other = preview(office, now), preview(office, now)
    assert commit(office, now, one) == ImportOutcome(7, 0, 0)
    with pytest.raises(refusals.TargetsChangedMeanwhile):
        commit(office, now, other)
    again = import_pages.get_import(other.upload.id, town_id=office.town_id)
    assert again.plan.changes_nothing
    assert Target.objects.count() == 7


def test_a_figure_entered_after_the_preview_bars_the_change(office, now):
    bring_in(office, now)
    page = preview(office, now, OTHER, name="t.xlsx")
    own = Target.objects.get(name="固定资产投资")
    commands.enter_actual(target_id=own.pk, period="YEAR", value="8", source="年报", actor=office, now=now)
    with pytest.raises(refusals.TargetHasActuals):
        commit(office, now, page)
    assert Target.objects.count() == 7


def test_the_journal_keeps_the_file_and_the_old_promise(office, now):
    bring_in(office, now)
    bring_in(office, now, OTHER, name="t.xlsx")
    entries = journal.list_entries(chain=office.chain, limit=4)
    assert [entry.event for entry in entries] == ["targets.imported", "targets.uploaded"] * 2
    assert entries[0].facts["changes"] == [["固定资产投资", "目标增速", "目标", "8.5%左右", "9%左右"]]
    assert entries[2].facts["file"] == NAME
    assert entries[2].facts["sha256"] == entries[3].facts["sha256"]
