"""From the record to a paper and back: the facts found in what Huitang writes are the record's, every one."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from huitang.adapters.papers.paper import Paper
from huitang.adapters.texts.of_paper import paragraphs_of_draft, paragraphs_of_paper
from huitang.adapters.texts.text import TextParagraph
from huitang.congress.documents import catalogue, drawing, subjects, texts
from huitang.congress.documents.drawing import Drawn
from huitang.congress.documents.source import Source
from huitang.congress.proofreading.facts_in import facts_found
from huitang.congress.proofreading.known import NOTHING
from huitang.congress.proofreading.known_of_record import known_of
from huitang.congress.proofreading.proofread import proofread
from huitang.congress.runsheet import words
from tests.congress.proofreading.sessions import sources

MANY = settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a whole session shrinks for minutes
    suppress_health_check=[HealthCheck.too_slow],
)


def drawn(key: str, source: Source) -> list[Drawn]:
    kind = catalogue.kind_of(key)
    every = [drawing.draw(kind, subject, source) for subject in subjects.list_subjects(kind, source)]
    return [one for one in every if isinstance(one.paper, Paper)]


@MANY
@given(source=sources())
def test_the_result_of_a_show_of_hands_as_the_chair_tells_it_says_what_was_counted(source):
    for vote in source.record.hand_votes:
        told = [TextParagraph(words.tell_hand_vote(vote))]
        counted = (vote.votes_for, vote.votes_against, vote.abstentions, vote.not_voting)
        assert [said.numbers for said in facts_found(told).votes] == [counted]
        for known in (NOTHING, known_of(source.record, source.roll)):
            assert [found.sentence for found in proofread(told, known)] == []


@MANY
@given(source=sources())
@pytest.mark.parametrize("asks_record", [True, False])
def test_nothing_is_found_wrong_in_any_paper_huitang_draws(source, asks_record):
    known = [known_of(source.record, source.roll)] if asks_record else []
    papers = [one for kind in catalogue.PAPERS if not kind.is_laid_out for one in drawn(kind.key, source)]
    assert papers
    for one in papers:
        findings = proofread(paragraphs_of_paper(one.paper), *known)
        assert [(one.name, found.kind, found.says, found.sentence) for found in findings] == []


@MANY
@given(source=sources())
def test_nothing_is_found_wrong_in_what_huitang_releases(source):
    for draft in texts.drafts(source, {}):
        findings = proofread(paragraphs_of_draft(draft.title, draft.blocks), known_of(source.record, source.roll))
        assert [(draft.title, found.kind, found.says, found.sentence) for found in findings] == []
