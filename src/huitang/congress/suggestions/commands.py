"""Tabling, signing, deciding what becomes of it, merging, withdrawing, publishing."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import must_fit
from huitang.congress.roster import queries as roster
from huitang.congress.roster.words import in_language
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.calendar import local_day
from huitang.congress.suggestions import proposers, refusals, step, terms, words
from huitang.congress.suggestions.models import Signature, Suggestion
from huitang.rules import joint_signature, statute, suggestion_course
from huitang.rules.joint_signature import JointState
from huitang.rules.suggestion_course import NOT_ADMITTED_NAMES, Act, NotAdmitted, State

Kind = Suggestion.Kind


@dataclass(frozen=True)
class Draft:
    """What is tabled, as typed. Names are names or numbers; `session_id` None: between sessions."""

    kind: str
    title: str
    content: str
    plan: str
    lead: str
    co_signers: str
    tabled_on: date
    session_id: int | None
    number: str = ""


@transaction.atomic
def table(*, term_id: int, draft: Draft, actor: Actor, now: datetime) -> int:
    """Write down a motion or suggestion; returns its id. Source: Deputies Law arts. 15, 24, 36.

    :raises ProposerIsWrong: a name is not on the roll of that day, or stands for two
    :raises SignersAreWrong: nobody, twice, or more than the office allows
    :raises NumberIsTaken:
    """
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    roster.get_term(term_id, actor.town_id)
    if draft.session_id is not None:
        sittings.get_session(draft.session_id, town_id=actor.town_id)
    day = step.day_of(draft.tabled_on, now=now)
    signers = _signers(term_id, draft, actor)
    for text, room in ((draft.content, step.TEXT_ROOM), (draft.plan, step.TEXT_ROOM), (draft.number, 20)):
        must_fit(text, room)
    fields: dict[str, object] = {
        "kind": Kind(draft.kind),
        "title": step.text_of(draft.title, field=_("标题"), room=step.TITLE_ROOM),
        "content": draft.content.strip(),
        "plan": draft.plan.strip(),
        "session_id": draft.session_id,
        "tabled_on": day,
        "state": State.TABLED,
    }
    found = _create(actor.town_id, term_id, draft.number.strip(), fields)
    Signature.objects.bulk_create(
        Signature(suggestion=found, deputy_id=deputy, position=place) for place, deputy in enumerate(signers, start=1)
    )
    step.record(found, "tabled", actor=actor, now=now, facts={"title": found.title, "signers": list(signers)})
    return int(found.pk)


def _signers(term_id: int, draft: Draft, actor: Actor) -> tuple[int, ...]:
    roll = roster.list_everyone(term_id, on=draft.tabled_on)
    lead, others = proposers.find_in(roll, draft.lead), proposers.find_in(roll, draft.co_signers)
    problem = lead.problem or others.problem
    if problem:
        raise refusals.ProposerIsWrong(problem=problem)
    signers = (*lead.deputy_ids, *others.deputy_ids) if lead.deputy_ids else ()
    most = terms.terms_of(actor.town_id).most_signers
    fault = suggestion_course.check_signers(signers, most=most)
    if fault is not None:
        raise refusals.SignersAreWrong(problem=words.signer_fault(fault, most=most))
    return signers


def _create(town_id: int, term_id: int, number: str, fields: dict[str, object]) -> Suggestion:
    number = number or next_number(town_id, fields["tabled_on"])  # type: ignore[arg-type]
    try:
        with transaction.atomic():
            return Suggestion.objects.create(town_id=town_id, term_id=term_id, number=number, **fields)
    except IntegrityError as error:
        raise refusals.NumberIsTaken(number=number) from error


def next_number(town_id: int, day: date) -> str:
    """The year and three digits: 2025011 follows 2025010."""
    numbers = Suggestion.objects.filter(town_id=town_id, number__startswith=str(day.year))
    taken = [int(number) for number in numbers.values_list("number", flat=True) if number.isdecimal()]
    return str(max(taken, default=day.year * 1000) + 1)


@transaction.atomic
def sign(*, suggestion_id: int, names: str, actor: Actor, now: datetime) -> None:
    """Add co-signers before it is decided on. :raises ProposerIsWrong: :raises SignersAreWrong:"""
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    step.must_stand(found, Act.SIGN)
    added = proposers.find(found.term_id, names, on=found.tabled_on)
    if added.problem or not added.deputy_ids:
        raise refusals.ProposerIsWrong(problem=added.problem or _("没有写附议代表。"))
    standing = list(found.signatures.filter(withdrawn_on=None).values_list("deputy_id", flat=True))
    most = terms.terms_of(actor.town_id).most_signers
    fault = suggestion_course.check_signers((*standing, *added.deputy_ids), most=most)
    if fault is not None:
        raise refusals.SignersAreWrong(problem=words.signer_fault(fault, most=most))
    step.move(found, Act.SIGN)
    last = found.signatures.count()
    for place, deputy in enumerate(added.deputy_ids, start=last + 1):
        fresh = {"position": place, "withdrawn_on": None, "consents": False}
        Signature.objects.update_or_create(suggestion=found, deputy_id=deputy, defaults=fresh)
    told = "、".join(roster.names_of(found.term_id, added.deputy_ids).values())
    step.record(found, "signed", actor=actor, now=now, facts={"name": told})


@transaction.atomic
def withdraw_signature(*, suggestion_id: int, deputy_id: int, on: date, actor: Actor, now: datetime) -> None:
    """Take a name off; the next one leads. :raises LastSignerStays: :raises HasNotSigned:"""
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    name = roster.names_of(found.term_id, [deputy_id]).get(deputy_id, str(deputy_id))
    live = found.signatures.filter(withdrawn_on=None)
    if not live.filter(deputy_id=deputy_id).exists():
        raise refusals.HasNotSigned(name=name, number=found.number)
    if live.count() == 1:
        raise refusals.LastSignerStays(number=found.number)
    step.move(found, Act.UNSIGN)
    step.record(found, "unsigned", actor=actor, now=now, facts={"name": name})
    day = step.day_of(on, now=now, not_before=found.tabled_on)
    Signature.objects.filter(suggestion=found, deputy_id=deputy_id).update(withdrawn_on=day)


@transaction.atomic
def admit(*, suggestion_id: int, actor: Actor, now: datetime) -> None:
    """A suggestion goes on to be assigned. :raises MotionComesFirst:"""
    actor.must_be_allowed_to(Deed.ADMIT_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    if found.kind == Kind.MOTION:
        raise refusals.MotionComesFirst(number=found.number)
    step.move(found, Act.ADMIT, state=State.ADMITTED)
    step.record(found, "admitted", actor=actor, now=now)


@transaction.atomic
def refuse(*, suggestion_id: int, ground: str, reason: str, actor: Actor, now: datetime) -> None:
    """Not a suggestion, with the ground and the reason told (ZJ-JY 6, CQ-JY 9, SD-JY 6). :raises ReasonIsMissing:"""
    actor.must_be_allowed_to(Deed.ADMIT_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    if ground not in set(NotAdmitted):
        raise refusals.ReasonIsMissing()
    named = in_language(NOT_ADMITTED_NAMES[NotAdmitted(ground)])
    told = f"{named}；{reason.strip()}" if reason.strip() else named
    told = step.reason_of(told)
    step.move(found, Act.REFUSE, state=State.REFUSED, decision=told)
    step.record(found, "refused", actor=actor, now=now, facts={"reason": told})


@transaction.atomic
def put_on_agenda(*, suggestion_id: int, actor: Actor, now: datetime) -> None:
    """The presidium puts a motion on the agenda. Source: Organic Law art. 22. :raises MotionLacks:"""
    actor.must_be_allowed_to(Deed.ADMIT_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    if found.kind != Kind.MOTION:
        raise refusals.IsNoMotion(number=found.number)
    finding = joint_signature.check_motion(
        signers=found.signatures.filter(withdrawn_on=None).count(),
        form_complete=bool(found.title and found.content and found.plan),
        law=statute.at(found.tabled_on),
    )
    if finding.state is not JointState.ESTABLISHED:
        problem = in_language(finding.steps[-1].text)
        raise refusals.MotionLacks(number=found.number, problem=problem)
    step.move(found, Act.PUT_ON_AGENDA, state=State.ON_AGENDA)
    step.record(found, "on_agenda", actor=actor, now=now)


@transaction.atomic
def turn_into_suggestion(*, suggestion_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """A motion not put on the agenda is handled as a suggestion (CQ 14; practice elsewhere). :raises IsNoMotion:"""
    actor.must_be_allowed_to(Deed.ADMIT_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    if found.kind != Kind.MOTION:
        raise refusals.IsNoMotion(number=found.number)
    told = step.reason_of(reason)
    step.move(found, Act.TURN, state=State.ADMITTED, kind=Kind.SUGGESTION, was_motion=True, decision=told)
    step.record(found, "turned", actor=actor, now=now, facts={"reason": told})


@transaction.atomic
def merge(*, suggestion_id: int, into_id: int, actor: Actor, now: datetime) -> None:
    """Handle it together with another; each is still answered (ZJ-JY 22, HN-JY 21). :raises MergeIsWrong:"""
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    found, into = step.own(suggestion_id, actor), step.own(into_id, actor)
    problem = _why_not_merged(found, into)
    if problem:
        raise refusals.MergeIsWrong(number=found.number, problem=problem)
    step.move(found, Act.MERGE, merged_into=into)
    step.move(into, Act.MERGE)  # a second clerk who merges the other way round, or assigns it, comes too late
    step.record(found, "merged", actor=actor, now=now, facts={"into": into.number})


def _why_not_merged(found: Suggestion, into: Suggestion) -> str:
    if found.pk == into.pk:
        return _("不能并入自己。")
    if into.merged_into_id is not None:
        return _("{into} 号自己也并入了别的建议，请并入那一件。").format(into=into.number)
    if found.merged.exists():
        return _("已经有别的建议并入这一件，请反过来并。")
    if into.state not in suggestion_course.WAITING:
        return _("{into} 号不在待交办状态。").format(into=into.number)
    return ""


@transaction.atomic
def unmerge(*, suggestion_id: int, actor: Actor, now: datetime) -> None:
    """Handle it alone again, before it is assigned."""
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    if found.merged_into_id is None:
        raise refusals.MergeIsWrong(number=found.number, problem=_("它没有并入别的建议。"))
    step.move(found, Act.MERGE, merged_into=None)
    step.record(found, "unmerged", actor=actor, now=now)


@transaction.atomic
def withdraw(*, suggestion_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Taken back in writing by its proposers; handling ends (CQ-JY 12, SD-JY 9). :raises ReasonIsMissing:"""
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    told = step.reason_of(reason)
    day = local_day(now)
    others = list(Suggestion.objects.filter(merged_into=found).order_by("pk"))
    step.move(found, Act.WITHDRAW, state=State.WITHDRAWN, decision=told, closed_on=day, merged_into=None)
    Suggestion.objects.filter(pk__in=[other.pk for other in others]).update(merged_into=None)
    step.record(found, "withdrawn", actor=actor, now=now, facts={"reason": told})
    step.tell(others, "unmerged", {}, now=now)


