import re
from pathlib import Path

import pytest
from django.utils import translation

from huitang.adapters.papers import refusal
from huitang.adapters.papers.fonts import find_fonts
from huitang.adapters.papers.paper import Face
from huitang.adapters.papers.refusal import Fault, PaperIsRefused
from huitang.congress.documents.paper_refusal import SENTENCES, refusal_of

SOURCE = Path(refusal.__file__).read_text(encoding="utf-8")
FOLDER = Path("fonts")


def params_of(fault: Fault) -> dict[str, str]:
    """The parameters the list of faults names beside this one."""
    named = re.search(rf"^ +{fault.name} = .*?# (.*)$", SOURCE, re.MULTILINE)
    assert named, fault
    return {
        name: f"<{name}>" for name in re.findall(r"(\w+)(?:,|$)", re.sub(r"\(.*?\)", "", named[1]).replace(" ", ""))
    }


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_a_sentence_that_its_parameters_fill(fault, language):
    with translation.override(language):
        told = str(refusal_of(PaperIsRefused(fault, **params_of(fault)), folder=FOLDER))
    assert "{" not in told
    assert told.endswith((".", "。", ">"))
    shown = {name for name in params_of(fault) if f"{{{name}}}" in str(SENTENCES[fault])}
    assert all(f"<{name}>" in told for name in shown)


def test_missing_fonts_are_told_by_the_names_an_office_knows(tmp_path):
    with pytest.raises(PaperIsRefused) as refused:
        find_fonts([tmp_path])
    told = str(refusal_of(refused.value, folder=FOLDER))
    assert "没有小标宋、仿宋、黑体、楷体、宋体的字体" in told
    assert "HUITANG_FONTS" in told
    assert refused.value.params["faces"] == tuple(Face)
