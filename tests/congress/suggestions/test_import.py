"""The office's table goes in as it is; a wrong one gets the cell and the reason, and nothing is written."""

import io

import openpyxl
import pytest

from huitang.congress.roster import file_import
from huitang.congress.roster.file_refusal import RollFileIsRefused
from huitang.congress.roster.wrong_cells import TableIsWrong
from huitang.congress.suggestions import import_commands, queries, refusals
from huitang.congress.suggestions.models import Answer, Assignment, ResponsibleUnit, Suggestion, SuggestionImport
from tests.congress.suggestions import stage
from tests.congress.suggestions.stage import TABLE, at

NOW = at(stage.date(2026, 1, 5))


def changed(*changes, drop: str = "", merge: str = "") -> bytes:
    """The real table with some cells changed: ("C3", "nobody")."""
    book = openpyxl.load_workbook(io.BytesIO(TABLE))
    sheet = book.active
    for cell, value in changes:
        sheet[cell] = value
    if merge:
        sheet.merge_cells(merge)
    if drop:
        sheet.delete_cols(next(cell.column for cell in sheet[1] if cell.value == drop))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def errors_of(walk, content: bytes) -> dict[int, tuple[str, ...]]:
    plan = queries.get_import(stage.upload(walk, content), town_id=walk.play.town_id).plan
    return {row.row: tuple(map(str, row.errors)) for row in plan.rows if row.errors}


def test_the_real_table_is_imported_whole(walk):
    assert errors_of(walk, TABLE) == {}
    assert stage.bring_in(walk) == 10
    rows = queries.list_rows(walk.play.town_id, on=stage.date(2026, 1, 5))
    assert [row.number for row in rows] == [str(2025001 + place) for place in range(10)]
    first = rows[0]
    assert (first.title, first.lead, first.co_signers) == (
        "关于加快石门村断头路建设的建议",
        "冯春玲",
        ("秦河建", "沈国帅"),
    )
    assert (first.unit, first.assisting, first.mark, first.result) == ("镇社会事务办", (), "A", "满意")
    assert [row.state for row in rows].count("CLOSED") == 8
    assert rows[2].state == "PROMISED"
    assert rows[5].state == "REDO"
    assert rows[5].result == "不满意"


def test_units_of_the_table_are_added_once(walk):
    stage.bring_in(walk)
    names = list(ResponsibleUnit.objects.values_list("name", flat=True))
    assert sorted(names) == sorted(set(names))
    assert {"镇村镇办", "镇社会事务办", "派出所"} <= set(names)
    assert Assignment.objects.filter(is_lead=True).count() == 10
    assert Assignment.objects.filter(is_lead=False).count() == 6


CASES = {
    "a letter in the number": ((("A3", "二号"),), {3: "Sheet!A3（建议编号）：“二号”不是编号，编号只能是数字。"}),
    "a word for a day": ((("E4", "三月底"),), {4: "Sheet!E4（提出日期）：“三月底”不是日期。请写成“2025-03-31”。"}),
    "a day there is not": (
        (("I4", "2025-02-30"),),
        {4: "Sheet!I4（答复日期）：“2025-02-30”不是日期。请写成“2025-03-31”。"},
    ),
    "nobody of that name": (
        (("C5", "查无此人"),),
        {5: "Sheet!C5（领衔代表）：名册里没有“查无此人”。请核对姓名，或者写编号。"},
    ),
    "a class of another town": (
        (("J2", "甲"),),
        {2: "Sheet!J2（办理结果类别）：“甲”不在本单位的类别（A、B、C、D）里。"},
    ),
    "a verdict of another kind": (
        (("K2", "还行"),),
        {2: "Sheet!K2（代表评价）：“还行”不是“满意”“基本满意”或“不满意”。"},
    ),
    "answered before it was assigned": ((("I2", "2025-04-01"),), {2: "Sheet!I2（答复日期）：答复日期早于交办日期。"}),
    "no unit": ((("G2", None),), {2: "Sheet!G2（主办单位）：有交办日期，没有主办单位。"}),
    "signed twice": ((("D2", "冯春玲"),), {2: "Sheet!D2（附议代表）：同一位代表写了两次。请删去一处。"}),
    "no title": ((("B2", None),), {2: "Sheet!B2（标题）：没有填写。"}),
}


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_cell_is_named_with_its_row_and_reason(walk, case):
    changes, wanted = CASES[case]
    content = changed(*changes)
    found = errors_of(walk, content)
    assert {row: told[0] for row, told in found.items()} == wanted
    upload = stage.upload(walk, content)
    with pytest.raises(TableIsWrong):
        stage.commit(walk, upload, now=NOW)
    assert not Suggestion.objects.exists()
    assert SuggestionImport.objects.get(pk=upload).committed_at is None


