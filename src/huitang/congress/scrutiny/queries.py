"""Who watches and who counts, and whether anyone of them must not."""

from dataclasses import dataclass

from huitang.congress.journal.one_look import once
from huitang.congress.resolutions import queries as resolutions
from huitang.congress.resolutions.commands import Matter
from huitang.congress.scrutiny.commands import ScrutineersAreNotAdopted
from huitang.congress.scrutiny.models import DeclaredRelative, Scrutineer, Teller
from huitang.congress.sittings import list_order
from huitang.congress.sittings.list_order import NameList
from huitang.rules import scrutineers
from huitang.rules.scrutineers import ScrutineersFinding


@dataclass(frozen=True)
class ScrutineerRow:
    deputy_id: int
    name: str
    delegation: str
    is_chief: bool

    @property
    def key(self) -> int:
        return self.deputy_id


@dataclass(frozen=True)
class Scrutiny:
    scrutineers: tuple[ScrutineerRow, ...]
    tellers: tuple[str, ...]
    relatives: tuple[tuple[str, str, str], ...]  # candidate, relative, relation
    is_adopted: bool

    @property
    def chief(self) -> str:
        return next((row.name for row in self.scrutineers if row.is_chief), "")

    @property
    def others(self) -> tuple[str, ...]:
        return tuple(row.name for row in self.scrutineers if not row.is_chief)


@once
def get_scrutiny(session_id: int) -> Scrutiny:
    """The chief first, the others in the order of the list: by strokes, or by hand."""
    named = Scrutineer.objects.filter(session_id=session_id).select_related("deputy__delegation")
    rows = [
        ScrutineerRow(s.deputy_id, s.deputy.called, s.deputy.delegation.name, s.duty == Scrutineer.Duty.CHIEF)
        for s in named
    ]
    in_order = list_order.ordered(session_id, NameList.SCRUTINEERS, rows)
    relatives = DeclaredRelative.objects.filter(session_id=session_id)
    return Scrutiny(
        scrutineers=tuple(sorted(in_order, key=lambda row: not row.is_chief)),
        tellers=tuple(Teller.objects.filter(session_id=session_id).values_list("name", flat=True)),
        relatives=tuple((r.candidate_name, r.relative_name, r.relation) for r in relatives),
        is_adopted=resolutions.is_adopted(session_id, Matter.SCRUTINEERS),
    )


def must_be_adopted(session_id: int) -> None:
    """Nobody votes on paper unwatched. :raises ScrutineersAreNotAdopted:"""
    if not resolutions.is_adopted(session_id, Matter.SCRUTINEERS):
        raise ScrutineersAreNotAdopted()


def check(session_id: int, *, candidates: tuple[str, ...]) -> ScrutineersFinding:
    """Hold the list against candidates and their declared relatives (XJF 43, by analogy)."""
    scrutiny = get_scrutiny(session_id)
    return scrutineers.check_scrutineers(
        scrutineers=tuple(row.name for row in scrutiny.scrutineers),
        candidates=candidates,
        relatives=tuple((candidate, relative) for candidate, relative, _ in scrutiny.relatives),
    )
