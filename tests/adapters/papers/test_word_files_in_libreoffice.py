"""Word files as LibreOffice lays them out: nothing lost, 22 lines of 28 characters, where the standard wants them."""

import os
import subprocess
from dataclasses import replace
from itertools import pairwise

import pytest
from tools import need_fonts, need_office

from huitang.adapters.papers.docx import docx_of
from huitang.adapters.papers.paper import Head, Names, Note, Paragraph, Run, Signature, Table, Title
from tests.adapters.papers import printed
from tests.adapters.papers.printed import CHARACTER, POINT
from tests.adapters.papers.samples import RARE, SENTENCE, paper, said
from tests.adapters.papers.test_word_files import everything, opened, words_of

FULL_PAGES = paper(said("永" * 28 * 22 * 2, indent=False))
ROWS = tuple((f"3月{day}日", "听取和审议镇人民政府工作报告，审查和批准财政预算", "镇会堂") for day in range(1, 31))
SCHEDULE = paper(
    Title("日程"), Note("（主席团第一次会议决定）"), Table(("日期", "内容", "地点"), ROWS, widths=(2, 6, 2))
)
PAPERS = {
    "everything": everything(),
    "full": FULL_PAGES,
    "local": replace(FULL_PAGES, profile="local"),
    "schedule": SCHEDULE,
    "landscape": replace(SCHEDULE, is_landscape=True),
    "names": paper(Title("名单"), Names((*RARE, "王芳", "欧阳建国", "买买提江·阿不都热合曼"))),
    "sealed": paper(said(SENTENCE), Signature("清河镇人民代表大会", "2025年4月1日", has_seal=True)),
    "unsealed": paper(said(SENTENCE), Signature("清河镇第六届人民代表大会第四次会议主席团", "2025年4月1日")),
    "headed": paper(Title("公告"), Paragraph((Run("现予公告。"),)), head=Head("清河镇人民代表大会公告", "第2号")),
}
FAMILIES = {"仿宋": "FandolFang R", "楷体": "FandolKai", "黑体": "FandolHei", "宋体": "FandolSong"}
FAMILIES["方正小标宋简体"] = "FandolSong"


def font_settings() -> str:
    """A fontconfig file by which the free fonts bear the names that offices' fonts have."""
    named = (
        f'<match target="pattern"><test name="family"><string>{asked}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{given}</string></edit></match>'
        for asked, given in FAMILIES.items()
    )
    return f"<fontconfig><dir>{need_fonts.FOLDER}</dir>{''.join(named)}</fontconfig>"


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory):
    """All papers through one LibreOffice, which is slow to start, with a profile of its own."""
    office = need_office.find_office()
    assert office, "run `python -m tools.need_office`, as `make test` does"
    assert not need_fonts.missing(), "run tools/need_fonts.py, as `make test` does"
    folder = tmp_path_factory.mktemp("office")
    for name, printable in PAPERS.items():
        (folder / f"{name}.docx").write_bytes(docx_of(printable))
    (folder / "fonts.conf").write_text(font_settings(), encoding="utf-8")
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    files = sorted(map(str, folder.glob("*.docx")))
    env = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
    subprocess.run([*command, "--outdir", str(folder), *files], env=env, check=True, capture_output=True, timeout=120)
    return folder


@pytest.fixture(scope="module")
def pages_of(laid_out):
    read = {path.stem: printed.pages_of(path.read_bytes()) for path in laid_out.glob("*.pdf")}
    return read.__getitem__


def ink_of(words: str) -> list[str]:
    """What is drawn of it, in no order: columns and tables are read in another."""
    return sorted("".join(words.split()))


@pytest.mark.parametrize("name", PAPERS)
def test_no_character_is_lost_and_none_is_added(pages_of, name):
    document = opened(PAPERS[name])
    seen = "".join(line.text for page in pages_of(name) for line in page.lines)
    repeated = (len(pages_of(name)) - 1) * "日期内容地点" if name in ("schedule", "landscape") else ""
    assert ink_of(seen) == ink_of("".join([*words_of(document), repeated]))


@pytest.mark.parametrize("name", PAPERS)
def test_pages_are_a4(pages_of, name):
    sizes = {(round(page.width), round(page.height)) for page in pages_of(name)}
    assert sizes == ({(297, 210)} if PAPERS[name].is_landscape else {(210, 297)})


def test_22_lines_of_28_characters_fill_the_page(pages_of):
    assert len(pages_of("full")) == 2
    for page in pages_of("full"):
        assert [len(line.glyphs) for line in page.lines] == [28] * 22
        steps = [below.baseline - above.baseline for above, below in pairwise(page.lines)]
        assert steps == pytest.approx([28.95 * POINT] * 21, abs=0.02)
        assert page.lines[0].left == pytest.approx(28, abs=0.5)
        assert page.lines[0].right == pytest.approx(184, abs=0.9)


