"""The course of a motion or suggestion: which deed may follow which state, who leads, what is not admitted."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from huitang.rules.legal_text import Text


class State(StrEnum):
    """Where it stands; the last four are ends."""

    TABLED = "TABLED"
    ADMITTED = "ADMITTED"
    ASSIGNED = "ASSIGNED"
    HANDED_BACK = "HANDED_BACK"
    ANSWERED = "ANSWERED"
    REDO = "REDO"
    PROMISED = "PROMISED"
    CLOSED = "CLOSED"
    ON_AGENDA = "ON_AGENDA"
    REFUSED = "REFUSED"
    WITHDRAWN = "WITHDRAWN"


class Act(StrEnum):
    """What can be done with it."""

    SIGN = "SIGN"
    UNSIGN = "UNSIGN"
    ADMIT = "ADMIT"
    REFUSE = "REFUSE"
    PUT_ON_AGENDA = "PUT_ON_AGENDA"
    TURN = "TURN"
    MERGE = "MERGE"
    ASSIGN = "ASSIGN"
    HAND_BACK = "HAND_BACK"
    REASSIGN = "REASSIGN"
    EXTEND = "EXTEND"
    CONTACT = "CONTACT"
    GIVE_OPINION = "GIVE_OPINION"
    ANSWER = "ANSWER"
    EVALUATE = "EVALUATE"
    CLOSE_UNRETURNED = "CLOSE_UNRETURNED"
    CLOSE_AFTER_REDO = "CLOSE_AFTER_REDO"
    SET_PROMISE = "SET_PROMISE"
    KEEP_PROMISE = "KEEP_PROMISE"
    WITHDRAW = "WITHDRAW"
    PUBLISH = "PUBLISH"


_HELD = frozenset({State.ASSIGNED, State.REDO})
_OPEN = frozenset({State.TABLED, State.ADMITTED, State.ASSIGNED, State.HANDED_BACK})
WAITING = frozenset({State.ADMITTED, State.HANDED_BACK})
ENDED = frozenset({State.CLOSED, State.ON_AGENDA, State.REFUSED, State.WITHDRAWN})
UNDER_WAY = frozenset(State) - ENDED

OUT_OF: dict[Act, frozenset[State]] = {
    Act.SIGN: frozenset({State.TABLED}),
    Act.UNSIGN: _OPEN,
    Act.ADMIT: frozenset({State.TABLED}),
    Act.REFUSE: frozenset({State.TABLED}),
    Act.PUT_ON_AGENDA: frozenset({State.TABLED}),
    Act.TURN: frozenset({State.TABLED}),
    Act.MERGE: WAITING,
    Act.ASSIGN: WAITING,
    Act.HAND_BACK: frozenset({State.ASSIGNED}),
    Act.REASSIGN: frozenset({State.ASSIGNED}),
    Act.EXTEND: frozenset({State.ASSIGNED}),
    Act.CONTACT: _HELD,
    Act.GIVE_OPINION: _HELD,
    Act.ANSWER: _HELD,
    Act.EVALUATE: frozenset({State.ANSWERED}),
    Act.CLOSE_UNRETURNED: frozenset({State.ANSWERED}),
    Act.CLOSE_AFTER_REDO: frozenset({State.REDO}),
    Act.SET_PROMISE: frozenset({State.PROMISED}),
    Act.KEEP_PROMISE: frozenset({State.PROMISED}),
    Act.WITHDRAW: _OPEN,
    Act.PUBLISH: frozenset({State.CLOSED, State.PROMISED}),
}
_ONLY_MOTIONS = frozenset({Act.PUT_ON_AGENDA, Act.TURN})
_NEVER_MOTIONS = frozenset({Act.ADMIT})


def acts_from(state: State, *, is_motion: bool) -> tuple[Act, ...]:
    """The deeds that may come next, in the order of the work."""
    wrong = _NEVER_MOTIONS if is_motion else _ONLY_MOTIONS
    return tuple(act for act, states in OUT_OF.items() if state in states and act not in wrong)


class Satisfaction(StrEnum):
    """A deputy's verdict on the attitude, and on the result (CQ-JY 26; SD-JY 23)."""

    SATISFIED = "SATISFIED"
    BASICALLY = "BASICALLY"
    NOT_SATISFIED = "NOT_SATISFIED"


def follow_evaluation(*, result: Satisfaction, is_promise_open: bool) -> State:
    """Where the leading deputy's verdict leads: again, to the tracking of the promise, or to the end.

    Source: ZJ-JY 24, HN-JY 22, SD-JY 24, CQ-JY 27.
    """
    if result is Satisfaction.NOT_SATISFIED:
        return State.REDO
    return State.PROMISED if is_promise_open else State.CLOSED


@dataclass(frozen=True, slots=True)
class Signer:
    """One name under it, in the order of signing."""

    deputy_id: int
    has_withdrawn: bool = False


def leading(signers: Iterable[Signer]) -> int | None:
    """The first who has not withdrawn leads; None when nobody is left."""
    return next((signer.deputy_id for signer in signers if not signer.has_withdrawn), None)


class SignerFault(StrEnum):
    """What may be wrong with the names under it."""

    NOBODY = "NOBODY"
    TWICE = "TWICE"
    TOO_MANY = "TOO_MANY"


def check_signers(deputy_ids: tuple[int, ...], *, most: int) -> SignerFault | None:
    """One deputy is enough for a suggestion; nobody signs twice; the office may set a most (0: none).

    Source: Deputies Law arts. 24, 36. The law knows no most: it is the office's own setting.
    """
    if not deputy_ids:
        return SignerFault.NOBODY
    if len(set(deputy_ids)) < len(deputy_ids):
        return SignerFault.TWICE
    return SignerFault.TOO_MANY if most and len(deputy_ids) > most else None


class NotAdmitted(StrEnum):
    """Why something is no suggestion (ZJ-JY 6, CQ-JY 9, SD-JY 6)."""

    PERSONAL = "PERSONAL"
    PETITION = "PETITION"
    PROMOTION = "PROMOTION"
    NOTHING_CONCRETE = "NOTHING_CONCRETE"
    PENDING_CASE = "PENDING_CASE"
    BID = "BID"
    NOT_OURS = "NOT_OURS"


NOT_ADMITTED_NAMES: dict[NotAdmitted, Text] = {
    NotAdmitted.PERSONAL: Text("属于代表本人及其亲属的个人问题", "a personal or family matter"),
    NotAdmitted.PETITION: Text("代转群众来信", "a forwarded petition"),
    NotAdmitted.PROMOTION: Text("属于学术探讨、产品推介", "academic discussion or product promotion"),
    NotAdmitted.NOTHING_CONCRETE: Text("没有实际内容", "nothing concrete"),
    NotAdmitted.PENDING_CASE: Text("涉及正在办理的具体案件", "a pending case"),
    NotAdmitted.BID: Text("涉及招标投标等具体事项", "a bid or tender"),
    NotAdmitted.NOT_OURS: Text("其他不应当作为代表建议提出的", "otherwise not for a suggestion"),
}


def may_publish(*, live_signers: int, consenting: int) -> bool:
    """Only with the consent of everybody who still stands under it."""
    return 0 < live_signers == consenting
