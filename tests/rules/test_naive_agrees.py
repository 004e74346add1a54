"""The product and a naive second implementation agree on a great many random small cases.

The number of cases and the seed come from HUITANG_NAIVE_CASES and HUITANG_NAIVE_SEED.
"""

import os
import random
from collections import Counter
from typing import Any

from huitang.rules import election, project_vote, resolution
from huitang.rules.project_papers import ProjectMode
from huitang.rules.tally import Votes
from tests.rules import naive

CASES = int(os.environ.get("HUITANG_NAIVE_CASES", "120000"))
SEED = int(os.environ.get("HUITANG_NAIVE_SEED", "20250331"))
MODES = (ProjectMode.MAJORITY, ProjectMode.PLURALITY, ProjectMode.PER_ITEM)
SAME_STATE = {"FULL": {"ELECTED", "ADOPTED"}}


def random_facts(dice: random.Random) -> naive.Facts:
    n = dice.randint(1, 12)
    present = n if dice.random() < 0.6 else dice.randint(0, n + 1)
    issued = max(present + dice.choice((0, 0, 0, 0, 0, 0, 0, -1, 1)), 0)
    collected = max(issued + dice.choice((0, 0, 0, 0, 0, 0, 0, -1, 1)), 0)
    void = dice.choice((0, 0, 0, 1)) if collected else 0
    valid = max(collected - void + dice.choice((0,) * 15 + (1, -1)), 0)
    return {
        "n": n,
        "present": present,
        "issued": issued,
        "collected": collected,
        "valid": valid,
        "void": void,
    }


def random_votes(dice: random.Random, valid: int, most: int) -> dict[str, int]:
    names = [f"c{k}" for k in range(dice.randint(1, 5))]
    dice.shuffle(names)
    low = dice.choice((0, valid // 2, valid // 2 + 1))
    high = valid + (dice.random() < 0.02)
    votes = {name: dice.randint(min(low, high), high) for name in names}
    while sum(votes.values()) > most and dice.random() < 0.98:
        name = dice.choice([k for k, v in votes.items() if v])
        votes[name] -= 1
    return votes


def rows(votes: dict[str, int]) -> tuple[Votes, ...]:
    return tuple(Votes(name, number) for name, number in votes.items())


def numbers(facts: naive.Facts) -> dict[str, Any]:
    return {
        "deputies_in_office": facts["n"],
        "deputies_present": facts["present"],
        "papers_issued": facts["issued"],
        "papers_collected": facts["collected"],
        "valid_papers": facts["valid"],
        "void_papers": facts["void"],
    }


def compare_election(dice: random.Random) -> str:
    facts = random_facts(dice)
    seats = dice.randint(1, 4)
    votes = random_votes(dice, facts["valid"], seats * facts["valid"])
    found = election.decide_election(**numbers(facts), seats=seats, votes=rows(votes))
    state, elected, tied, left = naive.election(facts, seats, votes)
    got = (set(found.elected), set(found.tied), found.tied_seats + found.seats_short)
    assert found.state in SAME_STATE.get(state, {state}), (facts, seats, votes)
    assert got == (elected, tied, left), (facts, seats, votes)
    return str(found.state)


def compare_project_vote(dice: random.Random) -> str:
    facts = random_facts(dice)
    places, mode, competitive = dice.randint(1, 4), dice.choice(MODES), dice.random() < 0.7
    votes = random_votes(dice, facts["valid"], places * facts["valid"])
    found = project_vote.decide_project_vote(
        **numbers(facts), places=places, votes=rows(votes), mode=mode, competitive=competitive
    )
    state, adopted, tied, left = naive.project_vote(facts, places, votes, mode.value, competitive)
    got = (set(found.adopted), set(found.tied), found.tied_places + found.places_short)
    assert found.state in SAME_STATE.get(state, {state}), (facts, places, votes, mode)
    assert got == (adopted, tied, left), (facts, places, votes, mode)
    return str(found.state)


def compare_resolution(dice: random.Random) -> str:
    facts = random_facts(dice)
    left, shares = facts["present"], []
    for _ in range(3):
        shares.append(dice.randint(0, left))
        left -= shares[-1]
    shares.append(max(left + dice.choice((0, 0, 0, 0, 0, 1, -1)), 0))
    if dice.random() < 0.5:
        shares.sort(reverse=True)
    yes, no, abstain, silent = shares
    found = resolution.decide_resolution(
        deputies_in_office=facts["n"],
        deputies_present=facts["present"],
        votes_for=yes,
        votes_against=no,
        abstentions=abstain,
        not_voting=silent,
    )
    assert found.state == naive.resolution(facts["n"], facts["present"], *shares), (facts, shares)
    return str(found.state)


def test_two_implementations_agree_and_every_outcome_occurs() -> None:
    dice = random.Random(SEED)
    seen: Counter[tuple[str, str]] = Counter()
    compares = (compare_election, compare_project_vote, compare_resolution)
    for number in range(CASES):
        compare = compares[number % 3]
        seen[compare.__name__, compare(dice)] += 1
    wanted = [("compare_election", str(state)) for state in election.ElectionState]
    wanted += [("compare_project_vote", str(state)) for state in project_vote.ProjectVoteState]
    wanted += [("compare_resolution", s) for s in ("PASSED", "FAILED", "NO_QUORUM", "COUNT_MISMATCH")]
    assert set(wanted) <= set(seen)
    assert sum(seen.values()) == CASES
