"""What the rules say of the figures: balance, reserve, debts, adjustments, overspending, leaps, clocks."""

from datetime import UTC, date, datetime, timedelta

import pytest

from huitang.congress.accounts.actor import DeedIsNotYours
from huitang.congress.money import approval_commands, commands, page_queries, queries, refusals
from huitang.congress.money.clocks import ClockState
from huitang.congress.money.comparisons import AdjustmentFacts
from huitang.congress.money.findings import Level
from huitang.congress.money.models import YearAccount
from huitang.congress.money.report import figures_for_report
from huitang.congress.roster import file_import
from huitang.congress.roster.models import Town
from huitang.rules.budget import BudgetState
from tests.congress.money import stage
from tests.congress.money.stage import changed, corrected


@pytest.fixture
def accounts(office, now):
    stage.bring_in(corrected(), office, now)
    return lambda year=2024: queries.get_accounts(office.town_id, year=year, today=date(2025, 3, 31))


def id_of(stage_word: str, year: int = 2024) -> int:
    return YearAccount.objects.get(year=year, stage=stage_word).pk


def with_cells(**cells):
    def write(sheet):
        for cell, value in cells.items():
            sheet[cell] = value

    return changed(write, corrected())


def told(page, level: Level) -> str:
    return "\n".join(stage.sentences(page.plan.findings, level))


def test_a_draft_that_spends_more_than_it_has_is_a_deficit(office, now):
    page = stage.preview(with_cells(F16=1864, F9=6554), office, now)
    assert "2025年预算：收入总计 6,454.00，支出总计 6,554.00，支出多出 100.00，是赤字（万元）" in told(
        page, Level.WARNING
    )
    finding = next(f for f in page.plan.findings if "赤字" in f.sentence)
    assert "《预算法》第三十五条第一款" in [citation.label_zh for citation in finding.citations]


@pytest.mark.parametrize(
    ("reserve", "rest", "sentence"),
    [
        (60, 1794, "预备费 60.00，不到支出总计 6,454.00 的百分之一"),
        (200, 1654, "预备费 200.00，超过支出总计 6,454.00 的百分之三"),
    ],
)
def test_a_reserve_outside_one_to_three_per_cent_is_told_at_its_cell(office, now, reserve, rest, sentence):
    page = stage.preview(with_cells(F18=reserve, F16=rest), office, now)
    assert f"“预算执行与草案”表 F18：{sentence}（万元）" in told(page, Level.WARNING)


def test_a_line_of_debt_is_asked_about_unless_it_is_on_lent(office, now):
    page = stage.preview(with_cells(B8="债务收入"), office, now)
    assert "“债务收入”86.00：乡镇不得举债，上级转贷的债务可以列入。请弄清是哪一种" in told(page, Level.WARNING)
    fine = stage.preview(with_cells(B8="债务转贷收入"), office, now)
    assert "乡镇不得举债" not in told(fine, Level.WARNING)


def test_an_adjustment_needs_the_congress_until_the_office_says_what_it_is_made_of(office, now, accounts):
    adjusted = next(kept for kept in accounts().accounts if kept.is_adjusted)
    assert adjusted.adjustment.state is BudgetState.ADJUSTMENT_NEEDED
    assert any("增加 340.00，属于预算调整（增减总支出）" in finding.sentence for finding in adjusted.findings)
    approval_commands.describe_adjustment(
        account_id=adjusted.id, facts=AdjustmentFacts(earmarked=3_400_000), actor=office, now=now
    )
    after = next(kept for kept in accounts().accounts if kept.is_adjusted)
    assert after.adjustment.state is BudgetState.REPORT_ONLY
    approval_commands.describe_adjustment(
        account_id=adjusted.id,
        facts=AdjustmentFacts(earmarked=3_400_000, key_spending_cut=500_000),
        actor=office,
        now=now,
    )
    again = next(kept for kept in accounts().accounts if kept.is_adjusted)
    assert again.adjustment.state is BudgetState.ADJUSTMENT_NEEDED


