"""Who stands in the record: deputies of the page in force, those elected by announced elections, their bodies and posts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from huitang.congress.publication.figures import ElectionFigures
from huitang.congress.publication.open_record.record import PublicRecord, key_of, signed_on, source_of
from huitang.congress.publication.queries import PublicSession, ReleaseRow

CONGRESS, PRESIDIUM, GOVERNMENT = "congress", "presidium", "government"
_OF_GOVERNMENT = ("HEAD", "DEPUTY_HEAD")
DEPUTY = "DEPUTY"


@dataclass(frozen=True)
class Person:
    key: str
    name: str
    source: ReleaseRow


@dataclass(frozen=True)
class Body:
    """`kind` is CONGRESS, PRESIDIUM, DELEGATION or GOVERNMENT."""

    key: str
    name: str
    kind: str
    source: ReleaseRow
    parent: str | None = None


@dataclass(frozen=True)
class Post:
    key: str
    label: str
    role: str
    body: str
    source: ReleaseRow


@dataclass(frozen=True)
class Membership:
    key: str
    person: str
    body: str
    role: str
    post: str | None
    since: str | None
    source: ReleaseRow


@dataclass(frozen=True)
class People:
    persons: tuple[Person, ...]
    bodies: tuple[Body, ...]
    posts: tuple[Post, ...]
    memberships: tuple[Membership, ...]

    def seats_of(self, person: str) -> tuple[Membership, ...]:
        return tuple(one for one in self.memberships if one.person == person)

    def seats_in(self, body: str) -> tuple[Membership, ...]:
        return tuple(one for one in self.memberships if one.body == body)


class _Gathering:
    """One entry of each key, the first told stays."""

    def __init__(self, record: PublicRecord) -> None:
        self.record = record
        self.persons: dict[str, Person] = {}
        self.bodies: dict[str, Body] = {}
        self.posts: dict[str, Post] = {}
        self.memberships: dict[str, Membership] = {}
        self._by_name: dict[str, list[str]] = {}

    def add_congress(self, source: ReleaseRow) -> None:
        name = self.record.congress
        self.bodies[CONGRESS] = Body(CONGRESS, name, "CONGRESS", source)
        self.bodies[PRESIDIUM] = Body(PRESIDIUM, f"{name}主席团", "PRESIDIUM", source, CONGRESS)

    def add_deputies(self, row: ReleaseRow) -> None:
        told = row.facts["deputies"]
        shared = Counter(one["name"] for one in told)
        for one in told:
            apart = [one["district"], one["delegation"]] if shared[one["name"]] > 1 else []
            key = key_of(self.record.town.code, one["name"], *apart)
            self.persons.setdefault(key, Person(key, one["name"], row))
            self._by_name.setdefault(one["name"], []).append(key)
            post = self._post_of_district(one["district"], row)
            self._seat(key, CONGRESS, DEPUTY, post, one["in_office_since"], row)
            if one["delegation"]:
                self._seat(key, self._delegation(one["delegation"], row), DEPUTY, None, None, row)

    def add_election(self, session: PublicSession, election: ElectionFigures) -> None:
        row = source_of(session, f"election:{election.id}")
        body = GOVERNMENT if election.post_code in _OF_GOVERNMENT else CONGRESS
        if body == GOVERNMENT:
            name = f"{self.record.town.name}人民政府"
            self.bodies.setdefault(GOVERNMENT, Body(GOVERNMENT, name, "GOVERNMENT", row))
        post = f"post-{election.post_code.lower().replace('_', '-')}"
        self.posts.setdefault(post, Post(post, election.post, election.post_code, body, row))
        for name in election.elected:
            since = signed_on(row) if row.kind == "ANNOUNCEMENT" else None
            self._seat(self._person(name, row), body, election.post_code, post, since, row)

    def _person(self, name: str, row: ReleaseRow) -> str:
        """The deputy of this name, if there is exactly one."""
        known = self._by_name.get(name, [])
        key = known[0] if len(known) == 1 else key_of(self.record.town.code, name)
        self.persons.setdefault(key, Person(key, name, row))
        return key

    def _delegation(self, name: str, row: ReleaseRow) -> str:
        key = f"delegation-{key_of(name)}"
        self.bodies.setdefault(key, Body(key, f"{name}代表团", "DELEGATION", row, CONGRESS))
        return key

    def _post_of_district(self, district: str, row: ReleaseRow) -> str | None:
        if not district:
            return None
        key = f"deputy-{key_of(district)}"
        self.posts.setdefault(key, Post(key, f"{district}代表", DEPUTY, CONGRESS, row))
        return key

    def _seat(self, person: str, body: str, role: str, post: str | None, since: str | None, row: ReleaseRow) -> None:
        key = key_of(person, body, role, since or "", str(row.session_id or ""))
        self.memberships.setdefault(key, Membership(key, person, body, role, post, since, row))


def gather(record: PublicRecord) -> People:
    found = _Gathering(record)
    if record.texts:
        found.add_congress(record.texts[-1])
    for row in record.of_kind("DEPUTIES")[:1]:
        found.add_deputies(row)
    for session in record.sessions:
        for election in session.figures.elections:
            found.add_election(session, election)
    return People(
        _sorted(found.persons.values()),
        tuple(found.bodies.values()),
        tuple(found.posts.values()),
        tuple(found.memberships.values()),
    )


def _sorted(persons: Iterable[Person]) -> tuple[Person, ...]:
    return tuple(sorted(persons, key=lambda one: one.key))
