"""Who is nominated lawfully: by the presidium or by ten deputies jointly, within the caps."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from huitang.rules import citation
from huitang.rules.legal_text import Citation, NextAct, Step, step
from huitang.rules.office import Post

SIGNERS_NEEDED = 10


class OverCap(StrEnum):
    """For which nominations a signer over the cap still counts; law does not say (the method's choice)."""

    FIRST_FILED = "FIRST_FILED"
    NONE = "NONE"


class NominationState(StrEnum):
    """What becomes of one nomination."""

    ESTABLISHED = "ESTABLISHED"
    NOT_WRITTEN = "NOT_WRITTEN"
    TOO_FEW_SIGNERS = "TOO_FEW_SIGNERS"
    INELIGIBLE = "INELIGIBLE"
    PRESIDIUM_OVER_CAP = "PRESIDIUM_OVER_CAP"


@dataclass(frozen=True, slots=True)
class JointNomination:
    """A nomination by deputies. The order in which nominations are given is the order of filing."""

    nominee: str
    signers: tuple[str, ...]
    in_writing: bool = True


@dataclass(frozen=True, slots=True)
class NomineeFinding:
    """What was found on one nomination; signers_counted is None for the presidium's."""

    state: NominationState
    nominee: str
    signers_counted: int | None
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]
    next_acts: tuple[NextAct, ...]


@dataclass(frozen=True, slots=True)
class NominationsFinding:
    """All nominations for one post. `established` names each nominee once, in order of filing."""

    findings: tuple[NomineeFinding, ...]
    established: tuple[str, ...]
    signers_over_cap: tuple[str, ...]


def check_nominations(
    *,
    post: Post,
    seats: int,
    presidium_nominees: tuple[str, ...],
    joint: tuple[JointNomination, ...],
    deputies: frozenset[str],
    suspended: frozenset[str] = frozenset(),
    over_cap: OverCap = OverCap.FIRST_FILED,
) -> NominationsFinding:
    """Check every nomination for one post; `deputies` are those in office.

    Source: Organic Law arts. 18(1), 26(1)-(3). Suspended deputies cannot sign (Deputies Law art. 61).
    """
    able = deputies - suspended
    over = _signers_over_cap(joint, seats)
    allowed = _count_signers(joint, able=able, seats=seats, over=over, over_cap=over_cap)
    findings = [_check_presidium(n, post, seats, presidium_nominees, deputies) for n in presidium_nominees]
    findings += [
        _check_joint(nomination, post, signers, deputies) for nomination, signers in zip(joint, allowed, strict=True)
    ]
    passed = (f.nominee for f in findings if f.state is NominationState.ESTABLISHED)
    return NominationsFinding(tuple(findings), tuple(dict.fromkeys(passed)), tuple(sorted(over)))


def _signers_over_cap(joint: tuple[JointNomination, ...], seats: int) -> set[str]:
    nominees: Counter[str] = Counter()
    for signer, _ in {(s, n.nominee) for n in joint for s in n.signers}:
        nominees[signer] += 1
    return {signer for signer, number in nominees.items() if number > seats}


def _count_signers(
    joint: tuple[JointNomination, ...], *, able: frozenset[str], seats: int, over: set[str], over_cap: OverCap
) -> tuple[int, ...]:
    used: dict[str, set[str]] = {}
    counted: list[int] = []
    for nomination in joint:
        number = 0
        for signer in sorted(set(nomination.signers) & able):
            if signer in over and over_cap is OverCap.NONE:
                continue
            names = used.setdefault(signer, set())
            if nomination.nominee in names or len(names) < seats:
                names.add(nomination.nominee)
                number += 1
        counted.append(number)
    return tuple(counted)


def _check_presidium(
    nominee: str, post: Post, seats: int, nominees: tuple[str, ...], deputies: frozenset[str]
) -> NomineeFinding:
    if len(set(nominees)) > seats:
        sentence = step(
            f"主席团提名{len(set(nominees))}人，多于应选{seats}名，提名不成立。",
            f"The presidium names {len(set(nominees))} for {seats} posts, which is too many.",
        )
        return NomineeFinding(
            NominationState.PRESIDIUM_OVER_CAP, nominee, None, (citation.NOMINATION_CAP,), (sentence,),
            (NextAct.PRESIDIUM_DECIDES,),
        )  # fmt: skip
    if post.must_be_deputy and nominee not in deputies:
        return _ineligible(nominee, None)
    sentence = step(f"主席团提名{nominee}，成立。", f"The presidium nominates {nominee}: established.")
    return NomineeFinding(NominationState.ESTABLISHED, nominee, None, (citation.NOMINATION,), (sentence,), ())


def _check_joint(nomination: JointNomination, post: Post, signers: int, deputies: frozenset[str]) -> NomineeFinding:
    nominee = nomination.nominee
    if post.must_be_deputy and nominee not in deputies:
        return _ineligible(nominee, signers)
    if not nomination.in_writing:
        sentence = step(f"对{nominee}的联名提名没有书面提出。", f"The joint nomination of {nominee} is not in writing.")
        return NomineeFinding(
            NominationState.NOT_WRITTEN, nominee, signers, (citation.NOMINATION_BY_TEN,), (sentence,),
            (NextAct.COLLECT_SIGNATURES,),
        )  # fmt: skip
    enough = signers >= SIGNERS_NEEDED
    sentence = step(
        f"对{nominee}的联名提名，有效联名{signers}人，需要{SIGNERS_NEEDED}人以上，{'成立' if enough else '不成立'}。",
        f"{signers} signatures count for {nominee}, {SIGNERS_NEEDED} are needed: "
        f"{'established' if enough else 'not established'}.",
    )
    return NomineeFinding(
        NominationState.ESTABLISHED if enough else NominationState.TOO_FEW_SIGNERS,
        nominee,
        signers,
        (citation.NOMINATION_BY_TEN, citation.NOMINATION_CAP),
        (sentence,),
        () if enough else (NextAct.COLLECT_SIGNATURES,),
    )


def _ineligible(nominee: str, signers: int | None) -> NomineeFinding:
    sentence = step(
        f"{nominee}不是本级代表，不能作为主席、副主席人选。",
        f"{nominee} is not a deputy of this congress and cannot stand for chair or vice-chair.",
    )
    return NomineeFinding(
        NominationState.INELIGIBLE, nominee, signers, (citation.CHAIRS_FROM_DEPUTIES,), (sentence,),
        (NextAct.ELECT_DEPUTY_FIRST,),
    )  # fmt: skip
