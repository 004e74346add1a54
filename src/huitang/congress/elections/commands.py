"""Preparing an election: the method, the posts, the nominations. The rounds are in `rounds`."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from huitang.adapters.names import apart
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.agenda import queries as agenda
from huitang.congress.ballots.rounds import RoundIsOpen
from huitang.congress.elections import ballot_order, lawfulness, nominee_names, refusals
from huitang.congress.elections.models import Election, ElectionMethod, ElectionRound, Nomination
from huitang.congress.elections.rounds import get_election
from huitang.congress.elections.signers import read_signers
from huitang.congress.journal import commands as journal
from huitang.congress.journal import findings
from huitang.congress.resolutions import queries as resolutions
from huitang.congress.resolutions.commands import Matter
from huitang.congress.roster import queries as roster
from huitang.congress.sittings import queries as sittings
from huitang.rules.office import Post


@transaction.atomic
def set_method(
    *,
    session_id: int,
    scheme: str,
    accepts_tick: bool,
    unclear: str,
    writein_requires_against: bool,
    seal_required: bool,
    revote_majority_again: bool,
    competitive_in_by_election: bool,
    actor: Actor,
    now: datetime,
) -> None:
    """Keep the draft 选举办法 of a session.

    :raises MethodIsUnlawful: a clause breaks the law, with the article
    :raises MethodIsAdopted: the congress has adopted it; it can no longer change
    """
    actor.must_be_allowed_to(Deed.KEEP_ELECTION)
    sittings.get_session(session_id, town_id=actor.town_id)
    if resolutions.is_adopted(session_id, Matter.ELECTION_METHOD):
        raise refusals.MethodIsAdopted()
    fields = {
        "scheme": scheme,
        "accepts_tick": accepts_tick,
        "unclear": unclear,
        "writein_requires_against": writein_requires_against,
        "seal_required": seal_required,
        "revote_majority_again": revote_majority_again,
        "competitive_in_by_election": competitive_in_by_election,
    }
    ElectionMethod.objects.update_or_create(session_id=session_id, defaults=fields)
    lawfulness.must_be_lawful_method(session_id)
    journal.append("election.method_set", actor=actor, at=now, subject=f"session:{session_id}", facts=fields)


@transaction.atomic
def prepare_election(
    *,
    session_id: int,
    item_id: int | None,
    post: str,
    kind: str,
    seats: int,
    surplus: int,
    vacancy: str,
    actor: Actor,
    now: datetime,
) -> int:
    """Prepare the election of one post; returns its id. :raises PostIsTaken: :raises SeatsAreWrong: :raises ItemIsUnknown:"""
    actor.must_be_allowed_to(Deed.KEEP_ELECTION)
    sittings.get_session(session_id, town_id=actor.town_id)
    agenda.must_be_of(session_id, item_id)
    if seats < 1 or (Post(post).is_chief and seats != 1):
        raise refusals.SeatsAreWrong()
    try:
        with transaction.atomic():
            election = Election.objects.create(
                session_id=session_id,
                item_id=item_id,
                post=post,
                kind=kind,
                seats=seats,
                surplus=surplus,
                vacancy=vacancy,
            )
    except IntegrityError as error:
        raise refusals.PostIsTaken() from error
    facts = {"post": post, "kind": kind, "seats": seats, "vacancy": vacancy}
    journal.append("election.prepared", actor=actor, at=now, subject=f"election:{election.pk}", facts=facts)
    return int(election.pk)


@transaction.atomic
def nominate(
    *,
    election_id: int,
    name: str,
    deputy_id: int | None,
    by_presidium: bool,
    signers: tuple[int, ...],
    about: str,
    actor: Actor,
    now: datetime,
) -> int:
    """List a nominee (ZZF 26); whether the nomination stands is found when nominations close.

    :raises NominationsAreClosed: :raises NomineeIsListed: :raises NomineeIsMissing: :raises NomineeIsNoDeputy:
    :raises NameIsShared: two deputies have the name, and none of them was chosen
    """
    actor.must_be_allowed_to(Deed.KEEP_ELECTION)
    election = _open_for_nominations(election_id, actor)
    name = nominee_names.name_to_list(election, typed=name, deputy_id=deputy_id)
    try:
        with transaction.atomic():
            nomination = Nomination.objects.create(
                election=election,
                name=name,
                deputy_id=deputy_id,
                by_presidium=by_presidium,
                signers=[] if by_presidium else sorted(set(signers)),
                about=about.strip(),
                position=(election.nominations.aggregate(last=Max("position"))["last"] or 0) + 1,
            )
    except IntegrityError as error:
        raise refusals.NomineeIsListed(name=name, bare=apart.without_note(name)) from error
    facts = {"name": nomination.name, "by_presidium": by_presidium, "signers": len(nomination.signers)}
    journal.append("election.nominated", actor=actor, at=now, subject=f"election:{election_id}", facts=facts)
    return int(nomination.pk)


@transaction.atomic
def nominate_by_numbers(
    *,
    election_id: int,
    name: str,
    deputy_id: int | None,
    by_presidium: bool,
    signers: str,
    about: str,
    actor: Actor,
    now: datetime,
) -> int:
    """The same with the signers as their numbers on the roll stand on the paper: ``3 17 20-29``; returns the session.

    :raises SignersAreUnreadable: :raises SignerIsUnknown: and what `nominate` raises
    """
    actor.must_be_allowed_to(Deed.KEEP_ELECTION)
    election = _open_for_nominations(election_id, actor)
    session = sittings.get_session(election.session_id)
    roll = roster.list_roll(session.term_id, on=session.opens_on)
    nominate(
        election_id=election_id,
        name=name,
        deputy_id=deputy_id,
        by_presidium=by_presidium,
        signers=() if by_presidium else read_signers(signers, roll),
        about=about,
        actor=actor,
        now=now,
    )
    return session.id


@transaction.atomic
def withdraw_nomination(*, nomination_id: int, actor: Actor, now: datetime) -> int:
    """Take a nominee off before nominations close; returns the session. :raises NominationsAreClosed:"""
    actor.must_be_allowed_to(Deed.KEEP_ELECTION)
    ours = Nomination.objects.select_related("election").filter(
        pk=nomination_id, election__session__term__town_id=actor.town_id
    )
    nomination = ours.filter(election__nominations_closed_at=None).first()
    if nomination is None:
        raise refusals.NominationsAreClosed()
    nomination.delete()
    subject = f"election:{nomination.election_id}"
    journal.append(
        "election.nomination_withdrawn", actor=actor, at=now, subject=subject, facts={"name": nomination.name}
    )
    return int(nomination.election.session_id)


@transaction.atomic
def close_nominations(*, election_id: int, actor: Actor, now: datetime) -> int:
    """Fix the formal candidates and their order on the ballot: lawful, as many as the law wants; returns the session.

    :raises NominationIsNotLawful: :raises CandidatesAreWrong: :raises NominationsAreClosed:
    """
    actor.must_be_allowed_to(Deed.KEEP_ELECTION)
    election = _open_for_nominations(election_id, actor)
    nominee_names.call_as_on_roll(election)
    finding = lawfulness.must_be_lawful_candidates(election)
    candidates = ballot_order.fix_order(election)
    still_open = Election.objects.filter(pk=election_id, nominations_closed_at=None)
    if not still_open.update(nominations_closed_at=now):
        raise refusals.NominationsAreClosed()
    facts = {
        "candidates": list(candidates),
        "finding": findings.stored(finding)["state"],
    }
    journal.append("election.candidates_fixed", actor=actor, at=now, subject=f"election:{election_id}", facts=facts)
    return int(election.session_id)


@transaction.atomic
def reopen_nominations(*, election_id: int, reason: str, actor: Actor, now: datetime) -> int:
    """Open the list again while no round was held, or for a further election; returns the session.

    :raises ElectionIsUnknown: :raises RoundIsOpen: :raises ReasonIsMissing:
    """
    actor.must_be_allowed_to(Deed.KEEP_ELECTION)
    if not reason.strip():
        raise refusals.ReasonIsMissing()
    election = get_election(election_id, town_id=actor.town_id)
    if election.rounds.filter(state=ElectionRound.State.OPEN).exists():
        raise RoundIsOpen()
    Election.objects.filter(pk=election_id).update(nominations_closed_at=None)
    journal.append(
        "election.nominations_reopened",
        actor=actor,
        at=now,
        subject=f"election:{election_id}",
        facts={"reason": reason},
    )
    return int(election.session_id)


def _open_for_nominations(election_id: int, actor: Actor) -> Election:
    election = get_election(election_id, town_id=actor.town_id)
    if election.nominations_closed_at is not None:
        raise refusals.NominationsAreClosed()
    return election
