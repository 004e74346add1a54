"""Every spoilt place is marked, and nothing else in the text."""

import pytest

from huitang.congress.proofreading.known import NOTHING
from tests.congress.proofreading import measuring, qinghe
from tests.congress.proofreading.mutations import MUTATIONS

BY_TEXT = [one for one in MUTATIONS if not one.by_record]


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: one.name)
def test_what_was_spoilt_is_found_with_the_record(mutation):
    measured = measuring.measure(mutation, qinghe.KNOWN)
    assert measured.found
    assert [(one.says, one.sentence) for one in measured.false_alarms] == []


@pytest.mark.parametrize("mutation", BY_TEXT, ids=lambda one: one.name)
def test_what_was_spoilt_is_found_in_the_text_alone(mutation):
    measured = measuring.measure(mutation, NOTHING)
    assert measured.found
    assert [(one.says, one.sentence) for one in measured.false_alarms] == []
