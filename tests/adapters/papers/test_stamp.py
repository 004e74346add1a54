"""A stamped paper: check code, address and QR behind its text, in both writers, and the verifier still calls it whole."""

import io
import zipfile

import pytest
from pypdf import PdfReader

from huitang.adapters.papers import from_record
from huitang.adapters.papers.docx import docx_of
from huitang.adapters.papers.drawing import code_of
from huitang.adapters.papers.paper import Imprint, Signature, Stamp, Title, stamped
from huitang.adapters.papers.pdf import paper as pdf_paper
from huitang.adapters.papers.pdf import pdf_of
from huitang.adapters.verifying.suspect import read_suspect
from huitang.adapters.verifying.verdict import Answer, judge
from tests.adapters.papers.samples import SENTENCE, paper, resolution, said
from tests.adapters.verifying.pages import RECORDS

STAMP = Stamp("7k3qm-9x2ad", "https://rd.qinghe.example/releases/5/", "2025年4月1日11:32:07", 2)


def of_record(record):
    drawn = from_record.paper_of(record.title, record.told["blocks"], number=record.told["number"])
    return stamped(drawn, STAMP)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.title[-4:])
def test_a_stamped_paper_is_whole_and_one_with_a_changed_character_is_not(record, fonts):
    drawn = of_record(record)
    for content in (pdf_of(drawn, fonts=fonts), docx_of(drawn)):
        text = read_suspect(content)
        assert all(line in text.replace("\n", "") for line in ("7k3qm-9x2ad", STAMP.address))
        assert judge(record, text).differences == ()
        for ours, theirs in (("清河镇", "清江镇"), ("2025", "2026"), ("会议", "会场")):
            if ours in text:
                assert judge(record, text.replace(ours, theirs, 1)).answer is Answer.ALTERED


def test_the_code_is_that_of_the_address_and_the_same_paper_the_same_bytes(fonts):
    drawn = stamped(resolution(), STAMP)
    assert pdf_of(drawn, fonts=fonts) == pdf_of(drawn, fonts=fonts)
    assert docx_of(drawn) == docx_of(drawn)
    (told,) = (part for part in pdf_paper.values_of(drawn)["parts"] if part["kind"] == "Stamp")
    assert told["runs"] == code_of(STAMP.address, x=0, y=0, room=220).runs
    other = stamped(resolution(), Stamp("7k3qm-9x2ad", "https://rd.qinghe.example/releases/6/", STAMP.released_at, 2))
    pictures = [zipfile.ZipFile(io.BytesIO(docx_of(one))).read("word/media/1.png") for one in (drawn, other)]
    assert pictures[0].startswith(b"\x89PNG")
    assert pictures[0] != pictures[1]


def test_a_stamp_stands_behind_the_text_and_above_the_imprint():
    kinds = [type(block) for block in stamped(resolution(), STAMP).blocks]
    assert kinds[-3:] == [Signature, Stamp, Imprint]


@pytest.mark.parametrize("has_seal", [True, False])
@pytest.mark.parametrize("paragraphs", range(1, 9))
def test_neither_signature_nor_stamp_stands_on_a_page_alone(fonts, paragraphs, has_seal):
    texts = [said(SENTENCE) for _ in range(paragraphs)]
    drawn = stamped(paper(Title("决议"), *texts, Signature("清河镇人民代表大会", "2025年4月1日", has_seal)), STAMP)
    last = PdfReader(io.BytesIO(pdf_of(drawn, fonts=fonts))).pages[-1].extract_text()
    assert "7k3qm-9x2ad" in last
    assert "清河镇人民代表大会" in last
    assert "真抓实干" in last
