"""The year's targets from the office's own file, their actual figures, and what became of each."""

import pytest

from huitang.adapters.spreadsheets.writing import write_xlsx
from huitang.congress.accounts.actor import Actor, DeedIsNotYours
from huitang.congress.journal import queries as journal
from huitang.congress.journal.refusal import InputIsWrong
from huitang.congress.roster.import_plan import ImportOutcome
from huitang.congress.roster.models import Town
from huitang.congress.targets import commands, queries, refusals
from huitang.congress.targets.models import Target
from huitang.rules.target import TargetState
from tests.congress.targets.stage import bring_in, commit, preview


def report(office):
    return queries.targets_for_report(office.town_id, year=2025)


def enter(office, now, name, value, period="YEAR"):
    target = Target.objects.get(name=name)
    commands.enter_actual(target_id=target.pk, period=period, value=value, source="县统计局月报", actor=office, now=now)


def test_the_real_file_is_taken_over_as_it_is(office, now):
    assert bring_in(office, now) == ImportOutcome(new=7, changed=0, unchanged=0)
    assert [(row.name, row.promised) for row in report(office).targets] == [
        ("地区生产总值", "5.5%左右"),
        ("规上工业增加值", "10%左右"),
        ("固定资产投资", "8.5%左右"),
        ("社会消费品零售总额", "2.5%左右"),
        ("一般公共预算收入", "4%左右"),
        ("城镇居民人均可支配收入", "4.5%左右"),
        ("农村居民人均可支配收入", "6.8%左右"),
    ]
    assert {row.measure for row in report(office).targets} == {"目标增速"}


def test_the_same_file_again_changes_nothing(office, now):
    bring_in(office, now)
    before = list(Target.objects.values())
    assert bring_in(office, now) == ImportOutcome(new=0, changed=0, unchanged=7)
    assert list(Target.objects.values()) == before


def test_a_changed_file_changes_what_differs_and_leaves_what_it_does_not_name(office, now):
    bring_in(office, now)
    content = write_xlsx(("指标", "目标", "单位"), [("地区生产总值", "不低于6%", "%"), ("粮食产量", 1.2, "万吨")])
    page = preview(office, now, content, name="调整.xlsx")
    assert len(page.plan.not_in_file) == 6
    assert commit(office, now, page) == ImportOutcome(new=1, changed=1, unchanged=0)
    promised = {row.name: row.promised for row in report(office).targets}
    assert promised["地区生产总值"] == "不低于6%"
    assert promised["粮食产量"] == "1.2万吨"


WRONG = {
    "text in a number": (
        ("地区生产总值", "五点五", "左右"),
        "文件“t.xlsx”有 1 处错误，一行也没有导入：Sheet1!B2（目标增速(%)）：写的是“五点五”，不是一个数。请在文件里改正后重新上传。",
    ),
    "no figure": (("地区生产总值", "", "左右"), "Sheet1!B2（目标增速(%)）：没有写数。"),
    "no name": (("", "5.5", "左右"), "Sheet1!A2（指标）：没有写指标名称。请补上，或删去这一行。"),
    "a name without end": (("产" * 61, "5.5", "左右"), "Sheet1!A2（指标）：有 61 个字，最多 60 个。"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_row_is_told_and_nothing_is_taken_over(office, now, case):
    row, sentence = WRONG[case]
    content = write_xlsx(("指标", "目标增速(%)", "口径"), [row, ("固定资产投资", "8.5", "左右")])
    with pytest.raises(InputIsWrong) as refused:
        bring_in(office, now, content, name="t.xlsx")
    assert sentence in str(refused.value)
    assert not Target.objects.exists()
    assert journal.list_entries(chain=office.chain, limit=1)[0].event == "targets.uploaded"


def test_every_wrong_row_is_told_at_once(office, now):
    content = write_xlsx(("指标", "目标"), [("甲", "多"), ("乙", "1"), ("乙", "2"), ("", "3")])
    with pytest.raises(InputIsWrong) as refused:
        bring_in(office, now, content, name="t.xlsx")
    told = str(refused.value)
    assert "Sheet1!B2（目标）：写的是“多”，不是一个数。" in told
    assert "Sheet1!A4（指标）：“乙”在 A3 已经写过了。" in told
    assert "Sheet1!A5（指标）：没有写指标名称。" in told


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (write_xlsx(("项", "数"), [("甲", 1)]), "没有找到表头"),
        (write_xlsx(("指标", "口径"), [("甲", "左右")]), "没有“目标增速”这一栏"),
        (write_xlsx(("指标", "目标"), []), "第 1 行的表头下面一行也没有"),
        (b"%PDF-1.4", "看起来是 PDF 文件"),
    ],
)
def test_a_wrong_file_is_refused_by_a_sentence(office, now, content, sentence):
    with pytest.raises(InputIsWrong) as refused:
        bring_in(office, now, content, name="t.xlsx")
    assert sentence in str(refused.value)


