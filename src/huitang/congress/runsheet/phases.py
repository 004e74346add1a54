"""Where the current step stands, read from the thing it is done to."""

from huitang.congress.elections.queries import ElectionRow
from huitang.congress.project_votes.queries import ProjectVoteRow
from huitang.congress.ratings.queries import RatingRow
from huitang.congress.resolutions.queries import HandVoteRow
from huitang.congress.runsheet.deeds import Phase

_HANDS = {"PREPARED": Phase.READY, "OPEN": Phase.OPEN, "DECIDED": Phase.DECIDED}
_AGAIN = ("VOTE_AGAIN", "TIE_BALLOT")


def of_hand_vote(vote: HandVoteRow) -> Phase:
    return _HANDS[vote.state]


def of_paper_vote(vote: ElectionRow | ProjectVoteRow | RatingRow) -> Phase:
    """The ballot's own state while a round is open; otherwise what must come next."""
    if vote.open_round is not None:
        return Phase(vote.open_round.ballot.state)
    kind = vote.next_round.kind
    if kind is None:
        return Phase.DECIDED
    if kind in _AGAIN:
        return Phase.AGAIN
    return Phase.SHORT if kind == "FURTHER" else Phase.READY
