"""The two rolls of the office are taken over as they are; a second time nothing changes."""

import io

import openpyxl
import pytest

from huitang.congress.accounts.actor import DeedIsNotYours
from huitang.congress.journal import queries as journal
from huitang.congress.roster import (
    commands,
    file_import,
    import_commands,
    lookup,
    mandate_commands,
    pages,
    queries,
    refusals,
)
from huitang.congress.roster.findings import Level
from huitang.congress.roster.models import Deputy, MandateChange, RollImport
from huitang.congress.roster.preview import RowState
from huitang.congress.roster.wrong_cells import TableIsWrong
from tests.congress.roster import stage
from tests.congress.roster.stage import (
    BEGAN,
    ROSTER_95,
    ROSTER_106,
    TODAY,
    bring_in,
    preview,
    roll_of,
    row_of,
    told,
)


def test_the_roll_of_95_is_previewed_with_its_own_row_numbers(term, office, now):
    page = preview(term, ROSTER_95, office, now)
    assert (page.kind, page.sheet, page.heading_row) == ("xlsx", "代表名册", 4)
    assert page.plan.counts[RowState.NEW] == 95
    assert page.plan.counts[RowState.ERROR] == 0
    assert row_of(page, 5).name == "吴祎"
    assert row_of(page, 99).name == "欧阳明"
    assert not Deputy.objects.exists()


def test_the_two_people_of_one_name_are_pointed_out(term, office, now):
    page = preview(term, ROSTER_95, office, now)
    warned = {row.row: row.warnings for row in page.plan.rows if row.state is RowState.WARNING}
    assert warned == {
        7: ("与第 45 行同名，凭联系电话分为两人。请核对。",),
        45: ("与第 7 行同名，凭联系电话分为两人。请核对。",),
    }


def test_the_figures_of_the_file_are_checked_against_its_rows(term, office, now):
    found = {finding.sentence: finding.level for finding in preview(term, ROSTER_95, office, now).findings}
    assert found == {
        "合计代表数：代表名册!B100 写的是 95，逐行数出来也是 95。": Level.AGREES,
        "女代表数：代表名册!C100 写的是 33，逐行数出来也是 33。": Level.AGREES,
        "现有代表数：说明!A1 写的是 95，逐行数出来也是 95。": Level.AGREES,
        "应选代表名额：说明!A1 写的是 96，与本届登记的名额一致。": Level.AGREES,
        "导入后在任代表 95 名，本届名额 96 名，缺额 1 名。": Level.NOTE,
    }


def test_totals_that_do_not_agree_bar_the_file(term, office, now):
    page = preview(term, roll_of("1 甲 男", "2 乙 女", "合计 3人 女2名"), office, now)
    assert [str(one) for one in page.plan.wrong.cells] == [
        "Sheet1!B4：合计的代表数写的是 3，逐行数出来是 2。请核对，改正合计或补全名单。",
        "Sheet1!C4：合计的女代表数写的是 2，逐行数出来是 1。请核对，改正合计或补全名单。",
    ]
    with pytest.raises(TableIsWrong):
        commit(page, office, now)
    assert not Deputy.objects.exists()


def test_figures_elsewhere_that_do_not_agree_are_warned_of_and_never_corrected(term, office, now):
    commands.change_quota(term_id=term, quota=90, reason="县人大常委会决定", actor=office, now=now)
    page = preview(term, ROSTER_95, office, now)
    warnings = [finding.sentence for finding in page.findings if finding.level is Level.WARNING]
    assert any("应选代表名额对不上" in warning for warning in warnings)
    assert any("超过本届名额 90 名" in warning for warning in warnings)


def test_committing_writes_every_row_and_begins_every_mandate(term, office, now):
    outcome = bring_in(term, ROSTER_95, office, now)
    assert (outcome.new, outcome.changed, outcome.unchanged) == (95, 0, 0)
    roll = queries.list_roll(term, on=TODAY)
    assert [row.number for row in roll] == list(range(1, 96))
    assert (roll[0].name, roll[0].born, roll[0].phone) == ("吴祎", "1970-12", "10000098786")
    assert roll[0].initials.split()[0] == "wy"
    assert roll[60].name == "阿依古丽·艾合买提"
    assert [d.in_office for d in queries.list_delegations(term, on=TODAY)] == [19, 19, 19, 19, 19]
    assert set(MandateChange.objects.values_list("kind", "on")) == {("ELECTED", BEGAN)}


def test_leave_in_the_remarks_is_kept_for_the_session(roll):
    remarks = queries.list_remarks(roll)
    numbers = dict(Deputy.objects.values_list("pk", "number"))
    assert {numbers[remark.deputy_id]: remark.remark for remark in remarks} == {
        1: "因病请假(住院)",
        5: "因事请假",
        6: "因病请假",
        51: "因事请假",
    }
    assert all(remark.asks_leave for remark in remarks)


