"""Votes by show of hands and what came of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from huitang.congress.journal.one_look import once
from huitang.congress.resolutions.commands import Matter, VoteIsUnknown
from huitang.congress.resolutions.models import HandVote


@dataclass(frozen=True)
class HandVoteRow:
    id: int
    session_id: int
    sitting_id: int | None
    item_id: int | None
    matter: str
    title: str
    text: str
    state: str
    in_office: int | None
    present: int | None
    votes_for: int | None
    votes_against: int | None
    abstentions: int | None
    not_voting: int | None
    votes_needed: int | None
    is_passed: bool | None
    outcome: dict[str, Any] | None
    opened_at: datetime | None
    decided_at: datetime | None
    annulled_because: str


@once
def list_votes(session_id: int) -> tuple[HandVoteRow, ...]:
    votes = HandVote.objects.filter(session_id=session_id).select_related("electorate").order_by("pk")
    return tuple(_row(vote) for vote in votes)


def get_vote(vote_id: int) -> HandVoteRow:
    vote = HandVote.objects.select_related("electorate").filter(pk=vote_id).first()
    if vote is None:
        raise VoteIsUnknown()
    return _row(vote)


def is_adopted(session_id: int, matter: Matter, *, since: datetime | None = None) -> bool:
    """Whether the congress has adopted such a matter in this session (after `since`, if given)."""
    return any(
        vote.matter == matter
        and vote.is_passed
        and vote.state == HandVote.State.DECIDED
        and (since is None or (vote.decided_at is not None and vote.decided_at >= since))
        for vote in list_votes(session_id)
    )


def list_passed(town_id: int, *, matters: Collection[Matter]) -> tuple[HandVoteRow, ...]:
    """What the congress of a town has adopted on such matters, the latest first."""
    passed = HandVote.objects.filter(
        session__term__town_id=town_id, matter__in=matters, state=HandVote.State.DECIDED, is_passed=True
    )
    return tuple(_row(vote) for vote in passed.select_related("electorate").order_by("-decided_at", "-pk"))


def _row(vote: HandVote) -> HandVoteRow:
    electorate = vote.electorate
    return HandVoteRow(
        id=vote.pk,
        session_id=vote.session_id,
        sitting_id=vote.sitting_id,
        item_id=vote.item_id,
        matter=vote.matter,
        title=vote.title,
        text=vote.text,
        state=vote.state,
        in_office=electorate.deputies_in_office if electorate else None,
        present=electorate.deputies_present if electorate else None,
        votes_for=vote.votes_for,
        votes_against=vote.votes_against,
        abstentions=vote.abstentions,
        not_voting=vote.not_voting,
        votes_needed=vote.outcome["votes_needed"] if vote.outcome else None,
        is_passed=vote.is_passed,
        outcome=vote.outcome,
        opened_at=vote.opened_at,
        decided_at=vote.decided_at,
        annulled_because=vote.annulled_because,
    )
