"""What the desk reads: the session at a glance, and what lies behind each of its pages."""

from dataclasses import dataclass
from datetime import date, timedelta

from huitang.congress.agenda import queries as agenda
from huitang.congress.agenda.queries import ItemRow
from huitang.congress.agenda.verbs import VerbRow, list_verbs
from huitang.congress.journal import queries as journal
from huitang.congress.journal.one_look import one_look
from huitang.congress.resolutions import queries as resolutions
from huitang.congress.resolutions.commands import Matter
from huitang.congress.roster import queries as roster
from huitang.congress.roster.queries import TermRow
from huitang.congress.runsheet import playbook, preparation, queries, refusals
from huitang.congress.runsheet.models import RunSheetStep
from huitang.congress.runsheet.playbook import Playbook
from huitang.congress.runsheet.preparation import Preparation
from huitang.congress.runsheet.queries import NowView, StepRow
from huitang.congress.sittings import queries as sessions
from huitang.congress.sittings.queries import SessionRow, SittingRow

_DAYS_AHEAD = 14
_FRIDAY = 4


@dataclass(frozen=True)
class Overview:
    """`now` carries the record and the run sheet."""

    session: SessionRow
    preparations: tuple[Preparation, ...]
    now: NowView

    @property
    def next_preparation(self) -> Preparation | None:
        return next((one for one in self.preparations if not one.is_done), None)

    @property
    def done(self) -> int:
        return sum(one.is_done for one in self.preparations)

    @property
    def next_sitting(self) -> SittingRow | None:
        return next((row for row in self.now.record.sittings if row.stage != "CLOSED"), None)


@dataclass(frozen=True)
class Desk:
    """`overview` is of the current session; None before the first one is prepared."""

    term: TermRow | None
    overview: Overview | None
    sessions: tuple[SessionRow, ...]


@dataclass(frozen=True)
class NewSession:
    """What the form of a new session starts from."""

    terms: tuple[TermRow, ...]
    term: TermRow | None
    number: int
    playbook: str
    opens_on: date
    closes_on: date
    place: str
    playbooks: tuple[Playbook, ...]
    earlier: tuple[SessionRow, ...]


@dataclass(frozen=True)
class AgendaLine:
    item: ItemRow
    steps: int  # how many steps of the run sheet belong to it
    says_reporter: bool

    @property
    def has_reporter(self) -> bool:
        """Whether somebody reports on it, known or not."""
        return self.says_reporter or bool(self.item.reporter)

    @property
    def lacks_reporter(self) -> bool:
        return self.says_reporter and not self.item.reporter


@dataclass(frozen=True)
class AgendaPage:
    session: SessionRow
    lines: tuple[AgendaLine, ...]
    verbs: tuple[VerbRow, ...]
    is_adopted: bool
    version: int


@dataclass(frozen=True)
class ScheduleLine:
    sitting: SittingRow
    is_out_of_order: bool
    is_outside_session: bool


@dataclass(frozen=True)
class SchedulePage:
    session: SessionRow
    lines: tuple[ScheduleLine, ...]
    version: int


@dataclass(frozen=True)
class ItemPage:
    session: SessionRow
    line: AgendaLine
    version: int


@dataclass(frozen=True)
class SittingPage:
    session: SessionRow
    sitting: SittingRow
    version: int


@dataclass(frozen=True)
class StepPage:
    """`placeholders` are those the words may use, each with what it stands for now."""

    session: SessionRow
    step: StepRow
    raw_title: str
    placeholders: tuple[tuple[str, str], ...]
    version: int


def get_desk(town_id: int, *, chain: str) -> Desk:
    with one_look():
        known = sessions.list_sessions(town_id)
        current = sessions.get_current_session(town_id)
    overview = get_overview(current.id, town_id=town_id, chain=chain) if current else None
    return Desk(term=roster.find_current_term(town_id), overview=overview, sessions=known)


