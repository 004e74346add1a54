"""What the hall may see: counts, the item before the house, the open vote, declared results, adopted texts.

No reason of a leave, no telephone, nothing of a paper, nothing of a count before it is declared.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from huitang.congress.attendance.queries import Attendance
from huitang.congress.ballots import queries as ballots
from huitang.congress.journal import queries as journal
from huitang.congress.journal.refusal import NotFound
from huitang.congress.record import wording
from huitang.congress.resolutions.commands import Matter
from huitang.congress.roster import queries as roster
from huitang.congress.runsheet import queries
from huitang.congress.runsheet.deeds import Phase, StepDeed
from huitang.congress.runsheet.queries import NowView
from huitang.congress.runsheet.results import Result, ResultLine
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SittingRow
from huitang.congress.sittings.titles import SessionTitle
from huitang.rules import majority


class Slide(StrEnum):
    WAITING = "WAITING"  # no sitting is near, or one of a few deputies
    SIGN_IN = "SIGN_IN"
    ITEM = "ITEM"
    MATTER = "MATTER"  # about to be put to the hands
    HANDS = "HANDS"
    STANDING = "STANDING"  # who or what stands in the ballot about to be opened
    PAPERS = "PAPERS"  # being handed out, or filled in
    COUNTING = "COUNTING"
    COUNTED = "COUNTED"  # counted; what came out is not told before it is declared
    RESULT = "RESULT"
    CLOSING = "CLOSING"
    CLOSED = "CLOSED"


@dataclass(frozen=True)
class HallDelegation:
    name: str
    due: int
    present: int


@dataclass(frozen=True)
class HallAttendance:
    due: int
    present: int
    on_leave: int
    absent: int
    required: int
    is_quorate: bool
    delegations: tuple[HallDelegation, ...]


@dataclass(frozen=True)
class HallVote:
    """The base of an open vote, as it was frozen."""

    in_office: int
    present: int
    needed: int


@dataclass(frozen=True)
class HallPapers:
    state: str
    in_office: int
    present: int
    issued: int | None
    collected: int | None
    read: int


@dataclass(frozen=True)
class HallResult:
    title: str
    headline: str
    is_good: bool
    by_hands: bool
    lines: tuple[ResultLine, ...]
    base: int
    present: int
    needed: int
    issued: int | None
    collected: int | None
    void: int | None


@dataclass(frozen=True)
class HallView:
    """One slide. `names` are candidates or projects; `text` is what was adopted, shown after the result."""

    town: str
    version: int
    slide: Slide
    session: SessionTitle | None = None
    sitting: SittingRow | None = None
    next_plenary: SittingRow | None = None
    title: str = ""
    item_number: int = 0
    item_line: str = ""
    reporter: str = ""
    is_project_vote: bool = False
    is_rating: bool = False
    names: tuple[str, ...] = ()
    seats: int = 0
    attendance: HallAttendance | None = None
    vote: HallVote | None = None
    papers: HallPapers | None = None
    result: HallResult | None = None
    text: str = ""
    decided_at: datetime | None = None


class TownIsUnknown(NotFound):
    text = _("没有“{code}”这个镇的会场大屏。请核对地址，或从 /hall/ 进入。")


def list_halls() -> tuple[tuple[str, str], ...]:
    """Code and name of the towns that have a hall screen."""
    return roster.list_towns()


def get_version(code: str) -> int:
    """Grows with each deed in the town: a poll asks this before anything else."""
    return journal.get_sequence(code)


def get_hall(code: str) -> HallView:
    """The slide of the town's current session. :raises TownIsUnknown:"""
    town_id = roster.find_town_by_code(code)
    if town_id is None:
        raise TownIsUnknown(code=code)
    version = journal.get_sequence(code)
    session = sittings.get_current_session(town_id)
    if session is None:
        return HallView(roster.find_town(town_id), version, Slide.WAITING)
    return show(queries.get_now(session.id, chain=code))


def show(now: NowView) -> HallView:
    """The public side of what is happening now."""
    held, item = now.election or now.project_vote or now.rating, now.item
    slide = _slide(now)
    return HallView(
        town=now.record.session.title.town,
        version=now.version,
        slide=slide,
        session=now.record.session.title,
        sitting=now.sitting,
        next_plenary=find_next_plenary(now),
        title=now.step.title if now.step else "",
        item_number=now.record.agenda.index(item) + 1 if item else 0,
        item_line=item.line if item else "",
        reporter=item.reporter if item else "",
        is_project_vote=now.project_vote is not None,
        is_rating=now.rating is not None,
        names=_names(now),
        seats=_seats(now) if held else 0,
        attendance=_attendance(now.attendance),
        vote=_vote(now),
        papers=_papers(now),
        result=_result(now.result, by_hands=now.hand_vote is not None) if slide is Slide.RESULT else None,
        text=_text(now) if slide is Slide.RESULT else "",
        decided_at=now.hand_vote.decided_at if now.hand_vote else None,
    )


