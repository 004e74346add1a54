"""What is happening now: the chair's page, the hall's slide and the deputies' page are drawn from one view."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from huitang.congress.agenda.queries import ItemRow
from huitang.congress.attendance import queries as attendance
from huitang.congress.attendance.queries import Attendance
from huitang.congress.ballots.queries import BallotRow
from huitang.congress.elections.queries import ElectionRow
from huitang.congress.journal import queries as journal
from huitang.congress.journal.one_look import one_look
from huitang.congress.project_votes.queries import ProjectVoteRow
from huitang.congress.ratings.queries import RatingRow
from huitang.congress.record import queries as record
from huitang.congress.record.queries import SessionRecord
from huitang.congress.resolutions.queries import HandVoteRow
from huitang.congress.runsheet import phases, rating_results, results, words
from huitang.congress.runsheet.deeds import Phase, StepDeed
from huitang.congress.runsheet.models import RunSheetStep
from huitang.congress.runsheet.results import Result
from huitang.congress.sittings.queries import SittingRow
from huitang.rules.legal_text import Text


@dataclass(frozen=True)
class StepRow:
    id: int
    position: int
    deed: str
    title: str
    words: str
    raw_words: str
    sitting_id: int
    sitting: Text
    item_id: int | None
    state: str
    done_at: datetime | None


@dataclass(frozen=True)
class NowView:
    """`step` is None when the run sheet is finished, or not laid out (`steps` is empty then)."""

    record: SessionRecord
    steps: tuple[StepRow, ...]
    step: StepRow | None
    phase: Phase
    sitting: SittingRow | None
    attendance: Attendance | None
    hand_vote: HandVoteRow | None
    election: ElectionRow | None
    project_vote: ProjectVoteRow | None
    rating: RatingRow | None
    ballot: BallotRow | None
    result: Result | None
    version: int

    @property
    def item(self) -> ItemRow | None:
        """The agenda item the step belongs to."""
        return next((item for item in self.record.agenda if self.step and item.id == self.step.item_id), None)

    @property
    def coming(self) -> tuple[StepRow, ...]:
        pending = tuple(step for step in self.steps if step.state == "PENDING")
        return pending[1:4]

    @property
    def last_done(self) -> StepRow | None:
        done = [step for step in self.steps if step.state == "DONE"]
        return done[-1] if done else None

    @property
    def is_finished(self) -> bool:
        return bool(self.steps) and self.step is None


def get_now(session_id: int, *, chain: str) -> NowView:
    """Everything the floor needs. :raises SessionIsUnknown:"""
    version = journal.get_sequence(chain)  # before all else: a deed done while we read shows at the next poll
    return look_now(session_id, version=version)


@one_look()
def look_now(session_id: int, *, version: int) -> NowView:
    """The same for who has read the version already."""
    kept = record.get_record(session_id)
    facts = words.session_facts(kept)
    rows = RunSheetStep.objects.filter(session_id=session_id).select_related("item").order_by("position")
    current = next((row for row in rows if row.state == RunSheetStep.State.PENDING), None)
    sitting = _sitting(kept, current)
    present = attendance.count_sitting(sitting) if sitting else None
    facts |= words.attendance_facts(present)
    steps = tuple(_step(row, kept, facts) for row in rows)
    touched = _touched(kept, current)
    return NowView(
        record=kept,
        steps=steps,
        step=next((step for step in steps if current and step.id == current.pk), None),
        phase=_phase(touched),
        sitting=sitting,
        attendance=present,
        hand_vote=touched if isinstance(touched, HandVoteRow) else None,
        election=touched if isinstance(touched, ElectionRow) else None,
        project_vote=touched if isinstance(touched, ProjectVoteRow) else None,
        rating=touched if isinstance(touched, RatingRow) else None,
        ballot=_ballot(touched),
        result=_result(touched),
        version=version,
    )


def list_steps(session_id: int) -> tuple[StepRow, ...]:
    """The whole run sheet with its words filled in."""
    return list_steps_of(record.get_record(session_id))


@one_look()
def list_steps_of(kept: SessionRecord) -> tuple[StepRow, ...]:
    """The same for a record already read."""
    facts = words.session_facts(kept)
    held = {row.id: facts | words.attendance_facts(_counted(row)) for row in kept.sittings}
    rows = RunSheetStep.objects.filter(session_id=kept.session.id).select_related("item").order_by("position")
    return tuple(_step(row, kept, held[row.sitting_id]) for row in rows)


def _counted(sitting: SittingRow) -> Attendance | None:
    """Who was there once the sitting was opened; a script printed before leaves the gaps."""
    return attendance.count_sitting(sitting) if sitting.opened_at else None


def find_session_of_step(step_id: int, *, town_id: int) -> int | None:
    """None for a step of another town, or none at all."""
    ours = RunSheetStep.objects.filter(pk=step_id, session__term__town_id=town_id)
    return ours.values_list("session_id", flat=True).first()


def get_step(step_id: int) -> tuple[StepRow, dict[str, str]]:
    """One step, and what each placeholder of its words stands for now."""
    row = RunSheetStep.objects.select_related("item").get(pk=step_id)
    kept = record.get_record(row.session_id)
    facts = words.session_facts(kept) | words.attendance_facts(attendance.get_attendance(row.sitting_id))
    return _step(row, kept, facts), _own_facts(row, kept, facts)


_Touched = HandVoteRow | ElectionRow | ProjectVoteRow | RatingRow | None


def _touched(kept: SessionRecord, step: RunSheetStep | None) -> _Touched:
    """The thing the step is done to."""
    if step is None or not step.subject:
        return None
    key = int(step.subject.partition(":")[2])
    if step.deed == StepDeed.HAND_VOTE:
        return next(vote for vote in kept.hand_votes if vote.id == key)
    if step.deed == StepDeed.ELECTION:
        return next(election for election in kept.elections if election.id == key)
    return kept.rating if step.deed == StepDeed.RATING else kept.project_vote


def _phase(touched: _Touched) -> Phase:
    if touched is None:
        return Phase.READY
    return phases.of_hand_vote(touched) if isinstance(touched, HandVoteRow) else phases.of_paper_vote(touched)


def _ballot(touched: _Touched) -> BallotRow | None:
    if touched is None or isinstance(touched, HandVoteRow) or touched.open_round is None:
        return None
    return touched.open_round.ballot


def _result(touched: _Touched) -> Result | None:
    if isinstance(touched, HandVoteRow):
        return results.of_hand_vote(touched) if touched.state == "DECIDED" else None
    if isinstance(touched, ElectionRow):
        return results.of_election(touched) if touched.open_round is None else None
    if isinstance(touched, ProjectVoteRow):
        return results.of_project_vote(touched) if touched.open_round is None else None
    if isinstance(touched, RatingRow):
        return rating_results.of_rating(touched) if touched.open_round is None else None
    return None


def _sitting(kept: SessionRecord, step: RunSheetStep | None) -> SittingRow | None:
    if step is None:
        return None
    return next(sitting for sitting in kept.sittings if sitting.id == step.sitting_id)


def _step(row: RunSheetStep, kept: SessionRecord, facts: dict[str, str]) -> StepRow:
    sitting = next(sitting for sitting in kept.sittings if sitting.id == row.sitting_id)
    touched = _touched(kept, row)
    own = _own_facts(row, kept, facts)
    return StepRow(
        id=row.pk,
        position=row.position,
        deed=row.deed,
        title=row.title or _own_title(row, touched, kept.session.title.town),
        words=words.fill(row.words, own),
        raw_words=row.words,
        sitting_id=row.sitting_id,
        sitting=sitting.title,
        item_id=row.item_id,
        state=row.state,
        done_at=row.done_at,
    )


def _own_facts(row: RunSheetStep, kept: SessionRecord, facts: dict[str, str]) -> dict[str, str]:
    own = dict(facts)
    if row.item is not None:
        own |= {"项目": row.item.title, "报告人": row.item.reporter}
    touched = _touched(kept, row)
    return own | words.election_facts(touched) if isinstance(touched, ElectionRow) else own


def _own_title(row: RunSheetStep, touched: _Touched, town: str) -> str:
    if isinstance(touched, ElectionRow):
        return f"选举{town}{touched.post_text.zh.removeprefix('镇')}"
    if isinstance(touched, RatingRow):
        return touched.title
    return {
        StepDeed.OPEN_SITTING: _("宣布开会"),
        StepDeed.CLOSE_SITTING: _("宣布散会"),
        StepDeed.CLOSE_SESSION: _("宣布闭幕"),
    }.get(StepDeed(row.deed), "")
