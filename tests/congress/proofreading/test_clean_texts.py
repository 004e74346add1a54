"""Nothing is found wrong in texts that are right: reports, scripts, methods and news of the fictional town."""

import pytest

from huitang.congress.proofreading.known import NOTHING
from huitang.congress.proofreading.proofread import proofread
from tests.congress.proofreading import qinghe, sentences


@pytest.mark.parametrize("known", [NOTHING, qinghe.KNOWN], ids=["itself", "record"])
@pytest.mark.parametrize("name", qinghe.CLEAN)
def test_nothing_is_found_in_a_text_that_is_right(name, known):
    found = proofread(qinghe.paragraphs_of(qinghe.text_of(name)), known)
    assert [(one.paragraph, one.says, one.sentence) for one in found] == []


@pytest.mark.parametrize("known", [NOTHING, qinghe.KNOWN], ids=["itself", "record"])
@pytest.mark.parametrize("sentence", sentences.RIGHT)
def test_nothing_is_found_in_a_sentence_that_only_looks_wrong(sentence, known):
    found = proofread(qinghe.paragraphs_of(sentence), known)
    assert [(one.says, one.sentence) for one in found] == []


@pytest.mark.parametrize("known", [NOTHING, qinghe.KNOWN], ids=["itself", "record"])
def test_nothing_is_found_in_all_of_them_together(known):
    found = proofread(qinghe.paragraphs_of("\n".join(sentences.RIGHT)), known)
    assert [(one.says, one.sentence) for one in found] == []


@pytest.mark.parametrize(("kind", "text", "by_record"), sentences.WRONG)
def test_one_thing_is_found_in_a_sentence_that_is_wrong(kind, text, by_record):
    found = proofread(qinghe.paragraphs_of(text), qinghe.KNOWN if by_record else NOTHING)
    assert {one.kind for one in found} == {kind}


def test_a_neighbouring_session_may_be_told_of_with_its_own_day():
    text = "清河镇第六届人民代表大会第八次会议文件\n9月12日，清河镇第六届人民代表大会第七次会议召开。"
    assert proofread(qinghe.paragraphs_of(text), qinghe.KNOWN) == ()
