"""A certificate is one page, with everything on it that it certifies."""

import pytest

from huitang.adapters.papers import certificate
from huitang.adapters.papers.certificate import Certificate, Certificates
from huitang.adapters.papers.pdf import pdf_of
from huitang.adapters.papers.refusal import Fault, PaperIsRefused
from tests.adapters.papers import sheets

ELECTED = {
    "session": "清河镇第十九届人民代表大会第五次会议",
    "post": "清河镇人民政府副镇长",
    "organ": "清河镇第十九届人民代表大会第五次会议主席团",
    "day": "2026年1月16日",
    "elected_on": "2026年1月16日",
}


def certificates() -> Certificates:
    pages = (
        certificate.elected(name="阿卜杜热依木·买买提依明", **ELECTED),
        certificate.told_elected(name="赵䶮", **ELECTED),
        certificate.deputy(
            name="王明",
            congress="清河镇第十九届人民代表大会",
            organ="清河镇第十九届人民代表大会主席团",
            day="2026年1月16日",
            number="第001号",
        ),
    )
    return Certificates("当选证书", pages)


def test_each_is_one_page_and_nothing_is_missing():
    found = certificates()
    pages = sheets.printed(pdf_of(found, fonts=sheets.fonts()))
    assert len(pages) == 3
    for page, told in zip(pages, found.pages, strict=True):
        assert all(words.replace("　", "") in page.text for words in told.words)


def test_nothing_overlaps_and_everything_is_inside_the_frame():
    for page in certificate.lay_out(certificates()).sheets:
        words = sheets.words_of(page)
        assert sheets.clashes(words) == []
        assert [area for area in words if area.x < 200 or area.x + area.w > 2770 or area.y + area.h > 1900] == []


def test_more_words_than_a_page_holds_are_refused():
    with pytest.raises(PaperIsRefused) as refused:
        certificate.lay_out(
            Certificates("当选证书", (Certificate("当选证书", "王明同志：", ("长" * 2000,), "主席团", "今日"),))
        )
    assert refused.value.code is Fault.CERTIFICATE_TOO_FULL
