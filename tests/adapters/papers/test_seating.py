"""Who sits where: the rostrum by custom, the floor by delegation, and nobody without a seat."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huitang.adapters.papers import seating_layout
from huitang.adapters.papers.drawing import PaperSize
from huitang.adapters.papers.pdf import pdf_of
from huitang.adapters.papers.refusal import Fault, PaperIsRefused
from huitang.adapters.papers.seating import SeatPlan, Sitter, blocks_of, seat, seat_rostrum
from tests.adapters.papers import sheets

NAMES = ("王明", "欧阳志远", "阿卜杜热依木·买买提依明", "赵䶮", "陈喆堃")


def people(number: int, groups: int = 6) -> tuple[Sitter, ...]:
    return tuple(Sitter(NAMES[at % 5], f"第{at * groups // number + 1}代表团") for at in range(number))


def plan(number: int = 106) -> SeatPlan:
    rostrum = seat_rostrum(tuple(f"主席{at}" for at in range(1, 10)), (5, 4))
    return seat(
        people(number),
        9,
        14,
        (4, 10),
        title="清河镇第十九届人民代表大会第五次会议座次表",
        rostrum=rostrum,
        entrances=("正门",),
    )


def test_the_first_sits_in_the_middle_and_the_second_at_his_left_hand():
    assert seat_rostrum(("1", "2", "3", "4", "5")) == (("5", "3", "1", "2", "4"),)


def test_with_an_even_number_the_first_two_share_the_middle():
    assert seat_rostrum(("1", "2", "3", "4")) == (("3", "1", "2", "4"),)


def test_the_other_custom_is_the_mirror():
    assert seat_rostrum(("1", "2", "3", "4", "5"), is_mirrored=True) == (("4", "2", "1", "3", "5"),)


def test_a_second_row_of_the_rostrum_starts_anew_in_its_middle():
    assert seat_rostrum(tuple("123456"), (3, 3)) == (("3", "1", "2"), ("6", "4", "5"))


def test_too_few_seats_say_how_many_lack():
    with pytest.raises(PaperIsRefused) as refused:
        seat(people(130), 9, 14)
    assert refused.value.code is Fault.SEATS_LACKING
    assert refused.value.params == {"people": 130, "seats": 126, "lacking": 4}


def test_a_rostrum_with_too_few_seats_says_so():
    with pytest.raises(PaperIsRefused, match="SEATS_LACKING"):
        seat_rostrum(tuple("12345"), (4,))


def test_blocks_lie_between_the_aisles():
    assert blocks_of(14, (10, 4)) == ((0, 4), (4, 10), (10, 14))
    with pytest.raises(ValueError, match="aisles"):
        blocks_of(14, (14,))


def test_a_delegation_sits_together_in_a_block():
    found = seat((*[Sitter("甲", "一")] * 4, *[Sitter("乙", "二")] * 4), 3, 4, (2,))
    assert [[sitter and sitter.group for sitter in row] for row in found.floor] == [
        ["一", "一", "二", "二"],
        ["一", "一", "二", "二"],
        [None] * 4,
    ]


@given(number=st.integers(1, 120), rows=st.integers(1, 12), width=st.integers(2, 16), data=st.data())
def test_everybody_has_one_seat(number, rows, width, data):
    aisles = tuple(data.draw(st.sets(st.integers(1, width - 1), max_size=3)))
    crowd = tuple(Sitter(f"{at}", "团") for at in range(number))
    if number > rows * width:
        with pytest.raises(PaperIsRefused, match="SEATS_LACKING"):
            seat(crowd, rows, width, aisles)
        return
    seated = [sitter for row in seat(crowd, rows, width, aisles).floor for sitter in row if sitter]
    assert sorted(seated, key=lambda sitter: int(sitter.name)) == list(crowd)


def test_nothing_overlaps_and_every_name_is_printed():
    (page,) = seating_layout.lay_out(plan()).sheets
    assert sheets.clashes(sheets.words_of(page)) == []
    (printed,) = sheets.printed(pdf_of(plan(), fonts=sheets.fonts()))
    assert [printed.text.count(name) for name in NAMES] == [22, 21, 21, 21, 21]
    assert all(f"{at}第{at}代表团" in printed.text for at in range(1, 7))


def test_the_larger_sheet_is_taken_when_the_smaller_is_too_small():
    assert seating_layout.measured(plan())[0] is PaperSize.A4
    assert seating_layout.measured(seat(people(300), 14, 24, (6, 18)))[0] is PaperSize.A3


def test_a_hall_no_sheet_can_show_is_refused():
    with pytest.raises(PaperIsRefused) as refused:
        seating_layout.lay_out(seat(people(900), 30, 60))
    assert refused.value.code is Fault.SEATING_TOO_SMALL
    assert refused.value.params == {"size": "A3", "seats_per_row": 60, "rows": 30}