def test_only_an_adjusted_budget_is_explained(office, now, accounts):
    with pytest.raises(refusals.AccountIsNotAdjusted):
        approval_commands.describe_adjustment(
            account_id=id_of("EXECUTED"), facts=AdjustmentFacts(), actor=office, now=now
        )


def test_spending_over_the_plan_is_told(office, now):
    page = stage.preview(with_cells(E11=470, E12=703.3), office, now)
    expected = "“预算执行与草案”表 E11：“教育支出”用了 470.00，2024年调整预算是 455.00，超出 15.00。请说明依据（万元）"
    assert expected in told(page, Level.WARNING)


def test_a_leap_against_last_year_is_pointed_out(office, now):
    page = stage.preview(with_cells(F11=660, F16=1564), office, now)
    expected = "“教育支出”写 660.00，2024年执行是 455.00，变动 45.1%，请在报告里说明"
    assert expected in told(page, Level.NOTE)


def test_an_adjusted_reserve_left_in_the_execution_is_asked_about(accounts):
    notes = stage.sentences(accounts().findings, Level.NOTE)
    assert any(one.startswith("“预算执行与草案”表 E18：执行数里还单列“预备费”90.00。") for one in notes)


def test_the_clocks_run_from_approval(office, now, accounts):
    approval_commands.approve_account(account_id=id_of("BUDGET"), approved_on=date(2025, 3, 5), actor=office, now=now)
    kept = accounts().accounts[0]
    assert [(clock.label, clock.deadline.last_day, clock.state) for clock in kept.clocks] == [
        ("向社会公开", date(2025, 3, 25), ClockState.LATE),
        ("批复各部门", date(2025, 3, 25), ClockState.RUNNING),
    ]
    approval_commands.publish_account(account_id=kept.id, published_on=date(2025, 3, 31), actor=office, now=now)
    assert accounts().accounts[0].clocks[0].state is ClockState.DONE_LATE


def test_the_page_knows_the_holidays(office, now, accounts):
    """Approved on 12 September 2025: the twentieth day is in the holiday of October, the first day after it the 9th."""
    kept = YearAccount.objects.filter(year=2025, stage="BUDGET")
    kept.update(approved_on=date(2025, 9, 12))
    states = {}
    for day in (datetime(2025, 10, 8, 2, tzinfo=UTC), datetime(2025, 10, 10, 2, tzinfo=UTC)):
        shown = page_queries.get_money(office.town_id, year=2025, now=day).accounts.accounts[0].clocks[0]
        states[day.day] = (shown.deadline.last_day, shown.deadline.if_moved, shown.state)
    assert states == {
        8: (date(2025, 10, 2), date(2025, 10, 9), ClockState.RUNNING),
        10: (date(2025, 10, 2), date(2025, 10, 9), ClockState.LATE),
    }


def test_what_is_approved_and_not_public_is_due(office, now, accounts):
    for word, year, day in (("BUDGET", 2024, date(2025, 3, 30)), ("BUDGET", 2025, date(2025, 3, 5))):
        approval_commands.approve_account(account_id=id_of(word, year), approved_on=day, actor=office, now=now)
    due = queries.list_publications_due(office.town_id, today=date(2025, 3, 31))
    assert [(one.label, one.clock.state) for one in due] == [
        ("2025年预算", ClockState.LATE),
        ("2024年预算", ClockState.RUNNING),
    ]


def test_what_is_approved_is_changed_by_no_file(office, now, accounts):
    approval_commands.approve_account(
        account_id=id_of("BUDGET", 2025), approved_on=date(2025, 3, 31), actor=office, now=now
    )
    page = stage.preview(with_cells(F11=470, F16=1754), office, now)
    assert [sentence.partition("，")[0] for sentence in page.barred] == ["2025年预算已于 2025-03-31 批准"]
    with pytest.raises(refusals.ApprovedFiguresDiffer, match="2025年预算已于 2025-03-31 批准"):
        commands.commit_import(import_id=page.upload.id, seal=page.plan.seal, reason="", actor=office, now=now)
    approval_commands.withdraw_approval(
        account_id=id_of("BUDGET", 2025), reason="登记成了草案的日期", actor=office, now=now
    )
    commands.commit_import(import_id=page.upload.id, seal=page.plan.seal, reason="", actor=office, now=now)
    assert YearAccount.objects.get(year=2025).lines.get(name="教育支出").yuan == 4_700_000