def test_the_local_sheet_holds_27_characters(pages_of):
    page = pages_of("local")[0]
    assert {len(line.glyphs) for line in page.lines} == {27}
    assert page.lines[0].left == pytest.approx(27, abs=0.5)


def test_page_numbers_stand_7_mm_below_the_text_right_and_left(pages_of):
    odd, even = pages_of("full")
    assert "".join(glyph.text for glyph in odd.number) == "—1—"
    assert odd.number[-1].right == pytest.approx(184 - 14 * POINT, abs=1.5)
    assert even.number[0].left == pytest.approx(28 + 14 * POINT, abs=1.5)
    dashes_above_baseline = 14 * POINT * 0.38
    for page in (odd, even):
        assert page.number[0].baseline - dashes_above_baseline == pytest.approx(262 + 7, abs=1)


def test_a_sheet_on_its_side_has_its_number_where_upright_sheets_have_theirs(pages_of):
    """Turned back by a quarter, the corner of the page is the same: down the sheet is across the page."""
    odd, even, *_ = ([glyph for glyph in page.number if not glyph.is_upright] for page in pages_of("landscape"))
    assert ["".join(glyph.text for glyph in number) for number in (odd, even)] == ["—1—", "—2—"]
    a_dash = 14 * POINT
    assert odd[-1].baseline + a_dash == pytest.approx(184 - a_dash, abs=1)
    assert even[0].baseline == pytest.approx(28 + a_dash, abs=1)
    assert (odd[0].left + odd[0].right) / 2 == pytest.approx(35 - 7, abs=1.5)


FACES = {"关于政府工作报告": "FandolSong-Regular", "一、过去": "FandolHei-Regular", "（一）民生": "FandolKai-Regular"}


@pytest.mark.parametrize(("words", "font"), [*FACES.items(), ("各代表团", "FandolFang-Regular")])
def test_each_class_of_words_has_its_font(pages_of, words, font):
    found = [line for page in pages_of("everything") for line in page.lines if words in line.text]
    assert [line.fonts for line in found] == [{font}]


def test_the_red_head_stands_where_the_standard_wants_it(laid_out, pages_of):
    """The mark 35 mm below the head of the 版心, the rule 4 mm below the number and as wide as the text."""
    page, pdf = pages_of("headed")[0], (laid_out / "headed.pdf").read_bytes()
    mark, number = page.line_with("清河镇"), page.line_with("第2号")
    assert {glyph.colour for glyph in mark.glyphs} == {(1.0, 0.0, 0.0)}
    assert printed.ink(pdf, 0, (28, 60, 184, mark.baseline + 5))[1] == pytest.approx(37 + 35, abs=1)
    left, top, right, _ = red_rule_of(page)
    assert (left, right) == pytest.approx((28, 184), abs=0.6)
    foot = printed.ink(pdf, 0, (60, number.baseline - 6, 150, number.baseline + 2))[3]
    assert top - foot == pytest.approx(4, abs=0.6)


def red_rule_of(page):
    return next(rule for rule in page.rules if rule[2] - rule[0] > 100 and rule[1] == rule[3])


def test_the_number_of_an_upward_paper_is_one_character_in_but_its_rule_is_not(pages_of):
    page = pages_of("everything")[0]
    number = page.line_with("签发人")
    assert number.left == pytest.approx(28 + CHARACTER, abs=0.7)
    assert number.right == pytest.approx(184 - CHARACTER, abs=0.7)
    assert red_rule_of(page)[0] == pytest.approx(28, abs=0.6)


def test_the_lines_of_a_title_stay_35_points_apart_under_a_red_head(pages_of):
    page = pages_of("everything")[0]
    first, second = page.line_with("清河镇第六届人民代表大会"), page.line_with("第四次会议关于")
    assert second.baseline - first.baseline == pytest.approx(35 * POINT, abs=0.1)


def test_without_a_seal_the_date_begins_two_characters_right_of_the_organ(pages_of):
    organ, day = pages_of("unsealed")[0].lines[-2:]
    assert organ.right == pytest.approx(184 - 2 * CHARACTER, abs=1)
    assert day.left - organ.left == pytest.approx(2 * CHARACTER, abs=1)


def test_under_a_seal_the_organ_is_centred_above_the_date(pages_of):
    organ, day = pages_of("sealed")[0].lines[-2:]
    assert (organ.left + organ.right) / 2 == pytest.approx((day.left + day.right) / 2, abs=0.3)
    assert day.right == pytest.approx(184 - 4 * CHARACTER, abs=5)


@pytest.mark.parametrize("name", ["schedule", "landscape"])
def test_the_head_of_a_table_returns_on_every_page(pages_of, name):
    heads = [sum(line.text == "日期内容地点" for line in page.lines) for page in pages_of(name)]
    assert heads == [1, 1, 1]
