"""The repeated vote among those tied at the cut (再次投票)."""

from collections.abc import Iterable

from huitang.rules import citation, election, majority
from huitang.rules.election import ElectionOutcome, RoundNumbers, Votes
from huitang.rules.papers import CompareWith, OverIssue


def decide_tie_vote(
    *,
    deputies_in_office: int,
    deputies_present: int,
    papers_issued: int,
    papers_collected: int,
    valid_papers: int,
    void_papers: int,
    seats: int,
    votes: Iterable[Votes],
    needs_majority_again: bool = False,
    compare_with: CompareWith = CompareWith.ISSUED,
    over_issue: OverIssue = OverIssue.STOP,
) -> ElectionOutcome:
    """Decide a repeated vote: the most votes win, or with the majority again if the method asks for it.

    Source: Organic Law art. 29(1). Equal again at the cut: those above are elected and the tied vote again.

    :raises ValueError: if there are not more persons than seats, or a person was written in.
    """
    counted = tuple(votes)
    if len(counted) <= seats:
        raise ValueError("a repeated vote needs more persons than seats")
    if any(v.is_write_in for v in counted):
        raise ValueError("only the tied stand in a repeated vote")
    outcome = election.decide_round(
        numbers=RoundNumbers(
            deputies_in_office,
            deputies_present,
            papers_issued,
            papers_collected,
            valid_papers,
            void_papers,
            seats,
        ),
        votes=counted,
        threshold=majority.majority_of_all(deputies_in_office) if needs_majority_again else 0,
        compare_with=compare_with,
        over_issue=over_issue,
    )
    return _with_tie_citations(outcome)


def _with_tie_citations(outcome: ElectionOutcome) -> ElectionOutcome:
    cited = tuple(dict.fromkeys((*outcome.citations, citation.TIE, citation.TIE_AGAIN_OPEN)))
    return election.cite_also(outcome, cited)
