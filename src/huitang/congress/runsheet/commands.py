"""The chair's one button: performs the current step's deed, moves on, or steps back with a reason."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from django.db import transaction

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.attendance import commands as attendance
from huitang.congress.ballots.rounds import PaperRoundRow
from huitang.congress.elections import queries as elections
from huitang.congress.elections import rounds as election_rounds
from huitang.congress.journal import commands as journal
from huitang.congress.journal.unchanged import must_be_as_seen
from huitang.congress.project_votes import commands as project_votes
from huitang.congress.project_votes import queries as project_vote_rows
from huitang.congress.ratings import commands as ratings
from huitang.congress.ratings import queries as rating_rows
from huitang.congress.resolutions import commands as resolutions
from huitang.congress.resolutions import queries as hand_votes
from huitang.congress.resolutions.commands import Matter
from huitang.congress.runsheet import phases, refusals
from huitang.congress.runsheet.deeds import Phase, StepDeed
from huitang.congress.runsheet.models import RunSheetStep
from huitang.congress.runsheet.words import unknown_in
from huitang.congress.sittings import commands as sittings
from huitang.congress.sittings import queries as sessions

State = RunSheetStep.State
_MOVED = ("runsheet.step_done", "runsheet.stepped_back", "runsheet.step_skipped")
_UNDER_WAY = (Phase.ISSUING, Phase.ISSUED, Phase.COUNTING, Phase.COUNTED, Phase.VOID)


@dataclass(frozen=True)
class Press:
    """One press of the button: who, when, the phase they saw, and numbers where the deed wants them."""

    actor: Actor
    now: datetime
    phase: Phase
    choice: str = ""  # SHORT: FURTHER puts the question to the congress, LEAVE ends the item
    hands: dict[str, int] = field(default_factory=dict)
    candidates: tuple[str, ...] = ()


@transaction.atomic
def perform(*, step_id: int, press: Press) -> None:
    """Do what the current step asks for in the phase the chair saw.

    :raises StepIsNotCurrent: :raises PhaseHasChanged: :raises NothingToDoHere: and what the deed itself refuses
    """
    press.actor.must_be_allowed_to(Deed.CONDUCT)
    step = _current(step_id, press.actor)
    if find_phase(step) != press.phase:
        raise refusals.PhaseHasChanged(title=step.title or str(step.sitting))
    _DEEDS[StepDeed(step.deed)](step, press)


@transaction.atomic
def step_back(*, session_id: int, reason: str, actor: Actor, now: datetime, seen: int | None = None) -> None:
    """Take back the vote that is open, or else the last step done. What was recorded stays in the journal.

    :raises ReasonIsMissing: :raises NothingToStepBackTo: :raises ResultStands: :raises SessionIsUnknown: another town's
    """
    actor.must_be_allowed_to(Deed.STEP_BACK)
    if not reason.strip():
        raise refusals.ReasonIsMissing()
    sessions.get_session(session_id, town_id=actor.town_id)
    must_be_as_seen(chain=actor.chain, subject=f"session:{session_id}", events=_MOVED, seen=seen)
    step = find_begun_step(session_id) or _last_done(session_id)
    if step.state != State.SKIPPED:  # what was skipped was never done, so there is nothing to take back
        _BACK[StepDeed(step.deed)](step, reason.strip(), actor, now)
    RunSheetStep.objects.filter(pk=step.pk).update(state=State.PENDING, done_at=None)
    facts = {"step": step.title, "deed": step.deed, "reason": reason.strip()}
    journal.append("runsheet.stepped_back", actor=actor, at=now, subject=f"session:{session_id}", facts=facts)


@transaction.atomic
def word_step(*, step_id: int, title: str, words: str, actor: Actor, now: datetime, seen: int | None = None) -> None:
    """Change what the chair will say.

    :raises StepIsUnknown: :raises StepIsBegun: it is done :raises PlaceholderIsUnknown:
    """
    actor.must_be_allowed_to(Deed.KEEP_AGENDA)
    _step(step_id, actor)
    strangers = unknown_in(words)
    if strangers:
        raise refusals.PlaceholderIsUnknown(names="、".join(strangers))
    subject = f"step:{step_id}"
    must_be_as_seen(chain=actor.chain, subject=subject, events=("runsheet.step_worded",), seen=seen)
    pending = RunSheetStep.objects.filter(pk=step_id, state=State.PENDING)
    if not pending.update(title=title.strip(), words=words.strip()):
        raise refusals.StepIsBegun(title=title)
    journal.append("runsheet.step_worded", actor=actor, at=now, subject=subject, facts={"title": title.strip()})


@transaction.atomic
def skip_step(*, step_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Leave out a step that is not needed.

    :raises StepIsNotCurrent: :raises ReasonIsMissing: :raises MeetingIsOpen: it would never be closed
    """
    actor.must_be_allowed_to(Deed.STEP_BACK)
    if not reason.strip():
        raise refusals.ReasonIsMissing()
    step = _current(step_id, actor)
    if find_phase(step) not in (Phase.READY, Phase.SHORT):
        raise refusals.StepIsBegun(title=step.title)
    _must_not_be_left_open(step)
    RunSheetStep.objects.filter(pk=step_id).update(state=State.SKIPPED, done_at=now)
    facts = {"title": step.title, "reason": reason.strip()}
    journal.append("runsheet.step_skipped", actor=actor, at=now, subject=f"session:{step.session_id}", facts=facts)


