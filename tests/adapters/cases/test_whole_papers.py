"""Whole ballots in a case come to the same as the totals a teller would write, read by the session's method."""

import json
from pathlib import Path
from random import Random

import pytest

from huitang.adapters.cases import reading, telling
from huitang.adapters.cases.decide import Decided, decide
from huitang.rules.ballot import RawMark

EXAMPLES = Path(__file__).parents[3] / "docs/cases"
EXPECTED = {
    "by_election.yaml": "INELIGIBLE",
    "candidates.yaml": "PRIMARY",
    "chair_on_papers.yaml": "ELECTED",
    "deputy_heads.yaml": "TIED",
    "further_election.yaml": "CONGRESS_MUST_DECIDE",
    "mandate.yaml": "SUSPENDED",
    "method.yaml": "REFUSED",
    "motion.yaml": "TOO_FEW_SIGNERS",
    "nominations.yaml": None,
    "presidium_size.yaml": "OVER_LIMIT",
    "project_vote.yaml": "ADOPTED",
    "quorum.yaml": "NOT_QUORATE",
    "rating.yaml": "RATED",
    "recall.yaml": "TOO_FEW_SIGNERS",
    "reserve.yaml": "TOO_LOW",
    "resignation.yaml": "ACCEPTED",
    "resolution.yaml": "FAILED",
    "scrutineers.yaml": "COLLISION",
    "suggestion_reply.json": "REST_DAY",
    "tie_vote.yaml": "ELECTED",
}


def decided(**case) -> Decided:
    return decide(reading.read_case(json.dumps(case, ensure_ascii=False)))


def election(papers, **more) -> Decided:
    number = sum(one.get("times", 1) if isinstance(one, dict) else 1 for one in papers)
    case = {"deputies_in_office": number, "deputies_present": number, "papers_issued": number, "seats": 1, **more}
    case.setdefault("decide", "election")
    return decided(candidates=["方志远", "林晓"], papers=papers, **case)


def test_every_example_is_known_here():
    assert {path.name for path in EXAMPLES.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize(("name", "state"), EXPECTED.items())
def test_each_example_is_decided(name, state):
    found = decide(reading.read_case((EXAMPLES / name).read_text(encoding="utf-8")))
    assert telling.plain(found)["outcome"].get("state") == state
    for english in (False, True):
        told = telling.tell(found, english=english)
        assert told.startswith(found.title or (found.kind.title.en if english else found.kind.title.zh))
        assert ("Provisions" in told) is english
        assert ("依据" in told) is not english


def test_papers_and_totals_of_the_same_round_are_decided_alike():
    chance = Random(7)
    papers = [chance.choice(["○×", "×○", "○_", "_×", "×_", "__", "○?", "○○"]) for _ in range(95)]
    by_papers = election(papers)
    valid = [paper for paper in papers if paper != "○○"]
    totals = decided(
        decide="election",
        deputies_in_office=95,
        deputies_present=95,
        papers_issued=95,
        papers_collected=95,
        valid_papers=len(valid),
        void_papers=95 - len(valid),
        seats=1,
        votes={"方志远": sum(p[0] == "○" for p in valid), "林晓": sum(p[1] == "○" for p in valid)},
    )
    assert by_papers.outcome == totals.outcome
    assert by_papers.tally.candidates[0].votes_against == sum(p[0] == "×" for p in valid)


def test_a_sign_a_name_of_a_mark_and_times_say_the_same():
    short = election(["○×", "○×", "×_"])
    long = election([{"marks": ["CIRCLE", "CROSS"], "times": 2}, {"marks": "x_"}])
    assert short.outcome == long.outcome
    assert short.tally == long.tally


def test_every_mark_can_be_written_as_a_sign():
    signs = dict(zip("○×_√△+-=?", RawMark.__members__, strict=False))
    names = ["CIRCLE", "CROSS", "BLANK", "TICK", "TRIANGLE", "OVAL_FOR", "OVAL_AGAINST", "OVAL_ABSTAIN", "UNCLEAR"]
    assert len(signs) == len(names) == len(RawMark)
    method = {"scheme": "OVAL", "accepted_marks": {"TICK": "FOR", "CIRCLE": "FOR", "CROSS": "AGAINST"}}
    for sign, name in zip("○×_√△+-=?", names, strict=True):
        assert (
            election([f"{sign}_"], method=method).tally == election([{"marks": [name, "BLANK"]}], method=method).tally
        )


def test_the_method_reads_the_papers():
    papers = [{"marks": "○_", "sealed": False}, {"marks": "_○", "write_ins": [{"name": "梅若兰"}]}]
    assert election(papers).tally.papers_valid == 2
    assert election(papers, method={"seal_required": True}).tally.papers_valid == 1
    free = election(papers, seats=2, method={"writein_requires_against": False})
    assert free.tally.write_ins == (("梅若兰", 1),)
    assert election(papers, method={"writein_breach": "VOID_BALLOT"}).tally.papers_void == 1
    assert election(papers, method={"scheme": "BLANK"}).outcome.ranking == (("方志远", 1), ("林晓", 1))


def test_a_repeated_vote_admits_no_write_in():
    papers = [{"marks": "×_", "write_ins": [{"name": "梅若兰"}]}, "○_", "○_"]
    found = election(papers, decide="tie_vote")
    assert found.outcome.elected == ("方志远",)
    assert found.tally.void_write_ins == (("梅若兰", 1),)


def test_more_papers_collected_than_were_read_is_a_wrong_count():
    assert election(["○×", "○×"], papers_collected=1).outcome.state == "COUNT_ERROR"
    assert election(["○×", "○×"], papers_issued=1).outcome.state == "VOID_ROUND"


def test_project_papers_are_ranked_and_marked_item_by_item():
    round_ = {"decide": "project_vote", "deputies_in_office": 2, "deputies_present": 2, "papers_issued": 2}
    ranked = decided(
        **round_, places=1, mode="RANK", rank_points=[3, 1], projects=["甲", "乙"], papers=[["甲", "乙"], ["乙"]]
    )
    assert ranked.outcome.ranking == (("乙", 4), ("甲", 3))
    each = {"marks": {"甲": "FOR", "乙": "AGAINST"}, "times": 2}
    by_item = decided(**round_, mode="PER_ITEM", competitive=False, projects=["甲", "乙"], papers=[each])
    assert by_item.outcome.adopted == ("甲",)
