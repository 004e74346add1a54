"""The order of the candidates: that of their list until they are fixed, and from then on the one that was fixed.

A round keeps the names it was opened with, so no order set later reaches a paper that was issued.
"""

from huitang.congress.elections.models import Election, Nomination
from huitang.congress.sittings import list_order
from huitang.congress.sittings.list_order import NameList


def list_in_order(election: Election) -> tuple[Nomination, ...]:
    nominated = tuple(sorted(election.nominations.all(), key=lambda nomination: nomination.position))
    if election.nominations_closed_at is not None:
        return nominated
    return list_order.ordered_in(election.session, NameList.CANDIDATES.of(election.pk), nominated)


def fix_order(election: Election) -> tuple[str, ...]:
    """Write the present order down as the one the ballots are printed in; returns the names."""
    nominated = list_in_order(election)
    for place, nomination in enumerate(nominated, start=1):
        nomination.position = place
    Nomination.objects.bulk_update(nominated, ["position"])
    return tuple(nomination.name for nomination in nominated)
