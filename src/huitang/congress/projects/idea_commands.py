"""征集 and 初定: ideas are received, screened, and handed on as candidates of a session's project vote."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.unchanged import must_be_as_seen
from huitang.congress.project_votes import commands as project_votes
from huitang.congress.project_votes.project_file import ProjectLine
from huitang.congress.projects import lookup, refusals
from huitang.congress.projects.models import ProjectIdea

State = ProjectIdea.State
UNDECIDED = (State.RECEIVED, State.CANDIDATE)


@dataclass(frozen=True, slots=True)
class Idea:
    """What was proposed, by whom; `proposer` is never shown to the public."""

    title: str
    proposer_kind: str
    received_on: date
    text: str = ""
    field: str = ""
    place: str = ""
    proposer: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """What stands beside the name on the list that is put to the vote; days as words."""

    scale: str = ""
    investment_yuan: int | None = None
    funding: str = ""
    leader: str = ""
    unit: str = ""
    starts: str = ""
    due: str = ""


@transaction.atomic
def add_idea(*, year: int, idea: Idea, actor: Actor, now: datetime) -> int:
    """Write down an idea for the projects of a year; returns its id.

    :raises YearIsWrong: :raises NameIsMissing: :raises ProposerIsUnknown: :raises DayHasNotCome: :raises TextIsTooLong:
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    lookup.refuse_year(year)
    fields = _checked(idea, now)
    others = ProjectIdea.objects.filter(town_id=actor.town_id, year=year)
    number = (others.aggregate(last=Max("number"))["last"] or 0) + 1
    row = ProjectIdea.objects.create(town_id=actor.town_id, year=year, number=number, **fields)
    facts = {"year": year, "number": number, "title": row.title, "proposer_kind": row.proposer_kind}
    journal.append("idea.received", actor=actor, at=now, subject=f"idea:{row.pk}", facts=facts)
    return int(row.pk)


@transaction.atomic
def change_idea(*, idea_id: int, idea: Idea, actor: Actor, now: datetime, seen: int | None = None) -> None:
    """Correct what was written down, until it is decided. :raises IdeaIsNotThere: and those of `add_idea`"""
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    row, subject = lookup.idea_of(actor, idea_id), f"idea:{idea_id}"
    must_be_as_seen(chain=actor.chain, subject=subject, events=("idea.changed",), seen=seen)
    lookup.move_idea(row, while_in=UNDECIDED, deed=_("更正"), **_checked(idea, now))
    journal.append("idea.changed", actor=actor, at=now, subject=subject, facts={"title": idea.title.strip()})


