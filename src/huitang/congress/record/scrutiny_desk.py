"""The list of scrutineers held against every candidate of the session."""

from dataclasses import dataclass

from huitang.congress.elections import queries as elections
from huitang.congress.roster import queries as roster
from huitang.congress.roster.queries import RollRow
from huitang.congress.scrutiny import queries as scrutiny
from huitang.congress.scrutiny.queries import Scrutiny
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow
from huitang.rules.scrutineers import ScrutineersFinding


@dataclass(frozen=True)
class ScrutinyDesk:
    session: SessionRow
    scrutiny: Scrutiny
    candidates: tuple[str, ...]
    finding: ScrutineersFinding
    roll: tuple[RollRow, ...]

    @property
    def chief_id(self) -> int | None:
        return next((row.deputy_id for row in self.scrutiny.scrutineers if row.is_chief), None)

    @property
    def other_ids(self) -> tuple[int, ...]:
        return tuple(row.deputy_id for row in self.scrutiny.scrutineers if not row.is_chief)


def get_scrutiny_desk(session_id: int, *, town_id: int) -> ScrutinyDesk:
    """:raises SessionIsUnknown:"""
    session = sittings.get_session(session_id, town_id=town_id)
    posts = elections.list_elections(session_id)
    candidates = tuple(dict.fromkeys(nominee.name for post in posts for nominee in post.nominations))
    return ScrutinyDesk(
        session=session,
        scrutiny=scrutiny.get_scrutiny(session_id),
        candidates=candidates,
        finding=scrutiny.check(session_id, candidates=candidates),
        roll=tuple(row for row in roster.list_roll(session.term_id, on=session.opens_on) if row.may_vote),
    )