def test_days_that_cannot_be_are_refused(office, now, accounts):
    budget = id_of("BUDGET")
    tomorrow = now.date() + timedelta(days=2)
    with pytest.raises(refusals.DayIsWrong, match="还没有到这一天"):
        approval_commands.approve_account(account_id=budget, approved_on=tomorrow, actor=office, now=now)
    with pytest.raises(refusals.AccountIsNotApproved):
        approval_commands.publish_account(account_id=budget, published_on=date(2025, 3, 1), actor=office, now=now)
    approval_commands.approve_account(account_id=budget, approved_on=date(2025, 3, 5), actor=office, now=now)
    with pytest.raises(refusals.AccountIsApproved):
        approval_commands.approve_account(account_id=budget, approved_on=date(2025, 3, 6), actor=office, now=now)
    with pytest.raises(refusals.DayIsWrong, match="早于批准的日期 2025-03-05"):
        approval_commands.publish_account(account_id=budget, published_on=date(2025, 3, 1), actor=office, now=now)
    with pytest.raises(refusals.WhyIsMissing):
        approval_commands.withdraw_approval(account_id=budget, reason=" ", actor=office, now=now)


def test_only_the_office_keeps_money(office, chair, teller_a, now, accounts):
    for actor in (chair, teller_a):
        with pytest.raises(DeedIsNotYours):
            commands.upload_accounts(filename="a.xlsx", content=stage.REAL, actor=actor, now=now)
        with pytest.raises(DeedIsNotYours):
            approval_commands.approve_account(
                account_id=id_of("BUDGET"), approved_on=date(2025, 3, 5), actor=actor, now=now
            )


def test_another_town_has_no_such_account_and_no_such_import(office, now, accounts):
    neighbour = type(office)(Town.objects.create(code="linjiang", name="临江镇").pk, "linjiang", "办公室", office.role)
    upload = stage.preview(stage.REAL, office, now).upload.id
    with pytest.raises(file_import.ImportIsUnknown):
        commands.commit_import(import_id=upload, seal="", reason="", actor=neighbour, now=now)
    with pytest.raises(file_import.ImportIsUnknown):
        queries.get_import(upload, town_id=neighbour.town_id)
    with pytest.raises(refusals.AccountIsUnknown):
        approval_commands.approve_account(
            account_id=id_of("BUDGET"), approved_on=date(2025, 3, 5), actor=neighbour, now=now
        )
    assert queries.get_accounts(neighbour.town_id, year=2024).accounts == ()


def test_the_report_gets_its_figures(office, now, accounts):
    found = figures_for_report(office.town_id, year=2025)
    last, budget = found.last_year, found.budget
    assert (last.income.wan, last.income.plan_wan, last.income.percent_of_plan) == ("6,566.00", "6,546.00", "100.3%")
    assert (last.expense.wan, last.expense.percent_of_plan, last.balance_wan) == ("6,502.00", "99.3%", "64.00")
    assert (budget.income.wan, budget.income.growth, budget.balance) == ("6,454.00", "-1.7%", 0)
    assert (budget.reserve_wan, budget.reserve_share, budget.brought_forward) == ("90.00", "1.4%", 640_000)
    assert [(item.name, item.wan, item.growth) for item in budget.income.items[:2]] == [
        ("税收收入", "2,840.00", "4.0%"),
        ("非税收入", "300.00", "4.0%"),
    ]
    assert found.last_adjustment.change_wan == "340.00"
    assert dict(found.last_adjustment.by_item)["农林水支出"] == 1_300_000
    assert found.half_year is None
    assert found.doubts == ()


