"""A paper as a teller enters it and as it is stored; the reading of it is `rules.ballot`'s."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from huitang.adapters.names import apart
from huitang.congress.journal.refusal import InputIsWrong, must_fit
from huitang.rules import citation
from huitang.rules.ballot import BallotMethod, Mark, Paper, RawMark, Scheme, Unclear, WriteIn, WriteInBreach
from huitang.rules.project_papers import ProjectMethod, ProjectMode, ProjectPaper
from huitang.rules.rating import Grade
from huitang.rules.rating_papers import RatingMethod, RatingPaper

_NAME = 60  # characters of a name written in
_UNCLEAR = "辨认不清"  # stands behind a name written in that several bear, when the paper does not say who
_NAMESAKES = "namesakes"

Namesakes = Mapping[str, tuple[str, ...]]

SEVERAL = "SEVERAL"  # of a rating: two grades or more are marked on one line, or nobody can tell which
_MARKS_OF_RATING = frozenset({*Grade, RawMark.BLANK, SEVERAL})


class PaperIsUnreadable(InputIsWrong):
    text = _("第{line}行的标记“{mark}”无法识别，请重新录入这张票。")


class WriteInIsShared(InputIsWrong):
    text = _(
        "票上写的“{name}”不能只录姓名：{called}。票上看得出是哪一位的，请选这一位；看不出的，请选“{unclear}”，不要猜。"
    )


def as_paper(stored: dict[str, Any], is_eligible: Callable[[str], bool]) -> Paper:
    return Paper(
        marks=tuple(RawMark(mark) for mark in stored["marks"]),
        write_ins=tuple(_write_in(name, is_eligible) for name in stored["write_ins"]),
        sealed=stored["sealed"],
    )


def unclear_name(name: str) -> str:
    """As which a bare name is kept that the paper gives to nobody."""
    return apart.with_note(name, _UNCLEAR)


def _write_in(name: str, is_eligible: Callable[[str], bool]) -> WriteIn:
    is_clear = name != unclear_name(apart.without_note(name))
    return WriteIn(name, not is_clear or is_eligible(name), is_clear)


def as_stored(
    *,
    marks: tuple[str, ...],
    write_ins: tuple[str, ...],
    sealed: bool,
    lines: int,
    kind: str,
    namesakes: Namesakes,
) -> dict[str, Any]:
    """Check and normalise one entry, so that two equal entries are equal.

    :raises PaperIsUnreadable: a mark nobody knows, or not one mark for each printed line
    :raises WriteInIsShared: a bare name several bear; who is meant the teller must say, or that nobody can tell
    """
    known: frozenset[str] = _MARKS_OF_RATING if kind == "RATING" else frozenset(RawMark)
    for line, mark in enumerate(marks, start=1):
        if mark not in known:
            raise PaperIsUnreadable(line=line, mark=mark)
    if len(marks) != lines:
        raise PaperIsUnreadable(line=min(len(marks), lines) + 1, mark="")
    names = sorted(_tidy("".join(name.split()), namesakes) for name in write_ins)
    for name in names:
        must_fit(name, _NAME)
        if name in namesakes:
            called = "、".join(namesakes[name])
            raise WriteInIsShared(name=name, called=called, unclear=unclear_name(name))
    return {"marks": list(marks), "write_ins": [name for name in names if name], "sealed": sealed}


def _tidy(name: str, namesakes: Namesakes) -> str:
    tidy = apart.tidy(name)
    return tidy if apart.without_note(tidy) in namesakes else name


def namesakes_stored(called: Iterable[str]) -> dict[str, Any]:
    """Frozen with the method, as the names were when the papers were printed; nothing where every name is one person's."""
    found = apart.not_told_by_name(called)
    return {_NAMESAKES: {name: list(group) for name, group in found.items()}} if found else {}


def namesakes_of(stored: dict[str, Any]) -> Namesakes:
    """By bare name, how those are called who bear it."""
    return {name: tuple(called) for name, called in stored.get(_NAMESAKES, {}).items()}


