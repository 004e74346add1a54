"""The pages of targets and tasks: the real table goes in, figures are entered, promise stands beside outcome."""

import io

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile

from huitang.congress.accounts.actor import Actor
from huitang.congress.roster.models import Town
from huitang.congress.targets import task_commands
from huitang.congress.targets.models import Target, YearTask
from tests.congress.targets.stage import NAME, REAL, bring_in, preview
from tests.congress.targets.test_tasks import ROAD

TASK = {
    "year": "2025",
    "title": "改造镇区三条背街小巷",
    "owner": "规划建设办",
    "measure": "六月底前完成招标",
    "due_on": "2025-03-01",
}


def told(response):
    return response.content.decode()


def brought_in(desk, content=REAL, name=NAME, year="2025"):
    return confirmed(desk, previewed(desk, content, name, year))


def previewed(desk, content=REAL, name=NAME, year="2025"):
    posted = {"year": year, "file": SimpleUploadedFile(name, content)}
    return desk.post("/desk/targets/import/", posted, follow=True)


def confirmed(desk, page):
    shown = page.context["page"]
    return desk.post(f"/desk/targets/import/{shown.upload.id}/commit/", {"seal": shown.plan.seal}, follow=True)


def test_an_empty_page_says_what_to_do(desk):
    text = told(desk.get("/desk/targets/"))
    assert "2025 年还没有指标" in text or "还没有指标" in text
    assert "还没有任务" in text


def test_the_real_table_is_imported_and_shown_as_promised(desk):
    text = told(brought_in(desk))
    assert "指标已写入：新增 7 项，变更 0 项，不变 0 项。" in text
    assert "5.5%左右" in text
    assert "“左右”按上下 0.5 判断" in text


def test_the_preview_shows_what_each_row_was_understood_as_before_anything_is_kept(desk):
    text = told(previewed(desk))
    assert "核对要导入的 2025 年指标" in text
    assert "A 指标、B 目标增速(%)、C 口径" in text
    assert "5.5%左右" in text
    assert "写入指标：新增 7，变更 0" in text
    assert not Target.objects.exists()


def test_the_same_file_again_has_nothing_to_write(desk):
    brought_in(desk)
    text = told(previewed(desk))
    assert "这份文件与现有的 2025 年指标完全一致。" in text
    assert "/commit/" not in text


def test_a_changed_figure_is_shown_beside_the_old_one_and_what_is_left_is_named(desk):
    brought_in(desk)
    page = previewed(desk, "指标,目标增速(%),口径\n固定资产投资,9,左右\n粮食产量,2,以上\n".encode(), "2025年调整.csv")
    text = told(page)
    assert "<del>8.5%左右</del> → 9%左右" in text
    assert "文件里没有、照原样留着的指标：地区生产总值、" in text
    assert "原来的目标留在日志里" in text
    assert Target.objects.get(name="固定资产投资").thousandths == 8500
    assert "指标已写入：新增 1 项，变更 1 项，不变 0 项。" in told(confirmed(desk, page))
    assert Target.objects.get(name="固定资产投资").thousandths == 9000


def test_a_measured_target_bars_the_file_and_says_where_to_correct_it(desk):
    brought_in(desk)
    own = Target.objects.get(name="固定资产投资").pk
    desk.post(f"/desk/targets/{own}/actual/", {"period": "YEAR", "value": "7.9", "source": "年报"})
    text = told(previewed(desk, "指标,目标增速(%),口径\n固定资产投资,9,左右\n".encode(), "t.csv"))
    assert "“固定资产投资”已经有实际数，目标不能再由文件改动（原来 8.5%左右，文件里 9%左右）" in text
    assert "/commit/" not in text


def test_two_clerks_with_the_same_file_write_it_once(desk):
    one, other = previewed(desk), previewed(desk)
    confirmed(desk, one)
    late = confirmed(desk, other)
    assert late.status_code == 409
    assert "预览之后指标有了变动" in told(late)
    assert "完全一致" in told(late)
    assert Target.objects.count() == 7
    again = confirmed(desk, one)
    assert again.status_code == 409
    assert "已经写入或放弃了" in told(again)


def test_an_unsettled_import_is_pointed_out_and_given_up(desk):
    shown = previewed(desk).context["page"].upload.id
    assert "有一份指标表还没有办完" in told(desk.get("/desk/targets/"))
    done = told(desk.post(f"/desk/targets/import/{shown}/give-up/", follow=True))
    assert "指标没有任何变动" in done
    assert "有一份指标表还没有办完" not in done
    assert desk.get(f"/desk/targets/import/{shown}/").status_code == 409
    assert not Target.objects.exists()


def test_a_wrong_table_gets_a_sentence_and_nothing_is_kept(desk):
    wrong = previewed(desk, "指标,目标增速(%)\n甲,很多\n".encode())
    assert "/commit/" not in told(wrong)
    assert "<b>B2</b>" in told(wrong)
    assert "写的是“很多”，不是一个数。" in told(wrong)
    assert "<mark>很多</mark>" in told(wrong)
    other = previewed(desk, year="2024")
    assert other.status_code == 422
    assert "这里要导入的是 2024 年" in told(other)
    assert desk.post("/desk/targets/import/", {"year": "2025"}).status_code == 422
    assert not Target.objects.exists()


