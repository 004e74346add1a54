"""Each part of a paper stands where the standard puts it, in the face it names."""

from itertools import pairwise

import pytest

from huitang.adapters.papers.paper import (
    Addressee,
    Attachments,
    Blank,
    Face,
    Head,
    Heading,
    Imprint,
    Names,
    Note,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    SignLines,
    Title,
)
from huitang.adapters.papers.pdf import pdf_of
from tests.adapters.papers.printed import CHARACTER, POINT, pages_of
from tests.adapters.papers.samples import paper, resolution, said

PITCH = 579 / 20 * POINT
RIGHT, FOOT = 184, 262
SHORT, LONG, DAY = "清河镇", "清河镇人民代表大会主席团", "2025年11月12日"


def drawn(fonts, *blocks, **manner):
    return pages_of(pdf_of(paper(*blocks, **manner), fonts=fonts))


def test_a_title_is_22_pt_in_balanced_lines_about_the_middle(fonts):
    (page,) = drawn(fonts, Title("清河镇第六届人民代表大会第四次会议关于政府工作报告的决议"))
    assert len(page.lines) == 2
    for line in page.lines:
        assert line.sizes == {22}
        assert line.fonts == {"FandolSong-Bold"}
        assert (line.left + line.right) / 2 == pytest.approx(106, abs=0.1)
    assert page.lines[1].baseline - page.lines[0].baseline == pytest.approx(35 * POINT, abs=0.05)


def test_breaks_in_a_title_stay(fonts):
    (page,) = drawn(fonts, Title("关于表彰\n先进的决定"))
    assert [line.text for line in page.lines] == ["关于表彰", "先进的决定"]


def test_every_part_is_drawn_in_its_face(fonts):
    lines = [line for page in pages_of(pdf_of(resolution(), fonts=fonts)) for line in page.lines]
    faces = {
        "清河镇人民代表大会文件": "FandolSong-Bold",
        "（2025年4月1日": "FandolKai-Regular",
        "各代表团、": "FandolFang-Regular",
        "一、过去": "FandolHei-Regular",
        "（一）民生": "FandolKai-Regular",
        "1.操场": "FandolFang-Regular",
        "（1）经费": "FandolFang-Regular",
        "附件：": "FandolFang-Regular",
        "抄送：": "FandolFang-Regular",
    }
    for start, font in faces.items():
        (line,) = [line for line in lines if line.text.startswith(start)]
        assert line.fonts == {font}, start
    (mixed,) = [line for line in lines if line.text.startswith("出席：")]
    assert [(glyph.text, glyph.font) for glyph in mixed.glyphs][:3] == [(c, "FandolHei-Regular") for c in "出席："]
    assert mixed.glyphs[-2].font == "FandolKai-Regular"
    assert {line.text[0]: line.sizes for line in lines if line.text.startswith(("一、", "（一）", "1.", "（1）"))} == {
        "一": {16},
        "（": {16},
        "1": {16},
    }


def test_headings_stand_two_characters_in_and_stay_with_their_text(fonts):
    first, second = drawn(fonts, *[said("国")] * 21, Heading(1, "一、项目"), said("国"))
    assert len(first.lines) == 21
    assert second.lines[0].text == "一、项目"
    assert second.lines[0].left == pytest.approx(28 + 2 * CHARACTER, abs=0.1)


def test_one_line_is_empty_below_the_title_and_none_before_its_note(fonts):
    (page,) = drawn(fonts, Title("决议"), Note("（草案）"), said("国"))
    title, note, text = page.lines
    assert note.baseline - title.baseline < 1.2 * PITCH
    assert text.baseline - note.baseline == pytest.approx(2 * PITCH, abs=0.1)


def test_an_addressee_is_flush_left(fonts):
    (page,) = drawn(fonts, Addressee("各代表团："), said("国"))
    assert page.lines[0].left == pytest.approx(28, abs=0.05)


def test_attachments_stand_below_one_empty_line_with_names_under_names(fonts):
    long = "清河镇2025年民生实事项目征集和票决工作实施办法及有关说明材料"
    (page,) = drawn(fonts, said("国"), Attachments(("名单", long)))
    text, first, second, rest = page.lines
    assert first.baseline - text.baseline == pytest.approx(2 * PITCH, abs=0.05)
    assert first.left == pytest.approx(28 + 2 * CHARACTER, abs=0.1)
    assert first.text == "附件：1.名单"
    assert second.text.startswith("2.清河镇")
    assert second.left == pytest.approx(first.glyphs[3].left, abs=0.1)
    assert rest.left == pytest.approx(second.glyphs[2].left, abs=0.1) == pytest.approx(first.glyphs[5].left, abs=0.1)


def test_an_only_attachment_has_no_number(fonts):
    (page,) = drawn(fonts, Attachments(("名单",)))
    assert page.lines[0].text == "附件：名单"


