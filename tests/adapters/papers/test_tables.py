"""Tables: a head on every page, rows kept whole, columns as wide as they need."""

import itertools

import pytest

from huitang.adapters.papers.column_shares import shares_of
from huitang.adapters.papers.paper import Blank, Table
from huitang.adapters.papers.pdf import pdf_of
from tests.adapters.papers.printed import pages_of
from tests.adapters.papers.samples import paper

HEAD = ("序号", "项目名称", "总投资（万元）", "完成时间")
ROWS = tuple(
    (f"{n}", f"清河镇第{n}号村道路硬化与路灯安装工程及配套排水设施改造", "120.5", "2025年12月") for n in range(1, 41)
)


def drawn(fonts, table, **manner):
    return pages_of(pdf_of(paper(table, **manner), fonts=fonts))


@pytest.mark.parametrize("is_landscape", [False, True])
def test_the_head_is_repeated_and_no_row_is_parted(fonts, is_landscape):
    pages = drawn(fonts, Table(HEAD, ROWS, caption="候选项目"), is_landscape=is_landscape)
    assert len(pages) > 2
    assert [page.line_with("项目名称").fonts for page in pages] == [{"FandolHei-Regular"}] * len(pages)
    assert pages[0].lines[0].text == "候选项目"
    assert all("候选项目" not in line.text for page in pages[1:] for line in page.lines)
    texts = ["".join(glyph.text for line in page.lines for glyph in line.glyphs) for page in pages]
    for n in range(1, 41):
        (holding,) = [page for page in texts if f"第{n}号" in page]
        assert holding.count("2025年12月") == holding.count("道路硬化") == holding.count("改造")


def test_a_caption_stays_with_its_table(fonts):
    first, second = pages_of(pdf_of(paper(Blank(21), Table(HEAD, ROWS[:2], caption="候选项目")), fonts=fonts))
    assert first.lines == []
    assert [line.text[:2] for line in second.lines[:2]] == ["候选", "序号"]


def test_columns_are_aligned_by_their_letters(fonts):
    (page,) = drawn(fonts, Table(("左", "中", "右"), (("甲", "乙", "丙"),), widths=(1, 1, 1), align="lcr"))
    head, row = page.lines
    assert [glyph.left for glyph in head.glyphs] == pytest.approx([54 - 2.5, 106 - 2.5, 158 - 2.5], abs=0.2)
    left, middle, right = row.glyphs
    assert left.left == pytest.approx(28 + 1, abs=0.2)
    assert (middle.left + middle.right) / 2 == pytest.approx(106, abs=0.2)
    assert right.right == pytest.approx(184 - 1, abs=0.2)


def test_widths_are_shares_of_the_line(fonts):
    (page,) = drawn(fonts, Table(("甲", "乙"), (("1", "2"),), widths=(1, 3)))
    middles = [(glyph.left + glyph.right) / 2 for glyph in page.lines[0].glyphs]
    assert middles == pytest.approx([28 + 19.5, 28 + 39 + 58.5], abs=0.2)


def test_short_columns_keep_their_words_on_one_line(fonts):
    (page,) = drawn(fonts, Table(HEAD, ROWS[:3]))
    assert page.lines[0].text == "".join(HEAD)
    assert sum("2025年12月" in line.text for line in page.lines) == 3


def test_rows_to_write_in_have_the_height_asked_for_and_their_head_its_own(fonts):
    (page,) = drawn(fonts, Table(("姓名", "签名"), (("王芳", ""), ("", "")), row_mm=12))
    levels = sorted({round(top, 1) for left, top, right, bottom in page.rules if top == bottom})
    assert [below - above for above, below in itertools.pairwise(levels)] == [
        pytest.approx(height, abs=0.1) for height in (9.2, 12, 12)
    ]


def test_a_table_needs_no_head(fonts):
    (page,) = drawn(fonts, Table((), (("届次", "第六届"), ("时间", "2025年3月"))))
    assert [line.text for line in page.lines] == ["届次第六届", "时间2025年3月"]
    assert page.lines[0].fonts == {"FandolFang-Regular"}


def test_a_table_of_many_columns_is_set_smaller_when_it_would_not_fit(fonts):
    short, long = tuple("一二三四五六七八"), ("清河镇第一届", *"二三四五六七", "清河镇中心小学三楼会议室" * 2)
    assert drawn(fonts, Table(short, (tuple("12345678"),)))[0].lines[0].sizes == {14}
    assert drawn(fonts, Table(long, (tuple("12345678"),)))[0].lines[0].sizes == {12}


@pytest.mark.parametrize("room", [40, 63, 90])
def test_shares_serve_short_columns_first_and_fill_the_line(room):
    table = Table(("号", "说明"), (("1", "国" * 100),))
    short, long = shares_of(table, room)
    assert (short * room) // (short + long) == 4