_OF_PHASE = {
    Phase.OPEN: Slide.HANDS,
    Phase.ISSUING: Slide.PAPERS,
    Phase.ISSUED: Slide.PAPERS,
    Phase.COUNTING: Slide.COUNTING,
    Phase.COUNTED: Slide.COUNTED,
    Phase.VOID: Slide.COUNTED,
    Phase.AGAIN: Slide.RESULT,
    Phase.SHORT: Slide.RESULT,
    Phase.DECIDED: Slide.RESULT,
}
_OF_DEED = {
    StepDeed.SAY: Slide.ITEM,
    StepDeed.HAND_VOTE: Slide.MATTER,
    StepDeed.ELECTION: Slide.STANDING,
    StepDeed.PROJECT_VOTE: Slide.STANDING,
    StepDeed.RATING: Slide.STANDING,
    StepDeed.CLOSE_SITTING: Slide.CLOSING,
    StepDeed.CLOSE_SESSION: Slide.CLOSING,
}


def _slide(now: NowView) -> Slide:
    if now.step is None:
        return Slide.CLOSED if now.is_finished else Slide.WAITING
    if now.phase is not Phase.READY:
        return _OF_PHASE[now.phase]
    if now.step.deed != StepDeed.OPEN_SITTING:
        return _OF_DEED[StepDeed(now.step.deed)]
    is_full = now.sitting is not None and now.sitting.is_of_all_deputies
    has_begun = now.attendance is not None and now.attendance.congress.present > 0
    return Slide.SIGN_IN if is_full and has_begun else Slide.WAITING


def find_next_plenary(now: NowView) -> SittingRow | None:
    """The next meeting of all deputies that was not opened yet."""
    planned = (row for row in now.record.sittings if row.is_of_all_deputies and row.stage == "PLANNED")
    return next(planned, None)


def _names(now: NowView) -> tuple[str, ...]:
    if now.election is not None:
        held = now.election.open_round
        return held.candidates if held else now.election.next_round.candidates
    if now.project_vote is not None:
        opened = now.project_vote.open_round
        return opened.projects if opened else now.project_vote.next_round.projects
    if now.rating is not None:
        rated = now.rating.open_round
        return tuple(item.name for item in (rated.items if rated else now.rating.next_round.items))
    return ()


def _seats(now: NowView) -> int:
    if now.election is not None:
        held = now.election.open_round
        return held.seats if held else now.election.next_round.seats
    if now.project_vote is not None:
        opened = now.project_vote.open_round
        return opened.places if opened else now.project_vote.next_round.places
    return 0


def _attendance(found: Attendance | None) -> HallAttendance | None:
    if found is None:
        return None
    figures = found.congress
    return HallAttendance(
        due=figures.due,
        present=figures.present,
        on_leave=figures.on_leave,
        absent=figures.absent,
        required=found.required,
        is_quorate=found.is_quorate,
        delegations=tuple(HallDelegation(one.name, one.due, one.present) for one in found.delegations),
    )


def _vote(now: NowView) -> HallVote | None:
    vote = now.hand_vote
    if vote is None or vote.in_office is None or vote.present is None:
        return None
    return HallVote(vote.in_office, vote.present, majority.majority_of_all(vote.in_office))


def _papers(now: NowView) -> HallPapers | None:
    held = now.election or now.project_vote or now.rating
    opened = held.open_round if held else None
    if opened is None:
        return None
    is_told = opened.ballot.state != "VOID"  # more collected than issued: the chair says so, not the screen
    return HallPapers(
        state=opened.ballot.state,
        in_office=opened.electorate.deputies_in_office,
        present=opened.electorate.deputies_present,
        issued=opened.ballot.papers_issued,
        collected=opened.ballot.papers_collected if is_told else None,
        read=ballots.get_progress(opened.ballot.id, who="").agreed,
    )


def _result(found: Result | None, *, by_hands: bool) -> HallResult | None:
    if found is None:
        return None
    return HallResult(
        title=found.title,
        headline=found.headline,
        is_good=found.is_good,
        by_hands=by_hands,
        lines=found.lines,
        base=found.base,
        present=found.present,
        needed=found.needed,
        issued=found.issued,
        collected=found.collected,
        void=found.void,
    )


def _text(now: NowView) -> str:
    vote = now.hand_vote
    if vote is None or not vote.is_passed:
        return ""
    return wording.resolution_body(now.record, vote) if vote.matter == Matter.RESOLUTION else vote.text
