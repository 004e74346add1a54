"""The answer, the deputies' evaluation of it, doing it again, the promise, the end."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal.refusal import must_fit
from huitang.congress.sittings.calendar import local_day
from huitang.congress.suggestions import courses, refusals, step, terms, words
from huitang.congress.suggestions.models import Answer, AnswerEvaluation, Assignment, KeptPromise, Signature, Suggestion
from huitang.congress.suggestions.terms import AnswerClass
from huitang.rules import suggestion_course
from huitang.rules.suggestion_clock import Clock
from huitang.rules.suggestion_course import Act, Satisfaction, Signer, State


@dataclass(frozen=True)
class AnswerDraft:
    """What the lead unit wrote; a class that promises needs the promise and its day."""

    mark: str
    text: str
    signed_by: str
    on: date
    promise: str = ""
    promised_for: date | None = None


@transaction.atomic
def answer(*, suggestion_id: int, draft: AnswerDraft, actor: Actor, now: datetime) -> int:
    """Write down the answer and send it to every signer; returns its number (ZJ-JY 22, HN-JY 21).

    :raises ClassIsUnknown: :raises PromiseIsMissing: :raises TextIsMissing:
    """
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    step.must_stand(found, Act.ANSWER)
    again = found.state == State.REDO
    day = step.day_of(draft.on, now=now, not_before=found.redo_on if again else found.assigned_on)
    text = step.text_of(draft.text, field=_("答复内容"))
    must_fit(draft.signed_by, 40)
    kind = _class_of(draft, found.town_id)
    lead = Assignment.objects.select_related("unit").get(suggestion=found, is_lead=True, ended_on=None)
    days = {"redone_on": day, "evaluated_on": None} if again else {"answered_on": day}
    promised = {"has_promise": kind.promises, "promised_for": draft.promised_for if kind.promises else None}
    step.move(found, Act.ANSWER, state=State.ANSWERED, answer_mark=kind.mark, promise_kept_on=None, **days, **promised)
    number = found.answers.count() + 1
    kept = Answer.objects.create(
        suggestion=found,
        number=number,
        unit=lead.unit,
        on=day,
        mark=kind.mark,
        meaning=kind.meaning,
        text=text,
        signed_by=draft.signed_by.strip(),
    )
    if kind.promises:
        KeptPromise.objects.create(answer=kept, text=draft.promise.strip(), due_on=draft.promised_for)
    facts = {"unit": lead.unit.name, "mark": kind.mark, "on": day.isoformat()}
    step.record(found, "answered_again" if again else "answered", actor=actor, now=now, facts=facts)
    return number


def _class_of(draft: AnswerDraft, town_id: int) -> AnswerClass:
    town = terms.terms_of(town_id)
    kind = town.class_of(draft.mark)
    if kind is None:
        raise refusals.ClassIsUnknown(mark=draft.mark, known="、".join(one.mark for one in town.classes))
    if kind.promises and (not draft.promise.strip() or draft.promised_for is None):
        raise refusals.PromiseIsMissing(mark=kind.mark)
    if kind.promises and draft.promised_for is not None and draft.promised_for < draft.on:
        raise refusals.DayIsWrong(day=draft.promised_for.isoformat(), problem=_("承诺的期限早于答复日期。"))
    must_fit(draft.promise, step.REASON_ROOM)
    return kind


@transaction.atomic
def evaluate(
    *,
    suggestion_id: int,
    deputy_id: int,
    attitude: str,
    result: str,
    reason: str,
    on: date,
    actor: Actor,
    now: datetime,
) -> None:
    """A deputy's verdict on the last answer; the leading deputy's moves it on (CQ-JY 26; SD-JY 23).

    The office may write down a form returned on paper. Not satisfied: again.

    :raises EvaluationIsNotYours: :raises EvaluationIsMade: :raises ReasonIsMissing: not satisfied without saying why
    """
    actor.must_be_allowed_to(Deed.EVALUATE_ANSWER)
    found = step.own(suggestion_id, actor)
    if actor.deputy_id is not None and actor.deputy_id != deputy_id:
        raise refusals.EvaluationIsNotYours()
    step.must_stand(found, Act.EVALUATE)
    signature = found.signatures.filter(deputy_id=deputy_id, withdrawn_on=None).select_related("deputy").first()
    if signature is None:
        raise refusals.EvaluationIsNotYours()
    verdicts = Satisfaction(attitude), Satisfaction(result)
    told = step.reason_of(reason) if Satisfaction.NOT_SATISFIED in verdicts else reason.strip()
    must_fit(told, step.REASON_ROOM)
    last = found.answers.order_by("-number")[0]
    day = step.day_of(on, now=now, not_before=last.on)
    name = signature.deputy.called
    if leading_of(found) == deputy_id:
        _move_on(found, attitude, result, day)
    else:
        step.move(found, Act.EVALUATE)
    _keep(last, deputy_id, name, attitude=attitude, result=result, reason=told, on=day)
    facts = {"name": name, "attitude": attitude, "result": words.satisfaction_name(result)}
    step.record(found, "evaluated", actor=actor, now=now, facts=facts)
    _tell_what_follows(found, last, actor, now)


def leading_of(found: Suggestion) -> int | None:
    signed = Signature.objects.filter(suggestion=found).order_by("position")
    return suggestion_course.leading(Signer(one.deputy_id, one.withdrawn_on is not None) for one in signed)


def _move_on(found: Suggestion, attitude: str, result: str, day: date) -> None:
    is_promise_open = found.has_promise and found.promise_kept_on is None
    state = suggestion_course.follow_evaluation(result=Satisfaction(result), is_promise_open=is_promise_open)
    days: dict[str, date | None] = {"evaluated_on": day}
    if state is State.REDO:
        days["redo_on"] = day
    if state is State.CLOSED:
        days["closed_on"] = day
    step.move(found, Act.EVALUATE, state=state, attitude=attitude, result=result, **days)


def _keep(last: Answer, deputy_id: int, name: str, **verdict: object) -> None:
    try:
        with transaction.atomic():
            AnswerEvaluation.objects.create(answer=last, deputy_id=deputy_id, **verdict)
    except IntegrityError as error:
        raise refusals.EvaluationIsMade(name=name) from error


def _tell_what_follows(found: Suggestion, last: Answer, actor: Actor, now: datetime) -> None:
    if found.state == State.REDO:
        step.record(found, "redo", actor=actor, now=now, facts={"unit": last.unit.name})
    elif found.state == State.PROMISED:
        due = found.promised_for.isoformat() if found.promised_for else ""
        step.record(found, "promised", actor=actor, now=now, facts={"due": due})
    elif found.state == State.CLOSED:
        step.record(found, "closed", actor=actor, now=now)


@transaction.atomic
def close_unreturned(*, suggestion_id: int, actor: Actor, now: datetime) -> None:
    """No evaluation came back in its time: it ends and leaves the base of the rates (CQ-JY 29).

    :raises FeedbackIsStillOpen:
    """
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    step.must_stand(found, Act.CLOSE_UNRETURNED)
    today = local_day(now)
    clock = courses.clock_of(found, Clock.FEEDBACK, on=today)
    if clock is not None and clock.if_moved is not None and today <= clock.if_moved:
        raise refusals.FeedbackIsStillOpen(last_day=clock.if_moved.isoformat())
    is_promise_open = found.has_promise and found.promise_kept_on is None
    state = State.PROMISED if is_promise_open else State.CLOSED
    ended = None if is_promise_open else today
    step.move(found, Act.CLOSE_UNRETURNED, state=state, is_unreturned=True, closed_on=ended)
    step.record(found, "closed_unreturned", actor=actor, now=now)


@transaction.atomic
def close_after_redo(*, suggestion_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Still not satisfied, and it was talked over: it ends with the explanation. :raises ReasonIsMissing:"""
    actor.must_be_allowed_to(Deed.ADMIT_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    told = step.reason_of(reason)
    step.move(found, Act.CLOSE_AFTER_REDO, state=State.CLOSED, decision=told, closed_on=local_day(now))
    step.record(found, "closed_after_redo", actor=actor, now=now, facts={"reason": told})


@transaction.atomic
def set_promise(*, suggestion_id: int, text: str, due_on: date, actor: Actor, now: datetime) -> None:
    """Write down, or move, what is promised and until when. :raises TextIsMissing:"""
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    told = step.text_of(text, field=_("承诺内容"), room=step.REASON_ROOM)
    step.move(found, Act.SET_PROMISE, promised_for=due_on)
    last = _last_promise(found)
    KeptPromise.objects.filter(pk=last).update(text=told, due_on=due_on)
    facts = {"due": due_on.isoformat(), "text": told}
    step.record(found, "promise_set", actor=actor, now=now, facts=facts)


@transaction.atomic
def keep_promise(*, suggestion_id: int, proof: str, on: date, actor: Actor, now: datetime) -> None:
    """The promise was kept; its proof closes it. :raises TextIsMissing:"""
    actor.must_be_allowed_to(Deed.KEEP_SUGGESTIONS)
    found = step.own(suggestion_id, actor)
    day = step.day_of(on, now=now, not_before=found.redone_on or found.answered_on)
    told = step.text_of(proof, field=_("兑现凭据"), room=step.REASON_ROOM)
    step.move(found, Act.KEEP_PROMISE, state=State.CLOSED, promise_kept_on=day, closed_on=day)
    KeptPromise.objects.filter(pk=_last_promise(found)).update(kept_on=day, proof=told)
    step.record(found, "promise_kept", actor=actor, now=now, facts={"proof": told, "on": day.isoformat()})


def _last_promise(found: Suggestion) -> int:
    last: int = KeptPromise.objects.filter(answer__suggestion=found).aggregate(last=Max("pk"))["last"]
    return last
