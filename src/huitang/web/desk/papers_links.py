"""Where each fact a paper waits for is entered."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from huitang.congress.documents.gaps import Missing
from huitang.congress.documents.queries import PaperRow, StagePapers
from huitang.congress.sittings.queries import SessionRow

# the page of the session, or "" where the meeting itself must come first
PAGES = {
    "ROLL": "roll_current",
    "DELEGATIONS": "roll_delegations",
    "AGENDA": "agenda",
    "SCHEDULE": "schedule",
    "PRESIDIUM": "presidium",
    "ATTENDEES": "attendees",
    "ATTENDANCE": "sign_in_choose",
    "SCRUTINEERS": "scrutineers",
    "CANDIDATES": "elections",
    "ELECTION": "elections",
    "ELECTED": "runsheet",
    "PROJECTS": "projects",
    "ADOPTED_PROJECTS": "runsheet",
    "VOTES": "runsheet",
    "TALLY": "runsheet",
    "MONEY": "money",
    "TARGETS": "targets",
    "EARLIER_PROJECTS": "",
    "CARDS": "cards",
    "STEPS": "runsheet",
    "DETAIL": "papers_details",
}
_OF_TERM = {"DELEGATIONS"}
_OF_NOTHING = {"ROLL", "MONEY", "TARGETS"}


@dataclass(frozen=True)
class LinkedWait:
    told: Missing
    url: str


@dataclass(frozen=True)
class LinkedPaper:
    told: PaperRow
    waits: tuple[LinkedWait, ...]


def url_of(missing: Missing, session: SessionRow) -> str:
    """Empty when no page of this installation keeps the fact."""
    page = PAGES.get(missing.need, "")
    if not page:
        return ""
    if missing.need in _OF_NOTHING:
        return reverse(f"desk:{page}")
    address = reverse(f"desk:{page}", args=[session.term_id if missing.need in _OF_TERM else session.id])
    if missing.need == "DETAIL":
        return f"{address}?{urlencode({'ask': missing.name.partition('”')[0]})}"
    return address


def link_waits(waits: Iterable[Missing], session: SessionRow) -> tuple[LinkedWait, ...]:
    return tuple(LinkedWait(one, url_of(one, session)) for one in waits)


def link_papers(stage: StagePapers, session: SessionRow) -> list[LinkedPaper]:
    return [LinkedPaper(row, link_waits(row.waits, session)) for row in stage.rows]
