"""A ballot is one sheet, the same for everyone, with every box where the layout says."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huitang.adapters.papers import ballot_layout, measuring
from huitang.adapters.papers.ballot import BallotKind, BallotSheet, Candidate, MarkPlace, style_of
from huitang.adapters.papers.ballot_layout import corner_squares, lay_out, layout_of
from huitang.adapters.papers.drawing import Circle, PaperSize, Rect, Runs
from huitang.adapters.papers.pdf import pdf_of
from huitang.adapters.papers.refusal import Fault, PaperIsRefused
from tests.adapters.papers import sheets
from tests.adapters.papers.sheets import Area

NAMES = ("王明", "李建国", "欧阳志远", "阿卜杜热依木·买买提依明", "赵䶮", "陈喆堃", "司马玥", "次仁卓玛", "翀祎镕")
SCHEMES = ((), ("赞成", "反对", "弃权"), ("满意", "基本满意", "不满意", "不了解"))
EXPLANATION = (
    "1．赞成的画“○”，反对的画“×”，弃权的不画任何符号。",
    "2．投反对票的可以另选他人，另选人数不得多于投反对票的人数。",
    "3．所选人数等于或者少于应选名额的有效，多于应选名额的作废。",
    "4．请用黑色或者蓝色笔填写，字迹、符号要清楚，辨认不清的部分不计。",
)
QUIET = 30
PROJECT = "清河镇中心小学至幸福村道路拓宽改造及沿线雨污分流管网工程"  # 30 characters with the number


def ballot(number: int = 3, place: MarkPlace = MarkPlace.ABOVE, choices: tuple[str, ...] = (), **others) -> BallotSheet:
    return BallotSheet(
        **{
            "style": "HT1-E3-R1",
            "kind": BallotKind.ELECTION,
            "session": "清河镇第十九届人民代表大会第五次会议",
            "title": "选举清河镇人民政府副镇长选举票",
            "candidates": tuple(Candidate(NAMES[at % len(NAMES)]) for at in range(number)),
            "to_choose": 2,
            "order_line": "候选人按姓名笔画为序",
            "place": place,
            "choices": choices,
            "write_ins": 2,
            "explanation": EXPLANATION,
            "seal": "大会主席团",
            **others,
        }
    )


def projects(number: int, *, has_details: bool, **others) -> BallotSheet:
    details = ("335万元", "新建道路3.2公里，惠及两村", "2026年12月底前") if has_details else ()
    return ballot(
        **{
            "candidates": tuple(Candidate(f"{PROJECT}{at}", details) for at in range(1, number + 1)),
            "style": "HT1-P1-R1",
            "kind": BallotKind.PROJECTS,
            "title": "2026年度民生实事项目票决票",
            "place": MarkPlace.COLUMN,
            "name_head": "项目名称",
            "detail_heads": ("总投资", "建设内容", "完成时限") if has_details else (),
            "is_numbered": True,
            "write_ins": 0,
            **others,
        },
    )


def check_layout(sheet: BallotSheet) -> None:
    """Everything the numbers must keep."""
    found = lay_out(sheet)
    (page,) = found.drawing.sheets
    boxes = [Area(box.x, box.y, box.w, box.h, "box") for box in found.boxes]
    fields = [Area(field.x, field.y, field.w, field.h, "field") for field in found.fields]
    words = sheets.words_of(page)
    assert sheets.clashes(boxes, apart=29.9) == []
    assert all(box.w >= 80 and box.h >= 80 for box in boxes)
    assert sheets.clashes([*words, *boxes, *fields]) == []
    corners = [Area(*quiet(square)) for square in corner_squares(found.size)]
    codes = [Area(*quiet(bounds(part), 28)) for part in page.parts if isinstance(part, Runs)]
    seals = [Area(part.x, part.y, part.d, part.d) for part in page.parts if isinstance(part, Circle)]
    inside_seal = [area for area in words if any(area.meets(seal) for seal in seals)]
    assert {area.told for area in inside_seal} <= {*measuring.balance(sheet.seal, 340, 105), "（盖章处）"}
    for reserved in (*corners, *codes):
        assert [area for area in (*words, *boxes, *fields, *seals) if area.meets(reserved)] == []
    assert [
        a for a in (*words, *boxes, *fields) if a.x < 100 or a.x + a.w > page.w - 100 or a.y + a.h > page.h - 100
    ] == []
    expected = [(at, choice) for at in range(len(sheet.candidates)) for choice in range(max(1, len(sheet.choices)))]
    expected += [(len(sheet.candidates) + at, 0) for at in range(sheet.write_ins if sheet.write_ins_have_boxes else 0)]
    assert [(box.candidate, box.choice) for box in found.boxes] == expected


def quiet(square: Rect, room: int = QUIET) -> tuple[int, int, int, int]:
    return square.x - room, square.y - room, square.w + 2 * room, square.h + 2 * room


def bounds(runs: Runs) -> Rect:
    x, y = min(run[0] for run in runs.runs), min(run[1] for run in runs.runs)
    return Rect(x, y, max(r[0] + r[2] for r in runs.runs) - x, max(r[1] + r[3] for r in runs.runs) - y)


@pytest.mark.parametrize("place", MarkPlace)
@pytest.mark.parametrize("number", range(1, 41))
def test_nothing_overlaps_and_boxes_are_generous_for_one_to_forty_names(number, place):
    check_layout(ballot(number, place, SCHEMES[number % 3]))


@pytest.mark.parametrize(("number", "place", "choices"), list(product((1, 2, 7, 23, 40), MarkPlace, SCHEMES)))
def test_every_place_goes_with_every_scheme(number, place, choices):
    check_layout(ballot(number, place, choices, write_ins=1, is_numbered=number % 2 == 0))


@pytest.mark.parametrize("place", [place for place in MarkPlace if place is not MarkPlace.ABOVE])
@pytest.mark.parametrize("number", [1, 2, 10, 12, 20, 30])
def test_projects_with_their_descriptions_stay_on_one_sheet(number, place):
    check_layout(projects(number, has_details=True, place=place))


@pytest.mark.parametrize("number", [1, 12, 20, 40])
def test_thirty_characters_of_a_project_are_never_cut(number):
    sheet = projects(number, has_details=False)
    (page,) = sheets.printed(pdf_of(sheet, fonts=sheets.fonts()))
    assert all(row.name in page.text for row in sheet.candidates)


@pytest.mark.parametrize("place", MarkPlace)
@pytest.mark.parametrize("number", [1, 2, 4, 9, 16, 27, 40])
def test_the_pdf_has_every_box_and_corner_where_the_layout_says(number, place):
    sheet = ballot(number, place, SCHEMES[number % 3])
    (page,) = sheets.printed(pdf_of(sheet, fonts=sheets.fonts()))
    size = lay_out(sheet).size
    assert (round(page.w), round(page.h)) == size.portrait
    for box in (*layout_of(sheet), *corner_squares(size)):
        assert page.has_rect(box.x, box.y, box.w, box.h, within=3), box
    assert all(row.name in page.text for row in sheet.candidates)
    for told in (sheet.session, sheet.title, sheet.choose_line, sheet.style, *sheet.explanation):
        assert told.replace("　", "") in page.text
    boxes = [Area(box.x, box.y, box.w, box.h) for box in layout_of(sheet)]
    assert [(glyph, box) for glyph in page.glyphs for box in boxes if glyph.meets(box, -3)] == []


def test_printed_words_are_never_wider_than_measured():
    sheet = ballot(8, MarkPlace.COLUMN, ("赞成", "反对", "弃权"), is_numbered=True)
    (page,) = sheets.printed(pdf_of(sheet, fonts=sheets.fonts()))
    words = sheets.words_of(lay_out(sheet).drawing.sheets[0])
    outside = [
        glyph
        for glyph in page.glyphs
        if not any(a.meets(glyph) and glyph.x > a.x - 20 and glyph.x + glyph.w < a.x + a.w + 20 for a in words)
    ]
    assert outside == []


def test_a_hundred_copies_are_the_same_bytes():
    sheet = ballot(5)
    assert len({pdf_of(replace(sheet), fonts=sheets.fonts()) for _ in range(100)}) == 1


def test_the_colour_of_the_paper_is_for_the_printer_only():
    assert lay_out(ballot(paper_colour="粉红")).drawing == lay_out(ballot()).drawing


def test_the_style_says_kind_post_and_round_and_nothing_more():
    assert style_of(BallotKind.ELECTION, post=3, round_number=2) == "HT1-E3-R2"
    with pytest.raises(ValueError, match="no style"):
        ballot(style="HT1-E3-R1-0001")


def test_the_code_on_the_sheet_is_the_style():
    runs = [part for part in lay_out(ballot()).drawing.sheets[0].parts if isinstance(part, Runs)]
    other = [part for part in lay_out(ballot(style="HT1-E3-R2")).drawing.sheets[0].parts if isinstance(part, Runs)]
    assert len(runs) == 1
    assert runs != other


@pytest.mark.parametrize("size", PaperSize)
def test_the_four_corners_stand_at_their_places_and_one_is_open(size):
    width, height = size.portrait
    assert [(mark.x, mark.y, mark.w, mark.h) for mark in corner_squares(size)] == [
        (100, 100, 70, 70),
        (width - 170, 100, 70, 70),
        (100, height - 170, 70, 70),
        (width - 170, height - 170, 70, 70),
    ]
    assert ballot_layout.corner_marks(size)[4:] == (Rect(120, 120, 30, 30, fill="#ffffff"),)


@pytest.mark.parametrize("place", MarkPlace)
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_few_names_are_large_enough_for_old_eyes(number, place):
    assert lay_out(ballot(number, place)).scale.names >= 220


@pytest.mark.parametrize("place", MarkPlace)
def test_forty_persons_fit_an_a4_sheet_when_there_is_no_other(place):
    sheet = ballot(40, place, size=PaperSize.A4, write_ins=1)
    assert lay_out(sheet).size is PaperSize.A4
    check_layout(sheet)


def test_what_does_not_fit_is_refused_and_says_so():
    long = tuple(Candidate(f"{PROJECT * 4}{at}") for at in range(40))
    with pytest.raises(PaperIsRefused) as refused:
        lay_out(projects(40, has_details=False, candidates=long))
    assert refused.value.code is Fault.BALLOT_TOO_FULL
    assert refused.value.params == {"title": "2026年度民生实事项目票决票", "candidates": 40, "size": "A3"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"candidates": ()},
        {"candidates": (Candidate("王明"),) * 41},
        {"candidates": (Candidate(" "),)},
        {"write_ins": 21},
        {"choices": ("赞成",)},
        {"detail_heads": ("投资",)},
        {"detail_heads": ("投资",), "candidates": (Candidate("路灯", ("3万元",)),)},
    ],
)
def test_parts_that_make_no_ballot_are_not_taken(wrong):
    with pytest.raises(ValueError, match=r"\w"):
        ballot(**wrong)


LETTERS = st.sampled_from("王李欧阳志远阿卜杜热依木买提䶮喆堃玥翀祎镕·")


@settings(max_examples=60, deadline=None)
@given(
    names=st.lists(st.text(LETTERS, min_size=2, max_size=30), min_size=1, max_size=40),
    place=st.sampled_from(MarkPlace),
    choices=st.sampled_from(SCHEMES),
    write_ins=st.integers(0, 3),
)
def test_any_names_fit_or_are_refused(names, place, choices, write_ins):
    sheet = ballot(candidates=tuple(map(Candidate, names)), place=place, choices=choices, write_ins=write_ins)
    try:
        check_layout(sheet)
    except PaperIsRefused as refused:
        assert refused.code is Fault.BALLOT_TOO_FULL
        assert max(map(len, names)) > 15
        return
    drawn = "".join(part.told for part in sheets.words_of(lay_out(sheet).drawing.sheets[0])).replace("　", "")
    assert all(name in drawn for name in names)
