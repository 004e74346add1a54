"""Uploading a roll: looked at row by row, then written or given up; wrong files get a sentence."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from huitang.congress.roster.models import Deputy, RollImport
from tests.congress.roster.stage import ROSTER_95, ROSTER_106, roll_of


def upload(desk, term, content, name="名册.xlsx"):
    return desk.post(f"/desk/roll/{term}/import/upload/", {"file": SimpleUploadedFile(name, content)})


def previewed(desk, term, content):
    response = upload(desk, term, content)
    assert response.status_code == 302
    return desk.get(response["Location"])


def commit(desk, page, **typed):
    shown = page.context["page"]
    posted = {"seal": shown.plan.seal, "in_office_from": "2021-11-20", **typed}
    return desk.post(f"/desk/roll/import/{shown.upload.id}/commit/", posted, follow=True)


def test_the_roll_of_95_goes_from_file_to_roll(desk, term):
    page = previewed(desk, term, ROSTER_95)
    text = page.content.decode()
    assert "表头在第 4 行" in text
    assert "写入名册：新增 95，变更 0" in text
    assert "与第 45 行同名，凭联系电话分为两人" in text
    assert "女代表数：代表名册!C100 写的是 33，逐行数出来也是 33。" in text
    assert 'value="2021-11-20"' in text
    assert not Deputy.objects.exists()
    done = commit(desk, page)
    assert "名册已写入：新增 95 名，变更 0 名，不变 0 名。" in done.content.decode()
    assert Deputy.objects.count() == 95


def test_the_same_file_again_says_that_nothing_changes(desk, roll):
    text = previewed(desk, roll, ROSTER_95).content.decode()
    assert "与现有名册完全一致，写入后名册不会有变动。" in text
    assert "写入名册：新增 0，变更 0" in text


def test_the_csv_roll_shows_its_encoding(desk, term):
    assert "GB18030" in previewed(desk, term, ROSTER_106).content.decode()


def test_rows_are_filtered_by_state(desk, term):
    page = previewed(desk, term, ROSTER_95)
    response = desk.get(page.request["PATH_INFO"], {"state": "WARNING"})
    assert [row.name for row, _name in response.context["rows"]] == ["王伟", "王伟"]
    assert "没有这一类的行" in desk.get(page.request["PATH_INFO"], {"state": "ERROR"}).content.decode()


def test_rows_in_error_bar_the_deed(desk, term):
    page = previewed(desk, term, roll_of("1 甲 男", "1 乙 女"))
    text = page.content.decode()
    assert "有 2 处错误，一行也没有写入" in text
    assert "编号 1 与第 3 行重复。请在文件里改正其中一个。" in text
    assert "/commit/" not in text
    refused = commit(desk, page)
    assert refused.status_code == 422
    assert "一行也没有写入" in refused.content.decode()
    assert not Deputy.objects.exists()


def test_giving_up_leaves_the_roll_alone(desk, roll):
    page = previewed(desk, roll, roll_of("1 吴祎 男"))
    import_id = page.context["page"].upload.id
    response = desk.post(f"/desk/roll/import/{import_id}/give-up/", follow=True)
    assert "这次导入已放弃，名册没有任何变动。" in response.content.decode()
    assert Deputy.objects.get(number=1).sex == "女"
    again = desk.get(f"/desk/roll/import/{import_id}/")
    assert again.status_code == 409
    assert "已经写入或放弃了" in again.content.decode()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7", "不是表格，看起来是 PDF 文件"),
        (b"", "是空的，一个字节也没有"),
        (b"x" * (10 * 1024 * 1024), "太大，超过 5 MB"),
        (ROSTER_95[:5000], "已经损坏，打不开"),
        ("序号，团别\n1，一团\n".encode(), "没有“姓名”这一栏"),
        (b"\xff\xfe\x00", "文字编码认不出来"),
    ],
    ids=["pdf", "empty", "10 MB", "cut off", "no name column", "bytes"],
)
def test_a_wrong_file_gets_a_sentence_and_nothing_is_written(desk, roll, content, sentence):
    before = RollImport.objects.count()
    response = upload(desk, roll, content)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert "名册没有任何变动。" in response.content.decode()
    assert RollImport.objects.count() == before
    assert Deputy.objects.count() == 95


def test_no_file_at_all_is_answered(desk, term):
    response = desk.post(f"/desk/roll/{term}/import/upload/", {})
    assert response.status_code == 422
    assert "没有选择文件" in response.content.decode()


@pytest.mark.parametrize(
    ("day", "status", "sentence"),
    [
        ("", 422, "请填写日期。"),
        ("下周", 422, "日期看不懂"),
        ("2020-01-01", 422, "本届从 2021-11-20 开始，不能更早"),
        ("2199-01-01", 422, "还没有到这一天"),
    ],
)
def test_a_wrong_first_day_is_answered_beside_the_field(desk, term, day, status, sentence):
    refused = commit(desk, previewed(desk, term, ROSTER_95), in_office_from=day)
    assert refused.status_code == status
    assert sentence in refused.content.decode()
    assert not Deputy.objects.exists()
    assert RollImport.objects.get().committed_at is None


def test_a_plan_that_went_stale_is_shown_again(desk, term):
    page = previewed(desk, term, roll_of("1 甲 男 - 一团 10000000001"))
    other = previewed(desk, term, roll_of("1 甲 男 - 二团 10000000001"))
    commit(desk, other)
    refused = commit(desk, page)
    assert refused.status_code == 409
    assert "预览之后名册有了变动" in refused.content.decode()
    again = commit(desk, refused)
    assert "变更 1 名" in again.content.decode()


def test_an_open_import_is_pointed_out_on_the_roll(desk, roll):
    previewed(desk, roll, ROSTER_95)
    assert "有一份名册还没有办完" in desk.get(f"/desk/roll/{roll}/").content.decode()


def test_names_from_the_file_cannot_break_the_page(desk, term):
    text = previewed(desk, term, roll_of("1 <script>alert</script> 男")).content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_a_teller_imports_nothing(teller, term):
    assert upload(teller, term, ROSTER_95).status_code == 403
    assert not RollImport.objects.exists()