def _must_not_be_left_open(step: RunSheetStep) -> None:
    is_open = step.sitting.opened_at is not None and step.sitting.closed_at is None
    if step.deed == StepDeed.CLOSE_SESSION or (step.deed == StepDeed.CLOSE_SITTING and is_open):
        raise refusals.MeetingIsOpen(title=step.title or str(step.sitting))


def _step(step_id: int, actor: Actor) -> RunSheetStep:
    """The step, when it is of the actor's town."""
    step = RunSheetStep.objects.filter(pk=step_id, session__term__town_id=actor.town_id).first()
    if step is None:
        raise refusals.StepIsUnknown()
    return step


def find_phase(step: RunSheetStep) -> Phase:
    """Where a pending step stands."""
    key = subject_id(step)
    if step.deed == StepDeed.HAND_VOTE:
        return phases.of_hand_vote(hand_votes.get_vote(key))
    if step.deed == StepDeed.ELECTION:
        return phases.of_paper_vote(elections.get_election(key))
    if step.deed == StepDeed.PROJECT_VOTE:
        return phases.of_paper_vote(project_vote_rows.get_vote(key))
    if step.deed == StepDeed.RATING:
        return phases.of_paper_vote(rating_rows.get_rating(key))
    return Phase.READY


def subject_id(step: RunSheetStep) -> int:
    """The id behind "election:12"; 0 for a step that has none."""
    return int(step.subject.partition(":")[2] or 0)


def find_begun_step(session_id: int) -> RunSheetStep | None:
    """The current step, when its vote by hands is open or decided and not yet left."""
    step = RunSheetStep.objects.filter(session_id=session_id, state=State.PENDING).order_by("position").first()
    if step is None or find_phase(step) is Phase.READY:
        return None
    return step


def _current(step_id: int, actor: Actor) -> RunSheetStep:
    ours = RunSheetStep.objects.filter(pk=step_id, session__term__town_id=actor.town_id)
    step = ours.select_related("sitting").first()
    if step is None:
        raise refusals.StepIsUnknown()
    pending = RunSheetStep.objects.filter(session_id=step.session_id, state=State.PENDING).order_by("position")
    if pending.values_list("pk", flat=True).first() != step_id:
        raise refusals.StepIsNotCurrent(title=step.title or str(step.sitting))
    return step


def _last_done(session_id: int) -> RunSheetStep:
    done = RunSheetStep.objects.filter(session_id=session_id).exclude(state=State.PENDING).order_by("-position").first()
    if done is None:
        raise refusals.NothingToStepBackTo()
    return done


def _leave(step: RunSheetStep, press: Press) -> None:
    """Mark the step done; one row or somebody else was quicker."""
    if not RunSheetStep.objects.filter(pk=step.pk, state=State.PENDING).update(state=State.DONE, done_at=press.now):
        raise refusals.StepIsNotCurrent(title=step.title)
    facts = {"title": step.title, "deed": step.deed}
    journal.append(
        "runsheet.step_done",
        actor=press.actor,
        at=press.now,
        subject=f"session:{step.session_id}",
        facts=facts,
    )


def _say(step: RunSheetStep, press: Press) -> None:
    _leave(step, press)


def _open_sitting(step: RunSheetStep, press: Press) -> None:
    attendance.open_sitting(sitting_id=step.sitting_id, actor=press.actor, now=press.now)
    _leave(step, press)


def _close_sitting(step: RunSheetStep, press: Press) -> None:
    sittings.close_sitting(sitting_id=step.sitting_id, actor=press.actor, now=press.now)
    _leave(step, press)


def _close_session(step: RunSheetStep, press: Press) -> None:
    sittings.close_session(session_id=step.session_id, actor=press.actor, now=press.now)
    _leave(step, press)


def _hand_vote(step: RunSheetStep, press: Press) -> None:
    vote_id = subject_id(step)
    if press.phase is Phase.READY:
        resolutions.open_vote(vote_id=vote_id, sitting_id=step.sitting_id, actor=press.actor, now=press.now)
    elif press.phase is Phase.OPEN:
        resolutions.decide_vote(vote_id=vote_id, actor=press.actor, now=press.now, **press.hands)
    else:
        _leave(step, press)


def _election(step: RunSheetStep, press: Press) -> None:
    if press.phase is Phase.SHORT and press.choice == "FURTHER":
        _ask_congress(step, press)
        return
    held = elections.get_election(subject_id(step)).open_round
    open_next = partial(election_rounds.open_round, election_id=subject_id(step), candidates=press.candidates)
    _paper_vote(step, press, held, open_next, election_rounds.declare_result)


