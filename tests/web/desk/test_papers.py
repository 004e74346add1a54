"""The papers' pages: the list, one paper, the pack with its progress, the details, the templates."""

import hashlib
import io
import os
import time
import zipfile
from urllib.parse import unquote

import pytest
from django.test import override_settings

from huitang.congress.documents.gaps import SENTENCES
from huitang.congress.documents.models import KeptPaper, PaperTemplate
from huitang.congress.journal import queries as journal
from huitang.web.desk import jobs, papers_links


def papers(house) -> str:
    return f"/desk/sessions/{house.session_id}/papers/"


def told(response) -> str:
    return response.content.decode()


def test_the_list_shows_state_reason_with_link_and_files(house):
    page = told(house.office.get(papers(house)))
    assert "会议议程" in page
    assert f"{papers(house)}agenda/session.docx" in page
    assert "还没有填写" in page
    assert f"{papers(house)}details/?ask=" in page
    assert "填写（还有" in page
    assert "全部打包" in page
    assert "生僻字" in page


def test_the_desk_leads_to_the_papers(house):
    assert f'href="{papers(house)}"' in told(house.office.get("/desk/"))
    assert f'href="{papers(house)}"' in told(house.office.get(f"/desk/sessions/{house.session_id}/"))


@pytest.mark.parametrize(
    "path",
    ["", "details/", "agenda/session/", "agenda/session.pdf", "agenda/session.docx"],
)
def test_only_the_office_of_this_town_sees_papers(house, path):
    address = papers(house) + path
    assert house.office.get(address).status_code == 200
    assert house.public.get(address).status_code == 302
    assert house.chair.get(address).status_code == 403
    assert house.stranger().get(address).status_code == 404


def test_templates_are_each_towns_own(house):
    assert house.office.get("/desk/papers/templates/").status_code == 200
    assert house.public.get("/desk/papers/templates/").status_code == 302
    assert house.teller_a.get("/desk/papers/templates/agenda/").status_code == 403
    _save(house, "# 我们镇的议程\n")
    assert "我们镇的议程" in told(house.office.get("/desk/papers/templates/agenda/"))
    stranger = house.stranger()
    assert "我们镇的议程" not in told(stranger.get("/desk/papers/templates/agenda/"))
    assert stranger.get("/desk/papers/templates/agenda/versions/1/").status_code == 404


def test_a_paper_comes_as_word_and_pdf_with_its_chinese_name(house):
    word = house.office.get(f"{papers(house)}agenda/session.docx")
    assert word.content.startswith(b"PK")
    assert "filename*=utf-8''%E4%BC%9A%E8%AE%AE%E8%AE%AE%E7%A8%8B.docx" in word.headers["Content-Disposition"]
    pdf = house.office.get(f"{papers(house)}agenda/session.pdf?look=yes")
    assert pdf.content.startswith(b"%PDF")
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert pdf.headers["Content-Disposition"].startswith("inline")


def test_looking_at_a_paper_shows_its_words_or_what_is_missing(house):
    assert "听取和审议" in told(house.office.get(f"{papers(house)}agenda/session/"))
    waiting = told(house.office.get(f"{papers(house)}notice/session/"))
    assert "还没有填写" in waiting
    refused = house.office.get(f"{papers(house)}notice/session.docx")
    assert refused.status_code == 409
    assert "召开会议通知" in told(refused)


@pytest.mark.parametrize(
    "path", ["nothing/session/", "agenda/sitting-1/", "script/sitting-99999/", "nothing/session.pdf"]
)
def test_an_address_of_no_paper_is_not_found(house, path):
    assert house.office.get(papers(house) + path).status_code == 404


def test_pages_and_files_change_nothing(house):
    before = journal.get_head("qinghe")
    for path in ("", "agenda/session/", "agenda/session.pdf", "details/"):
        house.office.get(papers(house) + path)
    house.office.post("/desk/papers/templates/agenda/preview/", {"text": "# 题"})
    assert journal.get_head("qinghe") == before


