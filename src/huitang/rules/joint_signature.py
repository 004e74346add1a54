"""What deputies do together: motions, inquiries, calls for an extra session, and their withdrawal."""

from dataclasses import dataclass
from enum import StrEnum

from huitang.rules import citation, majority, provincial_citation
from huitang.rules.legal_text import Citation, NextAct, Step, refuse_impossible, step
from huitang.rules.province import ProvincePack
from huitang.rules.statute import StatuteSet

MOVERS_NEEDED = 5
INQUIRERS_NEEDED = 10
SMALL_CONGRESS = 40


class JointState(StrEnum):
    """What becomes of a joint act."""

    ESTABLISHED = "ESTABLISHED"
    TOO_FEW_SIGNERS = "TOO_FEW_SIGNERS"
    FORM_INCOMPLETE = "FORM_INCOMPLETE"
    WITHDRAWN = "WITHDRAWN"
    CONTINUES = "CONTINUES"
    ASK_PRESIDIUM = "ASK_PRESIDIUM"


@dataclass(frozen=True, slots=True)
class JointFinding:
    """The finding with the number of signers that count and that are needed."""

    state: JointState
    signers_counted: int
    signers_needed: int
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


def _count(signers: int, suspended: int) -> int:
    refuse_impossible(signers=signers, suspended_signers=suspended)
    counted = signers - suspended
    refuse_impossible(signers_counted=counted)
    return counted


def _explain(counted: int, needed: int) -> Step:
    return step(f"有效联名{counted}人，需要{needed}人以上。", f"{counted} signatures count; {needed} are needed.")


def check_motion(*, signers: int, form_complete: bool, law: StatuteSet, suspended_signers: int = 0) -> JointFinding:
    """Five township deputies may table a motion with subject, grounds and plan.

    Source: Organic Law art. 22(2); Deputies Law art. 15 (2015: 9). Too few signers: not established.
    """
    counted = _count(signers, suspended_signers)
    cited = (citation.MOTION, law.motion_form)
    steps: tuple[Step, ...] = (_explain(counted, MOVERS_NEEDED),)
    if counted < MOVERS_NEEDED:
        act = NextAct.COLLECT_SIGNATURES
        return JointFinding(JointState.TOO_FEW_SIGNERS, counted, MOVERS_NEEDED, cited, steps, (act,))
    if not form_complete:
        steps = (*steps, step("案由、案据、方案不齐。", "Subject, grounds or plan are missing."))
        act = NextAct.CORRECT_DRAFT
        return JointFinding(JointState.FORM_INCOMPLETE, counted, MOVERS_NEEDED, cited, steps, (act,))
    acts = (NextAct.PRESIDIUM_DECIDES,)
    return JointFinding(JointState.ESTABLISHED, counted, MOVERS_NEEDED, cited, steps, acts)


def withdraw_motion(*, before_vote: bool, presidium_consents: bool, movers_insisting: int = 0) -> JointFinding:
    """Withdraw a motion before the vote with the presidium's consent.

    Source: Organic Law art. 22(3). Where enough movers insist, SD-DB 9 lets deliberation go on: ask.
    """
    refuse_impossible(movers_insisting=movers_insisting)
    cited: tuple[Citation, ...] = (citation.MOTION_WITHDRAWN,)
    if movers_insisting >= MOVERS_NEEDED:
        state, acts = JointState.ASK_PRESIDIUM, (NextAct.PRESIDIUM_DECIDES,)
        cited = (*cited, provincial_citation.SD_MOTION_INSISTED)
    elif before_vote and presidium_consents:
        state, acts = JointState.WITHDRAWN, (NextAct.ANNOUNCE,)
    else:
        state, acts = JointState.CONTINUES, (NextAct.OPEN_VOTE,)
    words = {
        JointState.WITHDRAWN: step("经主席团同意撤回，审议终止。", "Withdrawn with consent; deliberation ends."),
        JointState.CONTINUES: step("不符合撤回条件，审议继续。", "Not withdrawn; deliberation goes on."),
        JointState.ASK_PRESIDIUM: step(
            "仍有足够提案人坚持，由主席团决定。", "Enough movers insist; ask the presidium."
        ),
    }
    return JointFinding(state, movers_insisting, MOVERS_NEEDED, cited, (words[state],), acts)


