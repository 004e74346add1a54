"""Votes by show of hands: prepare, open on a frozen electorate, count, decide."""

from datetime import datetime
from enum import StrEnum

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.agenda import queries as agenda
from huitang.congress.attendance import commands as attendance
from huitang.congress.journal import commands as journal
from huitang.congress.journal import findings
from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal, must_fit
from huitang.congress.resolutions.models import HandVote
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.calendar import local_day
from huitang.rules import resolution, statute
from huitang.rules.resolution import ResolutionOutcome

State = HandVote.State
_TITLE = 200  # characters, as the columns hold
_REASON = 200


class Matter(StrEnum):
    """What is put to the hands; some later deeds ask whether a matter was adopted."""

    AGENDA = "AGENDA"
    PRESIDIUM = "PRESIDIUM"
    ELECTION_METHOD = "ELECTION_METHOD"
    PROJECT_METHOD = "PROJECT_METHOD"
    SCRUTINEERS = "SCRUTINEERS"
    FURTHER_ELECTION = "FURTHER_ELECTION"
    PROJECT_LIST = "PROJECT_LIST"
    RESIGNATION = "RESIGNATION"
    RESOLUTION = "RESOLUTION"
    OTHER = "OTHER"


class VoteIsUnknown(NotFound):
    text = _("没有这项表决。")


class TitleIsMissing(InputIsWrong):
    text = _("请写出付表决的是什么。")


class VoteIsNotPrepared(Refusal):
    text = _("“{title}”已经开始表决或已有结果，不能再次开始。")


class AnotherVoteIsOpen(Refusal):
    text = _("另有一项表决正在进行。先宣布它的结果，再开始下一项。")


class VoteIsNotOpen(Refusal):
    text = _("这项表决没有在进行，可能另一位同事已经录入了结果。请看当前步骤。")


class CountsDoNotAddUp(InputIsWrong):
    text = _(
        "赞成{votes_for}+反对{votes_against}+弃权{abstentions}+未表决{not_voting}={total}，与实到{present}人不符。请重新清点。"
    )


class ReasonIsMissing(InputIsWrong):
    text = _("请写明退回的理由。")


@transaction.atomic
def prepare_vote(
    *,
    session_id: int,
    matter: Matter,
    title: str,
    text: str,
    item_id: int | None,
    actor: Actor,
    now: datetime,
) -> int:
    """Make ready what will be put to the hands; returns its id.

    :raises TitleIsMissing: :raises SessionIsUnknown: :raises ItemIsUnknown:
    """
    actor.must_be_allowed_to(Deed.CONDUCT)
    sittings.get_session(session_id, town_id=actor.town_id)
    agenda.must_be_of(session_id, item_id)
    if not title.strip():
        raise TitleIsMissing()
    must_fit(title.strip(), _TITLE)
    vote = HandVote.objects.create(
        session_id=session_id, item_id=item_id, matter=matter, title=title.strip(), text=text
    )
    facts = {"matter": str(matter), "title": vote.title}
    journal.append("vote.prepared", actor=actor, at=now, subject=f"hand_vote:{vote.pk}", facts=facts)
    return int(vote.pk)


@transaction.atomic
def word_vote(*, vote_id: int, title: str, text: str, actor: Actor, now: datetime) -> None:
    """Change the wording before the vote. :raises VoteIsNotPrepared: :raises TitleIsMissing:"""
    actor.must_be_allowed_to(Deed.KEEP_AGENDA)
    if not title.strip():
        raise TitleIsMissing()
    must_fit(title.strip(), _TITLE)
    _vote(vote_id, actor)
    if not HandVote.objects.filter(pk=vote_id, state=State.PREPARED).update(title=title.strip(), text=text):
        raise VoteIsNotPrepared(title=title)
    journal.append("vote.worded", actor=actor, at=now, subject=f"hand_vote:{vote_id}", facts={"title": title.strip()})


