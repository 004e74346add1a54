"""A second implementation of the counting rules, naive on purpose and independent of `huitang.rules`.

It imports nothing from the product. Shares are compared as fractions, and winners are
found by trying every set of people: who is in each fair set is elected, who is only in some is tied.
"""

from fractions import Fraction
from itertools import combinations

Facts = dict[str, int]


def enough_present(in_office: int, present: int) -> bool:
    return Fraction(present, in_office) >= Fraction(2, 3)


def more_than_half(votes: int, in_office: int) -> bool:
    return Fraction(votes, in_office) > Fraction(1, 2)


def resolution(n: int, present: int, yes: int, no: int, abstain: int, silent: int) -> str:
    if present > n or not enough_present(n, present):
        return "NO_QUORUM"
    if yes + no + abstain + silent != present:
        return "COUNT_MISMATCH"
    return "PASSED" if more_than_half(yes, n) else "FAILED"


def paper_trouble(facts: Facts) -> str | None:
    if facts["present"] > facts["n"] or not enough_present(facts["n"], facts["present"]):
        return "NO_QUORUM"
    if facts["issued"] > facts["present"]:
        return "OVER_ISSUED"
    if facts["collected"] > facts["issued"]:
        return "VOID_ROUND"
    if facts["collected"] != facts["valid"] + facts["void"]:
        return "COUNT_ERROR"
    return None


Result = tuple[str, set[str], set[str], int]


def seat(votes: dict[str, int], passing: set[str], seats: int) -> Result:
    """Seat by trying every set of winners: right ones leave nobody outside with more than anyone inside."""
    size = min(seats, len(passing))
    fair = [
        set(winners)
        for winners in combinations(sorted(passing), size)
        if all(votes[inside] >= votes[outside] for inside in winners for outside in passing - set(winners))
    ]
    certain = set.intersection(*fair)
    possible = set.union(*fair)
    tied = possible - certain
    if tied:
        return "TIED", certain, tied, seats - len(certain)
    if size < seats:
        return "SHORT", certain, set(), seats - size
    return "FULL", certain, set(), 0


def election(facts: Facts, seats: int, votes: dict[str, int]) -> Result:
    trouble = paper_trouble(facts)
    if trouble is not None:
        return trouble, set(), set(), seats
    if any(number > facts["valid"] for number in votes.values()):
        return "COUNT_ERROR", set(), set(), seats
    if sum(votes.values()) > seats * facts["valid"]:
        return "COUNT_ERROR", set(), set(), seats
    passing = {name for name, number in votes.items() if more_than_half(number, facts["n"])}
    return seat(votes, passing, seats)


def project_vote(facts: Facts, places: int, votes: dict[str, int], mode: str, competitive: bool) -> Result:
    if competitive and len(votes) <= places:
        return "METHOD_REFUSED", set(), set(), places
    trouble = paper_trouble(facts)
    if trouble is not None:
        return trouble, set(), set(), places
    if any(number > facts["valid"] for number in votes.values()):
        return "COUNT_ERROR", set(), set(), places
    if mode != "PER_ITEM" and sum(votes.values()) > places * facts["valid"]:
        return "COUNT_ERROR", set(), set(), places
    if mode == "PLURALITY":
        passing = {name for name, number in votes.items() if number > 0}
    else:
        passing = {name for name, number in votes.items() if more_than_half(number, facts["n"])}
    return seat(votes, passing, places)
