"""OParl 1.1: every object of a town at its own address, and the lists a client walks. Paths are those of plain files."""

from collections.abc import Iterator
from typing import Any

from huitang.congress.publication.open_record import people
from huitang.congress.publication.open_record.oparl_lists import LISTS, SCHEMA, list_pages
from huitang.congress.publication.open_record.people import Body, Membership, People, Person
from huitang.congress.publication.open_record.record import (
    Addresses,
    PublicRecord,
    agenda_of,
    released,
    sittings_of,
    words_of,
)
from huitang.congress.publication.queries import PublicSession, ReleaseRow

Told = dict[str, Any]
_ROLES = {
    "DEPUTY": "人大代表",
    "CHAIR": "人大主席",
    "VICE_CHAIR": "人大副主席",
    "HEAD": "镇长",
    "DEPUTY_HEAD": "副镇长",
}
_KINDS = {"CONGRESS": "Parlament", "PRESIDIUM": "主席团", "DELEGATION": "代表团", "GOVERNMENT": "人民政府"}
_PAPERS = {"RESOLUTION": "决议", "ANNOUNCEMENT": "公告"}


def write(record: PublicRecord, addresses: Addresses, *, system: str, licence: str = "") -> dict[str, Told]:
    """Path below data/oparl/ → object or list page. `system` is the address of the System object."""
    tell = _Telling(record, addresses, system, licence)
    if not record.texts:  # everything was withdrawn: only the tombstones are left
        return {_path(one["id"]): one for one in tell.papers()}
    objects: dict[str, list[Told]] = {name: list(found) for name, found in tell.everything().items()}
    found = {_path(one["id"]): one for members in objects.values() for one in members}
    for name, members in objects.items():
        alive = [one for one in members if not one.get("deleted")]
        found |= list_pages(name, alive, address=addresses.data(f"oparl/{name}/"))
    body = tell.body()
    return {**found, "body.json": body}


def write_system(bodies: list[Told], addresses: Addresses, *, licence: str = "", at: str) -> dict[str, Told]:
    """The one System of an installation and its list of bodies."""
    told = {
        "id": addresses.data("oparl/system.json"),
        "type": f"{SCHEMA}System",
        "oparlVersion": SCHEMA,
        "name": "会堂",
        "website": f"{addresses.site}/",
        "body": addresses.data("oparl/bodies/page-1.json"),
        "created": at,
        "modified": at,
        **({"license": licence} if licence else {}),
    }
    return {"system.json": told, **list_pages("bodies", bodies, address=addresses.data("oparl/bodies/"))}


def _path(address: str) -> str:
    return address.rpartition("/oparl/")[2]