def test_actual_figures_are_entered_and_judged(desk):
    brought_in(desk)
    own = Target.objects.get(name="固定资产投资").pk
    typed = {"period": "YEAR", "value": "7.9", "source": "县统计局年报"}
    text = told(desk.post(f"/desk/targets/{own}/actual/", typed, follow=True))
    assert "没有完成" in text
    assert "与目标相差 -0.6" in text
    assert "县统计局年报" in text
    wrong = desk.post(f"/desk/targets/{own}/actual/", {**typed, "value": "约8"})
    assert wrong.status_code == 422
    assert "“约8”不是一个数" in told(wrong)
    assert 'value="约8"' in told(wrong)


def test_the_tolerance_is_changed_and_shown(desk):
    brought_in(desk)
    own = Target.objects.get(name="固定资产投资").pk
    desk.post(f"/desk/targets/{own}/actual/", {"period": "YEAR", "value": "7.9", "source": "年报"})
    text = told(desk.post("/desk/targets/tolerance/", {"value": "0.8"}, follow=True))
    assert "“左右”按上下 0.8 判断" in text
    assert '<span class="chip done">完成</span>' in text
    wrong = desk.post("/desk/targets/tolerance/", {"value": "很多"})
    assert wrong.status_code == 422
    assert "“左右”的幅度“很多”不对" in told(wrong)


def test_a_target_is_corrected_with_a_reason_only(desk):
    brought_in(desk)
    own = Target.objects.first().pk
    assert desk.post(f"/desk/targets/{own}/correct/", {"value": "6", "reason": ""}).status_code == 422
    typed = {"value": "6", "qualifier": "以上", "reason": "原表抄错"}
    assert "6%以上" in told(desk.post(f"/desk/targets/{own}/correct/", typed, follow=True))


def test_tasks_are_kept_filtered_and_settled(desk):
    text = told(desk.post("/desk/tasks/add/", TASK, follow=True))
    assert "任务已登记。" in text
    own = YearTask.objects.get().pk
    assert "任务已登记" not in told(desk.post("/desk/tasks/add/", TASK))
    assert desk.post("/desk/tasks/add/", TASK).status_code == 422
    late = told(desk.get("/desk/targets/?year=2025&tasks=overdue"))
    assert "逾期 " in late and TASK["title"] in late
    typed = {"on": "2025-03-02", "percent": "40", "note": "招标完成"}
    assert "招标完成" in told(desk.post(f"/desk/tasks/{own}/progress/", typed, follow=True))
    assert desk.post(f"/desk/tasks/{own}/progress/", {**typed, "percent": "400"}).status_code == 422
    text = told(desk.post(f"/desk/tasks/{own}/change/", {**TASK, "owner": "城建办"}, follow=True))
    assert "城建办" in text
    text = told(desk.post(f"/desk/tasks/{own}/finish/", {"on": "2025-03-06", "outcome": "通车"}, follow=True))
    assert "办结，晚 5 天" in text
    assert "没有逾期的任务" in told(desk.get("/desk/targets/?year=2025&tasks=overdue"))
    assert "任务仍在办" in told(desk.post(f"/desk/tasks/{own}/reopen/", follow=True))
    assert desk.post(f"/desk/tasks/{own}/drop/", {"reason": ""}).status_code == 422
    assert "不再办" in told(desk.post(f"/desk/tasks/{own}/drop/", {"reason": "并入县里的工程"}, follow=True))


def test_promise_and_outcome_go_out_as_one_sheet(desk):
    brought_in(desk)
    desk.post("/desk/tasks/add/", TASK)
    out = desk.get("/desk/targets/targets.xlsx?year=2025").content
    rows = list(openpyxl.load_workbook(io.BytesIO(out)).active.values)
    assert rows[1][:3] == ("指标或任务", "承诺", "责任单位")
    assert rows[2][:2] == ("地区生产总值", "目标增速 5.5%左右")
    assert rows[9][0] == TASK["title"]
    assert rows[9][6] == "逾期"


def test_only_the_office_sees_it(teller, client):
    assert client.get("/desk/targets/").status_code == 302
    assert teller.get("/desk/targets/").status_code == 403
    assert teller.post("/desk/tasks/add/", TASK).status_code == 403


def test_another_towns_target_and_task_do_not_exist(desk, office, now):
    neighbour = Actor(Town.objects.create(code="linjiang", name="临江镇").pk, "linjiang", "办公室", office.role)
    shown = preview(neighbour, now).upload.id
    for path in ("", "commit/", "give-up/"):
        address = f"/desk/targets/import/{shown}/{path}"
        assert (desk.post(address) if path else desk.get(address)).status_code == 404
    bring_in(neighbour, now)
    task = task_commands.add_task(year=2025, words=ROAD, actor=neighbour, now=now)
    target = Target.objects.first().pk
    assert desk.get(f"/desk/targets/{target}/").status_code == 404
    typed = {"period": "YEAR", "value": "5", "source": "年报", "qualifier": "", "reason": "无"}
    for deed in ("actual", "correct"):
        assert desk.post(f"/desk/targets/{target}/{deed}/", typed).status_code == 404
    assert desk.get(f"/desk/tasks/{task}/").status_code == 404
    typed = {**TASK, "on": "2025-03-02", "percent": "5", "reason": "无"}
    for deed in ("change", "progress", "finish", "drop", "reopen"):
        assert desk.post(f"/desk/tasks/{task}/{deed}/", typed).status_code == 404
