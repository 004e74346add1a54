"""The draft list of the presidium: drawn from the roll, held against the province's size, closed once elected."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import queries as journal
from huitang.congress.journal.unchanged import must_be_as_seen
from huitang.congress.resolutions import queries as resolutions
from huitang.congress.resolutions.commands import Matter
from huitang.congress.roster import queries as roster
from huitang.congress.roster.queries import DelegationRow, RollRow
from huitang.congress.runsheet import refusals
from huitang.congress.sittings import commands as sittings
from huitang.congress.sittings import queries as sessions
from huitang.congress.sittings.queries import PresidiumRow, SessionRow
from huitang.rules import presidium_list, province
from huitang.rules.presidium_list import SizeFinding, SizeState
from huitang.rules.province_packs import PACKS


@dataclass(frozen=True)
class PresidiumPage:
    session: SessionRow
    roll: tuple[RollRow, ...]
    delegations: tuple[DelegationRow, ...]
    members: tuple[PresidiumRow, ...]
    size: SizeFinding
    is_elected: bool
    version: int

    @property
    def left_office(self) -> tuple[PresidiumRow, ...]:
        """Members who are not deputies on the opening day."""
        in_office = {row.id for row in self.roll}
        return tuple(member for member in self.members if member.deputy_id not in in_office)

    @property
    def size_is_wrong(self) -> bool:
        return self.size.state in (SizeState.OVER_LIMIT, SizeState.UNDER_LIMIT)

    @property
    def size_is_unknown(self) -> bool:
        return self.size.state is SizeState.UNKNOWN

    @property
    def size_is_unusual(self) -> bool:
        return self.size.state is SizeState.UNUSUAL


def get_page(session_id: int, *, town_id: int, chain: str) -> PresidiumPage:
    """:raises SessionIsUnknown: also for a session of another town"""
    version = journal.get_sequence(chain)
    session = sessions.get_session(session_id, town_id=town_id)
    roll = roster.list_roll(session.term_id, on=session.opens_on)
    members = sessions.list_presidium(session_id)
    return PresidiumPage(
        session=session,
        roll=roll,
        delegations=roster.delegation_rows(session.term_id, roll),
        members=members,
        size=_check_size(session, members=len(members), in_office=len(roll)),
        is_elected=resolutions.is_adopted(session_id, Matter.PRESIDIUM),
        version=version,
    )


@transaction.atomic
def list_members(
    *, session_id: int, members: Sequence[tuple[int, str]], actor: Actor, now: datetime, seen: int | None = None
) -> None:
    """Replace the draft list; each member is a deputy id and a post.

    :raises PresidiumIsElected: :raises MemberIsNotInOffice: :raises SessionIsUnknown: :raises SessionIsClosed:
    """
    actor.must_be_allowed_to(Deed.PLAN_SESSION)
    session = sessions.get_session(session_id, town_id=actor.town_id)
    subject = f"session:{session_id}"
    must_be_as_seen(chain=actor.chain, subject=subject, events=("presidium.listed",), seen=seen)
    if resolutions.is_adopted(session_id, Matter.PRESIDIUM):
        raise refusals.PresidiumIsElected()
    in_office = {row.id for row in roster.list_roll(session.term_id, on=session.opens_on)}
    strangers = {deputy for deputy, _post in members} - in_office
    if strangers:
        raise refusals.MemberIsNotInOffice(number=len(strangers))
    once = tuple(dict(members).items())
    sittings.set_presidium(session_id=session_id, members=once, actor=actor, now=now)


def _check_size(session: SessionRow, *, members: int, in_office: int) -> SizeFinding:
    pack = province.choose(PACKS, code=roster.find_province(session.town_id), day=session.opens_on)
    return presidium_list.check_presidium_size(members=members, deputies_in_office=in_office, pack=pack)