def test_the_report_says_which_total_is_doubtful(office, now):
    stage.bring_in(stage.REAL, office, now, reason="县里的表")
    found = figures_for_report(office.town_id, year=2025)
    ((sentence, reason),) = found.doubts
    assert sentence.startswith("“预算执行与草案”表 E9：“二、支出合计”表上写 6,512.00")
    assert reason == "县里的表"
    assert found.last_year.expense.wan == "6,512.00"


def test_a_town_without_accounts_has_no_figures(town):
    found = figures_for_report(town.pk, year=2025)
    assert (found.last_year, found.budget, found.adjustment, found.doubts) == (None, None, None, ())


def summer_book() -> bytes:
    half = [
        ("清河镇2025年上半年预算执行情况",),
        ("单位：万元",),
        ("科目名称", "2025年预算数", "2025年1-6月执行数", "为预算的%"),
        ("税收收入", 2840, 1420, "50%"),
        ("上级补助收入", 3250, 1650, "50.8%"),
        ("收入合计", 6090, 3070, "50.4%"),
        ("教育支出", 6000, 2900, "48.3%"),
        ("预备费", 90, "", ""),
        ("支出合计", 6090, 2900, "47.6%"),
    ]
    final = [
        ("单位：元",),
        ("科目名称", "2024年决算数"),
        ("税收收入", 27_314_000),
        ("收入合计", 27_314_000),
        ("教育支出", 26_674_000),
        ("支出合计", 26_674_000),
    ]
    return stage.book(上半年执行=half, 决算=final)


def test_the_summer_report_gets_half_a_year_and_the_final_accounts(office, now):
    stage.bring_in(summer_book(), office, now)
    found = figures_for_report(office.town_id, year=2025)
    half, last = found.half_year, found.last_year
    assert (half.income.wan, half.income.percent_of_plan, half.expense.percent_of_plan) == (
        "3,070.00",
        "50.4%",
        "47.6%",
    )
    assert (half.income.growth, half.reserve, half.balance_wan) == ("", 0, "170.00")
    assert (last.stage, last.label, last.expense.wan) == ("FINAL", "2024年决算", "2,667.40")
    assert last.expense.plan is None
    assert found.adjustment is None


def test_percentages_the_sheet_states_are_computed_again(office, now):
    def spoil(sheet):
        sheet["D5"] = "51.2%"

    page = stage.preview(summer_book(), office, now)
    assert "2025年上半年执行：表上写的 5 个百分比都算得对。" in stage.sentences(page.plan.findings, Level.AGREES)
    assert page.file.notes == ()
    wrong = stage.preview(changed(spoil, summer_book()), office, now)
    assert "“上半年执行”表 D5：“上级补助收入”写的是2025年预算 3,250.00 的 51.2%，算出来是 50.8%" in told(
        wrong, Level.WARNING
    )
    assert wrong.plan.wrong == ()


@pytest.mark.parametrize(
    ("said", "is_right"), [("4%", True), (4.0, True), (0.0398, True), ("3.9%", True), ("5%", False)]
)
def test_growth_against_last_year_is_computed_again(office, now, said, is_right):
    """2,840 after 2,731.4 is 3.976 per cent; a cell formatted as per cent comes as a fraction."""
    page = stage.preview(with_cells(G3="比上年执行数增长%", G5=said), office, now)
    expected = "“预算执行与草案”表 G5：“税收收入”的增幅写"
    assert (expected not in told(page, Level.WARNING)) is is_right


def test_a_growth_that_is_no_number_is_told(office, now):
    page = stage.preview(with_cells(G3="比上年执行数增长%", G5="略增"), office, now)
    expected = "“税收收入”的增幅写 略增，比2024年执行的 2,731.40 算出来是 4.0%"
    assert expected in told(page, Level.WARNING)


def test_columns_that_are_no_amounts_are_left_out_and_said(office, now):
    page = stage.preview(with_cells(G3="备注", G5="含留抵退税"), office, now)
    assert page.file.notes == ("“预算执行与草案”表里没有采用的栏目：备注。",)
