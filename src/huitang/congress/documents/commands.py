"""What the office does about papers: details typed once, its own wording."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.documents import details, refusals, template_desk, wording
from huitang.congress.documents.catalogue import PaperKind
from huitang.congress.documents.details import Kind
from huitang.congress.documents.drawing import default_text
from huitang.congress.documents.models import PaperTemplate, SessionDetail
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import must_fit
from huitang.congress.journal.unchanged import must_be_as_seen
from huitang.congress.sittings import queries as sittings

_REASON, _TEXT = 200, 20_000  # characters
_FILLED = "papers.details_filled"
_SAVED, _RETURNED = "papers.template_saved", "papers.template_returned"


@transaction.atomic
def fill_details(
    *, session_id: int, values: Mapping[str, str], actor: Actor, now: datetime, seen: int | None = None
) -> int:
    """Type what only papers ask for; an empty text takes a detail back. Returns how many changed.

    :raises DetailIsUnknown: :raises DayIsNoDay: :raises NumberIsNoNumber: :raises TextIsTooLong:
    :raises SomebodyWasQuicker: another clerk saved since the page was drawn
    """
    actor.must_be_allowed_to(Deed.KEEP_PAPERS)
    session = sittings.get_session(session_id, town_id=actor.town_id)
    subject = f"session:{session_id}"
    must_be_as_seen(chain=actor.chain, subject=subject, events={_FILLED}, seen=seen)
    words = wording.wordings(actor.town_id, session.opens_on)
    asked = wording.details_asked(one.text for one in words.values())
    given = {name: _typed(name, text, asked) for name, text in values.items()}
    held = details.typed(session_id)
    changed = {name: text for name, text in given.items() if text != held.get(name, "")}
    for name, text in changed.items():
        SessionDetail.objects.update_or_create(session_id=session_id, name=name, defaults={"text": text})
    if changed:
        journal.append(_FILLED, actor=actor, at=now, subject=subject, facts={"details": list(changed)})
    return len(changed)


@transaction.atomic
def save_template(
    *, key: str, text: str, effective_from: date, reason: str, actor: Actor, now: datetime, seen: int | None = None
) -> int:
    """Keep the office's own wording as a next version; earlier ones stay. Returns the version.

    It is tried on the session at hand first. :raises TemplateIsEmpty: :raises TemplateIsBroken:
    :raises WordingIsUnchanged: :raises ReasonIsMissing: :raises SomebodyWasQuicker:
    """
    actor.must_be_allowed_to(Deed.KEEP_PAPERS)
    kind = template_desk.find_worded(key)
    must_be_as_seen(chain=actor.chain, subject=f"paper:{key}", events={_SAVED, _RETURNED}, seen=seen)
    told = "\n".join(text.splitlines()).strip("\n") + "\n"
    if not told.strip():
        raise refusals.TemplateIsEmpty()
    must_fit(told, _TEXT)
    _must_be_sound(kind, told, actor)
    if told == (wording.template_in_force(actor.town_id, key, effective_from) or default_text(key)):
        raise refusals.WordingIsUnchanged()
    return _add_version(kind, told, effective_from, _reason(reason), _SAVED, actor, now)


@transaction.atomic
def return_to_ours(
    *, key: str, effective_from: date, reason: str, actor: Actor, now: datetime, seen: int | None = None
) -> int:
    """Use our wording again for sessions that open on this day or later. Returns the version that says so.

    :raises NothingToReturnFrom: :raises ReasonIsMissing: :raises SomebodyWasQuicker:
    """
    actor.must_be_allowed_to(Deed.KEEP_PAPERS)
    kind = template_desk.find_worded(key)
    must_be_as_seen(chain=actor.chain, subject=f"paper:{key}", events={_SAVED, _RETURNED}, seen=seen)
    if wording.template_in_force(actor.town_id, key, effective_from) is None:
        raise refusals.NothingToReturnFrom(name=kind.title.zh)
    return _add_version(kind, "", effective_from, _reason(reason), _RETURNED, actor, now)


def _typed(name: str, text: str, asked: frozenset[str]) -> str:
    """One detail as it is kept."""
    if not details.is_listed(name) and name not in asked:
        raise refusals.DetailIsUnknown(name=name)
    detail = details.find_detail(name)
    kind = detail.kind
    told = "\n".join(line.rstrip() for line in text.strip().splitlines())
    told = told if kind is Kind.PARAGRAPH else " ".join(told.split())
    must_fit(told, details.ROOM[kind])
    if told and kind is Kind.DATE:
        _must_be_day(name, told)
    if told and kind is Kind.CHOICE and told not in detail.choices:
        raise refusals.ChoiceIsUnknown(name=name, given=told)
    if told and kind is Kind.NUMBER and not (told.isascii() and told.isdecimal()):
        raise refusals.NumberIsNoNumber(name=name, given=told)
    return told


def _must_be_day(name: str, text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError as wrong:
        raise refusals.DayIsNoDay(name=name) from wrong


def _reason(reason: str) -> str:
    told = reason.strip()
    if not told:
        raise refusals.ReasonIsMissing()
    must_fit(told, _REASON)
    return told


def _must_be_sound(kind: PaperKind, text: str, actor: Actor) -> None:
    for fault in template_desk.preview(kind.key, text, town_id=actor.town_id).faults:
        raise refusals.TemplateIsBroken(name=kind.title.zh, **fault.facts)


def _add_version(
    kind: PaperKind, text: str, effective_from: date, reason: str, event: str, actor: Actor, now: datetime
) -> int:
    rows = PaperTemplate.objects.filter(town_id=actor.town_id, key=kind.key)
    version = (rows.aggregate(last=Max("version"))["last"] or 0) + 1
    PaperTemplate.objects.create(
        town_id=actor.town_id,
        key=kind.key,
        version=version,
        text=text,
        effective_from=effective_from,
        base_sha256=wording.sha256_of(default_text(kind.key)),
        reason=reason,
        made_at=now,
        made_by=actor.label,
    )
    facts = {
        "title": kind.title.zh,
        "version": version,
        "from": effective_from.isoformat(),
        "reason": reason,
        "sha256": wording.sha256_of(text) if text else "",
    }
    journal.append(event, actor=actor, at=now, subject=f"paper:{kind.key}", facts=facts)
    return version
