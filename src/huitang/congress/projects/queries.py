"""Reading projects: the board of a year, one project with everything below it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from huitang.adapters.spreadsheets.amount import tell_amount
from huitang.congress.journal import queries as journal
from huitang.congress.journal.one_look import once
from huitang.congress.project_votes import chosen
from huitang.congress.projects import below, change_commands, refusals, standing, terms, words
from huitang.congress.projects.below import (
    AcceptanceRow,
    ChangeRow,
    MilestoneRow,
    PaymentRow,
    PersonRow,
    PhotoRow,
    ReportRow,
    TimelineRow,
)
from huitang.congress.projects.models import Project, ProjectPhoto
from huitang.congress.projects.standing import ProjectRow
from huitang.congress.projects.terms import ProjectTerms
from huitang.congress.resolutions.queries import HandVoteRow
from huitang.congress.roster.queries import RollRow
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow
from huitang.congress.supervision import lookup as office

State = Project.State
STATES: tuple[str, ...] = tuple(State.values)


@dataclass(frozen=True)
class Choice:
    """What part of a year to show, and in which order; `stage` is a state, or OVERDUE or BEHIND."""

    stage: str = ""
    unit: str = ""
    colour: str = ""
    order: str = "number"
    text: str = ""


@dataclass(frozen=True)
class YearPage:
    """`everything` is the whole year, `rows` what was asked for."""

    year: int
    years: tuple[int, ...]
    everything: tuple[ProjectRow, ...]
    rows: tuple[ProjectRow, ...]
    choice: Choice
    terms: ProjectTerms
    on: date
    to_take: tuple[SessionRow, ...] = ()

    @property
    def units(self) -> tuple[str, ...]:
        return tuple(sorted({row.unit for row in self.everything if row.unit}))

    def count(self, *states: str) -> int:
        return sum(row.state in states for row in self.everything)

    @property
    def kept(self) -> tuple[ProjectRow, ...]:
        """All but the dropped ones."""
        return tuple(row for row in self.everything if not row.is_dropped)

    @property
    def finished(self) -> int:
        return self.count(State.FINISHED, State.ACCEPTED)

    @property
    def accepted(self) -> int:
        return self.count(State.ACCEPTED)

    @property
    def overdue(self) -> int:
        return sum(row.is_overdue for row in self.everything)

    @property
    def behind(self) -> int:
        return sum(is_behind(row) for row in self.everything)

    @property
    def total(self) -> str:
        return tell_amount(standing.sum_of(self.kept, "total_yuan"))

    @property
    def paid(self) -> str:
        return tell_amount(standing.sum_of(self.kept, "paid_yuan"))

    @property
    def paid_share(self) -> str:
        """Of the money of all, in per cent."""
        budgeted, paid = standing.sum_of(self.kept, "total_yuan"), standing.sum_of(self.kept, "paid_yuan")
        return words.tell_tenths((2000 * paid + budgeted) // (2 * budgeted)) if budgeted else ""


@dataclass(frozen=True)
class ProjectPage:
    """`roll` is who may be named, `decisions` what a change may rest on."""

    row: ProjectRow
    contact: str
    basis: str
    idea_id: int | None
    session: SessionRow | None
    supervisors: tuple[PersonRow, ...]
    presidium_contact: PersonRow | None
    milestones: tuple[MilestoneRow, ...]
    reports: tuple[ReportRow, ...]
    payments: tuple[PaymentRow, ...]
    photos: tuple[PhotoRow, ...]
    acceptances: tuple[AcceptanceRow, ...]
    changes: tuple[ChangeRow, ...]
    timeline: tuple[TimelineRow, ...]
    roll: tuple[RollRow, ...]
    decisions: tuple[HandVoteRow, ...]
    terms: ProjectTerms
    may_be_removed: bool
    on: date
    version: int


@dataclass(frozen=True)
class DeputyYear:
    """`mine` are those the deputy follows, or keeps contact with for the presidium."""

    page: YearPage
    mine: tuple[ProjectRow, ...]
    others: tuple[ProjectRow, ...]


def is_behind(row: ProjectRow) -> bool:
    return row.variance is not None and row.variance < 0 and row.state in (State.ADOPTED, State.BUILDING)


def get_year(town_id: int, *, year: int | None, on: date, choice: Choice | None = None) -> YearPage:
    """The projects of a year as they stand on a day; without a year, the latest there is."""
    known = list_years(town_id)
    shown = year or (known[0] if known else on.year)
    own, asked = terms.terms_of(town_id), choice or Choice()
    kept = Project.objects.filter(town_id=town_id, year=shown).order_by("number")
    everything = standing.read_rows(kept, terms=own, on=on) if shown in known else ()
    order = ORDERS.get(asked.order, ORDERS["number"])
    return YearPage(
        year=shown,
        years=tuple(sorted({*known, on.year, shown}, reverse=True)),
        everything=everything,
        rows=tuple(sorted((row for row in everything if _fits(row, asked)), key=order)),
        choice=asked,
        terms=own,
        on=on,
        to_take=list_to_take(town_id),
    )


def list_years(town_id: int) -> tuple[int, ...]:
    """The years that have projects, the latest first."""
    return tuple(sorted({year for year, _session in _list_taken(town_id)}, reverse=True))


@once
def _list_taken(town_id: int) -> tuple[tuple[int, int | None], ...]:
    """Year and session of everything a town builds or has built."""
    taken = Project.objects.filter(town_id=town_id).order_by().values_list("year", "session_id")
    return tuple(taken.distinct())


@once
def list_to_take(town_id: int) -> tuple[SessionRow, ...]:
    """Sessions that have declared a project vote of which nothing was taken over yet, the latest first."""
    waiting = chosen.list_sessions(town_id) - {
        session for _year, session in _list_taken(town_id) if session is not None
    }
    return tuple(one for one in sittings.list_sessions(town_id) if one.id in waiting) if waiting else ()


def list_of_session(session_id: int, *, town_id: int) -> tuple[tuple[str, str], ...]:
    """Name and subject of each project a session adopted that was not dropped since, in their order."""
    found = Project.objects.filter(town_id=town_id, session_id=session_id).exclude(state=State.DROPPED)
    rows = found.order_by("number").values_list("name", "pk")
    return tuple((name, standing.subject_of(key)) for name, key in rows)


def list_open(town_id: int, *, on: date) -> tuple[ProjectRow, ...]:
    """Every project that is not accepted and not dropped, of all years."""
    found = Project.objects.filter(town_id=town_id).exclude(state__in=[State.ACCEPTED, State.DROPPED])
    return standing.read_rows(found.order_by("year", "number"), terms=terms.terms_of(town_id), on=on)


def list_supervised(deputy_id: int, *, town_id: int) -> frozenset[int]:
    """The projects this deputy follows, or keeps contact with for the presidium."""
    own = Project.objects.filter(Q(supervisors=deputy_id) | Q(presidium_contact=deputy_id), town_id=town_id)
    ids = own.order_by().values_list("pk", flat=True)
    return frozenset(ids)


def get_deputy_year(deputy_id: int, *, town_id: int, year: int | None, on: date) -> DeputyYear:
    """What a deputy sees: the projects they follow, then the others of the year."""
    page = get_year(town_id, year=year, on=on)
    own = list_supervised(deputy_id, town_id=town_id)
    mine = tuple(row for row in page.everything if row.id in own)
    return DeputyYear(page, mine, tuple(row for row in page.everything if row.id not in own))


def get_project(project_id: int, *, town_id: int, on: date, chain: str = "") -> ProjectPage:
    """:raises ProjectIsUnknown: also for one of another town"""
    version = journal.get_sequence(chain) if chain else 0
    own = terms.terms_of(town_id)
    found = Project.objects.filter(pk=project_id, town_id=town_id).select_related("presidium_contact__delegation")
    project = found.first()
    if project is None:
        raise refusals.ProjectIsUnknown()
    row = standing.read_rows(found, terms=own, on=on)[0]
    rows = below.read(project, on)
    return ProjectPage(
        row=row,
        contact=project.contact,
        basis=project.basis,
        idea_id=project.idea_id,
        session=sittings.get_session(project.session_id, town_id=town_id) if project.session_id else None,
        presidium_contact=below.person(project.presidium_contact) if project.presidium_contact else None,
        roll=office.roll_on(town_id, on),
        decisions=change_commands.list_decisions(town_id, adopted_on=project.adopted_on),
        terms=own,
        may_be_removed=not (project.adopted_from_id or rows.has_any) and row.state == State.ADOPTED,
        on=on,
        version=version,
        **rows.facts,
    )


def get_photo(photo_id: int, *, town_id: int) -> tuple[bytes, str]:
    """The picture and its media type. :raises PhotoIsUnknown: also for one of another town"""
    photo = ProjectPhoto.objects.filter(pk=photo_id, project__town_id=town_id).first()
    if photo is None:
        raise refusals.PhotoIsUnknown()
    return bytes(photo.content), photo.media_type


def _fits(row: ProjectRow, asked: Choice) -> bool:
    special = {"OVERDUE": row.is_overdue, "BEHIND": is_behind(row), "DONE": row.state in ("FINISHED", "ACCEPTED")}
    return (
        special.get(asked.stage, asked.stage in ("", row.state))
        and asked.unit in ("", row.unit)
        and asked.colour in ("", row.colour)
        and asked.text.strip() in f"{row.name}{row.place}{row.scale}{row.field}{row.unit}"
    )


ORDERS: dict[str, Callable[[ProjectRow], tuple[object, ...]]] = {
    "number": lambda row: (row.number,),
    "due": lambda row: (row.finished_on is not None, row.due_on is None, row.due_on or date.max, row.number),
    "variance": lambda row: (row.variance is None, row.variance or 0, row.number),
    "money": lambda row: (-row.total_yuan, row.number),
    "unit": lambda row: (row.unit, row.number),
}