@transaction.atomic
def make_candidate(*, idea_id: int, listed: Listed, actor: Actor, now: datetime) -> None:
    """Put it on the list of candidates, or correct what stands there.

    :raises IdeaIsUnknown: :raises IdeaIsNotThere: :raises TextIsTooLong: :raises MoneyIsTooMuch:
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    idea = lookup.idea_of(actor, idea_id)
    if (listed.investment_yuan or 0) > lookup.MOST_YUAN:
        raise refusals.MoneyIsTooMuch()
    texts = {name: text for name, text in asdict(listed).items() if name != "investment_yuan"}
    fields = {**lookup.fitted(ProjectIdea, **texts), "investment_yuan": listed.investment_yuan}
    lookup.move_idea(idea, while_in=UNDECIDED, deed=_("列为候选"), state=State.CANDIDATE, reason="", **fields)
    facts = {"title": idea.title, **fields}
    journal.append("idea.made_candidate", actor=actor, at=now, subject=f"idea:{idea_id}", facts=facts)


@transaction.atomic
def decline(*, idea_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Not this year, with the reason.

    :raises WordsAreMissing: :raises IdeaIsUnknown: :raises IdeaIsNotThere: :raises IdeaHoldsOthers:
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    told, idea = lookup.said(reason, 300), lookup.idea_of(actor, idea_id)
    _refuse_held(idea)
    lookup.move_idea(idea, while_in=UNDECIDED, deed=_("不采纳"), state=State.DECLINED, reason=told)
    facts = {"title": idea.title, "reason": told}
    journal.append("idea.declined", actor=actor, at=now, subject=f"idea:{idea_id}", facts=facts)


@transaction.atomic
def merge(*, idea_id: int, into_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Let it go on in another one of the same year.

    :raises WordsAreMissing: :raises IdeaCannotHold: :raises IdeaIsUnknown: :raises IdeaIsNotThere:
    :raises IdeaHoldsOthers:
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    told, idea, other = lookup.said(reason, 300), lookup.idea_of(actor, idea_id), lookup.idea_of(actor, into_id)
    if other.pk == idea.pk or other.year != idea.year or other.state not in UNDECIDED:
        raise refusals.IdeaCannotHold(title=other.title)
    _refuse_held(idea)
    merged = {"state": State.MERGED, "merged_into": other, "reason": told}
    lookup.move_idea(idea, while_in=UNDECIDED, deed=_("合并"), **merged)
    facts = {"title": idea.title, "into": other.title, "reason": told}
    journal.append("idea.merged", actor=actor, at=now, subject=f"idea:{idea_id}", facts=facts)


@transaction.atomic
def take_back(*, idea_id: int, actor: Actor, now: datetime) -> None:
    """Take a screening back: it waits to be screened again. :raises IdeaIsUnknown: :raises IdeaIsNotThere:"""
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    idea = lookup.idea_of(actor, idea_id)
    screened = (State.CANDIDATE, State.DECLINED, State.MERGED)
    blank = {"state": State.RECEIVED, "merged_into": None, "reason": ""}
    lookup.move_idea(idea, while_in=screened, deed=_("退回筛选"), **blank)
    facts = {"title": idea.title, "was": idea.state}
    journal.append("idea.taken_back", actor=actor, at=now, subject=f"idea:{idea_id}", facts=facts)


@transaction.atomic
def hand_to_vote(*, session_id: int, year: int, actor: Actor, now: datetime) -> int:
    """Make the candidates of a year those of a session's project vote; returns how many.

    What stood on the session's list is replaced, as an imported list replaces it.

    :raises NoCandidates: :raises ProjectVoteIsUnknown: :raises ProjectsAreFixed: its vote has begun
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    ideas = ProjectIdea.objects.filter(town_id=actor.town_id, year=year, state=State.CANDIDATE).order_by("number")
    lines = [_line(number, idea) for number, idea in enumerate(ideas, start=1)]
    if not lines:
        raise refusals.NoCandidates(year=year)
    names = [line.name for line in lines]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise refusals.NameIsTaken(year=year, name=twice)
    return project_votes.keep_candidates(session_id=session_id, lines=lines, actor=actor, now=now)


def _line(number: int, idea: ProjectIdea) -> ProjectLine:
    return ProjectLine(
        number=number,
        name=idea.title,
        category=idea.field,
        scale=idea.scale,
        investment_yuan=idea.investment_yuan,
        funding=idea.funding,
        leader=idea.leader,
        unit=idea.unit,
        starts=idea.starts,
        due=idea.due,
    )


def _checked(idea: Idea, now: datetime) -> dict[str, object]:
    if not idea.title.strip():
        raise refusals.NameIsMissing()
    if idea.proposer_kind not in ProjectIdea.Kind.values:
        raise refusals.ProposerIsUnknown()
    lookup.refuse_future(idea.received_on, now=now)
    texts = {name: getattr(idea, name) for name in ("title", "text", "field", "place", "proposer", "basis")}
    kept = lookup.fitted(ProjectIdea, **texts)
    return {**kept, "proposer_kind": idea.proposer_kind, "received_on": idea.received_on}


def _refuse_held(idea: ProjectIdea) -> None:
    held = idea.merged.count()
    if held:
        raise refusals.IdeaHoldsOthers(number=held, title=idea.title)