@transaction.atomic
def consent(*, suggestion_id: int, deputy_id: int, consents: bool, actor: Actor, now: datetime) -> None:
    """A proposer agrees to publication, or takes that back, which ends it. :raises HasNotSigned:"""
    actor.must_be_allowed_to(Deed.EVALUATE_ANSWER)
    found = step.own(suggestion_id, actor)
    if actor.deputy_id is not None and actor.deputy_id != deputy_id:
        raise refusals.EvaluationIsNotYours()
    signed = Signature.objects.filter(suggestion=found, deputy_id=deputy_id, withdrawn_on=None)
    if not signed.update(consents=consents):
        raise refusals.HasNotSigned(name=actor.label, number=found.number)
    if not consents and Suggestion.objects.filter(pk=found.pk, is_public=True).update(is_public=False):
        step.record(found, "unpublished", actor=actor, now=now)
    facts = {"deputy": deputy_id, "consents": consents}
    journal.append(
        "suggestion.consented",
        actor=actor,
        at=now,
        subject=f"suggestion:{found.pk}",
        facts={"number": found.number, **facts},
    )


@transaction.atomic
def publish(*, suggestion_id: int, actor: Actor, now: datetime) -> None:
    """Mark it public, once all who stand under it agree. :raises PublicationNeedsConsent:"""
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    live = list(found.signatures.filter(withdrawn_on=None).select_related("deputy"))
    if not suggestion_course.may_publish(live_signers=len(live), consenting=sum(one.consents for one in live)):
        names = "、".join(one.deputy.called for one in live if not one.consents)
        raise refusals.PublicationNeedsConsent(names=names)
    step.move(found, Act.PUBLISH, is_public=True)
    step.record(found, "published", actor=actor, now=now)


@transaction.atomic
def unpublish(*, suggestion_id: int, actor: Actor, now: datetime) -> None:
    """Take it out of public sight again."""
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    step.move(found, Act.PUBLISH, is_public=False)
    step.record(found, "unpublished", actor=actor, now=now)
