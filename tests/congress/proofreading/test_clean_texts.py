"""Nothing is found wrong in texts that are right: reports, scripts, methods and news of the fictional town."""

import pytest

from huitang.congress.proofreading.known import NOTHING
from huitang.congress.proofreading.proofread import proofread
from tests.congress.proofreading import qinghe


@pytest.mark.parametrize("known", [NOTHING, qinghe.KNOWN], ids=["itself", "record"])
@pytest.mark.parametrize("name", qinghe.CLEAN)
def test_nothing_is_found_in_a_text_that_is_right(name, known):
    found = proofread(qinghe.paragraphs_of(qinghe.text_of(name)), known)
    assert [(one.paragraph, one.says, one.sentence) for one in found] == []
