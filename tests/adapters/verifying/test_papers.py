"""A text on paper, as PDF or Word file, is the text; what cannot be read is refused."""

import pytest

from huitang.adapters.papers.docx import docx_of
from huitang.adapters.papers.paper import Note, Paragraph, Run, Signature, Table, Title
from huitang.adapters.papers.pdf import pdf_of
from huitang.adapters.texts.refusal import Fault, TextIsRefused
from huitang.adapters.verifying.suspect import MAX_BYTES, read_suspect
from huitang.adapters.verifying.verdict import Answer, judge
from tests.adapters.papers.conftest import fonts
from tests.adapters.papers.samples import paper
from tests.adapters.verifying.pages import RECORDS

__all__ = ["fonts"]


def paper_of(record, **changed: str):
    blocks = [Title(record.title)]
    for block in record.told["blocks"]:
        if block["type"] == "table":
            rows = tuple(tuple(row) for row in block["rows"])
            blocks.append(Table(tuple(block["head"]), rows, caption=block["caption"]))
        elif block["type"] == "signature":
            blocks.append(Signature(block["organ"], block["day"]))
        elif block["type"] == "note":
            blocks.append(Note(block["text"]))
        else:
            lines = [changed.get(line, line) for line in block["text"].split("\n")]
            blocks += [Paragraph((Run(line),)) for line in lines]
    return paper(*blocks)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.title[-4:])
def test_the_paper_of_a_text_is_whole(record, fonts):
    for content in (pdf_of(paper_of(record), fonts=fonts), docx_of(paper_of(record))):
        verdict = judge(record, read_suspect(content))
        assert verdict.answer is Answer.WHOLE, verdict.differences


def test_a_word_changed_on_paper_is_found(fonts):
    line = "二、镇卫生院发热门诊；"
    changed = paper_of(RECORDS[2], **{line: line.replace("发热", "急诊")})
    for content in (pdf_of(changed, fonts=fonts), docx_of(changed)):
        verdict = judge(RECORDS[2], read_suspect(content))
        assert [(one.ours, one.theirs) for one in verdict.differences] == [("发热", "急诊")]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.EMPTY_FILE),
        (b"%PDF-1.7\nbroken", Fault.CORRUPT),
        (b"\x89PNG\r\n\x1a\n", Fault.NOT_A_TEXT),
        (b" " * (MAX_BYTES + 1), Fault.TOO_LARGE),
    ],
)
def test_what_holds_no_words_is_refused(content, fault):
    with pytest.raises(TextIsRefused) as refused:
        read_suspect(content)
    assert refused.value.code is fault


def test_a_page_says_what_encoding_it_is_in():
    page = '<html><head><meta charset="gb2312"></head><body><p>清河镇公告</p></body></html>'.encode("gbk")
    assert "清河镇公告" in read_suspect(page)


def test_a_page_nested_beyond_reason_is_still_read():
    page = b"<html><body>" + b"<div>" * 5000 + "清河镇".encode() + b"</div>" * 5000
    assert "清河镇" in read_suspect(page)
