"""GB/T 9704-2012 measured on the printed page."""

import itertools

import pytest

from huitang.adapters.papers.paper import Face, PageBreak, Paragraph, Run
from huitang.adapters.papers.pdf import pdf_of
from tests.adapters.papers.printed import CHARACTER, POINT, ink, pages_of
from tests.adapters.papers.samples import SENTENCE, paper, said

NEVER_FIRST = set("，。、；：？！）》」』】〕”’…—％·")
PITCH = 579 / 20 * POINT
FOOT_OF_TEXT = 262


@pytest.fixture(scope="module")
def full(fonts):
    return pdf_of(paper(said("国" * 28 * 60)), fonts=fonts)


def test_a_full_line_has_28_characters_over_156_mm(full):
    lines = pages_of(full)[0].lines[1:]
    assert {len(line.glyphs) for line in lines} == {28}
    assert {round(line.left, 1) for line in lines} == {28.0}
    assert {abs(line.right - 184) < 0.3 for line in lines} == {True}


def test_a_full_page_has_22_lines_one_pitch_apart(full):
    first, second, _third = pages_of(full)
    for page in (first, second):
        baselines = [line.baseline for line in page.lines]
        assert len(baselines) == 22
        steps = {round(below - above, 2) for above, below in itertools.pairwise(baselines)}
        assert all(abs(step - PITCH) < 0.02 for step in steps)


def test_the_printed_area_begins_37_mm_from_the_top_and_28_mm_from_the_left(full):
    left, top, right, bottom = ink(full, 0, (0, 0, 210, FOOT_OF_TEXT))
    assert 36 <= top <= 38
    assert 27 <= left <= 29
    assert 183 <= right <= 185
    assert 255 <= bottom <= FOOT_OF_TEXT


def test_the_first_line_of_a_paragraph_stands_two_characters_in(full, fonts):
    first, second = pages_of(full)[0].lines[:2]
    assert first.left - second.left == pytest.approx(2 * CHARACTER, abs=0.05)
    flush = pages_of(pdf_of(paper(said("国" * 40, indent=False)), fonts=fonts))[0].lines[0]
    assert flush.left == pytest.approx(28, abs=0.05)


def test_page_numbers_stand_outside_one_character_in(full):
    odd, even, third = pages_of(full)
    assert ["".join(glyph.text for glyph in page.number) for page in (odd, even, third)] == ["—1—", "—2—", "—3—"]
    assert odd.number[-1].right == pytest.approx(184 - 14 * POINT, abs=0.05)
    assert third.number[-1].right == odd.number[-1].right
    assert even.number[0].left == pytest.approx(28 + 14 * POINT, abs=0.05)
    assert {glyph.size for glyph in odd.number} == {14}
    assert {glyph.font for glyph in odd.number} == {"FandolSong-Regular"}


def test_the_dashes_of_the_page_number_lie_7_mm_below_the_text(full):
    dash = pages_of(full)[0].number[0]
    _left, top, _right, bottom = ink(full, 0, (dash.left, FOOT_OF_TEXT, dash.right, 280))
    assert (top + bottom) / 2 == pytest.approx(FOOT_OF_TEXT + 7, abs=0.5)


def test_page_numbers_can_be_left_off(fonts):
    (page,) = pages_of(pdf_of(paper(said("请柬"), has_page_numbers=False), fonts=fonts))
    assert page.number == []


def test_the_local_profile_has_its_own_margins_and_pitch(fonts):
    pdf = pdf_of(paper(said("国" * 27 * 30), profile="local"), fonts=fonts)
    lines = pages_of(pdf)[0].lines
    assert len(lines) == 20
    assert {len(line.glyphs) for line in lines[1:]} == {27}
    assert lines[1].left == pytest.approx(27, abs=0.05)
    assert lines[1].right == pytest.approx(183, abs=0.05)
    assert lines[1].baseline - lines[0].baseline == pytest.approx(33 * POINT, abs=0.02)
    assert ink(pdf, 0)[1] == pytest.approx(28, abs=1)


@pytest.mark.parametrize("shift", range(28))
def test_no_closing_mark_begins_a_line_and_no_opening_one_ends_it(fonts, shift):
    pdf = pdf_of(paper(said("国" * shift + SENTENCE * 3)), fonts=fonts)
    lines = [line for page in pages_of(pdf) for line in page.lines]
    assert len(lines) >= 10
    assert {line.text[0] for line in lines} & NEVER_FIRST == set()
    assert {line.text[-1] for line in lines} & set("（《“〔") == set()
    assert ink(pdf, 0, (0, 30, 210, FOOT_OF_TEXT))[2] <= 185


@pytest.mark.parametrize("align", ["justify", "left", "center", "right"])
def test_paragraphs_are_aligned_as_they_say(fonts, align):
    text = "国" * 28 + "1" + "国" * 40  # half a character is left over in the second line
    line = pages_of(pdf_of(paper(said(text, align=align, indent=False)), fonts=fonts))[0].lines[1]
    left_gap, right_gap = line.left - 28, 184 - line.right
    if align == "justify":
        assert (left_gap, right_gap) == (pytest.approx(0, abs=0.2), pytest.approx(0, abs=0.2))
    elif align == "center":
        assert left_gap == pytest.approx(right_gap, abs=0.2)
        assert left_gap > 1
    else:
        near, far = (left_gap, right_gap) if align == "left" else (right_gap, left_gap)
        assert near == pytest.approx(0, abs=0.2)
        assert far > 1


def test_a_landscape_page_is_numbered_where_the_upright_ones_are(fonts):
    pdf = pdf_of(paper(said("国" * 60), PageBreak(), said("国"), is_landscape=True), fonts=fonts)
    odd, even = pages_of(pdf)
    assert (round(odd.width), round(odd.height)) == (297, 210)
    assert odd.lines[1].left == pytest.approx(35, abs=0.05)
    assert ink(pdf, 0, (32, 0, 297, 210))[1] == pytest.approx(28, abs=1)
    # turned back upright: 7 mm below the text is 28 mm from the left edge; outside right is the foot, left the head
    left, _top, right, bottom = ink(pdf, 0, (0, 100, 32, 210))
    assert left < 28 < right
    assert bottom == pytest.approx(210 - 26 - 14 * POINT, abs=0.5)
    assert ink(pdf, 1, (0, 0, 32, 100))[1] == pytest.approx(28 + 14 * POINT, abs=0.5)
    assert odd.number
    assert even.number


def test_text_of_several_faces_keeps_the_pitch(fonts):
    runs = tuple(Run("出席请假列席" * 5, face) for face in Face)
    lines = pages_of(pdf_of(paper(Paragraph(runs)), fonts=fonts))[0].lines
    assert len(lines) > 4
    steps = [below.baseline - above.baseline for above, below in itertools.pairwise(lines)]
    assert steps == pytest.approx([PITCH] * len(steps), abs=0.02)
    assert {len(line.glyphs) for line in lines[1:-1]} == {28}
