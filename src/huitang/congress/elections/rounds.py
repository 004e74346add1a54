"""The rounds of an election: opened on a frozen electorate, counted on paper, declared by the rules."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.attendance import commands as attendance
from huitang.congress.ballots import commands as ballots
from huitang.congress.ballots import queries as papers
from huitang.congress.ballots import rounds as paper_rounds
from huitang.congress.ballots.rounds import CountedRound
from huitang.congress.elections import lawfulness, refusals, standing
from huitang.congress.elections.method import method_of
from huitang.congress.elections.models import Election, ElectionRound
from huitang.congress.elections.posts import ballot_title
from huitang.congress.elections.standing import Kind, NextRound
from huitang.congress.journal import commands as journal
from huitang.congress.resolutions import queries as resolutions
from huitang.congress.resolutions.commands import Matter
from huitang.congress.roster import queries as roster
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.calendar import local_day
from huitang.rules import election as election_rules
from huitang.rules import tie_vote
from huitang.rules.election import ElectionOutcome
from huitang.rules.office import Post
from huitang.rules.tally import Tally


@transaction.atomic
def open_round(
    *, election_id: int, sitting_id: int, candidates: tuple[str, ...] = (), actor: Actor, now: datetime
) -> int:
    """Open the round that must come next and freeze its electorate; returns its id.

    The next round follows from the last: first, again after a void one, among the tied, or further.
    `candidates` names who stands in a further election.

    :raises MethodIsNotAdopted: :raises ScrutineersAreNotAdopted: :raises ScrutineerCollides:
    :raises CongressMustDecide: :raises CandidatesAreWrong: :raises ElectionIsComplete:
    :raises QuorumIsNotMet: :raises RoundIsOpen:
    """
    actor.must_be_allowed_to(Deed.CONDUCT)
    election = get_election(election_id, town_id=actor.town_id)
    coming = standing.find_next_round(election, chosen=candidates)
    must_be_ready(election, coming)
    electorate = attendance.freeze_electorate(sitting_id=sitting_id, session_id=election.session_id, now=now)
    fresh = ElectionRound(
        election=election,
        number=election.rounds.count() + 1,
        kind=str(coming.kind),
        seats=coming.seats,
        candidates=list(coming.candidates),
        is_tie=coming.is_tie,
        sitting_id=sitting_id,
        electorate=electorate,
        ballot_id=_open_ballot(election, coming, voters=electorate.deputies_present, day=local_day(now)),
        opened_at=now,
    )
    facts = {**paper_rounds.keep_open(fresh), "candidates": list(coming.candidates)}
    journal.append("election.round_opened", actor=actor, at=now, subject=f"election:{election_id}", facts=facts)
    return int(fresh.pk)


@transaction.atomic
def declare_result(*, round_id: int, actor: Actor, now: datetime) -> ElectionOutcome:
    """Close the round and decide it from the count (ZZF 25, 28, 29).

    :raises RoundIsNotOpen: somebody declared it before, or it is another town's
    :raises CountIsNotFinished:
    """
    actor.must_be_allowed_to(Deed.CONDUCT)
    ours = ElectionRound.objects.select_related("election").filter(election__session__term__town_id=actor.town_id)
    held = paper_rounds.get_open(ours, round_id)
    counted = count_round(held)
    paper_rounds.declare(held, counted, now=now)
    facts = {
        "round": held.number,
        "state": str(counted.outcome.state),
        "elected": list(counted.outcome.elected),
        "votes": [[name, votes] for name, votes in counted.outcome.ranking],
    }
    journal.append("election.result_declared", actor=actor, at=now, subject=f"election:{held.election_id}", facts=facts)
    return counted.outcome


def count_round(held: ElectionRound) -> CountedRound[Tally, ElectionOutcome]:
    """Count and decide without recording; the tally sheet for signature shows the same. :raises CountIsNotFinished:"""
    names = _eligible_names(held)
    tally = papers.get_tally(held.ballot_id, is_eligible=lambda name: names is None or name in names)
    numbers: dict[str, Any] = {
        **paper_rounds.count_papers(held, tally),
        "deputies_in_office": held.electorate.deputies_in_office,
        "seats": held.seats,
        "votes": tally.votes(),
    }
    if not held.is_tie:
        return CountedRound(tally, election_rules.decide_election(**numbers))
    again = method_of(held.election.session_id).revote_majority_again
    return CountedRound(tally, tie_vote.decide_tie_vote(**numbers, needs_majority_again=again))


def get_election(election_id: int, *, town_id: int) -> Election:
    """:raises ElectionIsUnknown: also of another town"""
    ours = Election.objects.select_related("session").filter(session__term__town_id=town_id)
    election = ours.filter(pk=election_id).first()
    if election is None:
        raise refusals.ElectionIsUnknown()
    return election


def must_be_ready(election: Election, coming: NextRound) -> None:
    """Whether a round may be opened, apart from the quorum. :raises Refusal: what is missing"""
    if coming.kind is None:
        raise refusals.ElectionIsComplete()
    if not resolutions.is_adopted(election.session_id, Matter.ELECTION_METHOD):
        raise refusals.MethodIsNotAdopted()
    lawfulness.must_have_lawful_scrutineers(election.session_id, coming.candidates)
    if coming.kind == Kind.FIRST:
        lawfulness.must_be_lawful_candidates(election)
    if coming.kind == Kind.FURTHER:
        last = election.rounds.order_by("-number").first()
        since = last.declared_at if last else None
        if not resolutions.is_adopted(election.session_id, Matter.FURTHER_ELECTION, since=since):
            raise refusals.CongressMustDecide(seats=coming.seats)
        lawfulness.must_be_lawful_further(election, seats=coming.seats, nominees=len(coming.candidates))


def _open_ballot(election: Election, coming: NextRound, *, voters: int, day: date) -> int:
    method = replace(method_of(election.session_id), write_ins_allowed=not coming.is_tie)
    read = method.ballot_method(candidates=coming.candidates, seats=coming.seats, on=day)
    title = ballot_title(election, str(coming.kind))
    return ballots.open_ballot(title=title, method=read, voters=voters, called=_names_on_roll(election))


def _eligible_names(held: ElectionRound) -> frozenset[str] | None:
    """Who may be written in: for chair and vice-chair the deputies (ZZF 18); None where any voter may.

    Namesakes also as they were told apart when the papers were printed.
    """
    if not Post(held.election.post).must_be_deputy:
        return None
    printed = papers.get_ballot(held.ballot_id).namesakes.values()
    return frozenset(_names_on_roll(held.election)).union(*printed)


def _names_on_roll(election: Election) -> tuple[str, ...]:
    session = sittings.get_session(election.session_id)
    return tuple(row.name for row in roster.list_roll(session.term_id, on=session.opens_on))