def test_a_file_of_another_year_is_refused(office, now):
    with pytest.raises(refusals.YearsDiffer, match=r"“targets-2025\.csv”写的是 2025 年，这里要导入的是 2024 年"):
        bring_in(office, now, year=2024)


def test_the_year_is_judged_by_the_word_and_the_visible_tolerance(office, now):
    bring_in(office, now)
    for name, value in (("地区生产总值", "5.1"), ("规上工业增加值", "12.3"), ("固定资产投资", "7.9")):
        enter(office, now, name, value)
    enter(office, now, "一般公共预算收入", "1.2", period="HALF_YEAR")
    found = report(office)
    states = {row.name: row.state for row in found.targets}
    assert states["地区生产总值"] is TargetState.MET
    assert states["规上工业增加值"] is TargetState.ABOVE
    assert states["固定资产投资"] is TargetState.NOT_MET
    assert states["一般公共预算收入"] is TargetState.NO_ACTUAL
    assert (found.met, found.not_met, found.undecided, found.tolerance) == (2, 1, 4, "0.5")
    half = next(row for row in found.targets if row.half_year).half_year
    assert (half.told, half.difference, half.source) == ("1.2%", "-2.8", "县统计局月报")


def test_the_tolerance_is_the_offices_and_changes_the_judgement(office, now):
    bring_in(office, now)
    enter(office, now, "地区生产总值", "5.1")
    commands.set_tolerance(value="0.3", actor=office, now=now)
    found = report(office)
    assert found.tolerance == "0.3"
    assert found.targets[0].state is TargetState.NOT_MET
    for wrong in ("-1", "多", "11"):
        with pytest.raises(refusals.ToleranceIsWrong):
            commands.set_tolerance(value=wrong, actor=office, now=now)


def test_a_measured_target_is_changed_by_no_file_but_with_a_reason(office, now):
    bring_in(office, now)
    enter(office, now, "地区生产总值", "5.1")
    content = write_xlsx(
        ("指标", "目标增速(%)", "口径"), [("固定资产投资", "9", "左右"), ("地区生产总值", "5", "左右")]
    )
    with pytest.raises(refusals.TargetHasActuals, match=r"原来 5\.5%左右，文件里 5%左右"):
        bring_in(office, now, content, name="t.xlsx")
    assert Target.objects.get(name="固定资产投资").thousandths == 8500
    own = Target.objects.get(name="地区生产总值").pk
    with pytest.raises(refusals.FieldIsMissing):
        commands.correct_target(target_id=own, value="5", qualifier="左右", reason=" ", actor=office, now=now)
    commands.correct_target(target_id=own, value="5", qualifier="以上", reason="原表抄错", actor=office, now=now)
    assert report(office).targets[0].promised == "5%以上"
    entry = next(e for e in journal.list_entries(chain=office.chain) if e.event == "targets.corrected")
    assert (entry.facts["old"], entry.facts["new"], entry.facts["reason"]) == ("5.5%左右", "5%以上", "原表抄错")


def test_an_actual_figure_needs_a_number_and_a_source(office, now):
    bring_in(office, now)
    own = Target.objects.first().pk
    with pytest.raises(refusals.FigureIsWrong, match="“约5”不是一个数"):
        commands.enter_actual(target_id=own, period="YEAR", value="约5", source="统计局", actor=office, now=now)
    with pytest.raises(refusals.FieldIsMissing, match="数据来源"):
        commands.enter_actual(target_id=own, period="YEAR", value="5", source=" ", actor=office, now=now)


def test_only_the_office_of_the_own_town_keeps_targets(office, chair, now):
    bring_in(office, now)
    own = Target.objects.first().pk
    with pytest.raises(DeedIsNotYours):
        bring_in(chair, now)
    neighbour = Actor(Town.objects.create(code="linjiang", name="临江镇").pk, "linjiang", "办公室", office.role)
    with pytest.raises(refusals.TargetIsUnknown):
        commands.enter_actual(target_id=own, period="YEAR", value="5", source="统计局", actor=neighbour, now=now)
    with pytest.raises(refusals.TargetIsUnknown):
        queries.get_target(own, town_id=neighbour.town_id)
    assert queries.targets_for_report(neighbour.town_id, year=2025).targets == ()
