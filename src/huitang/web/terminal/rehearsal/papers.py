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


def _column(votes: int, papers: int) -> list[str]:
    rest = papers - votes
    return ["CIRCLE"] * votes + ["CROSS"] * (rest // 2) + ["BLANK"] * (rest - rest // 2)


def _shuffled(pile: list[SimulatedPaper], seed: int) -> list[SimulatedPaper]:
    shuffled = list(pile)
    random.Random(seed).shuffle(shuffled)  # noqa: S311  a rehearsal is repeatable on purpose
    return shuffled
