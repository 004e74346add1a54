"""Which line of a file is which deputy. Two people of one name are told apart or asked about, never merged."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from huitang.congress.roster.roll_file import RollLine

MARKS_OF_A_PERSON = ("phone", "born", "sex")


@dataclass(frozen=True)
class KnownDeputy:
    id: int
    number: int
    name: str
    delegation: str
    details: Mapping[str, str]
    mandate_ended: bool


class Doubt(StrEnum):
    """Why a line could not be given to anybody."""

    TWO_LINES_ALIKE = "TWO_LINES_ALIKE"  # two lines of one name that nothing tells apart
    WHICH_OF_THEM = "WHICH_OF_THEM"  # several known deputies of the name, none fits
    ANOTHER_PERSON = "ANOTHER_PERSON"  # one known deputy of the name, but everything else differs
    NUMBER_IS_HELD = "NUMBER_IS_HELD"  # the number belongs to somebody who is not in the file


@dataclass(frozen=True)
class Match:
    """`deputy` None and `doubt` None: a new deputy. `namesakes` are rows of the file and known people."""

    deputy: KnownDeputy | None = None
    doubt: Doubt | None = None
    other: KnownDeputy | None = None
    namesake_rows: tuple[int, ...] = ()
    namesakes: tuple[KnownDeputy, ...] = ()
    told_apart_by: str = ""
    is_renamed: bool = False


Evidence = Callable[[RollLine, KnownDeputy], bool]


def match_lines(lines: Sequence[RollLine], known: Sequence[KnownDeputy]) -> dict[int, Match]:
    """The match of each line, by its row in the file."""
    matches: dict[int, Match] = {}
    for name, group in _by_name(lines).items():
        matches |= _match_group(group, [deputy for deputy in known if deputy.name == name])
    return _settle_numbers(lines, known, matches)


def _by_name(lines: Sequence[RollLine]) -> dict[str, list[RollLine]]:
    groups: dict[str, list[RollLine]] = defaultdict(list)
    for line in lines:
        if line.name:
            groups[line.name].append(line)
    return groups


def _match_group(lines: list[RollLine], known: list[KnownDeputy]) -> dict[int, Match]:
    if len(lines) == 1 and len(known) <= 1:
        return {lines[0].row: _match_alone(lines[0], known)}
    paired, told_apart_by = _pair_by_evidence(lines, known)
    left = [deputy for deputy in known if deputy not in paired.values()]
    matches = {}
    for line in lines:
        others = [other for other in lines if other is not line]
        matches[line.row] = Match(
            deputy=paired.get(line.row),
            doubt=_doubt_about(line, others, paired, left),
            namesake_rows=tuple(other.row for other in others),
            namesakes=tuple(deputy for deputy in known if deputy is not paired.get(line.row)),
            told_apart_by=told_apart_by.get(line.row) or _difference(line, others),
        )
    return matches


def _match_alone(line: RollLine, known: list[KnownDeputy]) -> Match:
    if not known:
        return Match()
    deputy = known[0]
    if _is_another_person(line, deputy):
        return Match(doubt=Doubt.ANOTHER_PERSON, other=deputy)
    return Match(deputy=deputy)


def _is_another_person(line: RollLine, deputy: KnownDeputy) -> bool:
    said = [key for key in MARKS_OF_A_PERSON if line.details.get(key) and deputy.details.get(key)]
    differing = [key for key in said if line.details[key] != deputy.details[key]]
    if not differing or differing == ["sex"]:
        return False
    if len(differing) > 1:
        return True
    agrees = {"phone", "born"} & (set(said) - set(differing))
    return not agrees and not (line.number == deputy.number or line.delegation == deputy.delegation)


def _same(key: str) -> Evidence:
    return lambda line, deputy: bool(line.details.get(key)) and line.details[key] == deputy.details.get(key)


def _same_number(line: RollLine, deputy: KnownDeputy) -> bool:
    return line.number == deputy.number and not _is_another_person(line, deputy)


def _same_delegation(line: RollLine, deputy: KnownDeputy) -> bool:
    return bool(line.delegation) and line.delegation == deputy.delegation and not _is_another_person(line, deputy)


EVIDENCE: tuple[tuple[str, Evidence], ...] = (
    ("phone", _same("phone")),
    ("born", _same("born")),
    ("number", _same_number),
    ("delegation", _same_delegation),
)


def _pair_by_evidence(lines: list[RollLine], known: list[KnownDeputy]) -> tuple[dict[int, KnownDeputy], dict[int, str]]:
    """Give a line to a deputy where the evidence points at exactly one on both sides, strongest first."""
    paired: dict[int, KnownDeputy] = {}
    told_apart_by: dict[int, str] = {}
    for mark, agrees in EVIDENCE:
        free_lines = [line for line in lines if line.row not in paired]
        free_known = [deputy for deputy in known if deputy not in paired.values()]
        for line in free_lines:
            fitting = [deputy for deputy in free_known if agrees(line, deputy)]
            rivals = [other for other in free_lines if fitting and agrees(other, fitting[0])]
            if len(fitting) == len(rivals) == 1:
                paired[line.row], told_apart_by[line.row] = fitting[0], mark
    return paired, told_apart_by


def _doubt_about(
    line: RollLine, others: list[RollLine], paired: Mapping[int, KnownDeputy], left: list[KnownDeputy]
) -> Doubt | None:
    if line.row in paired:
        return None
    if any(not _difference(line, [other]) for other in others):
        return Doubt.TWO_LINES_ALIKE
    if left and not all(_is_another_person(line, deputy) for deputy in left):
        return Doubt.WHICH_OF_THEM
    if not others and any(not _differs_from(line, deputy) for deputy in left):
        return Doubt.WHICH_OF_THEM
    return None


def _difference(line: RollLine, others: list[RollLine]) -> str:
    """The mark in which a line differs from every other of its name: phone, or month of birth."""
    for mark in ("phone", "born"):
        values = [other.details.get(mark) for other in (line, *others)]
        if all(values) and len(set(values)) == len(values):
            return mark
    return ""


def _differs_from(line: RollLine, deputy: KnownDeputy) -> bool:
    return any(
        line.details.get(mark) and deputy.details.get(mark) and line.details[mark] != deputy.details[mark]
        for mark in ("phone", "born")
    )


def _settle_numbers(
    lines: Sequence[RollLine], known: Sequence[KnownDeputy], matches: dict[int, Match]
) -> dict[int, Match]:
    """A new name under a held number is a corrected name when the phone agrees, and a doubt otherwise."""
    matched = {match.deputy.id for match in matches.values() if match.deputy}
    held = {deputy.number: deputy for deputy in known if deputy.id not in matched}
    settled = dict(matches)
    for line in lines:
        holder = held.get(line.number) if line.number else None
        match = matches.get(line.row)
        if holder is None or match is None or match.doubt:
            continue
        if match.deputy is None and _same("phone")(line, holder):
            settled[line.row] = Match(deputy=holder, is_renamed=True)
        elif match.deputy is None or match.deputy.number != line.number:
            settled[line.row] = Match(doubt=Doubt.NUMBER_IS_HELD, other=holder)
    return settled
