"""Whether a target was met, honouring the word that stands behind its number.

`以上` and `以内` include the number, `超过` does not: Civil Code art. 1259, by analogy, since a plan is no statute.
How far `左右` reaches is settled by nobody; the office says it, and every finding says what was said.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from huitang.rules import target_citation
from huitang.rules.legal_text import Citation, Step, step


class Qualifier(StrEnum):
    """What the word behind a target asks of the actual figure."""

    AROUND = "AROUND"
    AT_LEAST = "AT_LEAST"
    MORE_THAN = "MORE_THAN"
    AT_MOST = "AT_MOST"
    LESS_THAN = "LESS_THAN"
    UNKNOWN = "UNKNOWN"


_WORDS = {
    Qualifier.AROUND: ("左右", "上下", "大约", "约"),
    Qualifier.AT_LEAST: ("以上", "及以上", "达到", "达", "不低于", "不少于", "至少", "完成", "实现", ""),
    Qualifier.MORE_THAN: ("超过", "突破", "高于", "超"),
    Qualifier.AT_MOST: ("以内", "以下", "之内", "不超过", "不高于", "控制在", "至多"),
    Qualifier.LESS_THAN: ("低于", "不满", "不足", "不到"),
}


def read_qualifier(word: str) -> Qualifier:
    """What a word asks; one that is not known is asked about, never guessed."""
    return next((meant for meant, words in _WORDS.items() if word.strip() in words), Qualifier.UNKNOWN)


class TargetState(StrEnum):
    """What became of a target. ABOVE is met, and beyond the tolerance of `左右`."""

    MET = "MET"
    ABOVE = "ABOVE"
    NOT_MET = "NOT_MET"
    NO_ACTUAL = "NO_ACTUAL"
    ASK = "ASK"

    @property
    def is_met(self) -> bool:
        """Whether the promise was kept."""
        return self in (TargetState.MET, TargetState.ABOVE)


@dataclass(frozen=True, slots=True)
class TargetFinding:
    """The finding, and how far the actual figure is from the target (below it: negative)."""

    state: TargetState
    difference: Fraction
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]


def judge(*, target: Fraction, qualifier: Qualifier, actual: Fraction | None, tolerance: Fraction) -> TargetFinding:
    """Compare one actual figure with its target.

    `左右` is met down to the tolerance below; more than the tolerance above is ABOVE, which is met too.
    The other words allow no tolerance. Source: Civil Code art. 1259 by analogy; the tolerance is the office's.

    :raises ValueError: if the tolerance is below zero.
    """
    if tolerance < 0:
        raise ValueError("a tolerance is never below zero")
    if actual is None:
        sentence = step("还没有实际数。", "There is no actual figure yet.")
        return TargetFinding(TargetState.NO_ACTUAL, Fraction(0), (), (sentence,))
    difference = actual - target
    cited = target_citation.AROUND if qualifier is Qualifier.AROUND else target_citation.INCLUSIVE
    return TargetFinding(_state(difference, qualifier, tolerance), difference, (cited,), (_STEPS[qualifier],))


def _state(difference: Fraction, qualifier: Qualifier, tolerance: Fraction) -> TargetState:
    if qualifier is Qualifier.UNKNOWN:
        return TargetState.ASK
    if qualifier is Qualifier.AROUND and difference > tolerance:
        return TargetState.ABOVE
    is_met = {
        Qualifier.AROUND: difference >= -tolerance,
        Qualifier.AT_LEAST: difference >= 0,
        Qualifier.MORE_THAN: difference > 0,
        Qualifier.AT_MOST: difference <= 0,
        Qualifier.LESS_THAN: difference < 0,
    }
    return TargetState.MET if is_met[qualifier] else TargetState.NOT_MET


_STEPS = {
    Qualifier.AROUND: step("“左右”按本单位定的幅度判断。", "'Around' is read with the tolerance the office set."),
    Qualifier.AT_LEAST: step("达到这个数就是完成，包括本数。", "The number itself is enough."),
    Qualifier.MORE_THAN: step("必须超过这个数，不包括本数。", "It must be more than the number itself."),
    Qualifier.AT_MOST: step("不超过这个数就是完成，包括本数。", "The number itself is still within."),
    Qualifier.LESS_THAN: step("必须低于这个数，不包括本数。", "It must be less than the number itself."),
    Qualifier.UNKNOWN: step("这个口径看不懂，请人来定。", "The qualifier is not known; a person decides."),
}
