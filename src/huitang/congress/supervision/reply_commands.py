"""What was found, what the deputies think of it, who must answer until when, and what came of it."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import must_fit
from huitang.congress.journal.unchanged import must_be_as_seen
from huitang.congress.supervision import lookup, refusals
from huitang.congress.supervision.commands import RUNNING
from huitang.congress.supervision.models import Activity, FollowUp

State = Activity.State
LONGEST = 4000


@transaction.atomic
def write_problems(*, activity_id: int, problems: str, actor: Actor, now: datetime, seen: int | None = None) -> None:
    """Write down the problems that were found; the text may be corrected until the activity is closed.

    :raises SomebodyWasQuicker: :raises ActivityIsUnknown: :raises ActivityIsNotThere: :raises TextIsTooLong:
    """
    actor.must_be_allowed_to(Deed.KEEP_SUPERVISION)
    must_fit(problems.strip(), LONGEST)
    activity = lookup.activity_of(actor, activity_id)
    subject = f"activity:{activity_id}"
    must_be_as_seen(chain=actor.chain, subject=subject, events=("supervision.problems_written",), seen=seen)
    lookup.move(activity, while_in=RUNNING, deed=_("写发现的问题"), problems=problems.strip())
    facts = {"problems": problems.strip()}
    journal.append("supervision.problems_written", actor=actor, at=now, subject=subject, facts=facts)


@transaction.atomic
def send_opinion(
    *, activity_id: int, opinion: str, unit: str, sent_on: date, reply_due: date, actor: Actor, now: datetime
) -> None:
    """Record the opinion (审议意见) that went to the unit which must reply (Deputies Law arts. 31, 33).

    The day the reply is due is what the opinion itself says: national law sets none.

    :raises WordsAreMissing: :raises UnitIsMissing: :raises DueIsBeforeSending: :raises DayIsBeforeActivity:
    :raises DayHasNotCome: :raises ActivityIsUnknown: :raises ActivityIsNotThere: one was sent before
    """
    actor.must_be_allowed_to(Deed.KEEP_SUPERVISION)
    activity = lookup.activity_of(actor, activity_id)
    _refuse_blank(opinion)
    if not unit.strip():
        raise refusals.UnitIsMissing()
    must_fit(unit.strip(), 80)
    _refuse_days(activity, sent_on, reply_due, now)
    sent = {"opinion": opinion.strip(), "unit": unit.strip(), "opinion_sent_on": sent_on, "reply_due": reply_due}
    lookup.move(activity, while_in=(State.HELD,), deed=_("送达审议意见"), state=State.AWAITING, **sent)
    facts = {"unit": unit.strip(), "on": sent_on.isoformat(), "reply_due": reply_due.isoformat()}
    facts["opinion"] = opinion.strip()
    journal.append("supervision.opinion_sent", actor=actor, at=now, subject=f"activity:{activity_id}", facts=facts)


@transaction.atomic
def take_opinion_back(*, activity_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Take back an opinion entered wrongly, before its reply has come.

    :raises WordsAreMissing: :raises ActivityIsUnknown: :raises ActivityIsNotThere:
    """
    actor.must_be_allowed_to(Deed.KEEP_SUPERVISION)
    _refuse_blank(reason)
    activity = lookup.activity_of(actor, activity_id)
    blank = {"opinion": "", "unit": "", "opinion_sent_on": None, "reply_due": None}
    lookup.move(activity, while_in=(State.AWAITING,), deed=_("撤回审议意见"), state=State.HELD, **blank)
    facts = {"reason": reason.strip(), "opinion": activity.opinion, "unit": activity.unit}
    subject = f"activity:{activity_id}"
    journal.append("supervision.opinion_taken_back", actor=actor, at=now, subject=subject, facts=facts)


@transaction.atomic
def record_reply(*, activity_id: int, reply: str, replied_on: date, actor: Actor, now: datetime) -> None:
    """Record what the unit replied and when, late or in time.

    :raises WordsAreMissing: :raises ReplyIsBeforeSending: :raises DayHasNotCome:
    :raises ActivityIsUnknown: :raises ActivityIsNotThere: no opinion waits for a reply
    """
    actor.must_be_allowed_to(Deed.KEEP_SUPERVISION)
    activity = lookup.activity_of(actor, activity_id)
    _refuse_blank(reply)
    lookup.refuse_future(replied_on, now=now)
    if activity.opinion_sent_on and replied_on < activity.opinion_sent_on:
        raise refusals.ReplyIsBeforeSending(replied=replied_on, sent=activity.opinion_sent_on)
    replied = {"reply": reply.strip(), "replied_on": replied_on, "state": State.REPLIED}
    lookup.move(activity, while_in=(State.AWAITING,), deed=_("登记答复"), **replied)
    facts = {"on": replied_on.isoformat(), "reply": reply.strip()}
    journal.append("supervision.replied", actor=actor, at=now, subject=f"activity:{activity_id}", facts=facts)


@transaction.atomic
def take_reply_back(*, activity_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Take back a reply that was entered wrongly or was not good enough: the unit owes one again.

    :raises WordsAreMissing: :raises ActivityIsUnknown: :raises ActivityIsNotThere:
    """
    actor.must_be_allowed_to(Deed.KEEP_SUPERVISION)
    _refuse_blank(reason)
    activity = lookup.activity_of(actor, activity_id)
    blank = {"reply": "", "replied_on": None, "state": State.AWAITING}
    lookup.move(activity, while_in=(State.REPLIED,), deed=_("退回答复"), **blank)
    facts = {"reason": reason.strip(), "reply": activity.reply}
    journal.append("supervision.reply_taken_back", actor=actor, at=now, subject=f"activity:{activity_id}", facts=facts)


@transaction.atomic
def follow_up(*, activity_id: int, on: date, note: str, actor: Actor, now: datetime) -> int:
    """Note what was seen when somebody looked again; also after the closing. Returns its id.

    :raises WordsAreMissing: :raises DayHasNotCome: :raises DayIsBeforeActivity: :raises ActivityIsUnknown:
    :raises ActivityIsNotThere: it was not held
    """
    actor.must_be_allowed_to(Deed.KEEP_SUPERVISION)
    activity = lookup.activity_of(actor, activity_id)
    _refuse_blank(note)
    must_fit(note.strip(), 500)
    lookup.refuse_future(on, now=now)
    if activity.held_on and on < activity.held_on:
        raise refusals.DayIsBeforeActivity(day=on, held=activity.held_on)
    # nothing of the row changes: the update holds it while it is asked where it stands
    lookup.move(activity, while_in=(*RUNNING, State.CLOSED), deed=_("登记跟踪情况"), topic=activity.topic)
    row = FollowUp.objects.create(activity=activity, on=on, note=note.strip())
    facts = {"on": on.isoformat(), "note": note.strip()}
    journal.append("supervision.followed_up", actor=actor, at=now, subject=f"activity:{activity_id}", facts=facts)
    return int(row.pk)


def _refuse_blank(text: str) -> None:
    if not text.strip():
        raise refusals.WordsAreMissing()
    must_fit(text.strip(), LONGEST)


def _refuse_days(activity: Activity, sent_on: date, reply_due: date, now: datetime) -> None:
    lookup.refuse_future(sent_on, now=now)
    if activity.held_on and sent_on < activity.held_on:
        raise refusals.DayIsBeforeActivity(day=sent_on, held=activity.held_on)
    if reply_due < sent_on:
        raise refusals.DueIsBeforeSending(due=reply_due, sent=sent_on)
