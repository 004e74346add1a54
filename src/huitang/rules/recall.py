"""Recalling an office holder: who may move it, in what form, and how the vote ends."""

from dataclasses import dataclass
from enum import StrEnum

from huitang.rules import citation, majority
from huitang.rules.legal_text import Citation, NextAct, Step, refuse_impossible, step
from huitang.rules.resolution import ResolutionOutcome, ResolutionState


class RecallState(StrEnum):
    """Whether a recall may be put to the vote."""

    ADMISSIBLE = "ADMISSIBLE"
    TOO_FEW_SIGNERS = "TOO_FEW_SIGNERS"
    NO_REASONS = "NO_REASONS"
    DEFENCE_NOT_OFFERED = "DEFENCE_NOT_OFFERED"


@dataclass(frozen=True, slots=True)
class RecallFinding:
    """Whether the recall is admissible."""

    state: RecallState
    signers_needed: int
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def check_recall(
    *, deputies_in_office: int, signers: int, by_presidium: bool, reasons_given: bool, defence_offered: bool
) -> RecallFinding:
    """Check the recall of a chair, vice-chair, head or deputy head before the vote.

    Source: Organic Law art. 31(2)-(4). `signers` are deputies able to act; the presidium alone suffices.
    """
    refuse_impossible(deputies_in_office=deputies_in_office, signers=signers)
    needed = majority.one_fifth(deputies_in_office)
    state, act = _recall_state(
        enough=by_presidium or signers >= needed, reasons_given=reasons_given, defence_offered=defence_offered
    )
    sentence = step(
        f"全体代表{deputies_in_office}人的五分之一以上为{needed}人，联名{signers}人"
        f"{'，由主席团提出' if by_presidium else ''}。",
        f"One fifth of {deputies_in_office} deputies is {needed}; {signers} signed"
        f"{', and the presidium moves it' if by_presidium else ''}.",
    )
    cited = (citation.RECALL, citation.RECALL_REASONS, citation.RECALL_DEFENCE, citation.RECALL_SECRECY_OPEN)
    return RecallFinding(state, needed, cited, (sentence,), (act,))


def _recall_state(*, enough: bool, reasons_given: bool, defence_offered: bool) -> tuple[RecallState, NextAct]:
    if not enough:
        return RecallState.TOO_FEW_SIGNERS, NextAct.COLLECT_SIGNATURES
    if not reasons_given:
        return RecallState.NO_REASONS, NextAct.CORRECT_DRAFT
    if not defence_offered:
        return RecallState.DEFENCE_NOT_OFFERED, NextAct.HEAR_DEFENCE
    return RecallState.ADMISSIBLE, NextAct.OPEN_VOTE


class RemovalState(StrEnum):
    """What a vote on a recall leads to."""

    REMOVED = "REMOVED"
    STAYS = "STAYS"
    NOT_DECIDED = "NOT_DECIDED"


@dataclass(frozen=True, slots=True)
class RemovalOutcome:
    """The outcome of the vote on a recall."""

    state: RemovalState
    vote: ResolutionOutcome
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def conclude_recall(vote: ResolutionOutcome) -> RemovalOutcome:
    """Say what the vote means: a majority of all deputies removes (Organic Law arts. 25, 31)."""
    state = {ResolutionState.PASSED: RemovalState.REMOVED, ResolutionState.FAILED: RemovalState.STAYS}.get(
        vote.state, RemovalState.NOT_DECIDED
    )
    words = {
        RemovalState.REMOVED: step("罢免通过，职务出缺。", "The recall is passed; the office is vacant."),
        RemovalState.STAYS: step("罢免未通过，继续任职。", "The recall fails; the person stays in office."),
        RemovalState.NOT_DECIDED: step("表决没有结果。", "The vote decides nothing."),
    }
    acts = {RemovalState.REMOVED: (NextAct.ANNOUNCE,), RemovalState.STAYS: (NextAct.DECLARE,)}
    return RemovalOutcome(
        state,
        vote,
        (*vote.citations, citation.RECALL),
        (*vote.steps, words[state]),
        acts.get(state, vote.next_acts),
    )