def test_a_number_written_twice_is_told_where_it_stands_again(walk):
    found = errors_of(walk, changed(("A3", "2025001")))
    assert found == {3: ("Sheet!A3（建议编号）：编号 2025001 在 A2 已经写过了。",)}


def test_a_missing_column_refuses_the_file(walk):
    with pytest.raises(RollFileIsRefused) as refused:
        stage.upload(walk, changed(drop="领衔代表"))
    assert "没有“领衔代表”这一栏" in str(refused.value)
    assert not SuggestionImport.objects.exists()


def test_merged_cells_bar_the_whole_table(walk):
    content = changed(merge="G2:G4")
    plan = queries.get_import(stage.upload(walk, content), town_id=walk.play.town_id).plan
    told = "Sheet!G2:G4：这几格是合并的，看不出每一行该是什么。请取消合并，每行都写。"
    assert [str(one) for one in plan.wrong.cells] == [told]


def test_the_same_table_twice_is_refused_row_by_row(walk):
    stage.bring_in(walk)
    found = errors_of(walk, TABLE)
    assert len(found) == 10
    assert found[2] == ("Sheet!A2（建议编号）：编号 2025001 已经在清单里，不能再导入一次。",)


def test_numbers_kept_as_numbers_are_read_as_well(walk):
    assert errors_of(walk, changed(*((f"A{row}", 2025000 + row - 1) for row in range(2, 12)))) == {}


def test_the_roll_or_list_changed_after_the_preview(walk):
    found = stage.upload(walk, TABLE)
    with pytest.raises(refusals.SuggestionsChangedMeanwhile):
        chosen = stage.choices(walk, found)
        import_commands.commit_table(import_id=found, seal="old", chosen=chosen, actor=walk.actor(), now=NOW)
    assert not Suggestion.objects.exists()


def test_it_is_committed_once(walk):
    found = stage.upload(walk, TABLE)
    stage.commit(walk, found, now=NOW)
    with pytest.raises(file_import.ImportIsSettled):
        import_commands.commit_table(import_id=found, seal="", actor=walk.actor(), now=NOW)
    assert Answer.objects.count() == 10


def test_days_ahead_of_today_are_refused(walk):
    early = at(stage.date(2025, 5, 1))
    found = stage.upload(walk, TABLE, now=early)
    with pytest.raises(refusals.DayIsWrong):
        stage.commit(walk, found, now=early)
    assert not Suggestion.objects.exists()


def test_a_name_two_deputies_have_is_asked_about_never_guessed(walk):
    found = stage.upload(walk, TABLE)
    plan = queries.get_import(found, town_id=walk.play.town_id).plan
    assert [(row.row, [same.typed for same in row.unclear]) for row in plan.unclear] == [(5, ["王伟"]), (7, ["王伟"])]
    with pytest.raises(refusals.NamesakeIsOpen) as refused:
        import_commands.commit_table(import_id=found, seal=plan.seal, actor=walk.actor(), now=NOW)
    assert str(refused.value).startswith("第 5 行的“王伟”名册里不止一位")
    assert not Suggestion.objects.exists()
    second = {row.row: [row.unclear[0].rows[1].id] for row in plan.unclear}
    import_commands.commit_table(import_id=found, seal=plan.seal, chosen=second, actor=walk.actor(), now=NOW)
    lead = Suggestion.objects.get(number="2025006").signatures.get(position=1).deputy
    assert (lead.name, lead.number) == ("王伟", 41)
