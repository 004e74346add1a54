"""The office has a text checked against the record; the page carries it, nothing is kept."""

import base64
import io

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from huitang.adapters.texts import word_file
from huitang.congress.journal import queries as journal
from tests.web.desk.prepared import convened, desk_of, neighbour, teller_of, told

WRONG = "清河镇第六届人民代表大会第八次会议召开\n4月1日，清河镇第六届人民代表大会第六次会议第二次全体会议召开。\n镇人大主任主持会议。"


@pytest.fixture
def play(db):
    return convened()


def address(play, deed: str = "") -> str:
    return f"/desk/sessions/{play.session_id}/proofread/{deed}"


def word(*paragraphs: tuple[str, ...]) -> bytes:
    document = docx.Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for number, text in enumerate(runs):
            paragraph.add_run(text).bold = number % 2 == 1
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_only_the_office_of_the_town_may_proofread(play, client):
    assert client.get(address(play)).status_code == 302
    assert teller_of(play).get(address(play)).status_code == 403
    assert neighbour(play).get(address(play)).status_code == 404
    stranger = neighbour_again = desk_of(play)
    assert stranger.get(address(play)).status_code == 200
    for deed in ("correct/", "download/"):
        assert neighbour_again.get(address(play, deed)).status_code == 405


def test_another_town_gets_nothing_to_download(play):
    stranger = neighbour(play)
    assert stranger.post(address(play, "download/"), {"words": "字"}).status_code == 404
    assert stranger.post(address(play, "correct/"), {"words": WRONG, "correct": "all"}).status_code == 404


def test_the_empty_page_says_what_is_checked(play):
    shown = told(desk_of(play).get(address(play)))
    assert "或者把文字粘贴在这里" in shown
    assert "记录不改动" in shown
    assert address(play) in told(desk_of_again(play).get(f"/desk/sessions/{play.session_id}/"))


def desk_of_again(play):
    from huitang.congress.accounts.deeds import Role
    from tests.web.desk.conftest import client_of

    return client_of(Role.OFFICE, play.office, play.clock.tick(), name="office-2")


def test_pasted_words_are_marked_and_explained_with_what_the_record_says(play):
    shown = told(desk_of(play).post(address(play), {"words": WRONG}))
    assert "会议记录是“第八次会议”" in shown
    assert "应为“人大主席”" in shown
    assert 'id="place-1"' in shown
    assert 'href="#finding-1"' in shown
    assert "错误 2 处，存疑 0 处" in shown


def test_one_button_makes_one_correction_and_the_rest_stays(play):
    desk = desk_of(play)
    page = desk.post(address(play), {"words": WRONG})
    key = page.context["desk"].findings[0].key
    after = desk.post(address(play, "correct/"), {"words": WRONG, "correct": key})
    assert after.context["desk"].brought.words.count("第八次会议") == 2
    assert [one.says for one in after.context["desk"].findings] == ["人大主任"]
    assert "改了 1 处" in told(after)


def test_all_sure_ones_at_once_then_nothing_is_left(play):
    desk = desk_of(play)
    after = desk.post(address(play, "correct/"), {"words": WRONG, "correct": "all"})
    assert after.context["desk"].findings == ()
    assert "没有发现问题" in told(after)
    saved = desk.post(address(play, "download/"), {"words": after.context["desk"].brought.words})
    assert saved.content.decode("utf-8-sig").count("第八次会议") == 2
    assert "attachment" in saved["Content-Disposition"]


def test_a_word_file_comes_back_corrected_with_its_faces(play):
    desk = desk_of(play)
    content = word(
        ("清河镇第六届人民代表大会第八次会议召开",), ("4月1日，清河镇第六届人民代表大会第", "六", "次会议开幕。")
    )
    page = desk.post(address(play), {"file": SimpleUploadedFile("报告.docx", content)})
    assert "校对：报告.docx" in told(page)
    carried = {"word_file": page.context["carried"], "name": "报告.docx"}
    after = desk.post(address(play, "correct/"), {**carried, "correct": "all"})
    assert after.context["desk"].findings == ()
    saved = desk.post(address(play, "download/"), {"word_file": after.context["carried"], "name": "报告.docx"})
    assert word_file.read_word(saved.content)[1].text == "4月1日，清河镇第六届人民代表大会第八次会议开幕。"
    runs = docx.Document(io.BytesIO(saved.content)).paragraphs[1].runs
    assert [(run.text, run.bold) for run in runs][1] == ("八", True)
    assert "%E6%8A%A5%E5%91%8A" in saved["Content-Disposition"]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("空.docx", b"", "是空的"),
        ("图.docx", b"\x89PNG\r\n", "不是 Word 文档或文本，看起来是 PNG 文件"),
        ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 20, "旧格式"),
        ("锁.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
        ("坏.docx", b"PK\x03\x04broken", "已经损坏"),
        ("大.docx", b"PK" + b"\x00" * (3 * 1024 * 1024), "太大"),
        ("空白.txt", b"  \r\n ", "没有文字可以校对"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(play, name, content, sentence):
    answer = desk_of(play).post(address(play), {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 422
    assert sentence in told(answer)


def test_nothing_in_the_record_changes(play):
    desk = desk_of(play)
    before = journal.get_sequence("qinghe")
    desk.post(address(play), {"words": WRONG})
    desk.post(address(play, "correct/"), {"words": WRONG, "correct": "all"})
    assert journal.get_sequence("qinghe") == before


def test_a_page_that_was_tampered_with_is_refused_in_words(play):
    desk = desk_of(play)
    broken = desk.post(address(play, "correct/"), {"word_file": "不是base64", "name": "x.docx", "correct": "all"})
    assert broken.status_code == 422
    unreadable = base64.b64encode(b"PK\x03\x04broken").decode()
    assert desk.post(address(play, "correct/"), {"word_file": unreadable, "correct": "all"}).status_code == 422


def test_a_text_cannot_smuggle_markup_into_the_page(play):
    shown = told(desk_of(play).post(address(play), {"words": "<script>alert(1)</script>镇人大主任</textarea>"}))
    assert "<script>alert" not in shown
