"""Which file draws which face; characters it lacks; nothing substituted in silence."""

import dataclasses
import hashlib
import json
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from tools import need_fonts

from huitang.adapters.papers import embedded
from huitang.adapters.papers.font_folders import font_folders
from huitang.adapters.papers.fonts import find_fonts, preflight
from huitang.adapters.papers.paper import Face, Title
from huitang.adapters.papers.pdf import compiling, pdf_of
from huitang.adapters.papers.pdf.paper import values_of
from huitang.adapters.papers.refusal import Fault, PaperIsRefused
from huitang.adapters.papers.words import words_of
from tests.adapters.papers.printed import pages_of, text_of
from tests.adapters.papers.samples import RARE, SENTENCE, paper, resolution, said


def only(tmp_path, *names):
    folder = tmp_path / "fonts"
    folder.mkdir()
    for name in names:
        shutil.copy(need_fonts.FOLDER / name, folder)
    return folder


def test_names_are_what_the_files_call_themselves(fonts):
    assert fonts.body[0].family == "FandolFang R"
    assert {face: fonts.fonts_of(face)[0].postscript for face in Face} == {
        Face.TITLE: "FandolSong-Bold",
        Face.BODY: "FandolFang-Regular",
        Face.HEI: "FandolHei-Regular",
        Face.KAI: "FandolKai-Regular",
        Face.SONG: "FandolSong-Regular",
    }


def test_a_face_without_a_font_of_its_class_is_refused(tmp_path):
    folder = only(tmp_path, *(need_fonts.FILES - {"FandolKai-Regular.otf"}))
    with pytest.raises(PaperIsRefused) as refused:
        find_fonts([folder])
    assert refused.value.code == Fault.FONTS_MISSING
    assert refused.value.params == {"faces": (Face.KAI,), "folders": (folder,)}


def test_a_font_put_there_after_a_refusal_is_found(tmp_path):
    folder = only(tmp_path, *(need_fonts.FILES - {"FandolKai-Regular.otf"}))
    with pytest.raises(PaperIsRefused):
        find_fonts([folder])
    shutil.copy(need_fonts.FOLDER / "FandolKai-Regular.otf", folder)
    assert find_fonts([folder]).kai[0].path.parent == folder.resolve()


def test_a_file_that_is_no_font_is_passed_over(tmp_path):
    folder = only(tmp_path, *need_fonts.FILES)
    (folder / "broken.otf").write_bytes(b"not a font")
    assert find_fonts([folder]).all_fonts == find_fonts([folder]).all_fonts
    assert "broken.otf" not in {font.path.name for font in find_fonts([folder]).all_fonts}


def test_the_office_names_its_folders_first(tmp_path):
    named = font_folders(tmp_path, f"{tmp_path / 'a'}:{tmp_path / 'b'}")
    assert named[:3] == (tmp_path / "a", tmp_path / "b", tmp_path / "fonts")
    assert font_folders(tmp_path)[0] == tmp_path / "fonts"


def test_an_earlier_folder_comes_before_a_later_one(tmp_path):
    folder = only(tmp_path, "FandolKai-Regular.otf")
    assert find_fonts([folder, need_fonts.FOLDER]).kai[0].path.parent == folder.resolve()
    assert find_fonts([need_fonts.FOLDER, folder]).kai[0].path.parent == need_fonts.FOLDER.resolve()


def test_preflight_says_what_a_face_lacks_and_who_draws_it(fonts):
    told = preflight([f"王{RARE}", "芳1。　\n"], fonts)
    assert {one.character for one in told} == set(RARE)
    assert {one.face for one in told} == set(Face)
    assert {one.drawn_by for one in told} == {"LXGW WenKai Light"}


@pytest.mark.parametrize("character", RARE)
def test_each_rare_name_is_drawn_by_the_font_preflight_named(fonts, character):
    (told,) = [one for one in preflight([character], fonts) if one.face is Face.BODY]
    (page,) = pages_of(pdf_of(paper(said(f"王{character}芳")), fonts=fonts))
    drawn = {glyph.text: glyph.font for glyph in page.glyphs}
    postscript = {font.family: font.postscript for font in fonts.body}
    assert drawn[character] == postscript[told.drawn_by] == "LXGWWenKai-Light"
    assert drawn["王"] == drawn["芳"] == "FandolFang-Regular"


