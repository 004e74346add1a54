"""The record's numbers as plain JSON: what releases carry, what rehearsals compare, what anyone may check."""

from typing import Any

from huitang.congress.elections.queries import ElectionRow, RoundRow
from huitang.congress.project_votes.queries import ProjectRoundRow, ProjectVoteRow
from huitang.congress.ratings.queries import RatingRoundRow, RatingRow
from huitang.congress.record.queries import Attended, SessionRecord, attended_of
from huitang.congress.resolutions.queries import HandVoteRow


def facts_of(record: SessionRecord) -> dict[str, Any]:
    """Everything countable of a session. Names only of those elected or standing; no leave reasons, no papers."""
    return {
        "session": record.session.title.zh,
        "opens_on": record.session.opens_on.isoformat(),
        "closes_on": record.session.closes_on.isoformat(),
        "state": record.session.state,
        "attendance": attendance_facts(record.attended),
        "sittings": [
            {
                "title": sitting.title.zh,
                "starts_at": sitting.starts_at.isoformat(),
                "attendance": attendance_facts(attended_of(sitting)),
            }
            for sitting in record.sittings
        ],
        "agenda": [item.line for item in record.agenda],
        "votes": [vote_facts(vote) for vote in record.decided_votes],
        "elections": [election_facts(election) for election in record.elections],
        "projects": project_facts(record.project_vote) if record.project_vote else None,
        "rating": rating_facts(record.rating) if record.rating else None,
    }


def attendance_facts(attended: Attended | None) -> dict[str, int] | None:
    if attended is None:
        return None
    return {
        "in_office": attended.in_office,
        "on_leave": attended.on_leave,
        "present": attended.present,
        "absent": attended.absent,
        "required": attended.required,
    }


def vote_facts(vote: HandVoteRow) -> dict[str, Any]:
    return {
        "id": vote.id,
        "matter": vote.matter,
        "title": vote.title,
        "in_office": vote.in_office,
        "present": vote.present,
        "for": vote.votes_for,
        "against": vote.votes_against,
        "abstentions": vote.abstentions,
        "not_voting": vote.not_voting,
        "needed": vote.votes_needed,
        "is_passed": vote.is_passed,
    }


def election_facts(election: ElectionRow) -> dict[str, Any]:
    return {
        "id": election.id,
        "post": election.post,
        "post_zh": election.post_text.zh,
        "seats": election.seats,
        "elected": list(election.elected),
        "rounds": [round_facts(held) for held in election.rounds if held.outcome],
    }


def round_facts(held: RoundRow | ProjectRoundRow) -> dict[str, Any]:
    """Whom a voter only wrote in is told at the count, not published: the name was never put forward."""
    outcome = held.outcome or {}
    printed = held.candidates if isinstance(held, RoundRow) else held.projects
    shown = {*printed, *outcome.get("elected", ())}
    return {
        "kind": held.kind,
        "state": outcome["state"],
        "in_office": held.electorate.deputies_in_office,
        "present": held.electorate.deputies_present,
        "issued": held.ballot.papers_issued,
        "collected": held.ballot.papers_collected,
        "valid": outcome["tally"]["papers_valid"],
        "void": outcome["tally"]["papers_void"],
        "needed": outcome["votes_needed"],
        "votes": [{"name": name, "for": votes} for name, votes in outcome["ranking"] if name in shown],
    }


def project_facts(vote: ProjectVoteRow) -> dict[str, Any]:
    return {
        "candidates": len(vote.projects),
        "to_choose": vote.to_choose,
        "adopted": [project.name for project in vote.adopted_projects],
        "rounds": [round_facts(held) for held in vote.rounds if held.outcome],
    }


def rating_facts(rating: RatingRow) -> dict[str, Any]:
    """What was rated and how each item came out; the rate in tenths of per cent."""
    return {
        "title": rating.title,
        "base": rating.base,
        "threshold": rating.threshold_tenths,
        "items": [item.name for item in rating.items],
        "rounds": [_rating_round_facts(held) for held in rating.rounds if held.outcome],
    }


def _rating_round_facts(held: RatingRoundRow) -> dict[str, Any]:
    outcome = held.outcome or {}
    return {
        "kind": held.kind,
        "state": outcome["state"],
        "in_office": held.electorate.deputies_in_office,
        "present": held.electorate.deputies_present,
        "issued": held.ballot.papers_issued,
        "collected": held.ballot.papers_collected,
        "valid": outcome["tally"]["papers_valid"],
        "void": outcome["tally"]["papers_void"],
        "needed": outcome["votes_needed"],
        "items": [
            {
                "name": line["name"],
                "subject": line["subject"],
                "satisfied": line["satisfied"],
                "basically": line["basically"],
                "dissatisfied": line["dissatisfied"],
                "void": line["void"],
                "grade": line["grade"],
                "rate": line["rate_in_tenths_of_percent"],
            }
            for line in outcome["items"]
        ],
    }