def test_the_same_file_again_changes_nothing(roll, office, now):
    before = list(Deputy.objects.order_by("pk").values())
    page = preview(roll, ROSTER_95, office, now)
    assert page.plan.changes_nothing
    assert {row.state for row in page.plan.rows} == {RowState.UNCHANGED}
    outcome = bring_in(roll, ROSTER_95, office, now)
    assert (outcome.new, outcome.changed, outcome.unchanged) == (0, 0, 95)
    assert list(Deputy.objects.order_by("pk").values()) == before
    assert MandateChange.objects.count() == 95


def test_the_gbk_roll_is_taken_over_with_its_blocks_and_rare_character(term, office, now):
    commands.change_quota(term_id=term, quota=106, reason="县人大常委会决定", actor=office, now=now)
    page = preview(term, ROSTER_106, office, now)
    assert (page.encoding, page.plan.counts[RowState.NEW]) == ("GB18030", 106)
    assert page.plan.counts[RowState.ERROR] == 0
    bring_in(term, ROSTER_106, office, now)
    roll = {row.number: row for row in queries.list_roll(term, on=TODAY)}
    assert (roll[37].name, roll[3].name) == ("李䶮", "许国")
    assert [d.in_office for d in queries.list_delegations(term, on=TODAY)] == [22, 21, 21, 21, 21]
    assert {number for number, row in roll.items() if row.bare_name == "邵山"} == {9, 66}
    assert preview(term, ROSTER_106, office, now).plan.changes_nothing


def test_a_changed_cell_is_shown_from_and_to_and_a_blank_one_erases_nothing(term, office, now):
    bring_in(term, roll_of("1 王伟 男 1970.12 一团 10000000001", "2 李䶮 女 - 一团 10000000002"), office, now)
    content = roll_of("1 王伟 - - 二团 10000000009", "2 李䶮 女 - 一团 -")
    page = preview(term, content, office, now)
    changes = [(change.label, change.old, change.new) for change in row_of(page, 2).changes]
    assert changes == [("代表团", "一团", "二团"), ("联系电话", "10000000001", "10000000009")]
    assert row_of(page, 3).state is RowState.UNCHANGED
    bring_in(term, content, office, now)
    roll = {row.number: row for row in queries.list_roll(term, on=TODAY)}
    assert (roll[1].sex, roll[1].born, roll[1].phone) == ("男", "1970-12", "10000000009")
    assert roll[2].phone == "10000000002"


def test_two_deputies_may_exchange_their_numbers(term, office, now):
    bring_in(term, roll_of("1 甲 男 - 一团 10000000001", "2 乙 男 - 一团 10000000002"), office, now)
    bring_in(term, roll_of("2 甲 男 - 一团 10000000001", "1 乙 男 - 一团 10000000002"), office, now)
    assert [row.name for row in queries.list_roll(term, on=TODAY)] == ["乙", "甲"]


def test_deputies_the_file_does_not_name_are_listed_and_stay(roll, office, now):
    page = preview(roll, roll_of("1 吴祎 女", "2 郝露珠 女"), office, now)
    assert len(page.plan.not_in_file) == 93
    assert any("有 93 名代表不在这个文件里：3 王伟、4 魏帆民" in finding.sentence for finding in page.findings)
    bring_in(roll, roll_of("1 吴祎 女", "2 郝露珠 女"), office, now)
    assert len(queries.list_roll(roll, on=TODAY)) == 95


def test_one_wrong_row_keeps_every_row_out(term, office, now):
    page = preview(term, roll_of("1 甲 男", "1 乙 女", "三 丙 男"), office, now)
    assert told(page, 2) == ("编号 1 与第 3 行重复。请在文件里改正其中一个。",)
    assert told(page, 4) == ("编号“三”不是 1 到 9999 的整数。请改正，或空着。",)
    with pytest.raises(TableIsWrong, match="有 3 处错误，一行也没有导入：Sheet1!A2（序号）：编号 1 与第 3 行重复"):
        commit(page, office, now)
    assert not Deputy.objects.exists()
    assert RollImport.objects.get().committed_at is None


def test_rows_without_a_number_get_the_next_free_one(term, office, now):
    bring_in(term, roll_of("7 甲 男", "- 乙 女"), office, now)
    assert [(row.number, row.name) for row in queries.list_roll(term, on=TODAY)] == [(7, "甲"), (8, "乙")]


