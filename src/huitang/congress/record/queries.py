"""The one record of a session: every fact, gathered once, from which every text and page is drawn."""

from dataclasses import dataclass

from huitang.congress.agenda import queries as agenda
from huitang.congress.agenda.queries import ItemRow
from huitang.congress.attendance import queries as attendance
from huitang.congress.attendance.queries import AttendeeRow, LeaveRow
from huitang.congress.elections import queries as elections
from huitang.congress.elections.queries import ElectionRow
from huitang.congress.journal.one_look import once
from huitang.congress.project_votes import queries as project_votes
from huitang.congress.project_votes.queries import ProjectVoteRow
from huitang.congress.ratings import queries as ratings
from huitang.congress.ratings.queries import RatingRow
from huitang.congress.resolutions import queries as resolutions
from huitang.congress.resolutions.queries import HandVoteRow
from huitang.congress.scrutiny import queries as scrutiny
from huitang.congress.scrutiny.queries import Scrutiny
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import PresidiumRow, SessionRow, SittingRow


@dataclass(frozen=True)
class Attended:
    """The numbers frozen when a meeting of all deputies was opened."""

    in_office: int
    on_leave: int
    present: int
    required: int

    @property
    def absent(self) -> int:
        """Away without leave (or suspended)."""
        return self.in_office - self.on_leave - self.present


@dataclass(frozen=True)
class SessionRecord:
    session: SessionRow
    sittings: tuple[SittingRow, ...]
    agenda: tuple[ItemRow, ...]
    presidium: tuple[PresidiumRow, ...]
    leaves: tuple[LeaveRow, ...]
    attendees: tuple[AttendeeRow, ...]
    scrutiny: Scrutiny
    hand_votes: tuple[HandVoteRow, ...]
    elections: tuple[ElectionRow, ...]
    project_vote: ProjectVoteRow | None
    rating: RatingRow | None = None

    @property
    def attended(self) -> Attended | None:
        """What the session reports: the first plenary that was opened."""
        return next((attended_of(s) for s in self.sittings if s.kind == "PLENARY" and s.opened_at), None)

    @property
    def decided_votes(self) -> tuple[HandVoteRow, ...]:
        return tuple(vote for vote in self.hand_votes if vote.state == "DECIDED")

    @property
    def elected(self) -> tuple[tuple[ElectionRow, str], ...]:
        return tuple((election, name) for election in self.elections for name in election.elected)


@once
def get_record(session_id: int, *, town_id: int | None = None) -> SessionRecord:
    """:raises SessionIsUnknown: also for a session of another town, when `town_id` is given"""
    return SessionRecord(
        session=sittings.get_session(session_id, town_id=town_id),
        sittings=sittings.list_sittings(session_id),
        agenda=agenda.list_items(session_id),
        presidium=sittings.list_presidium(session_id),
        leaves=attendance.list_leaves(session_id),
        attendees=attendance.list_attendees(session_id),
        scrutiny=scrutiny.get_scrutiny(session_id),
        hand_votes=resolutions.list_votes(session_id),
        elections=elections.list_elections(session_id),
        project_vote=project_votes.find_vote(session_id),
        rating=ratings.find_rating(session_id),
    )


def attended_of(sitting: SittingRow) -> Attended | None:
    """None while the meeting was not opened, or when it is not one of all deputies."""
    if sitting.deputies_in_office is None:
        return None
    return Attended(
        in_office=sitting.deputies_in_office,
        on_leave=sitting.deputies_on_leave or 0,
        present=sitting.deputies_present or 0,
        required=sitting.deputies_required or 0,
    )
