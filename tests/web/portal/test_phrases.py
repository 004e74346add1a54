"""A title breaks between its words, and loses or gains no letter by it."""

import pytest

from huitang.web.portal.templatetags.phrases import phrased


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("清河镇第六届人大代表履职情况公示", "清河镇|第六届|人大代表|履职情况|公示"),
        ("清河镇第六届人民代表大会第八次会议", "清河镇|第六届|人民代表大会|第八次会议"),
        (
            "关于清河镇2024年财政预算执行情况和2025年财政预算草案的报告的决议",
            "关于清河镇|2024年|财政预算|执行情况|和2025年|财政预算|草案的|报告的|决议",
        ),
        ("0000000000/2025-00001", "0000000000/|2025-00001"),
        ("", ""),
        ("的", "的"),
    ],
)
def test_a_title_breaks_between_its_words(title, lines):
    told = phrased(title)
    assert told.replace("<wbr>", "|") == lines
    assert told.replace("<wbr>", "") == title


def test_markup_in_a_title_stays_words():
    assert phrased("<b>决议") == "&lt;b&gt;<wbr>决议"