@transaction.atomic
def open_vote(*, vote_id: int, sitting_id: int, actor: Actor, now: datetime) -> None:
    """交付表决: the electorate is frozen here.

    :raises QuorumIsNotMet: :raises SittingIsNotOpenToVote: :raises VoteIsNotPrepared: :raises AnotherVoteIsOpen:
    :raises VoteIsUnknown: also of another town
    """
    actor.must_be_allowed_to(Deed.CONDUCT)
    vote = _vote(vote_id, actor)
    electorate = attendance.freeze_electorate(sitting_id=sitting_id, session_id=vote.session_id, now=now)
    prepared = HandVote.objects.filter(pk=vote_id, state=State.PREPARED)
    try:
        with transaction.atomic():
            opened = prepared.update(state=State.OPEN, sitting_id=sitting_id, electorate=electorate, opened_at=now)
    except IntegrityError as error:
        raise AnotherVoteIsOpen() from error
    if not opened:
        raise VoteIsNotPrepared(title=vote.title)
    facts = {
        "title": vote.title,
        "in_office": electorate.deputies_in_office,
        "present": electorate.deputies_present,
    }
    journal.append("vote.opened", actor=actor, at=now, subject=f"hand_vote:{vote_id}", facts=facts)


@transaction.atomic
def decide_vote(
    *,
    vote_id: int,
    votes_for: int,
    votes_against: int,
    abstentions: int,
    not_voting: int,
    actor: Actor,
    now: datetime,
) -> ResolutionOutcome:
    """Record the hands and decide by the majority of all deputies (ZZF 25).

    :raises CountsDoNotAddUp: for + against + abstaining + not voting are not those present
    :raises VoteIsNotOpen:
    """
    actor.must_be_allowed_to(Deed.RECORD_VOTE)
    vote = _vote(vote_id, actor)
    if vote.state != State.OPEN or vote.electorate is None:
        raise VoteIsNotOpen()
    hands = {
        "votes_for": votes_for,
        "votes_against": votes_against,
        "abstentions": abstentions,
        "not_voting": not_voting,
    }
    present = vote.electorate.deputies_present
    _must_add_up(hands, present)
    in_office = vote.electorate.deputies_in_office
    outcome = resolution.decide_resolution(
        deputies_in_office=in_office,
        deputies_present=present,
        votes_for=votes_for,
        votes_against=votes_against,
        abstentions=abstentions,
        not_voting=not_voting,
        law=statute.at(local_day(now)),
    )
    open_one = HandVote.objects.filter(pk=vote_id, state=State.OPEN)
    kept = findings.stored(outcome)
    if not open_one.update(state=State.DECIDED, is_passed=outcome.is_passed, outcome=kept, decided_at=now, **hands):
        raise VoteIsNotOpen()
    facts = {**hands, "state": str(outcome.state), "votes_needed": outcome.votes_needed, "present": present}
    journal.append("vote.decided", actor=actor, at=now, subject=f"hand_vote:{vote_id}", facts=facts)
    return outcome


@transaction.atomic
def annul_vote(*, vote_id: int, reason: str, actor: Actor, now: datetime) -> int:
    """Step back over a vote: the old one is kept with the reason, a new one is ready; returns the new id.

    :raises ReasonIsMissing: :raises VoteIsNotOpen: it was never put to the hands
    """
    actor.must_be_allowed_to(Deed.STEP_BACK)
    if not reason.strip():
        raise ReasonIsMissing()
    must_fit(reason.strip(), _REASON)
    vote = _vote(vote_id, actor)
    begun = HandVote.objects.filter(pk=vote_id, state__in=[State.OPEN, State.DECIDED])
    if not begun.update(state=State.ANNULLED, annulled_because=reason.strip()):
        raise VoteIsNotOpen()
    again = HandVote.objects.create(
        session_id=vote.session_id, item_id=vote.item_id, matter=vote.matter, title=vote.title, text=vote.text
    )
    facts = {"reason": reason.strip(), "again": again.pk}
    journal.append("vote.annulled", actor=actor, at=now, subject=f"hand_vote:{vote_id}", facts=facts)
    return int(again.pk)


def _must_add_up(hands: dict[str, int], present: int) -> None:
    if min(hands.values()) < 0 or sum(hands.values()) != present:
        raise CountsDoNotAddUp(**hands, total=sum(hands.values()), present=present)


def _vote(vote_id: int, actor: Actor) -> HandVote:
    votes = HandVote.objects.select_related("electorate")
    vote = votes.filter(pk=vote_id, session__term__town_id=actor.town_id).first()
    if vote is None:
        raise VoteIsUnknown()
    return vote
