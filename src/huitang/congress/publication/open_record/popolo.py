"""One Popolo document: persons, organizations, posts, memberships, motions, vote events, events. Votes are counts, never voters."""

from collections.abc import Iterator
from typing import Any

from huitang.congress.publication.figures import ElectionFigures, RoundFigures, VoteFigures
from huitang.congress.publication.open_record import people
from huitang.congress.publication.open_record.people import Body, Membership, Person, Post
from huitang.congress.publication.open_record.record import (
    Addresses,
    PublicRecord,
    released,
    sittings_of,
    source_of,
)
from huitang.congress.publication.queries import PublicSession, ReleaseRow

Told = dict[str, Any]
_CLASSIFICATIONS = {
    "CONGRESS": "legislature",
    "PRESIDIUM": "presidium",
    "DELEGATION": "delegation",
    "GOVERNMENT": "executive",
}


def write(record: PublicRecord, addresses: Addresses) -> Told:
    """The whole document of a town."""
    found = people.gather(record)
    tell = _Telling(addresses)
    return {
        "persons": [tell.person(one) for one in found.persons],
        "organizations": [tell.organization(one) for one in found.bodies],
        "posts": [tell.post(one) for one in found.posts],
        "memberships": [tell.membership(one) for one in found.memberships],
        "motions": [one for session in record.sessions for one in tell.motions(session)],
        "vote_events": [one for session in record.sessions for one in tell.vote_events(session)],
        "events": [one for session in record.sessions for one in tell.events(session)],
    }


class _Telling:
    def __init__(self, addresses: Addresses) -> None:
        self.addresses = addresses

    def person(self, one: Person) -> Told:
        return {"id": f"person:{one.key}", "name": one.name, **self._from(one.source)}

    def organization(self, one: Body) -> Told:
        parent = {"parent_id": f"organization:{one.parent}"} if one.parent else {}
        told = {"id": f"organization:{one.key}", "name": one.name, "classification": _CLASSIFICATIONS[one.kind]}
        return {**told, **parent, **self._from(one.source)}

    def post(self, one: Post) -> Told:
        told = {"id": f"post:{one.key}", "label": one.label, "role": one.role.lower()}
        return {**told, "organization_id": f"organization:{one.body}", **self._from(one.source)}

    def membership(self, one: Membership) -> Told:
        told: Told = {
            "id": f"membership:{one.key}",
            "person_id": f"person:{one.person}",
            "organization_id": f"organization:{one.body}",
            "role": one.role.lower(),
        }
        told |= {"post_id": f"post:{one.post}"} if one.post else {}
        told |= {"start_date": one.since} if one.since else {}
        return {**told, **self._from(one.source)}

    def motions(self, session: PublicSession) -> Iterator[Told]:
        """What was put to the vote: matters by hand, and the choice of projects."""
        for vote in session.figures.votes:
            yield {
                **_matter(session, f"motion:hand-vote:{vote.id}", vote.title, vote.matter.lower() or "motion"),
                "requirement": f"{vote.needed}",
                "result": "passed" if vote.is_passed else "failed",
                **self._from(source_of(session, f"hand_vote:{vote.id}")),
            }
        if session.figures.projects:
            title = f"{session.title}民生实事项目票决"
            told = _matter(session, f"motion:projects:{session.id}", title, "project_choice")
            yield {**told, **self._from(_source_of_projects(session))}

    def vote_events(self, session: PublicSession) -> Iterator[Told]:
        figures = session.figures
        yield from (self._by_hand(session, vote) for vote in figures.votes)
        for election in figures.elections:
            yield from (self._by_paper(session, election, one) for one in election.rounds)
        if figures.projects:
            yield from (self._of_projects(session, one) for one in figures.projects.rounds)
        yield from self._ratings(session)

    def events(self, session: PublicSession) -> Iterator[Told]:
        """The session, and its sittings as the news item tells them."""
        source = session.news or session.releases[0]
        about = {"organization_id": f"organization:{people.CONGRESS}", **self._from(source)}
        yield {
            "id": f"session:{session.id}",
            "name": session.title,
            "classification": "session",
            "start_date": session.opens_on.isoformat(),
            "end_date": session.closes_on.isoformat(),
            **about,
        }
        for number, sitting in enumerate(sittings_of(session), start=1):
            yield {
                "id": f"sitting:{session.id}-{number}",
                "name": sitting["title"],
                "classification": "sitting",
                "start_date": sitting["starts_at"],
                "parent_id": f"session:{session.id}",
                **about,
            }

    def _by_hand(self, session: PublicSession, vote: VoteFigures) -> Told:
        counts = {
            "yes": vote.votes_for,
            "no": vote.votes_against,
            "abstain": vote.abstentions,
            "not voting": vote.not_voting,
        }
        return {
            **_event(session, f"vote:hand-vote:{vote.id}", "show of hands", counts),
            "motion_id": f"motion:hand-vote:{vote.id}",
            "result": "pass" if vote.is_passed else "fail",
            **self._from(source_of(session, f"hand_vote:{vote.id}")),
        }

    def _by_paper(self, session: PublicSession, election: ElectionFigures, held: RoundFigures) -> Told:
        """Counts of papers for each candidate; nobody knows whose they are, we neither."""
        name = f"vote:election:{election.id}-{held.number}"
        source = source_of(session, f"election:{election.id}")
        return {**_secret(session, name, election.post, held), **self._from(source)}

    def _of_projects(self, session: PublicSession, held: RoundFigures) -> Told:
        name = f"vote:projects:{session.id}-{held.number}"
        told = _secret(session, name, "民生实事项目", held)
        return {**told, "motion_id": f"motion:projects:{session.id}", **self._from(_source_of_projects(session))}

    def _ratings(self, session: PublicSession) -> Iterator[Told]:
        news = session.news
        rating = news.facts.get("rating") if news else None
        if news is None or rating is None:
            return
        for number, held in enumerate(rating["rounds"], start=1):
            for place, item in enumerate(held["items"], start=1):
                options = {name: item[name] for name in ("satisfied", "basically", "dissatisfied")}
                told = _event(session, f"vote:rating:{session.id}-{number}-{place}", "secret ballot", options)
                yield {**told, "identifier": item["name"], "result": item["grade"], **self._from(news)}

    def _from(self, row: ReleaseRow) -> Told:
        """When the public got it, and the text that says so."""
        at = released(row).isoformat()
        source = {"url": self.addresses.release(row.id), "note": row.title}
        return {"created_at": at, "updated_at": at, "sources": [source]}


def _source_of_projects(session: PublicSession) -> ReleaseRow:
    own = (row for row in session.releases if row.subject.startswith("project_vote:"))
    return next(own, source_of(session, "session"))


def _matter(session: PublicSession, name: str, text: str, kind: str) -> Told:
    return {
        "id": name,
        "organization_id": f"organization:{people.CONGRESS}",
        "legislative_session_id": f"session:{session.id}",
        "text": text,
        "classification": kind,
    }


def _event(session: PublicSession, name: str, kind: str, counts: dict[str, int]) -> Told:
    return {
        "id": name,
        "organization_id": f"organization:{people.CONGRESS}",
        "legislative_session_id": f"session:{session.id}",
        "classification": kind,
        "counts": [{"option": option, "value": value} for option, value in counts.items()],
    }


def _secret(session: PublicSession, name: str, about: str, held: RoundFigures) -> Told:
    counts = {one.name: one.votes for one in held.standings}
    papers = {"issued": held.issued, "collected": held.collected, "valid": held.valid, "void": held.void}
    return {**_event(session, name, "secret ballot", counts), "identifier": about, "papers": papers}
