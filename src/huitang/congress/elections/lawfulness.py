"""Asks the rules whether method, nominations, candidates and scrutineers may stand; refuses with their words."""

from collections.abc import Iterable

from django.utils.translation import get_language

from huitang.congress.elections import nominee_names, refusals
from huitang.congress.elections.method import method_of
from huitang.congress.elections.models import Election
from huitang.congress.roster import queries as roster
from huitang.congress.scrutiny import queries as scrutiny
from huitang.congress.sittings import queries as sittings
from huitang.rules import by_election, candidates, election_method, further_election, nomination
from huitang.rules.by_election import ByElectionFinding, ByElectionState, Vacancy
from huitang.rules.candidates import CandidatesFinding
from huitang.rules.election_method import MethodState
from huitang.rules.further_election import DecidedBy, FurtherState
from huitang.rules.legal_text import Step, Text
from huitang.rules.nomination import JointNomination, NominationsFinding, NominationState
from huitang.rules.office import Occasion, Post
from huitang.rules.scrutineers import ScrutineersState


def must_be_lawful_method(session_id: int) -> None:
    """:raises MethodIsUnlawful:"""
    session = sittings.get_session(session_id)
    finding = election_method.check_method(method_of(session_id), on=session.opens_on)
    if finding.state is MethodState.REFUSED:
        raise refusals.MethodIsUnlawful(problems=_told(problem.text for problem in finding.problems if problem.refused))


def must_be_lawful_candidates(election: Election) -> CandidatesFinding | ByElectionFinding:
    """:raises NominationIsNotLawful: :raises CandidatesAreWrong:"""
    _must_be_lawful_nominations(election)
    finding = check_candidates_of(election)
    if not may_vote_on(finding):
        raise refusals.CandidatesAreWrong(reasons=_told_steps(finding.steps))
    return finding


def may_vote_on(finding: CandidatesFinding | ByElectionFinding) -> bool:
    if isinstance(finding, ByElectionFinding):
        return finding.state is ByElectionState.ALLOWED
    return finding.may_vote


def check_candidates_of(election: Election) -> CandidatesFinding | ByElectionFinding:
    """Whether as many stand as the law wants, and whether there is a vacancy to fill."""
    post, nominees = Post(election.post), tuple(n.name for n in election.nominations.order_by("position"))
    if Occasion(election.kind) is Occasion.BY_ELECTION:
        return by_election.check_by_election(
            post=post,
            seats=election.seats,
            vacancy=Vacancy(election.vacancy),
            nominees=nominees,
            deputies=frozenset(n.name for n in election.nominations.exclude(deputy=None)),
        )
    return candidates.check_candidates(
        post=post,
        seats=election.seats,
        nominees=len(nominees),
        occasion=Occasion.FULL_TERM,
        extra=election.surplus,
    )


def must_be_lawful_further(election: Election, *, seats: int, nominees: int) -> None:
    """A further election the congress has decided to hold now. :raises CandidatesAreWrong:"""
    method = method_of(election.session_id)
    found = further_election.check_further_election(
        post=Post(election.post),
        seats_open=seats,
        nominees=nominees,
        occasion=Occasion(election.kind),
        decided_by=DecidedBy.CONGRESS,
        extra=max(election.surplus, 1),
        competitive_in_by_election=method.competitive_in_by_election,
    )
    if found.state is not FurtherState.ALLOWED:
        raise refusals.CandidatesAreWrong(reasons=_told_steps(found.steps))


def must_have_lawful_scrutineers(session_id: int, names: tuple[str, ...]) -> None:
    """:raises ScrutineersAreNotAdopted: :raises ScrutineerCollides:"""
    scrutiny.must_be_adopted(session_id)
    found = scrutiny.check(session_id, candidates=nominee_names.called_now(session_id, names))
    if found.state is not ScrutineersState.ACCEPTABLE:
        raise refusals.ScrutineerCollides(reasons=_told_steps(found.steps))


def check_nominations_of(election: Election) -> NominationsFinding:
    """Which nominations stand: who signed, and whether anyone went over the cap."""
    nominated = tuple(election.nominations.order_by("position"))
    session = sittings.get_session(election.session_id)
    roll = roster.list_roll(session.term_id, on=session.opens_on)
    able = {str(row.id) for row in roll if row.may_vote}
    return nomination.check_nominations(
        post=Post(election.post),
        seats=election.seats,
        presidium_nominees=tuple(n.name for n in nominated if n.by_presidium),
        joint=tuple(JointNomination(n.name, tuple(map(str, n.signers))) for n in nominated if not n.by_presidium),
        deputies=frozenset(able | {n.name for n in nominated if n.deputy_id}),
    )


def _must_be_lawful_nominations(election: Election) -> None:
    finding = check_nominations_of(election)
    wrong = [step for f in finding.findings if f.state is not NominationState.ESTABLISHED for step in f.steps]
    if wrong:
        raise refusals.NominationIsNotLawful(reasons=_told_steps(wrong))


def _told_steps(steps: Iterable[Step]) -> str:
    return _told(step.text for step in steps)


def _told(texts: Iterable[Text]) -> str:
    is_english = (get_language() or "").startswith("en")
    return " ".join(text.en if is_english else text.zh for text in texts)
