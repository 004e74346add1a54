"""What the office sees of a session's elections: the method, the posts, why each may or may not be voted on."""

from dataclasses import dataclass
from typing import Any

from huitang.congress.elections import lawfulness, queries
from huitang.congress.elections.method import method_of
from huitang.congress.elections.models import Election
from huitang.congress.elections.queries import ElectionRow, NominationRow
from huitang.congress.journal import findings
from huitang.congress.resolutions import queries as resolutions
from huitang.congress.resolutions.commands import Matter
from huitang.congress.roster import queries as roster
from huitang.congress.roster.queries import RollRow
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow
from huitang.rules import election_method
from huitang.rules.ballot import RawMark
from huitang.rules.election_method import MethodFinding, SessionMethod
from huitang.rules.nomination import NominationState


@dataclass(frozen=True)
class Nominee:
    """One nomination with its signers' numbers and what the rules say of it."""

    row: NominationRow
    signers: tuple[tuple[int, str], ...]  # number and name
    stands: bool
    finding: dict[str, Any]


@dataclass(frozen=True)
class ElectionCard:
    """One post; `next` names what must be done next, and the page has a sentence for each."""

    election: ElectionRow
    nominees: tuple[Nominee, ...]
    may_vote: bool
    finding: dict[str, Any]  # on the number of candidates
    next: str


@dataclass(frozen=True)
class ElectionDesk:
    session: SessionRow
    method: SessionMethod
    method_finding: MethodFinding
    is_method_adopted: bool
    cards: tuple[ElectionCard, ...]
    roll: tuple[RollRow, ...]

    @property
    def accepts_tick(self) -> bool:
        return any(raw is RawMark.TICK for raw, _meaning in self.method.accepted_marks)


def get_election_desk(session_id: int | None, *, town_id: int, election_id: int | None = None) -> ElectionDesk:
    """By the session, or by one of its elections. :raises SessionIsUnknown: :raises ElectionIsUnknown:"""
    if session_id is None:
        session_id = queries.get_election(election_id or 0).session_id
    session = sittings.get_session(session_id, town_id=town_id)
    roll = roster.list_roll(session.term_id, on=session.opens_on)
    method = method_of(session_id)
    adopted = resolutions.is_adopted(session_id, Matter.ELECTION_METHOD)
    scrutineers = resolutions.is_adopted(session_id, Matter.SCRUTINEERS)
    rows = Election.objects.filter(session_id=session_id).order_by("pk")
    return ElectionDesk(
        session=session,
        method=method,
        method_finding=election_method.check_method(method, on=session.opens_on),
        is_method_adopted=adopted,
        cards=tuple(_card(row, roll, adopted, scrutineers) for row in rows),
        roll=roll,
    )


def _card(
    election: Election, roll: tuple[RollRow, ...], method_adopted: bool, scrutineers_adopted: bool
) -> ElectionCard:
    row = queries.get_election(election.pk)
    nominees = _nominees(election, row, roll)
    finding = lawfulness.check_candidates_of(election)
    may_vote = lawfulness.may_vote_on(finding) and all(nominee.stands for nominee in nominees)
    return ElectionCard(
        election=row,
        nominees=nominees,
        may_vote=may_vote,
        finding=findings.stored(finding),
        next=_next(row, may_vote, method_adopted, scrutineers_adopted),
    )


def _nominees(election: Election, row: ElectionRow, roll: tuple[RollRow, ...]) -> tuple[Nominee, ...]:
    known = {deputy.id: (deputy.number, deputy.name) for deputy in roll}
    found = {finding.nominee: finding for finding in lawfulness.check_nominations_of(election).findings}
    return tuple(
        Nominee(
            row=nomination,
            signers=tuple(known[signer] for signer in nomination.signers if signer in known),
            stands=found[nomination.name].state is NominationState.ESTABLISHED,
            finding=findings.stored(found[nomination.name]),
        )
        for nomination in row.nominations
    )


def _next(row: ElectionRow, may_vote: bool, method_adopted: bool, scrutineers_adopted: bool) -> str:
    """The first thing that is missing on the way to a result."""
    if row.open_round is not None:
        return "ROUND_OPEN"
    if row.next_round.kind is None:
        return "DONE"
    if row.rounds:
        return str(row.next_round.kind)
    if row.candidates_fixed_at is None:
        return "FIX" if may_vote else "NOMINATE"
    if not method_adopted:
        return "ADOPT_METHOD"
    return "VOTE" if scrutineers_adopted else "ADOPT_SCRUTINEERS"
