"""From the record to a paper and back: the facts found in what Huitang writes are the record's, every one."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from huitang.adapters.papers.paper import Paper
from huitang.adapters.texts.of_paper import paragraphs_of_draft, paragraphs_of_paper
from huitang.adapters.texts.text import TextParagraph
from huitang.congress.documents import catalogue, drawing, subjects, texts
from huitang.congress.documents.drawing import Drawn
from huitang.congress.documents.source import Source
from huitang.congress.proofreading.facts_in import FoundFacts, facts_found
from huitang.congress.proofreading.known import NOTHING
from huitang.congress.proofreading.known_of_record import known_of
from huitang.congress.proofreading.proofread import proofread
from huitang.congress.record.queries import SessionRecord
from huitang.congress.runsheet import words
from huitang.congress.sittings.calendar import local_day
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


def found_in(key: str, source: Source) -> list[tuple[subjects.Subject, FoundFacts]]:
    return [(one.subject, facts_found(paragraphs_of_paper(one.paper))) for one in drawn(key, source)]


def sessions_named(found: FoundFacts) -> set[tuple[str, int, int]]:
    return {(one.town, one.term, one.number) for one in found.sessions}


def own_session(record: SessionRecord) -> set[tuple[str, int, int]]:
    title = record.session.title
    return {(title.town, title.term, title.number)}


def post_without_town(post: str) -> str:
    return post.removeprefix("镇")


@MANY
@given(source=sources())
def test_the_news_says_what_the_record_says(source):
    record = source.record
    found = found_in("news", source)[0][1]
    session, attended = record.session, record.attended
    assert sessions_named(found) == own_session(record)
    days = [(said.month, said.day) for said in found.dates[: 1 if session.opens_on == session.closes_on else 2]]
    assert days == [(day.month, day.day) for day in dict.fromkeys((session.opens_on, session.closes_on))]
    said = [
        (
            one.in_office.number,
            one.on_leave.number if one.on_leave else 0,
            one.absent.number if one.absent else 0,
            one.present.number,
        )
        for one in found.attendance
    ]
    assert said == ([(attended.in_office, attended.on_leave, attended.absent, attended.present)] if attended else [])
    heard = [item.title for item in record.agenda if item.verb in ("HEAR", "HEAR_AND_DELIBERATE")]
    read = [item.title for item in record.agenda if item.verb in ("DELIBERATE", "EXAMINE_AND_APPROVE")]
    assert list(found.titles) == heard + read
    assert list(found.adopted) == [vote.title for vote in record.decided_votes if vote.is_passed]
    assert [(one.names, one.town, one.post) for one in found.elected] == [
        (one.elected, session.title.town, post_without_town(one.post_text.zh))
        for one in record.elections
        if one.elected
    ]
    vote = record.project_vote
    chosen = (
        [(len(vote.projects), len(vote.adopted), tuple(p.name for p in vote.adopted_projects))]
        if vote and vote.adopted
        else []
    )
    assert [(one.of, one.chosen, one.names) for one in found.projects] == chosen


@MANY
@given(source=sources())
def test_a_resolution_says_its_session_its_day_and_its_report(source):
    record = source.record
    adopted = {vote.id: vote for vote in record.decided_votes if vote.is_passed}
    papers = found_in("resolution", source)
    assert {subject.id for subject, _ in papers} == set(adopted)
    for subject, found in papers:
        vote = adopted[subject.id]
        assert sessions_named(found) == own_session(record)
        day = local_day(vote.decided_at)
        assert (found.dates[0].year, found.dates[0].month, found.dates[0].day) == (day.year, day.month, day.day)
        item = next(item for item in record.agenda if item.id == vote.item_id)
        assert found.titles == (item.title,)


@MANY
@given(source=sources())
def test_an_announcement_says_who_was_elected_with_how_many_votes(source):
    record = source.record
    announced = [pair for pair in found_in("announcement", source) if pair[0].kind == "result"]
    elections = {one.id: one for one in record.elections if one.elected}
    assert {subject.id for subject, _ in announced} == set(elections)
    for subject, found in announced:
        election = elections[subject.id]
        held = election.rounds[-1]
        assert sessions_named(found) == own_session(record)
        assert [(one.names, one.post) for one in found.elected] == [
            (election.elected, post_without_town(election.post_text.zh))
        ]
        papers = found.papers[0]
        assert (papers.in_office.number, papers.present.number, papers.issued.number, papers.collected.number) == (
            held.electorate.deputies_in_office,
            held.electorate.deputies_present,
            held.ballot.papers_issued,
            held.ballot.papers_collected,
        )
        assert [(row.name, row.votes.number) for row in found.results] == held.outcome["ranking"]
        assert [row.name for row in found.results if row.result == "当选"] == list(election.elected)
        day = local_day(held.declared_at)
        assert {(said.year, said.month, said.day) for said in found.dates} == {(day.year, day.month, day.day)}


@MANY
@given(source=sources())
def test_the_announcement_of_projects_says_which_and_of_how_many(source):
    record, vote = source.record, source.record.project_vote
    announced = [found for subject, found in found_in("announcement", source) if subject.kind == "projects"]
    assert len(announced) == bool(vote and vote.adopted)
    for found in announced:
        assert sessions_named(found) == own_session(record)
        assert [(one.of, one.chosen) for one in found.projects] == [(len(vote.projects), len(vote.adopted))]
        assert list(found.project_rows) == [(one.name, one.investment) for one in vote.adopted_projects]
        electorate = vote.rounds[-1].electorate
        assert [(one.in_office.number, one.present.number) for one in found.papers] == [
            (electorate.deputies_in_office, electorate.deputies_present)
        ]


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
    for draft in texts.drafts(source):
        findings = proofread(paragraphs_of_draft(draft.title, draft.blocks), known_of(source.record, source.roll))
        assert [(draft.title, found.kind, found.says, found.sentence) for found in findings] == []