# the pack


def test_the_pack_tells_its_progress_and_comes_as_a_zip(house, tmp_path):
    with override_settings(HOME=tmp_path):
        led = house.office.post(f"{papers(house)}pack/", {"formats": ["DOCX"]})
        assert led.status_code == 303
        address = led.headers["Location"]
        assert "全部打包" in told(house.office.get(address))
        done = _finished(house, address)
        assert "打好了" in done
        assert "召开会议通知" in done
        file = house.office.get(f"{address}file/")
        assert "材料.zip" in _name_in(file)
        zipped = zipfile.ZipFile(io.BytesIO(file.content))
        assert "目录.txt" in zipped.namelist()
        assert zipped.testzip() is None
        assert house.stranger().get(f"{address}file/").status_code == 404
        assert house.chair.get(f"{address}progress/").status_code == 403


def test_a_pack_of_no_format_is_refused(house):
    refused = house.office.post(f"{papers(house)}pack/", {})
    assert refused.status_code == 422
    assert "至少选一种格式" in told(refused)


def test_a_pack_whose_server_was_stopped_says_so(house, tmp_path):
    with override_settings(HOME=tmp_path):
        folder = tmp_path / "packs" / "abc"
        folder.mkdir(parents=True)
        begun = jobs.Progress(house.play.town_id, f"session:{house.session_id}", "x.zip", total=9, done=3)
        jobs._tell("abc", begun)
        address = f"{papers(house)}packs/abc/"
        assert house.office.get(f"{address}progress/?seen=3").status_code == 204
        assert "做好了 3 个" in told(house.office.get(f"{address}progress/?seen=2"))
        assert house.office.get(f"{address}file/").status_code == 404
        _age(folder / "progress.json", 120)
        assert "打包中断了" in told(house.office.get(f"{address}progress/?seen=3"))
        assert house.office.get(f"{papers(house)}packs/unknown/").status_code == 404


def test_packs_of_an_hour_ago_are_taken_away(house, tmp_path):
    with override_settings(HOME=tmp_path):
        old = tmp_path / "packs" / "old"
        old.mkdir(parents=True)
        _age(old, 4000)
        address = house.office.post(f"{papers(house)}pack/", {"formats": ["DOCX"]}).headers["Location"]
        _finished(house, address)
        assert not old.exists()


# details


def test_details_are_typed_once_and_the_paper_no_longer_waits(house):
    page = told(house.office.get(f"{papers(house)}details/?ask=联系人"))
    assert "召开会议通知" in page
    assert 'id="ask"' in page
    done = house.office.post(f"{papers(house)}details/", {"联系人": "孙丽", "联系电话": "0571"}, follow=True)
    assert "改了 2 项" in told(done)
    assert house.office.get(f"{papers(house)}rules_of_conduct/session.docx").status_code == 200


def test_a_wrong_detail_is_told_beside_its_field_and_nothing_is_lost(house):
    sent = {"联系人": "孙丽", "通知日期": "2025-02-30", "座位排数": "10"}
    refused = house.office.post(f"{papers(house)}details/", sent)
    assert refused.status_code == 422
    page = told(refused)
    assert "真有那一天" in page
    assert 'value="孙丽"' in page
    too_long = house.office.post(f"{papers(house)}details/", {"联系人": "长" * 81})
    assert too_long.status_code == 422
    assert "太长了" in told(too_long)


def test_the_second_clerk_of_the_details_is_told(house):
    seen = journal.get_sequence("qinghe")
    house.office.post(f"{papers(house)}details/", {"着装": "正装", "seen": seen})
    assert house.office.post(f"{papers(house)}details/", {"着装": "便装", "seen": seen}).status_code == 409


# templates


def _save(house, text, **more):
    sent = {"text": text, "effective_from": "2025-01-01", "reason": "按本镇习惯", **more}
    return house.office.post("/desk/papers/templates/agenda/", sent)