def _project_vote(step: RunSheetStep, press: Press) -> None:
    held = project_vote_rows.get_vote(subject_id(step)).open_round
    open_next = partial(project_votes.open_round, vote_id=subject_id(step))
    _paper_vote(step, press, held, open_next, project_votes.declare_result)


def _rating(step: RunSheetStep, press: Press) -> None:
    held = rating_rows.get_rating(subject_id(step)).open_round
    _paper_vote(step, press, held, partial(ratings.open_round, rating_id=subject_id(step)), ratings.declare_result)


def _paper_vote(
    step: RunSheetStep,
    press: Press,
    held: PaperRoundRow | None,
    open_next: Callable[..., int],
    declare: Callable[..., object],
) -> None:
    """Open the round that is next, declare the one that is counted, or leave what is decided."""
    if press.phase in (Phase.COUNTED, Phase.VOID):
        declare(round_id=held.id if held else 0, actor=press.actor, now=press.now)
    elif _is_over(press):
        _leave(step, press)
    elif press.phase in (Phase.READY, Phase.AGAIN, Phase.SHORT):
        open_next(sitting_id=step.sitting_id, actor=press.actor, now=press.now)
    else:
        raise refusals.NothingToDoHere(what=press.phase)


def _is_over(press: Press) -> bool:
    """Decided; or short of winners, and the rest is left to a later session."""
    return press.phase is Phase.DECIDED or (press.phase is Phase.SHORT and press.choice == "LEAVE")


def _ask_congress(step: RunSheetStep, press: Press) -> None:
    """Too few elected: whether to elect further now is for the congress (ZZF 29(2)); put that vote before this step."""
    election = elections.get_election(subject_id(step))
    title = f"在本次会议上另行选举{election.post_text.zh}{election.next_round.seats}名"
    vote = resolutions.prepare_vote(
        session_id=step.session_id,
        matter=Matter.FURTHER_ELECTION,
        title=title,
        text="",
        item_id=step.item_id,
        actor=press.actor,
        now=press.now,
    )
    before = (
        RunSheetStep.objects.filter(session_id=step.session_id, position__lt=step.position)
        .order_by("-position")
        .first()
    )
    RunSheetStep.objects.create(
        session_id=step.session_id,
        sitting_id=step.sitting_id,
        item_id=step.item_id,
        position=((before.position if before else 0) + step.position) // 2,
        deed=StepDeed.HAND_VOTE,
        subject=f"hand_vote:{vote}",
        title=title,
        words="本轮当选人数少于应选名额。现在表决：是否" + title + "。",
    )


def _back_say(step: RunSheetStep, reason: str, actor: Actor, now: datetime) -> None:
    """Words were said; nothing else is to be undone."""


def _back_open(step: RunSheetStep, reason: str, actor: Actor, now: datetime) -> None:
    attendance.unopen_sitting(sitting_id=step.sitting_id, reason=reason, actor=actor, now=now)


def _back_close(step: RunSheetStep, reason: str, actor: Actor, now: datetime) -> None:
    sittings.reopen_sitting(sitting_id=step.sitting_id, reason=reason, actor=actor, now=now)


def _back_close_session(step: RunSheetStep, reason: str, actor: Actor, now: datetime) -> None:
    sittings.reopen_session(session_id=step.session_id, reason=reason, actor=actor, now=now)


def _back_hand_vote(step: RunSheetStep, reason: str, actor: Actor, now: datetime) -> None:
    again = resolutions.annul_vote(vote_id=subject_id(step), reason=reason, actor=actor, now=now)
    RunSheetStep.objects.filter(pk=step.pk).update(subject=f"hand_vote:{again}")


def _back_paper_vote(step: RunSheetStep, reason: str, actor: Actor, now: datetime) -> None:
    if find_phase(step) in _UNDER_WAY:
        raise refusals.BallotIsUnderWay(title=step.title)
    raise refusals.ResultStands(title=step.title)


_Handler = Callable[[RunSheetStep, Press], None]
_DEEDS: dict[StepDeed, _Handler] = {
    StepDeed.OPEN_SITTING: _open_sitting,
    StepDeed.SAY: _say,
    StepDeed.HAND_VOTE: _hand_vote,
    StepDeed.ELECTION: _election,
    StepDeed.PROJECT_VOTE: _project_vote,
    StepDeed.RATING: _rating,
    StepDeed.CLOSE_SITTING: _close_sitting,
    StepDeed.CLOSE_SESSION: _close_session,
}
_BACK: dict[StepDeed, Callable[[RunSheetStep, str, Actor, datetime], None]] = {
    StepDeed.OPEN_SITTING: _back_open,
    StepDeed.SAY: _back_say,
    StepDeed.HAND_VOTE: _back_hand_vote,
    StepDeed.ELECTION: _back_paper_vote,
    StepDeed.PROJECT_VOTE: _back_paper_vote,
    StepDeed.RATING: _back_paper_vote,
    StepDeed.CLOSE_SITTING: _back_close,
    StepDeed.CLOSE_SESSION: _back_close_session,
}
