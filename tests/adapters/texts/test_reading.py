"""Texts read into paragraphs, and corrected without losing a letter's face."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from huitang.adapters.texts import plain, reading, word_file
from huitang.adapters.texts.refusal import Fault, TextIsRefused
from huitang.adapters.texts.text import Cell, Correction, Part


def saved(document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


@pytest.fixture
def report() -> bytes:
    document = docx.Document()
    document.add_paragraph("工作报告", style="Title")
    document.add_paragraph("一、回顾", style="Heading 1")
    paragraph = document.add_paragraph("应到代表")
    paragraph.add_run("9").bold = True
    paragraph.add_run("5名").italic = True
    table = document.add_table(rows=2, cols=2)
    for row, words in enumerate((("姓名", "得票"), ("陆文清", "86"))):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    document.add_paragraph("完")
    return saved(document)


def test_paragraphs_tables_and_styles_come_in_reading_order(report):
    found = word_file.read_word(report)
    assert [one.text for one in found] == ["工作报告", "一、回顾", "应到代表95名", "姓名", "得票", "陆文清", "86", "完"]
    assert [one.part for one in found[:3]] == [Part.TITLE, Part.HEADING, Part.BODY]
    assert [one.cell for one in found[3:7]] == [Cell(0, 0, 0), Cell(0, 0, 1), Cell(0, 1, 0), Cell(0, 1, 1)]


def test_a_correction_over_several_runs_keeps_the_face_of_the_first(report):
    mended = word_file.correct_word(report, (Correction(2, 4, 6, "96"), Correction(6, 0, 2, "85")))
    assert [one.text for one in word_file.read_word(mended)][2:7] == ["应到代表96名", "姓名", "得票", "陆文清", "85"]
    runs = docx.Document(io.BytesIO(mended)).paragraphs[2].runs
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("应到代表", None, None),
        ("96", True, None),
        ("名", None, True),
    ]


def test_words_are_put_in_and_taken_out(report):
    mended = word_file.correct_word(report, (Correction(2, 6, 6, "多"), Correction(7, 0, 1, "")))
    assert [one.text for one in word_file.read_word(mended)][2] == "应到代表95多名"
    assert [one.text for one in word_file.read_word(mended)][7] == ""


def test_struck_out_words_are_not_read_and_put_in_ones_are():
    document = docx.Document()
    paragraph = document.add_paragraph("第")
    deleted = f'<w:del {nsdecls("w")} w:id="1" w:author="a"><w:r><w:delText>六</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom {nsdecls("w")} w:id="2" w:author="a"><w:r><w:t>七</w:t></w:r></w:moveFrom>'
    added = f'<w:ins {nsdecls("w")} w:id="3" w:author="a"><w:r><w:t>八</w:t><w:tab/></w:r></w:ins>'
    for xml in (deleted, moved, added):
        paragraph._p.append(parse_xml(xml))
    assert word_file.read_word(saved(document))[0].text == "第八\t"


def test_a_box_of_text_is_read_once():
    document = docx.Document()
    paragraph = document.add_paragraph("外")
    box = (
        f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p><w:r><w:t>内</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    )
    paragraph._p.append(parse_xml(box))
    assert [one.text for one in word_file.read_word(saved(document))] == ["外", "内"]


def packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.EMPTY_FILE),
        (b"x" * (reading.MAX_BYTES + 1), Fault.TOO_LARGE),
        (b"%PDF-1.7", Fault.NOT_A_TEXT),
        (b"PK\x03\x04 broken", Fault.CORRUPT),
        (packed({"xl/workbook.xml": b"x"}), Fault.NOT_A_TEXT),
        (packed({"word/document.xml": b"<no"}), Fault.CORRUPT),
        (packed({"word/document.xml": b"x", "word/media/bomb": b"\0" * (61 * 1024 * 1024)}), Fault.TOO_LARGE),
        (packed({"word/document.xml": b" " * (16 * 1024 * 1024)}), Fault.TOO_LARGE),
        (saved(docx.Document()), Fault.NOTHING_WRITTEN),
        (b"\x00\x01\x02\x03" * 9, Fault.NOT_A_TEXT),
        ("　\n\n".encode(), Fault.NOTHING_WRITTEN),
    ],
)
def test_what_is_no_text_is_refused_with_its_fault(content, fault):
    with pytest.raises(TextIsRefused) as refused:
        reading.read_file(content)
    assert refused.value.code is fault


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_files_are_read_in_every_usual_encoding(encoding):
    found = reading.read_file("第一行\r\n\r\n第三行".encode(encoding))
    assert [one.text for one in found] == ["第一行", "", "第三行"]


def test_a_plain_text_is_corrected_in_its_places():
    text = "一二三\r\n四五六"
    assert plain.correct_plain(
        text, (Correction(0, 0, 1, "壹"), Correction(0, 2, 3, ""), Correction(1, 1, 2, "伍"))
    ) == ("壹二\n四伍六")


def test_a_text_longer_than_any_paper_is_refused():
    with pytest.raises(TextIsRefused) as refused:
        plain.read_plain("字" * (plain.MAX_CHARACTERS + 1))
    assert refused.value.code is Fault.TOO_LONG