def test_a_wording_is_previewed_saved_compared_and_given_back(house):
    shown = told(house.office.post("/desk/papers/templates/agenda/preview/", {"text": "# 本镇的议程\n{{ 会议 }}"}))
    assert "本镇的议程" in shown
    assert _save(house, "# 本镇的议程\n").status_code == 303
    assert "本镇第 1 版" in told(house.office.get("/desk/papers/templates/"))
    assert "本镇的议程" in told(house.office.get(f"{papers(house)}agenda/session/"))
    assert "本镇的议程" in told(house.office.get("/desk/papers/templates/agenda/versions/1/"))
    back = {"effective_from": "2025-01-01", "reason": "不再需要"}
    done = house.office.post("/desk/papers/templates/agenda/return/", back, follow=True)
    assert "用回软件自带的写法了" in told(done)
    assert "本镇的议程" not in told(house.office.get(f"{papers(house)}agenda/session/"))
    assert "本镇的议程" in told(house.office.get("/desk/papers/templates/agenda/?from=1"))


def test_a_wrong_wording_keeps_what_was_typed_and_tells_the_line(house):
    text = "# 题\n\n{{ 会仪 }}\n很长的一段话\n"
    shown = told(
        house.office.post("/desk/papers/templates/agenda/preview/", {"text": text}, headers={"HX-Request": "true"})
    )
    assert "第 3 行" in shown
    assert "没有“会仪”这个名称" in shown
    refused = _save(house, text)
    assert refused.status_code == 422
    assert "第 3 行" in told(refused)
    assert "很长的一段话" in told(refused)
    assert not PaperTemplate.objects.exists()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"reason": ""}, "请写明为什么改"),
        ({"effective_from": "2025-02-30"}, "真有那一天"),
        ({"text": " "}, "模板是空的"),
    ],
)
def test_what_a_version_needs_is_told_beside_its_field(house, more, sentence):
    refused = _save(house, **{"text": "# 本镇的议程\n", **more})
    assert refused.status_code == 422
    assert sentence in told(refused)


def test_a_paper_with_a_wrong_template_is_refused_with_its_line(house):
    _save(house, "# 本镇的议程\n")
    PaperTemplate.objects.update(text="# 题\n{{ 从前 }}\n")
    assert "模板有误" in told(house.office.get(papers(house)))
    refused = house.office.get(f"{papers(house)}agenda/session.docx")
    assert refused.status_code == 422
    assert "第 2 行" in told(refused)


# kept


def test_a_kept_paper_is_given_out_as_it_was_kept(house):
    done = house.office.post(f"{papers(house)}agenda/session/keep/", follow=True)
    assert "已经存档" in told(done)
    row = KeptPaper.objects.get(format="PDF")
    _save(house, "# 本镇的议程\n")
    assert "存档后有变" in told(house.office.get(papers(house)))
    given = house.office.get(f"/desk/papers/kept/{row.pk}/")
    assert hashlib.sha256(given.content).hexdigest() == row.sha256
    assert "存档第1版.pdf" in _name_in(given)
    assert house.stranger().get(f"/desk/papers/kept/{row.pk}/").status_code == 404
    assert house.chair.post(f"{papers(house)}agenda/session/keep/").status_code == 403
    assert house.office.get(f"{papers(house)}agenda/session/keep/").status_code == 405


def test_every_fact_a_paper_may_wait_for_has_its_page():
    assert set(papers_links.PAGES) == set(SENTENCES)


def _finished(house, address) -> str:
    for _ in range(300):
        answer = house.office.get(f"{address}progress/?seen=0")
        if answer.status_code == 200 and "打好了" in told(answer):
            return told(answer)
        time.sleep(0.1)
    raise AssertionError("the pack was not made within half a minute")


def _name_in(response) -> str:
    return unquote(response.headers["Content-Disposition"])


def _age(path, seconds) -> None:
    moment = time.time() - seconds
    os.utime(path, (moment, moment))