def get_overview(session_id: int, *, town_id: int, chain: str) -> Overview:
    """:raises SessionIsUnknown: also for a session of another town"""
    session = sessions.get_session(session_id, town_id=town_id)
    version = journal.get_sequence(chain)  # before the look, so that what it saw is not older
    with one_look():
        now = queries.look_now(session_id, version=version)
        preparations = preparation.list_preparations(now.record, town_id=town_id, chain=chain)
    return Overview(session, preparations, now)


def get_run_sheet(session_id: int, *, town_id: int, chain: str) -> NowView:
    """The sheet the chair sees. :raises SessionIsUnknown: also for a session of another town"""
    sessions.get_session(session_id, town_id=town_id)
    return queries.get_now(session_id, chain=chain)


def plan_new_session(town_id: int, *, today: date) -> NewSession:
    terms = roster.list_terms(town_id)
    term = roster.find_current_term(town_id)
    earlier = sessions.list_sessions(town_id)
    opens_on = _working_day(today + timedelta(days=_DAYS_AHEAD))
    usual = "spring" if opens_on.month in (12, 1, 2, 3, 4) else "midyear"
    numbers = [row.title.number for row in earlier if term and row.term_id == term.id]
    return NewSession(
        terms=terms,
        term=term,
        number=max(numbers, default=0) + 1,
        playbook=usual,
        opens_on=opens_on,
        closes_on=opens_on + timedelta(days=playbook.get_playbook(usual).days - 1),
        place=earlier[0].place if earlier else "",
        playbooks=playbook.list_playbooks(),
        earlier=earlier,
    )


def get_agenda(session_id: int, *, town_id: int, chain: str) -> AgendaPage:
    """:raises SessionIsUnknown: also for a session of another town"""
    version = journal.get_sequence(chain)
    session = sessions.get_session(session_id, town_id=town_id)
    steps = list(RunSheetStep.objects.filter(session_id=session_id).exclude(item=None))
    lines = []
    for item in agenda.list_items(session_id):
        own = [step for step in steps if step.item_id == item.id]
        lines.append(AgendaLine(item, len(own), any("{报告人}" in step.words for step in own)))
    adopted = resolutions.is_adopted(session_id, Matter.AGENDA)
    return AgendaPage(session, tuple(lines), list_verbs(), adopted, version)


def get_item(item_id: int, *, town_id: int, chain: str) -> ItemPage:
    """:raises ItemIsUnknown: also for an item of another town"""
    session_id = agenda.find_session_of(item_id, town_id=town_id)
    found = get_agenda(session_id, town_id=town_id, chain=chain)
    line = next(line for line in found.lines if line.item.id == item_id)
    return ItemPage(found.session, line, found.version)


def get_sitting(sitting_id: int, *, town_id: int, chain: str) -> SittingPage:
    """:raises SittingIsUnknown: also for a sitting of another town"""
    version = journal.get_sequence(chain)
    sitting = sessions.get_sitting(sitting_id, town_id=town_id)
    return SittingPage(sessions.get_session(sitting.session_id), sitting, version)


def get_step(step_id: int, *, town_id: int, chain: str) -> StepPage:
    """:raises StepIsUnknown: also for a step of another town"""
    own = RunSheetStep.objects.filter(pk=step_id, session__term__town_id=town_id).first()
    if own is None:
        raise refusals.StepIsUnknown()
    version = journal.get_sequence(chain)
    step, facts = queries.get_step(step_id)
    return StepPage(sessions.get_session(own.session_id), step, own.title, tuple(facts.items()), version)


def get_schedule(session_id: int, *, town_id: int, chain: str) -> SchedulePage:
    """:raises SessionIsUnknown: also for a session of another town"""
    version = journal.get_sequence(chain)
    session = sessions.get_session(session_id, town_id=town_id)
    lines = []
    before: SittingRow | None = None
    for row in sessions.list_sittings(session_id):
        late = before is not None and row.starts_at < before.starts_at
        lines.append(ScheduleLine(row, late, sessions.is_outside(row, session)))
        before = row
    return SchedulePage(session, tuple(lines), version)


def _working_day(day: date) -> date:
    """The same day, or the Monday after a weekend."""
    return day + timedelta(days=7 - day.weekday() if day.weekday() > _FRIDAY else 0)
