"""Resigning an office or a deputy's seat, and what it does to the base and to an office."""

from dataclasses import dataclass
from enum import StrEnum

from huitang.rules import citation, deputy_citation
from huitang.rules.legal_text import Citation, NextAct, Step, step
from huitang.rules.office import Post
from huitang.rules.province import ProvincePack
from huitang.rules.resolution import ResolutionOutcome, ResolutionState


class Resigned(StrEnum):
    """What is resigned."""

    OFFICE = "OFFICE"
    DEPUTY_SEAT = "DEPUTY_SEAT"


class ResignationState(StrEnum):
    """What a resignation leads to."""

    ACCEPTED = "ACCEPTED"
    NOT_ACCEPTED = "NOT_ACCEPTED"
    NOT_DECIDED = "NOT_DECIDED"
    NO_EFFECT = "NO_EFFECT"
    PROVISIONAL = "PROVISIONAL"


@dataclass(frozen=True, slots=True)
class ResignationOutcome:
    """The outcome. `deputies_in_office` is the base after it; `office_ended` an office that falls too."""

    state: ResignationState
    deputies_in_office: int
    office_ended: Post | None
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def conclude_resignation(
    vote: ResolutionOutcome, *, resigned: Resigned, office: Post | None = None
) -> ResignationOutcome:
    """Say what the congress's vote means; `office` is the post the person holds.

    Source: Organic Law art. 32(2); Electoral Law arts. 55-56. A chair loses the office with the seat.
    """
    states = {
        ResolutionState.PASSED: ResignationState.ACCEPTED,
        ResolutionState.FAILED: ResignationState.NOT_ACCEPTED,
    }
    state = states.get(vote.state, ResignationState.NOT_DECIDED)
    if state is not ResignationState.ACCEPTED:
        sentence = step("辞职未被接受，继续任职。", "The resignation is not accepted; the person stays.")
        cited = (*vote.citations, _basis(resigned))
        base = vote.deputies_in_office
        return ResignationOutcome(state, base, None, cited, (*vote.steps, sentence), vote.next_acts)
    if resigned is Resigned.OFFICE:
        return _office_resigned(vote, office)
    return _seat_resigned(vote, office)


def _basis(resigned: Resigned) -> Citation:
    return citation.RESIGNATION if resigned is Resigned.OFFICE else deputy_citation.DEPUTY_RESIGNS


def _office_resigned(vote: ResolutionOutcome, office: Post | None) -> ResignationOutcome:
    sentence = step("辞职被接受，职务出缺，可以补选。", "Accepted: the office is vacant and may be filled.")
    return ResignationOutcome(
        ResignationState.ACCEPTED,
        vote.deputies_in_office,
        office,
        (*vote.citations, citation.RESIGNATION),
        (*vote.steps, sentence),
        (NextAct.ANNOUNCE,),
    )


def _seat_resigned(vote: ResolutionOutcome, office: Post | None) -> ResignationOutcome:
    base = vote.deputies_in_office - 1
    ended = office if office is not None and office.must_be_deputy else None
    steps = [
        *vote.steps,
        step(
            f"接受辞去代表职务，应予公告；全体代表由{vote.deputies_in_office}人减为{base}人。",
            f"Accepted and to be announced; the base falls from {vote.deputies_in_office} to {base}.",
        ),
    ]
    cited = [*vote.citations, deputy_citation.DEPUTY_RESIGNS]
    if ended is not None:
        steps.append(
            step(
                "其主席、副主席职务相应终止，由主席团公告。",
                "The office of chair ends too; the presidium announces it.",
            )
        )
        cited.append(deputy_citation.OFFICE_FALLS_WITH_RESIGNATION)
    return ResignationOutcome(ResignationState.ACCEPTED, base, ended, tuple(cited), tuple(steps), (NextAct.ANNOUNCE,))


def check_interim_resignation(*, deputies_in_office: int, pack: ProvincePack) -> ResignationOutcome:
    """A resignation handed to the presidium between sessions: no effect but where the province says so.

    Source: Organic Law art. 32(2); CQ 32(10).
    """
    if pack.interim_resignation is None:
        sentence = step(
            "闭会期间乡镇没有机关可以接受辞职，须由代表大会决定。",
            "Between sessions nobody can accept a resignation; the congress decides.",
        )
        return ResignationOutcome(
            ResignationState.NO_EFFECT, deputies_in_office, None, (citation.RESIGNATION,), (sentence,),
            (NextAct.SUBMIT_TO_CONGRESS,),
        )  # fmt: skip
    sentence = step(
        "本省规定主席团可以先行接受，下次会议确认后才确定。",
        "In this province the presidium may accept it for the time being; the next session confirms.",
    )
    cited = (citation.RESIGNATION, pack.interim_resignation)
    return ResignationOutcome(
        ResignationState.PROVISIONAL,
        deputies_in_office,
        None,
        cited,
        (sentence,),
        (NextAct.CONFIRM_AT_NEXT_SESSION,),
    )
