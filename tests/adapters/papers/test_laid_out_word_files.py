"""Ballots, cards, plans and certificates as Word files: the same facts, heights kept, the same bytes."""

import io
import zipfile

import docx
import pytest
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn

from huitang.adapters.papers.ballot import MarkPlace
from huitang.adapters.papers.docx import docx_of
from tests.adapters.papers.test_ballot import SCHEMES, ballot, projects
from tests.adapters.papers.test_cards import RULES, card_sheet
from tests.adapters.papers.test_certificate import certificates
from tests.adapters.papers.test_seating import people, plan

ELECTION = ballot(7, MarkPlace.COLUMN, SCHEMES[1], round="第二次另行选举")
PRINTED = [ELECTION, ballot(7), projects(12, has_details=True), card_sheet(12, back=RULES), certificates(), plan()]


def opened(printable) -> docx.document.Document:
    return docx.Document(io.BytesIO(docx_of(printable)))


def words_in(document) -> str:
    body = document.element.body
    return "".join(text.text or "" for text in body.iter(qn("w:t"))).translate({0x20: None, 0x3000: None})


@pytest.mark.parametrize("place", MarkPlace)
@pytest.mark.parametrize("number", [1, 2, 12, 40])
def test_a_word_ballot_holds_all_the_sheet_says(number, place):
    sheet = ballot(number, place, SCHEMES[number % 3], round="第二次另行选举")
    text = words_in(opened(sheet))
    told = [sheet.session, sheet.title, sheet.round, sheet.choose_line, sheet.seal, *sheet.explanation]
    told += [row.name for row in sheet.candidates]
    assert [words for words in told if words.replace("　", "") not in text] == []
    assert sum(text.count(choice) for choice in sheet.choices[:1]) >= min(1, len(sheet.choices))


def test_details_of_projects_stand_in_their_columns():
    sheet = projects(12, has_details=True)
    table = next(table for table in opened(sheet).tables if table.cell(0, 0).text == "序号")
    assert [cell.text for cell in table.rows[0].cells] == ["序号", "项目名称", "总投资", "建设内容", "完成时限", "符号"]
    assert [cell.text for cell in table.rows[12].cells][:2] == ["12", sheet.candidates[11].name]


def test_rows_of_a_ballot_keep_their_exact_heights():
    rows = [row for table in opened(ELECTION).tables[:2] for row in table.rows]
    assert {row.height_rule for row in rows} == {WD_ROW_HEIGHT_RULE.EXACTLY}
    assert min(row.height.mm for row in rows[1:]) >= 8


def test_corner_marks_are_shaded_cells_in_the_head_and_foot_of_the_page():
    (section,) = opened(ELECTION).sections
    shaded = [
        [cell._tc.tcPr.find(qn("w:shd")) is not None for cell in part.tables[0].rows[0].cells]
        for part in (section.header, section.footer)
    ]
    assert shaded == [[True, False, True], [True, False, True]]
    assert section.header.tables[0].cell(0, 0).text == "■"
    assert section.footer.tables[0].cell(0, 1).text == ELECTION.style
    assert round(section.header_distance.mm) == 10


def test_a_word_ballot_has_no_code_a_camera_could_take_for_the_measured_sheet():
    assert [name for name in zipfile.ZipFile(io.BytesIO(docx_of(ELECTION))).namelist() if "media" in name] == []


def test_cards_are_cells_of_ninety_by_fifty_four_millimetres_with_their_codes():
    sheet = card_sheet(12, back=RULES)
    document = opened(sheet)
    (table,) = document.tables
    assert len(table.rows) == 20
    assert {(round(row.height.mm), row.height_rule) for row in table.rows} == {(54, WD_ROW_HEIGHT_RULE.EXACTLY)}
    assert {round(cell.width.mm) for row in table.rows for cell in row.cells} == {90}
    assert len(document.inline_shapes) == sum(bool(card.code) for card in sheet.cards)
    assert all(card.name in words_in(document) for card in sheet.cards)


def test_certificates_are_one_page_each():
    document = opened(certificates())
    assert len(list(document.element.body.iter(qn("w:pageBreakBefore")))) == 2
    for page in certificates().pages:
        assert all(words.replace("　", "") in words_in(document) for words in page.words)


def test_every_seat_of_the_plan_is_a_cell():
    floor = opened(plan()).tables[-1]
    assert len(floor.rows) == 10
    assert {len(row.cells) for row in floor.rows} == {1 + 14 + 2}
    text = words_in(opened(plan()))
    assert all(text.count(sitter.name) >= 21 for sitter in people(106)[:5])
    assert "2＝第2代表团" in text


@pytest.mark.parametrize("printable", PRINTED, ids=lambda printable: type(printable).__name__)
def test_the_same_facts_are_the_same_bytes(printable):
    assert docx_of(printable) == docx_of(printable)
