"""The pile of papers simulated deputies hand in. The same pile lies before both tellers."""

import random
from dataclasses import dataclass

from huitang.web.terminal.rehearsal.shape import PostShape


@dataclass(frozen=True)
class SimulatedPaper:
    marks: tuple[str, ...]
    write_ins: tuple[str, ...] = ()


def election_pile(post: PostShape, papers: int, seed: int) -> list[SimulatedPaper]:
    """As many ○ for each name as the shape says, the rest × and blank, one × with another name written in."""
    columns = [_column(votes, papers) for votes in post.votes_for]
    rows = [tuple(column[place] for column in columns) for place in range(papers)]
    pile = [SimulatedPaper(row) for row in rows]
    against = next((place for place, row in enumerate(rows) if "CROSS" in row), None)
    if against is not None:
        pile[against] = SimulatedPaper(rows[against], ("陶然",))
    return _shuffled(pile, seed)


def project_pile(votes: tuple[int, ...], most: int, papers: int, seed: int) -> list[SimulatedPaper]:
    """Every project gets its votes, and no paper chooses more than `most` of them."""
    room = [most] * papers
    rows = [["BLANK"] * len(votes) for _ in range(papers)]
    for line, wanted in enumerate(votes):
        # those with most room left first, so that the last projects still find papers
        for place in sorted(range(papers), key=lambda paper: -room[paper])[:wanted]:
            rows[place][line] = "CIRCLE"
            room[place] -= 1
    return _shuffled([SimulatedPaper(tuple(row)) for row in rows], seed)


def rating_pile(ratings: tuple[tuple[int, int, int], ...], papers: int, seed: int) -> list[SimulatedPaper]:
    """As many papers for each grade of each line as the shape says; the rest say nothing of it."""
    grades = ("SATISFIED", "BASICALLY_SATISFIED", "NOT_SATISFIED")
    columns = []
    for line in ratings:
        column = [grade for grade, number in zip(grades, line, strict=True) for _ in range(number)]
        columns.append(column + ["BLANK"] * (papers - len(column)))
    return _shuffled([SimulatedPaper(tuple(column[place] for column in columns)) for place in range(papers)], seed)


def misread(paper: SimulatedPaper) -> SimulatedPaper:
    """The same paper with its first line read as something else."""
    first = paper.marks[0]
    other = {"CIRCLE": "BLANK", "SATISFIED": "BASICALLY_SATISFIED", "BASICALLY_SATISFIED": "SATISFIED"}
    wrong = other.get(first, "SATISFIED" if first == "NOT_SATISFIED" else "CIRCLE")
    return SimulatedPaper((wrong, *paper.marks[1:]), paper.write_ins)


def _column(votes: int, papers: int) -> list[str]:
    rest = papers - votes
    return ["CIRCLE"] * votes + ["CROSS"] * (rest // 2) + ["BLANK"] * (rest - rest // 2)


def _shuffled(pile: list[SimulatedPaper], seed: int) -> list[SimulatedPaper]:
    shuffled = list(pile)
    random.Random(seed).shuffle(shuffled)  # noqa: S311  a rehearsal is repeatable on purpose
    return shuffled