class _Telling:
    def __init__(self, record: PublicRecord, addresses: Addresses, system: str, licence: str) -> None:
        self.record = record
        self.addresses = addresses
        self.system = system
        self.licence = licence
        self.people: People = people.gather(record)

    def everything(self) -> dict[str, Iterator[Told]]:
        """The objects by the name of their list."""
        sessions = self.record.sessions
        return {
            "organizations": (self.organization(one) for one in self.people.bodies),
            "people": (self.person(one) for one in self.people.persons),
            "memberships": (self.membership(one) for one in self.people.memberships),
            "terms": self.terms(),
            "meetings": (one for session in sessions for one in self.meetings(session)),
            "agenda-items": (one for session in sessions for one in self.agenda_items(session)),
            "papers": self.papers(),
            "consultations": (one for row in self._rows() if (one := self.consultation(row))),
            "files": (one for row in self._rows() for one in self.files(row)),
            "locations": iter([self.location()]),
        }

    def body(self) -> Told:
        """The town's congress as OParl sees it; it is the way in to everything else."""
        lists = {field: self.at(f"{name}/page-1") for field, name in LISTS.items()}
        told = {
            **self._named("Body", self.at("body"), self.record.texts[-1]),
            "system": self.system,
            "shortName": self.record.town.name,
            "name": self.record.congress,
            "website": self.addresses.town,
            "web": self.addresses.town,
            "classification": "乡镇人民代表大会",
            "location": self.location(),
            **lists,
            "legislativeTerm": list(self.terms()),
        }
        told["modified"] = self.record.changed_at.isoformat()
        return {**told, **({"license": self.licence} if self.licence else {})}

    def at(self, name: str) -> str:
        return self.addresses.data(f"oparl/{name}.json")

    def terms(self) -> Iterator[Told]:
        for row in self.record.of_kind("DEPUTIES")[:1]:
            key = row.subject.removeprefix("term:")
            yield {
                **self._named("LegislativeTerm", self.at(f"terms/{key}"), row),
                "body": self.at("body"),
                "name": row.facts["term"],
            }

    def location(self) -> Told:
        """The town itself: where it meets is not among what is released."""
        told = self._named("Location", self.at("locations/town"), self.record.texts[-1])
        return {**told, "description": self.record.town.name, "locality": self.record.town.name}

    def organization(self, one: Body) -> Told:
        told = {
            **self._named("Organization", self.at(f"organizations/{one.key}"), one.source),
            "body": self.at("body"),
            "name": one.name,
            "classification": _KINDS[one.kind],
            "organizationType": "Fraktion" if one.kind == "DELEGATION" else "Gremium",
            "membership": [self.at(f"memberships/{seat.key}") for seat in self.people.seats_in(one.key)],
        }
        if one.kind == "CONGRESS":
            told["meeting"] = self.at("meetings/page-1")
        return {**told, **({"subOrganizationOf": self.at(f"organizations/{one.parent}")} if one.parent else {})}

    def person(self, one: Person) -> Told:
        seats = self.people.seats_of(one.key)
        return {
            **self._named("Person", self.at(f"people/{one.key}"), one.source),
            "body": self.at("body"),
            "name": one.name,
            "status": list(dict.fromkeys(_ROLES.get(seat.role, seat.role) for seat in seats)),
            "membership": [self.membership(seat) for seat in seats],
            "web": self.addresses.release(one.source.id),
        }

    def membership(self, one: Membership) -> Told:
        told = {
            **self._named("Membership", self.at(f"memberships/{one.key}"), one.source),
            "person": self.at(f"people/{one.person}"),
            "organization": self.at(f"organizations/{one.body}"),
            "role": _ROLES.get(one.role, one.role),
        }
        if one.role == "DEPUTY" and one.body == people.CONGRESS:
            told["votingRight"] = True
        return {**told, **({"startDate": one.since} if one.since else {})}

    def meetings(self, session: PublicSession) -> Iterator[Told]:
        """The session with its agenda, then each of its sittings."""
        source = session.news or session.releases[0]
        sittings = sittings_of(session)
        about = {"meetingState": "durchgeführt", "organization": [self.at(f"organizations/{people.CONGRESS}")]}
        first = {"start": sittings[0]["starts_at"]} if sittings else {}
        items = {"agendaItem": list(self.agenda_items(session))}
        if session.news is None or session.news.facts.get("state") != "CLOSED":
            about.pop("meetingState")
        yield {
            **self._named("Meeting", self.at(f"meetings/{session.id}"), source),
            "name": session.title,
            "web": self.addresses.session(session.id),
            "keyword": ["会议"],
            **about,
            **first,
            **items,
        }
        for number, sitting in enumerate(sittings, start=1):
            told = self._named("Meeting", self.at(f"meetings/{session.id}-{number}"), source)
            name = f"{session.title}{sitting['title']}"
            yield {**told, "name": name, "start": sitting["starts_at"], "keyword": ["全体会议"], **about}

    def agenda_items(self, session: PublicSession) -> Iterator[Told]:
        for number, line in enumerate(agenda_of(session), start=1):
            row = session.news or session.releases[0]
            yield {
                **self._named("AgendaItem", self.at(f"agenda-items/{session.id}-{number}"), row),
                "meeting": self.at(f"meetings/{session.id}"),
                "number": str(number),
                "order": number,
                "name": line,
                "public": True,
            }

    def papers(self) -> Iterator[Told]:
        yield from (self.paper(row) for row in self._rows())
        for row in self.record.withdrawn:
            if row.kind in _PAPERS:
                yield self.gone(row)

    def paper(self, row: ReleaseRow) -> Told:
        page, facts = self.files(row)
        number = {"reference": f"第{row.number}号"} if row.number else {}
        consulted = self.consultation(row)
        return {
            **self._named("Paper", self.at(f"papers/{_key(row)}"), row),
            "body": self.at("body"),
            "name": row.title,
            "date": released(row).date().isoformat(),
            "paperType": _PAPERS[row.kind],
            **number,
            "mainFile": page,
            "auxiliaryFile": [facts],
            "originatorOrganization": [self.at(f"organizations/{people.CONGRESS}")],
            "consultation": [consulted] if consulted else [],
            "web": self.addresses.release(row.id),
        }

    def gone(self, row: ReleaseRow) -> Told:
        """A withdrawn paper says so at its address, and nothing else."""
        at = row.withdrawn_at or released(row)
        told = self._named("Paper", self.at(f"papers/{_key(row)}"), row)
        return {**told, "modified": at.isoformat(), "deleted": True}

    def consultation(self, row: ReleaseRow) -> Told | None:
        """That a session decided the paper; which item of its agenda it was is not told by the record."""
        if row.kind not in _PAPERS or row.session_id is None:
            return None
        return {
            **self._named("Consultation", self.at(f"consultations/{_key(row)}"), row),
            "paper": self.at(f"papers/{_key(row)}"),
            "meeting": self.at(f"meetings/{row.session_id}"),
            "organization": [self.at(f"organizations/{people.CONGRESS}")],
            "authoritative": row.kind == "RESOLUTION",
            "role": "表决" if row.kind == "RESOLUTION" else "公布",
        }

    def files(self, row: ReleaseRow) -> tuple[Told, Told]:
        """The page people read, and its words with their figures for machines."""
        about = {"date": released(row).date().isoformat(), "name": row.title}
        page = {
            **self._named("File", self.at(f"files/{row.id}-page"), row),
            **about,
            "fileName": f"release-{row.id}.html",
            "mimeType": "text/html",
            "text": words_of(row),
            "accessUrl": self.addresses.release(row.id),
            "web": self.addresses.release(row.id),
        }
        facts = {
            **self._named("File", self.at(f"files/{row.id}-facts"), row),
            **about,
            "fileName": f"release-{row.id}.json",
            "mimeType": "application/json",
            "accessUrl": self.addresses.facts(row.id),
        }
        return page, facts

    def _rows(self) -> tuple[ReleaseRow, ...]:
        return tuple(row for row in self.record.texts if row.kind in _PAPERS and row.session_id is not None)

    def _named(self, kind: str, address: str, row: ReleaseRow) -> Told:
        at = released(row).isoformat()
        return {"id": address, "type": f"{SCHEMA}{kind}", "created": at, "modified": at}


def _key(row: ReleaseRow) -> str:
    """The same for every version of a text."""
    return f"{row.session_id}-{row.kind}-{row.subject}".lower().replace(":", "-").replace("_", "-")