def test_an_unsealed_signature_ends_two_characters_in_and_the_day_begins_two_after_the_organ(fonts):
    (page,) = drawn(fonts, said("国"), Signature(LONG, DAY))
    text, organ, day = page.lines
    assert organ.baseline - text.baseline == pytest.approx(2 * PITCH, abs=0.05)
    assert day.baseline - organ.baseline == pytest.approx(PITCH, abs=0.05)
    assert RIGHT - organ.right == pytest.approx(2 * CHARACTER, abs=0.2)
    assert day.left - organ.left == pytest.approx(2 * CHARACTER, abs=0.2)


def test_when_the_day_is_longer_it_ends_two_characters_in(fonts):
    (page,) = drawn(fonts, said("国"), Signature(SHORT, DAY))
    _text, organ, day = page.lines
    assert RIGHT - day.right == pytest.approx(2 * CHARACTER, abs=0.2)
    assert day.left - organ.left == pytest.approx(2 * CHARACTER, abs=0.2)


@pytest.mark.parametrize("organ", [SHORT, LONG])
def test_a_sealed_signature_has_its_day_four_characters_in_and_the_organ_centred_above(fonts, organ):
    (page,) = drawn(fonts, said("国"), Signature(organ, DAY, has_seal=True))
    text, name, day = page.lines
    assert name.baseline - text.baseline == pytest.approx(3 * PITCH, abs=0.05)
    assert RIGHT - day.right == pytest.approx(4 * CHARACTER, abs=0.3)
    assert (name.left + name.right) / 2 == pytest.approx((day.left + day.right) / 2, abs=0.1)


def test_a_very_long_organ_stays_on_the_line(fonts):
    (page,) = drawn(fonts, said("国"), Signature("清河镇第六届人民代表大会第四次会议秘书处", DAY, has_seal=True))
    _text, name, day = page.lines
    assert name.right <= RIGHT + 0.1
    assert (name.left + name.right) / 2 == pytest.approx((day.left + day.right) / 2, abs=0.1)


@pytest.mark.parametrize("lines", range(18, 23))
@pytest.mark.parametrize("has_seal", [True, False])
def test_a_signature_is_never_alone_on_its_page(fonts, lines, has_seal):
    pages = drawn(fonts, *[said("国")] * lines, Signature(LONG, DAY, has_seal))
    texts = [line.text for line in pages[-1].lines]
    assert texts[-2:] == [LONG, DAY]
    assert texts[0] == "国"


@pytest.mark.parametrize("lines", range(15, 22))
@pytest.mark.parametrize("last", [Attachments(("名单", "办法")), SignLines(("记录人：", "主持人："))])
def test_nor_without_the_attachments_or_sign_lines_above_it(fonts, lines, last):
    pages = drawn(fonts, *[said("国")] * lines, last, Signature(LONG, DAY, True))
    assert len([line for line in pages[-1].lines if line.text != "国"]) == 4


def test_a_last_line_is_never_alone_on_its_page(fonts):
    pages = pages_of(pdf_of(paper(*[said("国" * 30)] * 11, said("大会闭幕。")), fonts=fonts))
    assert [len(page.lines) for page in pages] == [20, 3]


def test_names_stand_in_columns_of_one_width_and_two_characters_fill_three(fonts):
    names = ("王芳", "王建国", "李䶮", "阿不都热依木·买买提", "欧阳建华", "李四（女）", "张三", "赵六")
    (page,) = drawn(fonts, Names(names, 4))
    assert [line.text for line in page.lines] == [
        "王　芳王建国李　䶮",
        "阿不都热依木·买买提欧阳建华李　四（女）",
        "张　三赵　六",
    ]
    lefts = [[glyph.left for glyph in line.glyphs if glyph.text in "王李阿欧张赵"] for line in page.lines]
    assert lefts == [pytest.approx(starts, abs=0.1) for starts in ([28, 67, 106], [28, 106, 145], [28, 67])]
    widths = [page.lines[0].glyphs[n + 2].right - page.lines[0].glyphs[n].left for n in (0, 3)]
    assert widths[0] == pytest.approx(widths[1], abs=0.05)


def test_sign_lines_have_a_rule_beside_each_label(fonts):
    (page,) = drawn(fonts, SignLines(("总监票人：", "监票人：", "总计票人：", "计票人：")))
    assert [line.text for line in page.lines] == ["总监票人：监票人：", "总计票人：计票人："]
    assert len(page.rules) == 4
    assert all(right - left > 30 for left, _top, right, _bottom in page.rules)
    (alone,) = drawn(fonts, SignLines(("记录人：",)))
    ((left, top, right, _bottom),) = alone.rules
    assert right - left == pytest.approx(60, abs=0.1)
    assert top - alone.lines[0].baseline == pytest.approx(1.2, abs=1)


