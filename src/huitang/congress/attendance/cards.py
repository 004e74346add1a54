"""The cards deputies come in with, beside the roll of the session's opening day."""

from dataclasses import dataclass
from datetime import datetime

from huitang.congress.accounts import queries as accounts
from huitang.congress.journal import queries as journal
from huitang.congress.roster import queries as roster
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow


@dataclass(frozen=True)
class CardHolder:
    """`token` is empty where there is no valid card."""

    deputy_id: int
    number: int
    name: str
    delegation: str
    token: str
    issued_at: datetime | None


@dataclass(frozen=True)
class CardsPage:
    session: SessionRow
    holders: tuple[CardHolder, ...]
    version: int

    @property
    def with_card(self) -> tuple[CardHolder, ...]:
        return tuple(holder for holder in self.holders if holder.token)

    @property
    def without_card(self) -> tuple[CardHolder, ...]:
        return tuple(holder for holder in self.holders if not holder.token)


def get_cards(session_id: int, *, town_id: int, chain: str) -> CardsPage:
    """:raises SessionIsUnknown: also for a session of another town"""
    version = journal.get_sequence(chain)
    session = sittings.get_session(session_id, town_id=town_id)
    roll = roster.list_roll(session.term_id, on=session.opens_on)
    cards = {card.deputy_id: card for card in accounts.list_cards(tuple(row.id for row in roll))}
    holders = []
    for row in roll:
        card = cards.get(row.id)
        token, issued_at = (card.token, card.issued_at) if card else ("", None)
        holders.append(CardHolder(row.id, row.number, row.name, row.delegation, token, issued_at))
    return CardsPage(session, tuple(holders), version)
