"""Reading and counting the papers of a satisfaction rating: one grade for each printed line."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from huitang.rules.rating import Grade, read_choices

THREE_GRADES = (Grade.SATISFIED, Grade.BASICALLY_SATISFIED, Grade.NOT_SATISFIED)
TWO_GRADES = (Grade.SATISFIED, Grade.NOT_SATISFIED)


@dataclass(frozen=True, slots=True)
class RatingMethod:
    """How the papers of this rating are read; `items` are the names in printed order."""

    items: tuple[str, ...]
    grades: tuple[Grade, ...] = THREE_GRADES
    seal_required: bool = False


@dataclass(frozen=True, slots=True)
class RatingPaper:
    """One paper: for each printed line the grades marked on it, which should be one."""

    choices: tuple[tuple[Grade, ...], ...]
    sealed: bool = True


@dataclass(frozen=True, slots=True)
class ItemTally:
    """One line summed. `void` are the papers that say nothing countable of it; the four make up all papers."""

    item: str
    satisfied: int
    basically: int
    dissatisfied: int
    void: int


@dataclass(frozen=True, slots=True)
class RatingTally:
    """`papers_void` are those on which no line counts at all; the wholly blank ones are among them."""

    papers_valid: int
    papers_void: int
    papers_blank: int
    items: tuple[ItemTally, ...]


def read_rating_paper(paper: RatingPaper, method: RatingMethod) -> tuple[Grade | None, ...]:
    """The grade of each line; None where the paper does not count for it (practice).

    No grade or several leave that line out and nothing else. A paper without the seal the method asks for counts
    nowhere.
    """
    if method.seal_required and not paper.sealed:
        return (None,) * len(method.items)
    read = (read_choices(choices) for choices in paper.choices)
    return tuple(grade if grade in method.grades else None for grade in read)


def count_rating_papers(papers: Iterable[RatingPaper], *, method: RatingMethod) -> RatingTally:
    """Sum the papers line by line (the session's method). The order of the papers never matters."""
    lines: tuple[Counter[Grade | None], ...] = tuple(Counter() for _ in method.items)
    valid = void = blank = 0
    for paper in papers:
        grades = read_rating_paper(paper, method)
        counts = any(grade is not None for grade in grades)
        valid, void = valid + counts, void + (not counts)
        blank += not any(paper.choices)
        for line, grade in zip(lines, grades, strict=True):
            line[grade] += 1
    items = tuple(_summed(item, line) for item, line in zip(method.items, lines, strict=True))
    return RatingTally(papers_valid=valid, papers_void=void, papers_blank=blank, items=items)


def _summed(item: str, line: Counter[Grade | None]) -> ItemTally:
    return ItemTally(
        item=item,
        satisfied=line[Grade.SATISFIED],
        basically=line[Grade.BASICALLY_SATISFIED],
        dissatisfied=line[Grade.NOT_SATISFIED],
        void=line[None],
    )