@pytest.mark.parametrize(("places", "ems"), [("＿＿＿＿", 4), ("______", 3)])
def test_places_to_write_on_are_one_line_without_gaps(fonts, places, ems):
    (page,) = drawn(fonts, said(f"代表：{places}（签名）", indent=False))
    rules = sorted(page.rules)
    gaps = [right[0] - left[2] for left, right in pairwise(rules)]
    assert all(abs(gap) < 0.02 for gap in gaps)
    assert rules[-1][2] - rules[0][0] == pytest.approx(ems * 16 * POINT, abs=0.05)
    assert rules[0][0] == pytest.approx(page.lines[0].glyphs[2].right, abs=0.1)
    assert "".join(page.lines[0].text.split()) == "代表：（签名）"


def test_blank_lines_and_page_breaks(fonts):
    first, second = drawn(fonts, said("国"), Blank(3), said("家"), PageBreak(), said("民"))
    assert first.lines[1].baseline - first.lines[0].baseline == pytest.approx(4 * PITCH, abs=0.05)
    assert [line.text for line in second.lines] == ["民"]
    assert second.lines[0].baseline == pytest.approx(first.lines[0].baseline, abs=0.05)


def test_an_attachment_begins_with_its_number_flush_and_its_title_in_the_third_line(fonts):
    _first, page = drawn(
        fonts,
        said("国"),
        PageBreak(),
        Paragraph((Run("附件1", Face.HEI),), indent=False),
        Blank(),
        Title("代表名单"),
        said("民"),
    )
    number, title, _text = page.lines
    assert number.left == pytest.approx(28, abs=0.05)
    assert title.baseline - number.baseline == pytest.approx(2 * PITCH, abs=3)


def test_a_red_head_has_mark_number_signer_and_rule_in_their_places(fonts):
    first = pages_of(pdf_of(resolution(), fonts=fonts))[0]
    mark, number = first.lines[:2]
    assert {glyph.colour for glyph in mark.glyphs} == {(1, 0, 0)}
    size = mark.glyphs[0].size
    assert mark.baseline - 0.8 * size * POINT == pytest.approx(37 + 35, abs=0.5)
    assert mark.right - mark.left <= 156
    assert number.text == "清人大〔2025〕4号签发人：林建国"
    assert number.left == pytest.approx(28 + 16 * POINT, abs=0.1)
    assert number.right == pytest.approx(RIGHT - 16 * POINT, abs=0.2)
    assert [glyph.font for glyph in number.glyphs[-3:]] == ["FandolKai-Regular"] * 3
    foot_of_mark = mark.baseline + 0.2 * size * POINT
    assert number.baseline - 0.8 * 16 * POINT - foot_of_mark == pytest.approx(2 * PITCH + 12.95 * POINT, abs=0.2)
    left, top, right, _bottom = first.rules[0]
    assert (left, right) == (28, RIGHT)
    assert top - (number.baseline + 0.2 * 16 * POINT) == pytest.approx(4, abs=0.3)
    title = next(line for line in first.lines if line.sizes == {22})
    assert title.baseline - top > 2 * PITCH


def test_the_number_of_a_downward_paper_is_centred(fonts):
    (page,) = drawn(fonts, said("现予公告。"), head=Head("清河镇人民代表大会公告", "〔六届〕第4号"))
    number = page.line_with("第4号")
    assert (number.left + number.right) / 2 == pytest.approx(106, abs=1.5)


@pytest.mark.parametrize("mark", ["清河镇人大", "清河镇第六届人民代表大会第四次会议主席团文件"])
def test_a_mark_of_any_length_stays_on_one_line(fonts, mark):
    (page,) = drawn(fonts, said("国"), head=Head(mark))
    assert page.lines[0].text == mark
    assert page.lines[0].left >= 28
    assert page.lines[0].right <= RIGHT


@pytest.mark.parametrize("lines", [1, 19, 20, 21, 22])
def test_the_imprint_ends_at_the_foot_of_the_last_page(fonts, lines):
    imprint = Imprint("县人大常委会办公室", "清河镇人大办公室", "2025年4月1日")
    last = drawn(fonts, *[said("国")] * lines, imprint)[-1]
    assert [rule[1] for rule in last.rules][-1] == pytest.approx(FOOT, abs=0.2)
    assert len(last.rules) == 3
    assert [line.text for line in last.lines][-2:] == ["抄送：县人大常委会办公室。", "清河镇人大办公室2025年4月1日印发"]
    assert {size for line in last.lines[-2:] for size in line.sizes} == {14}
    assert last.lines[-1].left == pytest.approx(28 + 14 * POINT, abs=0.1)
    assert last.lines[-1].right == pytest.approx(RIGHT - 14 * POINT, abs=0.1)
    assert all(line.baseline < last.rules[0][1] for line in last.lines[:-2])
