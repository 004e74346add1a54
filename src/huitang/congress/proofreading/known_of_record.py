"""What the record of a session knows, in the shape texts are held against."""

from collections.abc import Iterable, Iterator

from huitang.congress.elections.queries import ElectionRow, RoundRow
from huitang.congress.project_votes.queries import ProjectRoundRow
from huitang.congress.proofreading import person_words
from huitang.congress.proofreading.known import (
    Known,
    KnownAttendance,
    KnownElection,
    KnownPerson,
    KnownProject,
    KnownRound,
    KnownSession,
    KnownVote,
)
from huitang.congress.record.queries import Attended, SessionRecord, attended_of
from huitang.congress.roster.queries import RollRow
from huitang.congress.sittings.queries import SessionRow


def known_of(record: SessionRecord, roll: Iterable[RollRow] = (), sessions: Iterable[SessionRow] = ()) -> Known:
    """`roll` is everybody of the term; `sessions` are all of the town."""
    vote = record.project_vote
    return Known(
        town=record.session.title.town,
        session=_session(record.session),
        sessions=tuple(_session(one) for one in sessions),
        attendance=tuple(_attendance(record)),
        persons=tuple(_persons(record, roll)),
        votes=tuple(_votes(record)),
        elections=tuple(_election(one) for one in record.elections),
        projects=tuple(
            KnownProject(project.name, project.investment_yuan, project.name in vote.adopted)
            for project in vote.projects
        )
        if vote
        else (),
        project_rounds=tuple(_round(held) for held in vote.rounds if held.outcome) if vote else (),
    )


def _session(row: SessionRow) -> KnownSession:
    return KnownSession(row.title.term, row.title.number, row.opens_on, row.closes_on)


def _attendance(record: SessionRecord) -> Iterator[KnownAttendance]:
    if record.attended:
        yield _attended(record.attended, "")
    for sitting in record.sittings:
        found = attended_of(sitting)
        if found:
            yield _attended(found, sitting.title.zh)


def _attended(found: Attended, sitting: str) -> KnownAttendance:
    return KnownAttendance(found.in_office, found.on_leave, found.absent, found.present, sitting)


def _votes(record: SessionRecord) -> Iterator[KnownVote]:
    for vote in record.decided_votes:
        yield KnownVote(
            vote.title, vote.votes_for or 0, vote.votes_against or 0, vote.abstentions or 0, vote.not_voting or 0
        )


def _election(row: ElectionRow) -> KnownElection:
    return KnownElection(
        post=row.post_text.zh,
        elected=row.elected,
        candidates=tuple(nominee.name for nominee in row.nominations),
        rounds=tuple(_round(held) for held in row.rounds if held.outcome),
    )


def _round(held: RoundRow | ProjectRoundRow) -> KnownRound:
    outcome = held.outcome or {}
    tally = outcome.get("tally", {})
    return KnownRound(
        issued=held.ballot.papers_issued,
        collected=held.ballot.papers_collected,
        valid=tally.get("papers_valid"),
        void=tally.get("papers_void"),
        votes=tuple((name, votes) for name, votes in outcome.get("ranking", ())),
    )


def _persons(record: SessionRecord, roll: Iterable[RollRow]) -> Iterator[KnownPerson]:
    """Everybody the record names, deputies first; one name once."""
    scrutiny = record.scrutiny
    found = [KnownPerson(row.name, (row.post,) if row.post else (), is_deputy=True) for row in roll]
    found += [KnownPerson(row.name, (row.post,) if row.post else ()) for row in record.attendees]
    found += [KnownPerson(row.name, (row.post,) if row.post else ()) for row in record.presidium]
    found += [KnownPerson(nominee.name) for one in record.elections for nominee in one.nominations]
    found += [KnownPerson(name) for one in record.elections for name in one.elected]
    found += [KnownPerson(name) for name in (*(row.name for row in scrutiny.scrutineers), *scrutiny.tellers)]
    presiders = [name for sitting in record.sittings for name in sitting.presider.split("、")]
    found += [KnownPerson(name) for name in presiders if person_words.looks_like_a_name(name)]
    yield from {person.name: person for person in reversed(found)}.values()