def method_stored(method: BallotMethod) -> dict[str, Any]:
    return {
        "candidates": list(method.candidates),
        "seats": method.seats,
        "scheme": method.scheme,
        "accepted_marks": [list(pair) for pair in method.accepted_marks],
        "unclear": method.unclear,
        "write_ins_allowed": method.write_ins_allowed,
        "writein_requires_against": method.writein_requires_against,
        "writein_breach": method.writein_breach,
        "seal_required": method.seal_required,
        "write_ins_by_method": method.write_in_basis == citation.WRITE_IN_METHOD,
    }


def as_method(stored: dict[str, Any]) -> BallotMethod:
    return BallotMethod(
        candidates=tuple(stored["candidates"]),
        seats=stored["seats"],
        scheme=Scheme(stored["scheme"]),
        accepted_marks=tuple((RawMark(raw), Mark(meaning)) for raw, meaning in stored["accepted_marks"]),
        unclear=Unclear(stored["unclear"]),
        write_ins_allowed=stored["write_ins_allowed"],
        writein_requires_against=stored["writein_requires_against"],
        writein_breach=WriteInBreach(stored["writein_breach"]),
        seal_required=stored["seal_required"],
        write_in_basis=citation.WRITE_IN_METHOD if stored["write_ins_by_method"] else citation.WRITE_IN_2025,
    )


def as_project_paper(stored: dict[str, Any], projects: tuple[str, ...]) -> ProjectPaper:
    chosen = (project for project, mark in zip(projects, stored["marks"], strict=True) if mark == RawMark.CIRCLE)
    return ProjectPaper(choices=tuple(chosen), sealed=stored["sealed"])


def project_method_stored(method: ProjectMethod) -> dict[str, Any]:
    return {
        "projects": list(method.projects),
        "seats": method.places,
        "scheme": Scheme.CIRCLE,
        "mode": method.mode,
        "seal_required": method.seal_required,
    }


def as_project_method(stored: dict[str, Any]) -> ProjectMethod:
    return ProjectMethod(
        projects=tuple(stored["projects"]),
        places=stored["seats"],
        mode=ProjectMode(stored["mode"]),
        seal_required=stored["seal_required"],
    )


def as_rating_paper(stored: dict[str, Any], grades: tuple[Grade, ...]) -> RatingPaper:
    return RatingPaper(choices=tuple(_grades_of(mark, grades) for mark in stored["marks"]), sealed=stored["sealed"])


def _grades_of(mark: str, grades: tuple[Grade, ...]) -> tuple[Grade, ...]:
    if mark == SEVERAL:
        return grades
    return () if mark == RawMark.BLANK else (Grade(mark),)


def rating_method_stored(method: RatingMethod) -> dict[str, Any]:
    return {
        "items": list(method.items),
        "grades": list(method.grades),
        "seats": len(method.items),
        "scheme": Scheme.CIRCLE,
        "seal_required": method.seal_required,
    }


def as_rating_method(stored: dict[str, Any]) -> RatingMethod:
    return RatingMethod(
        items=tuple(stored["items"]),
        grades=tuple(Grade(grade) for grade in stored["grades"]),
        seal_required=stored["seal_required"],
    )


def readable_marks(stored: dict[str, Any], kind: str) -> tuple[tuple[str, str], ...]:
    """The marks the adopted method reads, each with its meaning, and last the unclear one."""
    if kind == "PROJECTS":
        return ((RawMark.CIRCLE, Mark.FOR), (RawMark.BLANK, ""))
    if kind == "RATING":
        return (*((grade, "") for grade in stored["grades"]), (RawMark.BLANK, ""), (SEVERAL, ""))
    known = as_method(stored).meanings()
    order = {meaning: place for place, meaning in enumerate(Mark)}
    known_first = sorted(known.items(), key=lambda pair: order[pair[1]])
    return (*known_first, (RawMark.UNCLEAR, ""))