def file_unlisted_motion(pack: ProvincePack) -> JointFinding:
    """A motion not put on the agenda is treated as a suggestion (CQ 14; practice elsewhere)."""
    here = pack.code == "CQ"
    cited = (citation.MOTION, provincial_citation.CQ_MOTION) if here else (citation.MOTION,)
    sentence = step("未列入议程，作为建议处理。", "Not on the agenda; treated as a suggestion.")
    return JointFinding(
        JointState.ESTABLISHED,
        MOVERS_NEEDED,
        MOVERS_NEEDED,
        cited,
        (sentence,),
        (NextAct.TREAT_AS_SUGGESTION,),
    )


def inquirers_needed(*, deputies_in_office: int, pack: ProvincePack) -> int:
    """Ten, or in a small congress one fifth where the province says so (Organic Law art. 24; BJ 12)."""
    if pack.small_congress_inquiry is None or deputies_in_office > SMALL_CONGRESS:
        return INQUIRERS_NEEDED
    return min(INQUIRERS_NEEDED, majority.one_fifth(deputies_in_office))


def check_inquiry(
    *,
    signers: int,
    deputies_in_office: int,
    pack: ProvincePack,
    form_complete: bool = True,
    suspended_signers: int = 0,
) -> JointFinding:
    """Ten deputies may file a written inquiry to the township government (Organic Law art. 24)."""
    counted = _count(signers, suspended_signers)
    needed = inquirers_needed(deputies_in_office=deputies_in_office, pack=pack)
    local = pack.small_congress_inquiry
    cited = (citation.INQUIRY, local) if local is not None else (citation.INQUIRY,)
    steps: tuple[Step, ...] = (_explain(counted, needed),)
    if counted < needed:
        act = NextAct.COLLECT_SIGNATURES
        return JointFinding(JointState.TOO_FEW_SIGNERS, counted, needed, cited, steps, (act,))
    if not form_complete:
        steps = (*steps, step("没有写明质询对象、问题和内容。", "Whom, question or content are missing."))
        return JointFinding(JointState.FORM_INCOMPLETE, counted, needed, cited, steps, (NextAct.CORRECT_DRAFT,))
    return JointFinding(JointState.ESTABLISHED, counted, needed, cited, steps, (NextAct.PRESIDIUM_DECIDES,))


def withdraw_from_inquiry(
    *, signers_left: int, deputies_in_office: int, presidium_consents: bool, pack: ProvincePack
) -> JointFinding:
    """Signers withdraw before the presidium decides: with too few left it ends if the presidium agrees.

    Source: SH-DB 16, practice elsewhere.
    """
    refuse_impossible(signers_left=signers_left)
    needed = inquirers_needed(deputies_in_office=deputies_in_office, pack=pack)
    cited = (citation.INQUIRY, provincial_citation.SH_INQUIRY_WITHDRAWN)
    if signers_left >= needed:
        state, act = JointState.CONTINUES, NextAct.PRESIDIUM_DECIDES
    elif presidium_consents:
        state, act = JointState.WITHDRAWN, NextAct.ANNOUNCE
    else:
        state, act = JointState.ASK_PRESIDIUM, NextAct.PRESIDIUM_DECIDES
    return JointFinding(state, signers_left, needed, cited, (_explain(signers_left, needed),), (act,))


def check_second_answer(*, signers: int, dissatisfied: int, law: StatuteSet, pack: ProvincePack) -> JointFinding:
    """Half or more of the signers may demand another answer (Deputies Law art. 20; 2015: 14)."""
    refuse_impossible(signers=signers, dissatisfied=dissatisfied)
    needed = majority.half_or_more(signers)
    enough = 0 < needed <= dissatisfied
    local = pack.second_answer_by_presidium
    cited = (law.second_answer, local) if local is not None else (law.second_answer,)
    acts = (NextAct.DEMAND_SECOND_ANSWER, *((NextAct.PRESIDIUM_DECIDES,) if local is not None else ()))
    state = JointState.ESTABLISHED if enough else JointState.TOO_FEW_SIGNERS
    return JointFinding(state, dissatisfied, needed, cited, (_explain(dissatisfied, needed),), acts if enough else ())


def check_extra_session(*, deputies_in_office: int, proposers: int, by_presidium: bool) -> JointFinding:
    """The presidium or one fifth of the deputies: an extra session may be called (Organic Law art. 14(3))."""
    refuse_impossible(proposers=proposers)
    needed = majority.one_fifth(deputies_in_office)
    enough = by_presidium or proposers >= needed
    state = JointState.ESTABLISHED if enough else JointState.TOO_FEW_SIGNERS
    act = NextAct.PRESIDIUM_DECIDES if enough else NextAct.COLLECT_SIGNATURES
    return JointFinding(state, proposers, needed, (citation.EXTRA_SESSION,), (_explain(proposers, needed),), (act,))