def test_what_the_font_holds_is_not_reported(fonts):
    assert preflight(["清河镇第六届人民代表大会，2025年4月1日〔2025〕（草案）○×"], fonts) == ()


def test_a_character_no_font_holds_is_told_and_refused(fonts):
    lost = "\ue863"  # the private code some old input methods gave 䶮
    assert {one.drawn_by for one in preflight([lost], fonts)} == {None}
    with pytest.raises(PaperIsRefused) as refused:
        pdf_of(paper(said(f"王{lost}")), fonts=fonts)
    assert refused.value.code == Fault.NO_GLYPH
    assert refused.value.params == {"characters": lost}


def test_a_family_typst_does_not_know_is_refused(fonts):
    press = compiling._press_for(fonts)
    guessed = {**press.faces, "body": {**press.faces["body"], "font": ["FandolFang", "LXGW WenKai"]}}
    words = {**values_of(paper(said("国"))), "faces": guessed}
    with pytest.raises(PaperIsRefused) as refused:
        dataclasses.replace(press, faces=guessed).draw("paper.typ", json.dumps(words))
    assert refused.value.code == Fault.TEMPLATE_IS_WRONG
    assert "fandolfang" in refused.value.params["told"]


def test_a_font_of_another_set_in_the_pdf_is_refused(fonts):
    pdf = pdf_of(paper(said("国"), Title("国")), fonts=fonts)
    embedded.check_embedded(pdf, fonts)
    assert embedded.fonts_embedded(pdf) == {"FandolFang-Regular", "FandolSong-Bold", "FandolSong-Regular"}
    others = dataclasses.replace(fonts, title=fonts.kai[:1], body=fonts.kai[:1], hei=fonts.kai[:1], kai=fonts.kai[:1])
    others = dataclasses.replace(others, song=fonts.song[:1])
    with pytest.raises(PaperIsRefused) as refused:
        embedded.check_embedded(pdf, others)
    assert refused.value.code == Fault.FONT_SUBSTITUTED
    assert refused.value.params["found"] == ("FandolFang-Regular", "FandolSong-Bold")


def test_a_font_that_is_gone_is_refused(tmp_path):
    folder = only(tmp_path, *need_fonts.FILES)
    fonts = find_fonts([folder])
    (folder / "FandolHei-Regular.otf").unlink()
    with pytest.raises(PaperIsRefused) as refused:
        pdf_of(paper(said("国")), fonts=fonts)
    assert refused.value.code == Fault.FONT_UNREADABLE
    assert refused.value.params["path"].name == "FandolHei-Regular.otf"


def test_the_same_paper_is_the_same_bytes_in_another_process(fonts):
    script = (
        "import hashlib; from huitang.adapters.papers.fonts import find_fonts; from tools import need_fonts;"
        "from huitang.adapters.papers.pdf import pdf_of; from tests.adapters.papers.samples import resolution;"
        "print(hashlib.sha256(pdf_of(resolution(), fonts=find_fonts([need_fonts.FOLDER]))).hexdigest())"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.strip()
    assert told == hashlib.sha256(pdf_of(resolution(), fonts=fonts)).hexdigest()
    assert pdf_of(resolution(), fonts=fonts) == pdf_of(resolution(), fonts=fonts)


def test_words_never_become_markup(fonts):
    hostile = '#panic("x") *a* _b_ $1$ <c> @d //e [f] \\g `h` = - + /'
    assert text_of(pdf_of(paper(said(hostile, align="left")), fonts=fonts)).replace("\n", "") == hostile.replace(
        " ", ""
    )


def test_several_threads_draw_at_once(fonts):
    papers = [paper(said(f"第{n}号" + SENTENCE * 5)) for n in range(8)]
    alone = [pdf_of(one, fonts=fonts) for one in papers]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda one: pdf_of(one, fonts=fonts), papers)) == alone


def test_all_words_of_a_paper_can_be_checked_before_it_is_drawn(fonts):
    whole = "".join(words_of(resolution()))
    assert all(
        text in whole for text in ("清河镇人民代表大会文件", "民生实事项目候选名单", "出席：", "林建国", "县人大常委会")
    )
    assert {one.character for one in preflight(words_of(resolution()), fonts)} == {"䶮"}
