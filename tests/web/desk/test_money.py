"""The page of the accounts: the real file goes in with its wrong total told, and out again."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from huitang.congress.money.models import MoneyImport, YearAccount
from tests.congress.money import stage


def upload(desk, content=stage.REAL, name=stage.NAME):
    return desk.post("/desk/money/upload/", {"file": SimpleUploadedFile(name, content)})


def previewed(desk, content=stage.REAL):
    response = upload(desk, content)
    assert response.status_code == 302, response.content.decode()
    return desk.get(response["Location"])


def commit(desk, page, reason=""):
    shown = page.context["page"]
    posted = {"seal": shown.plan.seal, "reason": reason}
    return desk.post(f"/desk/money/import/{shown.upload.id}/commit/", posted, follow=True)


def brought_in(desk, content=stage.REAL, reason="县财政局的表就是这样"):
    return commit(desk, previewed(desk, content), reason)


def own(stage_word, year=2024):
    return YearAccount.objects.get(stage=stage_word, year=year).pk


def told(response):
    return response.content.decode()


def test_an_empty_page_says_what_to_do(desk):
    text = told(desk.get("/desk/money/"))
    assert "还没有账目" in text
    assert "上传并核对" in text


def test_the_preview_names_the_wrong_cell_before_anything_is_kept(desk):
    text = told(previewed(desk))
    assert "有 1 处合计对不上" in text
    assert "“预算执行与草案”表 E9：“二、支出合计”表上写 6,512.00，各项相加 6,502.00，相差 10.00（万元）" in text
    assert "写明理由，照原样写入" in text
    assert not YearAccount.objects.exists()


def test_without_a_reason_it_is_answered_beside_the_field_and_nothing_is_kept(desk):
    refused = commit(desk, previewed(desk))
    assert refused.status_code == 422
    assert "一定要照原样保存的，请写明理由。" in told(refused)
    assert not YearAccount.objects.exists()


def test_a_kept_wrong_total_and_its_reason_stand_on_every_page(desk):
    done = brought_in(desk)
    assert "账目已写入：新增 4 份，变更 0 份，不变 0 份。" in told(done)
    for year in (2024, 2025):
        text = told(desk.get(f"/desk/money/?year={year}"))
        assert "2024年执行的合计对不上，是照原样保存的" in text
        assert "保存的理由：县财政局的表就是这样" in text


def test_the_corrected_file_is_kept_without_a_reason_and_shows_no_doubt(desk):
    brought_in(desk, stage.corrected(), reason="")
    text = told(desk.get("/desk/money/?year=2025"))
    assert "照原样保存" not in text
    assert "2025年预算：钱花在哪里" in text
    assert '<svg role="img"' in text
    assert "每支出100元，其中“农林水支出”27元，" in text


def test_the_same_file_again_says_that_nothing_changes(desk):
    brought_in(desk)
    page = previewed(desk)
    assert "这份文件与现有账目完全一致。" in told(page)
    assert "/commit/" not in told(page)
    assert "新增 0 份，变更 0 份，不变 4 份" in told(commit(desk, page))


def test_an_unsettled_import_is_pointed_out_and_given_up(desk):
    page = previewed(desk)
    import_id = page.context["page"].upload.id
    assert "有一份账目还没有办完" in told(desk.get("/desk/money/"))
    done = desk.post(f"/desk/money/import/{import_id}/give-up/", follow=True)
    assert "账目没有任何变动" in told(done)
    assert "有一份账目还没有办完" not in told(desk.get("/desk/money/"))
    assert desk.get(f"/desk/money/import/{import_id}/").status_code == 409


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7", "看起来是 PDF 文件"),
        (b"", "是空的"),
        (b"x" * (6 * 1024 * 1024), "太大，超过 5 MB"),
        (stage.changed(lambda sheet: sheet.__setitem__("A2", None)), "没有写金额单位"),
    ],
    ids=["pdf", "empty", "6 MB", "no unit"],
)
def test_a_wrong_file_gets_a_sentence(desk, content, sentence):
    response = upload(desk, content)
    assert response.status_code == 422
    assert sentence in told(response)
    assert "账目没有任何变动。" in told(response)
    assert not MoneyImport.objects.exists()


def test_no_file_at_all_is_answered(desk):
    response = desk.post("/desk/money/upload/", {})
    assert response.status_code == 422
    assert "没有选择文件" in told(response)


def test_unreadable_cells_bar_the_deed(desk):
    text = told(previewed(desk, stage.changed(lambda sheet: sheet.__setitem__("C5", "约2680"))))
    assert "<b>预算执行与草案!C5</b>" in text
    assert "写的是“约2680”，不是一个数。" in text
    assert "<mark>约2680</mark>" in text
    assert "/commit/" not in text
    assert "对不上" not in text, "a total cannot be judged while one of its items cannot be read"


def test_a_file_that_would_change_what_is_approved_is_barred_at_once(desk):
    brought_in(desk, stage.corrected(), reason="")
    desk.post(f"/desk/money/{own('EXECUTED')}/approve/", {"approved_on": "2025-03-30"})
    text = told(previewed(desk))
    assert "2024年执行已于 2025-03-30 批准，文件里的数和批准的不一样" in text
    assert "/commit/" not in text


def test_approval_starts_the_clocks_and_publication_stops_one(desk):
    brought_in(desk)
    account = own("BUDGET")
    done = desk.post(f"/desk/money/{account}/approve/", {"approved_on": "2025-03-30", "year": "2024"}, follow=True)
    assert "最迟 2025-04-19（休息日；如可顺延则为 2025-04-21）" in " ".join(told(done).split()).replace("19 （", "19（")
    done = desk.post(f"/desk/money/{account}/publish/", {"published_on": "2025-03-31", "year": "2024"}, follow=True)
    assert "2025-03-31 已公开" in told(done)
    wrong = desk.post(f"/desk/money/{account}/withdraw/", {"reason": "", "year": "2024"})
    assert wrong.status_code == 422
    assert "请写明理由。" in told(wrong)
    done = desk.post(f"/desk/money/{account}/withdraw/", {"reason": "登记错了年份", "year": "2024"}, follow=True)
    assert "批准的登记已撤回" in told(done)


def test_a_wrong_day_is_answered_beside_the_field(desk):
    brought_in(desk)
    response = desk.post(f"/desk/money/{own('BUDGET')}/approve/", {"approved_on": "昨天", "year": "2024"})
    assert response.status_code == 422
    assert "日期看不懂" in told(response)
    late = desk.post(f"/desk/money/{own('BUDGET')}/approve/", {"approved_on": "2199-01-01", "year": "2024"})
    assert late.status_code == 422
    assert "还没有到这一天" in told(late)


def test_the_office_says_what_an_adjustment_is_made_of(desk):
    brought_in(desk)
    assert "须经大会批准" in told(desk.get("/desk/money/?year=2024"))
    typed = {"earmarked": "340", "key_spending_cut": "", "year": "2024"}
    done = desk.post(f"/desk/money/{own('ADJUSTED')}/adjustment/", typed, follow=True)
    assert "须报告大会" in told(done)
    wrong = desk.post(f"/desk/money/{own('ADJUSTED')}/adjustment/", {**typed, "earmarked": "三百"})
    assert wrong.status_code == 422
    assert "请填写 0 或者一个万元数" in told(wrong)


def test_what_goes_out_can_come_in_again_and_changes_nothing(desk):
    brought_in(desk)
    out = desk.get("/desk/money/accounts.xlsx?year=2024").content
    sheet = openpyxl.load_workbook(io.BytesIO(out)).active
    assert [cell.value for cell in sheet[2]] == [
        "科目编码",
        "科目名称",
        "2024年预算数（元）",
        "2024年调整预算数（元）",
        "2024年执行数（元）",
    ]
    assert sheet["E3"].value == 65_660_000
    page = previewed(desk, out)
    assert page.context["page"].plan.changes_nothing


def test_years_are_chosen_and_nonsense_shows_the_latest(desk):
    brought_in(desk)
    for asked in ("", "?year=abc", "?year=99999"):
        assert desk.get(f"/desk/money/{asked}").context["page"].accounts.year == 2025
    assert "2031 年还没有账目" in told(desk.get("/desk/money/?year=2031"))


def test_only_the_office_sees_it(desk, teller, client):
    assert client.get("/desk/money/").status_code == 302
    assert teller.get("/desk/money/").status_code == 403
    assert teller.post("/desk/money/upload/", {}).status_code == 403


def test_another_towns_account_does_not_exist(desk, office, now):
    from huitang.congress.accounts.actor import Actor
    from huitang.congress.roster.models import Town

    neighbour = Actor(Town.objects.create(code="linjiang", name="临江镇").pk, "linjiang", "办公室", office.role)
    stage.bring_in(stage.corrected(), neighbour, now)
    upload_id = stage.preview(stage.corrected(), neighbour, now).upload.id
    assert desk.get(f"/desk/money/import/{upload_id}/").status_code == 404
    for deed, typed in (
        ("approve", {"approved_on": "2025-03-30"}),
        ("publish", {"published_on": "2025-03-30"}),
        ("withdraw", {"reason": "x"}),
        ("adjustment", {"earmarked": "0"}),
    ):
        assert desk.post(f"/desk/money/{own('ADJUSTED')}/{deed}/", typed).status_code == 404
    assert "还没有账目" in told(desk.get("/desk/money/"))
