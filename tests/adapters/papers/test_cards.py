"""Ten cards a page, cut where the marks are, each told by its word as well as by its colour."""

import pytest

from huitang.adapters.papers import cards
from huitang.adapters.papers.cards import CARD_H, CARD_W, Card, CardKind, CardSheet
from huitang.adapters.papers.drawing import Line, Rect, Runs
from huitang.adapters.papers.pdf import pdf_of
from huitang.adapters.papers.refusal import Fault, PaperIsRefused
from tests.adapters.papers import sheets
from tests.adapters.papers.sheets import Area

ADDRESS = "http://192.168.1.20:8000/door/card/abcdef0123456789-XyZ0123456789abcdef"
RULES = ("一、凭证出席会议，不得转借。", "二、准时签到入场，按座次表就座。", "三、手机关闭或者调至静音。")
NAMES = ("王明", "欧阳志远", "阿卜杜热依木·买买提依明", "赵䶮", "陈喆堃")


def card_sheet(number: int, *, back: tuple[str, ...] = ()) -> CardSheet:
    kinds = list(CardKind)
    made = tuple(
        Card(
            kinds[at % 4],
            NAMES[at % 5],
            f"{at + 1:03}",
            "第一代表团" if at % 4 == 0 else "",
            "清河镇人民政府副镇长、农业农村办公室主任" if at % 3 == 1 else "",
            ADDRESS if at % 4 == 0 else "",
        )
        for at in range(number)
    )
    return CardSheet("清河镇第十九届人民代表大会", "第五次会议", made, back)


def test_every_card_stays_inside_its_edges_and_nothing_overlaps():
    for page in cards.lay_out(card_sheet(60, back=RULES)).sheets:
        words = sheets.words_of(page)
        codes = [_bounds(part) for part in page.parts if isinstance(part, Runs)]
        assert sheets.clashes([*words, *codes]) == []
        places = [Area(150 + x * CARD_W, 135 + y * CARD_H, CARD_W, CARD_H) for x in range(2) for y in range(5)]
        assert [area for area in (*words, *codes) if not any(_holds(place, area) for place in places)] == []


def test_cards_are_ninety_by_fifty_four_millimetres_and_marked_for_cutting():
    lines = [part for part in cards.cut_marks() if isinstance(part, Line)]
    assert {line.x1 for line in lines if line.x1 == line.x2} == {150, 1050, 1950}
    assert {line.y1 for line in lines if line.y1 == line.y2} == {135 + 540 * at for at in range(6)}
    bands = [part for part in cards.lay_out(card_sheet(10)).sheets[0].parts if isinstance(part, Rect)]
    assert {(band.w, band.fill) for band in bands} == {(900, kind.colour) for kind in CardKind}


def test_every_name_number_and_class_is_in_the_pdf():
    sheet = card_sheet(12)
    pages = sheets.printed(pdf_of(sheet, fonts=sheets.fonts()))
    assert len(pages) == 2
    text = "".join(page.text for page in pages)
    for card in sheet.cards:
        assert card.name in text
        assert f"编号{card.number}" in text
        assert card.kind in text


def test_backs_stand_behind_their_fronts_when_the_sheet_is_turned():
    drawn = cards.lay_out(card_sheet(11, back=RULES))
    assert len(drawn.sheets) == 4
    (title,) = [words for words in sheets.words_of(drawn.sheets[3]) if words.told == "会议须知"]
    assert 1050 < title.x < 1950


def test_the_same_cards_are_the_same_bytes():
    assert pdf_of(card_sheet(10), fonts=sheets.fonts()) == pdf_of(card_sheet(10), fonts=sheets.fonts())


def test_a_code_a_telephone_cannot_read_is_refused():
    with pytest.raises(PaperIsRefused) as refused:
        cards.lay_out(
            CardSheet("清河镇第十九届人民代表大会", "第五次会议", (Card(CardKind.DEPUTY, "王明", code="x" * 900),))
        )
    assert refused.value.code is Fault.CODE_TOO_LONG


def test_a_name_no_card_can_hold_is_refused():
    with pytest.raises(PaperIsRefused) as refused:
        cards.lay_out(CardSheet("清河镇第十九届人民代表大会", "第五次会议", (Card(CardKind.DEPUTY, "王" * 80),)))
    assert refused.value.code is Fault.CARD_TOO_FULL


def test_white_words_on_every_band_are_easy_to_read():
    assert all(1.05 / (_luminance(kind.colour) + 0.05) >= 4.5 for kind in CardKind)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _bounds(runs: Runs) -> Area:
    x, y = min(run[0] for run in runs.runs), min(run[1] for run in runs.runs)
    return Area(x, y, max(r[0] + r[2] for r in runs.runs) - x, max(r[1] + r[3] for r in runs.runs) - y)


def _holds(place: Area, area: Area) -> bool:
    inside_x = place.x <= area.x and area.x + area.w <= place.x + place.w
    return inside_x and place.y <= area.y and area.y + area.h <= place.y + place.h
