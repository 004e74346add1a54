"""A congress of ten thousand with twenty candidates is decided in under a second."""

import time

from huitang.rules import election, tally
from huitang.rules.ballot import BallotMethod, Paper, RawMark, WriteIn

NAMES = tuple(f"c{k}" for k in range(20))
RAW = (RawMark.CIRCLE, RawMark.CROSS, RawMark.BLANK, RawMark.CROSS)


def test_ten_thousand_papers_for_twenty_candidates_take_less_than_a_second() -> None:
    method = BallotMethod(candidates=NAMES, seats=10)
    papers = [
        Paper(
            marks=tuple(RAW[(row + column * 7) % 4] for column in range(20)),
            write_ins=(WriteIn(f"w{row % 50}", eligible=True),) if row % 9 == 0 else (),
        )
        for row in range(10_000)
    ]
    started = time.perf_counter()
    counted = tally.count_papers(papers, method=method)
    outcome = election.decide_election(
        deputies_in_office=10_000,
        deputies_present=10_000,
        papers_issued=10_000,
        papers_collected=10_000,
        valid_papers=counted.papers_valid,
        void_papers=counted.papers_void,
        seats=10,
        votes=counted.votes(),
    )
    took = time.perf_counter() - started
    assert outcome.state is election.ElectionState.SHORT
    assert counted.papers_valid == 10_000
    assert took < 1
