"""Reading ideas: what was collected for a year, how it was screened, what goes to the vote."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from huitang.adapters.spreadsheets.amount import tell_amount
from huitang.congress.journal import queries as journal
from huitang.congress.projects import refusals, words
from huitang.congress.projects.models import ProjectIdea
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow

KINDS: tuple[str, ...] = tuple(ProjectIdea.Kind.values)
STATES: tuple[str, ...] = tuple(ProjectIdea.State.values)


@dataclass(frozen=True)
class IdeaRow:
    id: int
    year: int
    number: int
    title: str
    text: str
    field: str
    place: str
    proposer_kind: str
    proposer: str
    basis: str
    received_on: date
    state: str
    reason: str
    merged_into_id: int | None
    merged_into_title: str
    scale: str
    investment_yuan: int | None
    funding: str
    leader: str
    unit: str
    starts: str
    due: str

    @property
    def state_name(self) -> str:
        return words.idea_state_name(self.state)

    @property
    def proposer_name(self) -> str:
        return words.proposer_name(self.proposer_kind)

    @property
    def money(self) -> str:
        return "" if self.investment_yuan is None else tell_amount(self.investment_yuan)

    @property
    def is_undecided(self) -> bool:
        return self.state in (ProjectIdea.State.RECEIVED, ProjectIdea.State.CANDIDATE)


@dataclass(frozen=True)
class IdeasPage:
    """`everything` is the whole year; `sessions` are those whose vote may take the candidates."""

    year: int
    years: tuple[int, ...]
    everything: tuple[IdeaRow, ...]
    rows: tuple[IdeaRow, ...]
    sessions: tuple[SessionRow, ...]
    state: str
    kind: str

    def count(self, state: str) -> int:
        return sum(row.state == state for row in self.everything)

    @property
    def candidates(self) -> tuple[IdeaRow, ...]:
        return tuple(row for row in self.everything if row.state == ProjectIdea.State.CANDIDATE)

    @property
    def by_kind(self) -> tuple[tuple[str, int], ...]:
        """How many came from whom."""
        counted = ((kind, sum(row.proposer_kind == kind for row in self.everything)) for kind in KINDS)
        return tuple((words.proposer_name(kind), number) for kind, number in counted)


@dataclass(frozen=True)
class IdeaPage:
    """`merged` went on in this one; `others` may hold it."""

    row: IdeaRow
    merged: tuple[IdeaRow, ...]
    others: tuple[IdeaRow, ...]
    version: int


def get_ideas(town_id: int, *, year: int | None, on: date, state: str = "", kind: str = "") -> IdeasPage:
    """What was collected for a year; without one, for the latest there is, else for the next."""
    kept = ProjectIdea.objects.filter(town_id=town_id)
    known = sorted(set(kept.order_by().values_list("year", flat=True).distinct()), reverse=True)
    shown = year or (known[0] if known else on.year + 1)
    everything = _rows(kept.filter(year=shown).order_by("number"))
    rows = [row for row in everything if state in ("", row.state) and kind in ("", row.proposer_kind)]
    sessions = tuple(one for one in sittings.list_sessions(town_id) if one.state != "CLOSED")
    years = tuple(sorted({*known, on.year, on.year + 1, shown}, reverse=True))
    return IdeasPage(shown, years, everything, tuple(rows), sessions, state, kind)


def get_idea(idea_id: int, *, town_id: int, chain: str) -> IdeaPage:
    """:raises IdeaIsUnknown: also for one of another town"""
    version = journal.get_sequence(chain)
    found = _rows(ProjectIdea.objects.filter(pk=idea_id, town_id=town_id))
    if not found:
        raise refusals.IdeaIsUnknown()
    row = found[0]
    of_year = _rows(ProjectIdea.objects.filter(town_id=town_id, year=row.year).order_by("number"))
    merged = tuple(one for one in of_year if one.merged_into_id == idea_id)
    others = tuple(one for one in of_year if one.is_undecided and one.id != idea_id)
    return IdeaPage(row, merged, others, version)


def _rows(found: QuerySet[ProjectIdea]) -> tuple[IdeaRow, ...]:
    ideas = found.select_related("merged_into")
    return tuple(_row(idea) for idea in ideas)


def _row(idea: ProjectIdea) -> IdeaRow:
    kept = {name: getattr(idea, name) for name in _COLUMNS}
    title = idea.merged_into.title if idea.merged_into else ""
    return IdeaRow(id=idea.pk, merged_into_id=idea.merged_into_id, merged_into_title=title, **kept)


_COLUMNS = (
    *("year", "number", "title", "text", "field", "place", "proposer_kind", "proposer", "basis", "received_on"),
    *("state", "reason", "scale", "investment_yuan", "funding", "leader", "unit", "starts", "due"),
)
