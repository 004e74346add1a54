"""Every paper of a whole pack read back: what is found in it is what the record holds. `compared.COMPARED` says what of which."""

from collections import Counter

from hypothesis import HealthCheck, Phase, given, settings

from huitang.adapters.papers.paper import Paper
from huitang.adapters.texts.of_paper import paragraphs_of_paper
from huitang.congress.documents import catalogue, drawing, subjects
from huitang.congress.documents.drawing import Drawn
from huitang.congress.documents.source import Source
from huitang.congress.proofreading.known import NOTHING
from huitang.congress.proofreading.known_of_record import known_of
from huitang.congress.proofreading.proofread import proofread
from tests.congress.proofreading.compared import COMPARED
from tests.congress.proofreading.whole_sessions import whole_sources

SOME = settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
MAY_WAIT = {  # the only papers a whole session may still wait for, and for what
    ("closing_speech", "ATTENDANCE"),
    ("tally_report", "TALLY"),
    ("rating_report", "TALLY"),
    ("statement", "ELECTED"),
    ("certificates", "ELECTED"),
    ("rating_ballot", "EARLIER_PROJECTS"),
    ("closing_speech", "VOTES"),
    ("agenda", "AGENDA"),
    ("notice", "AGENDA"),
}


def pack_of(source: Source) -> list[Drawn]:
    return [
        drawing.draw(kind, subject, source)
        for kind in catalogue.PAPERS
        for subject in subjects.list_subjects(kind, source)
    ]


def test_every_kind_of_paper_is_in_the_table_and_says_what_is_compared():
    assert set(COMPARED) == {kind.key for kind in catalogue.PAPERS}
    for kind in catalogue.PAPERS:
        row = COMPARED[kind.key]
        assert row.facts
        assert (row.text is None, row.layout is None) == (kind.is_laid_out, not kind.is_laid_out), kind.key


@SOME
@given(source=whole_sources())
def test_what_is_found_in_every_paper_is_what_the_record_holds(source):
    known = known_of(source.record, source.roll, (source.session, *source.last_year))
    for one in pack_of(source):
        if one.paper is None:
            assert {(one.kind.key, missing.need) for missing in one.missing} <= MAY_WAIT
            continue
        COMPARED[one.kind.key].compare(one, source)
        if isinstance(one.paper, Paper):
            read = paragraphs_of_paper(one.paper)
            findings = [found for asked in (NOTHING, known) for found in proofread(read, asked)]
            assert [(one.name, found.kind, found.says, found.sentence) for found in findings] == []


@SOME
@given(source=whole_sources())
def test_every_thing_of_the_record_has_its_paper(source):
    record = source.record
    listed = Counter(kind.key for kind in catalogue.PAPERS for _ in subjects.list_subjects(kind, source))
    assert listed["script"] == len(record.sittings)
    assert listed["sign_in_sheet"] == sum(row.kind in ("PREPARATORY", "PLENARY") for row in record.sittings)
    assert listed["presidium_minutes"] == sum(row.kind == "PRESIDIUM" for row in record.sittings)
    assert listed["tally_report"] + listed["rating_report"] == listed["papers_report"] == len(source.tallies)
    assert listed["rating_report"] == bool(record.rating)
    assert listed["resolution"] == sum(bool(vote.is_passed) for vote in record.decided_votes)
    vote = record.project_vote
    assert listed["announcement"] == sum(bool(row.elected) for row in record.elections) + bool(vote and vote.adopted)
    assert listed["election_ballot"] == len(record.elections)
    reports = [kind for kind in catalogue.PAPERS if kind.items]
    assert sum(listed[kind.key] for kind in reports) == sum(
        any(item.subject in kind.items for kind in reports) for item in record.agenda
    )


def test_random_sessions_draw_every_kind_of_paper():
    """So that no comparison is one that never runs."""
    waiting = {kind.key: kind for kind in catalogue.PAPERS}

    @settings(SOME, max_examples=40, database=None, derandomize=True)
    @given(source=whole_sources())
    def look(source):
        for key, kind in tuple(waiting.items()):
            for subject in subjects.list_subjects(kind, source):
                if drawing.draw(kind, subject, source).paper is not None:
                    waiting.pop(key, None)

    look()
    assert set(waiting) == set()
