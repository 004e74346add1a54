"""Everything papers are drawn from, read once: the session's record, its roll, its run sheet, what was typed for papers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from huitang.congress.documents import details
from huitang.congress.elections import queries as elections
from huitang.congress.record import queries as record
from huitang.congress.record.queries import SessionRecord
from huitang.congress.roster import queries as roster
from huitang.congress.roster.queries import ChangeRow, DelegationRow, RollCount, RollRow, TermRow
from huitang.congress.runsheet import queries as runsheet
from huitang.congress.runsheet.queries import StepRow
from huitang.congress.sittings.queries import SessionRow
from huitang.rules.election_method import SessionMethod


@dataclass(frozen=True)
class Source:
    """Frozen rows only, so that tests can build any session without a database."""

    record: SessionRecord
    term: TermRow
    count: RollCount
    roll: tuple[RollRow, ...]
    delegations: tuple[DelegationRow, ...]
    steps: tuple[StepRow, ...] = ()
    election_method: SessionMethod = field(default_factory=SessionMethod)
    details: Mapping[str, str] = field(default_factory=dict)  # what the office typed for papers, by name
    changes: tuple[tuple[str, ChangeRow], ...] = ()  # deputy's name, what happened to the mandate

    @property
    def session(self) -> SessionRow:
        return self.record.session


def gather(session_id: int, *, town_id: int) -> Source:
    """:raises SessionIsUnknown: also of another town"""
    kept = record.get_record(session_id, town_id=town_id)
    session = kept.session
    roll = roster.list_roll(session.term_id, on=session.opens_on)
    return Source(
        record=kept,
        term=roster.get_term(session.term_id, town_id),
        count=roster.count_roll(session.term_id, on=session.opens_on),
        roll=roll,
        delegations=roster.delegation_rows(session.term_id, roll),
        steps=runsheet.list_steps(session_id),
        election_method=elections.get_method(session_id),
        details=details.printed(session_id),
    )
