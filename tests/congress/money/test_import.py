"""The real budget file as it is: what is read, what is wrong with it, and what is kept."""

import pytest

from huitang.congress.journal import queries as journal
from huitang.congress.money import commands, queries
from huitang.congress.money.account import AccountKey
from huitang.congress.money.findings import Level
from huitang.congress.money.models import AccountLine, MoneyImport, YearAccount
from huitang.congress.money.refusals import FiguresChangedMeanwhile, ReasonIsMissing
from huitang.congress.roster.file_import import ImportIsSettled
from huitang.congress.roster.import_plan import ImportOutcome
from tests.congress.money import stage

WRONG = "“预算执行与草案”表 E9：“二、支出合计”表上写 6,512.00，各项相加 6,502.00，相差 10.00（万元）"


def test_the_real_file_is_read_as_four_accounts_in_whole_yuan(office, now):
    page = stage.preview(stage.REAL, office, now)
    accounts = {planned.account.key: planned.account for planned in page.plan.accounts}
    assert list(accounts) == [
        AccountKey(2024, "BUDGET", "GENERAL"),
        AccountKey(2024, "ADJUSTED", "GENERAL"),
        AccountKey(2024, "EXECUTED", "GENERAL"),
        AccountKey(2025, "BUDGET", "GENERAL"),
    ]
    executed = accounts[AccountKey(2024, "EXECUTED", "GENERAL")]
    assert [(line.code, line.name, line.yuan, line.cell) for line in executed.lines[:3]] == [
        ("", "一、收入合计", 65_660_000, "E4"),
        ("101", "税收收入", 27_314_000, "E5"),
        ("103", "非税收入", 2_886_000, "E6"),
    ]
    assert not page.file.problems


def test_money_carried_forward_is_no_part_of_the_grants_though_its_code_says_so(office, now):
    page = stage.preview(stage.REAL, office, now)
    lines = page.plan.accounts[0].account.lines
    carried = next(line for line in lines if line.code == "11008")
    assert lines[carried.parent].name == "一、收入合计"


def test_the_one_wrong_total_is_told_by_sheet_and_cell(office, now):
    page = stage.preview(stage.REAL, office, now)
    assert stage.sentences(page.plan.findings, Level.WRONG) == [WRONG]
    assert page.plan.findings[0].cell == "E9"


def test_what_is_brought_forward_gives_the_wrong_total_away(office, now):
    page = stage.preview(stage.REAL, office, now)
    told = [one for one in stage.sentences(page.plan.findings, Level.WARNING) if "F8" in one]
    assert told == [
        "“预算执行与草案”表 F8：“上年结转”写 64.00，2024年执行收支相抵却是 54.00；"
        "支出照各项相加的 6,502.00 算正好相符，多半是 E9 的 6,512.00 写错了（万元）"
    ]


def test_the_corrected_file_has_no_wrong_total(office, now):
    page = stage.preview(stage.corrected(), office, now)
    assert page.plan.wrong == ()
    agreeing = stage.sentences(page.plan.findings, Level.AGREES)
    assert any("“上年结转”写 64.00，与2024年执行收支相抵的 64.00 相符" in one for one in agreeing)


def test_nothing_is_kept_before_the_office_says_so(office, now):
    stage.preview(stage.REAL, office, now)
    assert not YearAccount.objects.exists()


def test_a_wrong_total_is_not_kept_without_a_reason(office, now):
    page = stage.preview(stage.REAL, office, now)
    with pytest.raises(ReasonIsMissing, match="1 处合计对不上"):
        commands.commit_import(import_id=page.upload.id, seal=page.plan.seal, reason="  ", actor=office, now=now)
    assert not YearAccount.objects.exists()
    assert queries.get_import(page.upload.id, town_id=office.town_id).upload.is_open


def test_with_a_reason_the_figures_are_kept_as_written_and_the_doubt_stays(office, now):
    outcome = stage.bring_in(stage.REAL, office, now, reason="县财政局的表就是这样，已去函核对")
    assert outcome == ImportOutcome(new=4, changed=0, unchanged=0)
    found = queries.get_accounts(office.town_id, year=2025)
    doubtful = found.doubtful
    assert [kept.label for kept in doubtful] == ["2024年执行"]
    assert doubtful[0].reason == "县财政局的表就是这样，已去函核对"
    assert doubtful[0].doubts[0].sentence == WRONG
    assert [kept.reason for kept in found.accounts] == [""]


def test_the_same_file_again_changes_nothing(office, now):
    stage.bring_in(stage.REAL, office, now, reason="县里的表")
    before = list(AccountLine.objects.values_list("pk", "yuan"))
    page = stage.preview(stage.REAL, office, now)
    assert page.plan.changes_nothing
    outcome = commands.commit_import(import_id=page.upload.id, seal=page.plan.seal, reason="", actor=office, now=now)
    assert outcome == ImportOutcome(new=0, changed=0, unchanged=4)
    assert list(AccountLine.objects.values_list("pk", "yuan")) == before
    assert YearAccount.objects.get(year=2024, stage="EXECUTED").reason == "县里的表"


def test_a_corrected_file_replaces_only_what_differs_and_takes_the_reason_away(office, now):
    stage.bring_in(stage.REAL, office, now, reason="县里的表")
    page = stage.preview(stage.corrected(), office, now)
    changes = {planned.account.key.label: planned.changes for planned in page.plan.accounts if planned.changes}
    assert [(c.name, c.cell, c.old, c.new) for c in changes.pop("2024年执行")] == [
        ("二、支出合计", "E9", 65_120_000, 65_020_000)
    ]
    assert not changes
    assert stage.bring_in(stage.corrected(), office, now) == ImportOutcome(new=0, changed=1, unchanged=3)
    assert YearAccount.objects.get(year=2024, stage="EXECUTED").reason == ""
    assert queries.get_accounts(office.town_id, year=2025).doubtful == ()


def test_an_older_preview_is_not_written_over_newer_figures(office, now):
    older = stage.preview(stage.corrected(), office, now)
    stage.bring_in(stage.corrected(), office, now)
    with pytest.raises(FiguresChangedMeanwhile):
        commands.commit_import(import_id=older.upload.id, seal=older.plan.seal, reason="", actor=office, now=now)


def test_an_import_is_settled_once(office, now):
    page = stage.preview(stage.corrected(), office, now)
    commands.give_up_import(import_id=page.upload.id, actor=office, now=now)
    assert bytes(MoneyImport.objects.get().content) == b""
    with pytest.raises(ImportIsSettled):
        commands.commit_import(import_id=page.upload.id, seal=page.plan.seal, reason="", actor=office, now=now)
    assert not YearAccount.objects.exists()


def test_the_journal_says_who_kept_a_wrong_total_and_why(office, now):
    stage.bring_in(stage.REAL, office, now, reason="县里的表")
    entry = next(e for e in journal.list_entries(chain=office.chain) if e.event == "money.imported")
    assert entry.facts["wrong_totals"] == [["预算执行与草案", "E9"]]
    assert entry.facts["reason"] == "县里的表"