def test_a_number_claimed_by_another_row_is_an_error(term, office, now):
    bring_in(term, roll_of("1 甲 男 - 一团 10000000001", "2 乙 男 - 一团 10000000002"), office, now)
    page = preview(term, roll_of("- 甲 男 - 一团 10000000001", "1 乙 男 - 一团 10000000002"), office, now)
    assert {row.state for row in page.plan.rows} == {RowState.ERROR}
    assert "会有两位代表用编号 1" in told(page, 2)[0]


def test_an_import_is_settled_once(term, office, now):
    page = preview(term, ROSTER_95, office, now)
    commit(page, office, now)
    with pytest.raises(file_import.ImportIsSettled):
        commit(page, office, now)
    with pytest.raises(file_import.ImportIsSettled):
        pages.get_import(page.upload.id, town_id=office.town_id)
    with pytest.raises(file_import.ImportIsSettled):
        import_commands.give_up_import(import_id=page.upload.id, actor=office, now=now)
    assert Deputy.objects.count() == 95


def test_a_given_up_file_is_not_kept(term, office, now):
    page = preview(term, ROSTER_95, office, now)
    import_commands.give_up_import(import_id=page.upload.id, actor=office, now=now)
    assert bytes(RollImport.objects.get().content) == b""
    with pytest.raises(file_import.ImportIsSettled):
        commit(page, office, now)


def test_a_roll_that_changed_after_the_preview_is_previewed_again(term, office, now):
    first = preview(term, roll_of("1 甲 男 - 一团 10000000001"), office, now)
    second = preview(term, roll_of("1 甲 男 - 二团 10000000001"), office, now)
    commit(second, office, now)
    with pytest.raises(refusals.RollChangedMeanwhile):
        commit(first, office, now)
    assert queries.list_roll(term, on=TODAY)[0].delegation == "二团"
    commit(pages.get_import(first.upload.id, town_id=office.town_id), office, now)
    assert queries.list_roll(term, on=TODAY)[0].delegation == "一团"


def test_the_journal_tells_the_file_and_every_correction(term, office, now):
    bring_in(term, roll_of("1 甲 男 - 一团 10000000001"), office, now)
    bring_in(term, roll_of("1 甲 男 - 二团 10000000001"), office, now)
    entry = journal.list_entries(chain=office.chain, subject=f"term:{term}", limit=1)[0]
    deputy = Deputy.objects.get()
    assert entry.event == "roll.imported"
    assert entry.facts["changes"] == [[deputy.pk, "delegation", "一团", "二团"]]
    assert journal.verify_chain(office.chain).is_whole


def test_only_the_office_of_this_town_imports(term, chair, office, now):
    with pytest.raises(DeedIsNotYours):
        import_commands.upload_roll(term_id=term, filename="a", content=ROSTER_95, actor=chair, now=now)
    elsewhere = commands.found_town(code="other", name="别处镇", province="", now=now)
    with pytest.raises(refusals.TermIsUnknown):
        queries.get_term(term, elsewhere)
    page = preview(term, ROSTER_95, office, now)
    with pytest.raises(file_import.ImportIsUnknown):
        pages.get_import(page.upload.id, town_id=elsewhere)


def test_one_whose_mandate_ended_stays_ended_and_is_pointed_out(roll, office, now):
    deputy = lookup.known_deputies(roll)[0]
    mandate_commands.end_mandate(
        deputy_id=deputy.id,
        on=TODAY,
        cause=mandate_commands.EndCause.DIED,
        reason="病故",
        actor=office,
        now=now,
    )
    page = preview(roll, roll_of("1 吴祎 女 1970.12 第二代表团"), office, now)
    assert "代表资格已经终止" in row_of(page, 2).warnings[0]
    bring_in(roll, ROSTER_95, office, now)
    assert len(queries.list_roll(roll, on=TODAY)) == 94


def commit(page, office, now):
    return import_commands.commit_import(
        import_id=page.upload.id, seal=page.plan.seal, in_office_from=stage.BEGAN, actor=office, now=now
    )


def test_a_roll_of_another_term_or_with_more_sheets_is_warned_of(term, office, now):
    workbook = openpyxl.Workbook()
    for name in ("一团", "二团"):
        sheet = workbook.create_sheet(name)
        for line in (["清河镇第五届人大代表名册"], ["序号", "姓名", "团别"], [1, "甲", name]):
            sheet.append(line)
    stream = io.BytesIO()
    workbook.save(stream)
    sentences = [finding.sentence for finding in preview(term, stream.getvalue(), office, now).findings]
    assert "表头上方写的是“第五届”，这里要导入的是第六届。请核对是不是选错了文件或届次。" in sentences
    assert "工作表“二团”里也有名册，这次只导入了“一团”。要一起导入，请先并成一张表。" in sentences
