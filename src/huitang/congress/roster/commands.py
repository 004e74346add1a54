"""Keeping the roll: towns, terms, delegations and what is known of each deputy."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from huitang.adapters.names import apart
from huitang.adapters.names.cleaning import clean_name
from huitang.adapters.names.initials import initials
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed, Role
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import InputIsWrong, Refusal
from huitang.congress.journal.unchanged import must_be_as_seen
from huitang.congress.roster import columns, lookup, namesakes, refusals
from huitang.congress.roster.models import Delegation, Deputy, MandateChange, Term, Town
from huitang.rules import mandate
from huitang.rules.province_packs import PACKS


class TownIsThere(InputIsWrong):
    text = _("代码“{code}”已经有一个镇了，请换一个代码。")


class ProvinceIsUnknown(InputIsWrong):
    text = _("没有代码为“{code}”的省级规定。请在列出的里面选，或者不选，只用国家法律。")


class TermIsThere(InputIsWrong):
    text = _("第 {number} 届已经登记过了。请在“届次”页打开它。")


class TermIsNotClosed(Refusal):
    text = _("第 {number} 届没有结束，不用恢复。请刷新届次页。")


class QuotaIsWrong(InputIsWrong):
    text = _("代表名额“{quota}”不对，应是大于 0 的整数。名额由县级人大常委会确定。")


class DelegationIsThere(InputIsWrong):
    text = _("本届已经有“{name}”了，请换一个名称。")


class DelegationHasDeputies(Refusal):
    text = _("“{name}”还有 {count} 名代表，不能撤销。请先把他们调到别的代表团。")


class HeadIsNotOfDelegation(InputIsWrong):
    text = _("“{deputy}”不在“{delegation}”，不能当团长。请在本团代表中选。")


class NameIsMissing(InputIsWrong):
    text = _("没有写姓名或名称。请补上再保存。")


@transaction.atomic
def found_town(*, code: str, name: str, province: str, now: datetime) -> int:
    """Begin a town and its journal; the very first deed of an installation.

    :raises TownIsThere: :raises ProvinceIsUnknown:
    """
    _refuse_province(province)
    try:
        with transaction.atomic():
            town = Town.objects.create(code=code, name=name, province=province)
    except IntegrityError as error:
        raise TownIsThere(code=code) from error
    system = Actor(town.pk, town.code, "system", Role.SYSTEM)
    journal.append("town.founded", actor=system, at=now, subject=f"town:{town.pk}", facts={"name": name})
    return int(town.pk)


@transaction.atomic
def set_province(*, province: str, actor: Actor, now: datetime, seen: int | None = None) -> None:
    """Choose whose provincial rules hold besides national law; none (empty) leaves them to the office.

    :raises ProvinceIsUnknown: :raises SomebodyWasQuicker:
    """
    actor.must_be_allowed_to(Deed.PLAN_SESSION)
    _refuse_province(province)
    subject = f"town:{actor.town_id}"
    must_be_as_seen(chain=actor.chain, subject=subject, events=("town.province_set",), seen=seen)
    before = Town.objects.values_list("province", flat=True).get(pk=actor.town_id)
    if not Town.objects.filter(pk=actor.town_id).exclude(province=province).update(province=province):
        return
    facts = {"old": before, "new": province}
    journal.append("town.province_set", actor=actor, at=now, subject=subject, facts=facts)


@transaction.atomic
def set_name_custom(*, blank_first: bool, actor: Actor, now: datetime, seen: int | None = None) -> None:
    """Choose how names of two characters are listed: by congresses' custom, or with the gap as a blank before all.

    :raises SomebodyWasQuicker:
    """
    actor.must_be_allowed_to(Deed.ORDER_NAMES)
    subject = f"town:{actor.town_id}"
    must_be_as_seen(chain=actor.chain, subject=subject, events=("town.name_custom_set",), seen=seen)
    others = Town.objects.filter(pk=actor.town_id, names_blank_first=not blank_first)
    if others.update(names_blank_first=blank_first):
        facts = {"blank_first": blank_first}
        journal.append("town.name_custom_set", actor=actor, at=now, subject=subject, facts=facts)


def _refuse_province(code: str) -> None:
    if code and code not in {pack.code for pack in PACKS}:
        raise ProvinceIsUnknown(code=code)


@transaction.atomic
def open_term(*, number: int, quota: int, began_on: date, actor: Actor, now: datetime) -> int:
    """Begin a term (届) with the seats the county fixed (Electoral Law arts. 12-14). :raises TermIsThere:"""
    actor.must_be_allowed_to(Deed.KEEP_ROLL)
    _refuse_quota(quota)
    try:
        with transaction.atomic():
            term = Term.objects.create(town_id=actor.town_id, number=number, quota=quota, began_on=began_on)
    except IntegrityError as error:
        raise TermIsThere(number=number) from error
    facts = {"number": number, "quota": quota, "began_on": began_on.isoformat()}
    journal.append("term.opened", actor=actor, at=now, subject=f"term:{term.pk}", facts=facts)
    return int(term.pk)


@transaction.atomic
def change_quota(*, term_id: int, quota: int, reason: str, actor: Actor, now: datetime) -> None:
    """Correct the number of seats, with the decision it rests on. :raises QuotaIsWrong: :raises ReasonIsMissing:"""
    actor.must_be_allowed_to(Deed.KEEP_ROLL)
    _refuse_quota(quota)
    _refuse_blank_reason(reason)
    term = _open_term(actor, term_id)
    Term.objects.filter(pk=term_id).update(quota=quota)
    facts = {"old": term.quota, "new": quota, "reason": reason}
    journal.append("term.quota_changed", actor=actor, at=now, subject=f"term:{term_id}", facts=facts)


@transaction.atomic
def close_term(*, term_id: int, ended_on: date, actor: Actor, now: datetime) -> int:
    """End a term on the day the next congress first meets (Deputies Law art. 2); returns how many mandates ended.

    :raises TermIsClosed: it was closed before
    """
    actor.must_be_allowed_to(Deed.KEEP_ROLL)
    term = _open_term(actor, term_id)
    lookup.refuse_day(ended_on, term=term, now=now)
    if not Term.objects.filter(pk=term_id, ended_on=None).update(ended_on=ended_on):
        raise refusals.TermIsClosed(number=term.number, ended=ended_on)
    ended = _end_all_mandates(term_id, ended_on)
    facts = {"ended_on": ended_on.isoformat(), "mandates": ended}
    journal.append("term.closed", actor=actor, at=now, subject=f"term:{term_id}", facts=facts)
    return ended


@transaction.atomic
def reopen_term(*, term_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Take back a close entered by mistake: the mandates it ended stand again. :raises TermIsNotClosed:"""
    actor.must_be_allowed_to(Deed.KEEP_ROLL)
    _refuse_blank_reason(reason)
    term = lookup.term_of(actor.town_id, term_id)
    if not Term.objects.filter(pk=term_id).exclude(ended_on=None).update(ended_on=None):
        raise TermIsNotClosed(number=term.number)
    by_close = MandateChange.objects.filter(deputy__term_id=term_id, cause=mandate.EndCause.TERM_ENDED)
    mandates, _by_model = by_close.delete()
    facts = {"ended_on": str(term.ended_on), "reason": reason, "mandates": mandates}
    journal.append("term.reopened", actor=actor, at=now, subject=f"term:{term_id}", facts=facts)


@transaction.atomic
def add_delegation(*, term_id: int, name: str, actor: Actor, now: datetime) -> int:
    """Form a delegation; townships may, and need not (Deputies Law art. 14). :raises DelegationIsThere:"""
    actor.must_be_allowed_to(Deed.KEEP_ROLL)
    _open_term(actor, term_id)
    last = Delegation.objects.filter(term_id=term_id).aggregate(last=Max("position"))["last"] or 0
    named = _delegation_name(name)
    try:
        with transaction.atomic():
            delegation = Delegation.objects.create(term_id=term_id, name=named, position=last + 1)
    except IntegrityError as error:
        raise DelegationIsThere(name=named) from error
    subject = f"delegation:{delegation.pk}"
    journal.append("delegation.added", actor=actor, at=now, subject=subject, facts={"name": named})
    return int(delegation.pk)


@transaction.atomic
def rename_delegation(*, delegation_id: int, name: str, actor: Actor, now: datetime) -> None:
    """Give a delegation another name. :raises DelegationIsThere:"""
    actor.must_be_allowed_to(Deed.KEEP_ROLL)
    delegation = lookup.delegation_of(actor.town_id, delegation_id)
    lookup.hold_roll(delegation.term_id)
    named = _delegation_name(name)
    try:
        with transaction.atomic():
            Delegation.objects.filter(pk=delegation_id).update(name=named)
    except IntegrityError as error:
        raise DelegationIsThere(name=named) from error
    namesakes.tell_apart(delegation.term_id)
    facts = {"old": delegation.name, "new": named}
    journal.append("delegation.renamed", actor=actor, at=now, subject=f"delegation:{delegation_id}", facts=facts)


@transaction.atomic
def drop_delegation(*, delegation_id: int, actor: Actor, now: datetime) -> None:
    """Take away a delegation nobody belongs to. :raises DelegationHasDeputies:"""
    actor.must_be_allowed_to(Deed.KEEP_ROLL)
    delegation = lookup.delegation_of(actor.town_id, delegation_id)
    lookup.hold_roll(delegation.term_id)
    count = Deputy.objects.filter(delegation_id=delegation_id).count()
    if count:
        raise DelegationHasDeputies(name=delegation.name, count=count)
    Delegation.objects.filter(pk=delegation_id).delete()
    facts = {"name": delegation.name}
    journal.append("delegation.dropped", actor=actor, at=now, subject=f"delegation:{delegation_id}", facts=facts)


@transaction.atomic
def name_head(*, delegation_id: int, deputy_id: int | None, actor: Actor, now: datetime) -> None:
    """Say who leads a delegation (团长), or that nobody does. :raises HeadIsNotOfDelegation:"""
    actor.must_be_allowed_to(Deed.KEEP_ROLL)
    delegation = lookup.delegation_of(actor.town_id, delegation_id)
    lookup.hold_roll(delegation.term_id)
    head = lookup.deputy_of(actor.town_id, deputy_id) if deputy_id else None
    if head and head.delegation_id != delegation.pk:
        raise HeadIsNotOfDelegation(deputy=head.called, delegation=delegation.name)
    Delegation.objects.filter(pk=delegation_id).update(head=head)
    facts = {"head": head.pk if head else None}
    journal.append("delegation.head_named", actor=actor, at=now, subject=f"delegation:{delegation_id}", facts=facts)


@transaction.atomic
def correct_deputy(
    *,
    deputy_id: int,
    number: int,
    name: str,
    delegation_id: int,
    details: Mapping[str, str],
    actor: Actor,
    now: datetime,
) -> None:
    """Correct what is known of a deputy. :raises NumberIsTaken: :raises NameIsMissing: :raises NoteIsShared:"""
    actor.must_be_allowed_to(Deed.KEEP_ROLL)
    deputy = lookup.deputy_of(actor.town_id, deputy_id)
    lookup.hold_roll(deputy.term_id)
    delegation = lookup.delegation_of(actor.town_id, delegation_id)
    refuse_taken_number(deputy.term_id, number, but=deputy_id)
    fields = personal_fields(number=number, name=name, delegation=delegation, term_id=deputy.term_id, details=details)
    namesakes.refuse_shared_note(deputy.term_id, name=fields["name"], note=fields.get("note", ""), but=deputy_id)
    changes = {key: [getattr(deputy, key), new] for key, new in fields.items() if getattr(deputy, key) != new}
    if not changes:
        return
    Deputy.objects.filter(pk=deputy_id).update(**fields)
    Delegation.objects.filter(head_id=deputy_id).exclude(pk=delegation_id).update(head=None)
    namesakes.tell_apart(deputy.term_id)
    journal.append("deputy.corrected", actor=actor, at=now, subject=f"deputy:{deputy_id}", facts=changes)


def personal_fields(
    *, number: int, name: str, delegation: Delegation, term_id: int, details: Mapping[str, str]
) -> dict[str, Any]:
    """The columns of a deputy from what was typed. :raises NameIsMissing: :raises DelegationIsUnknown:"""
    cleaned = clean_name(name)
    if not cleaned:
        raise NameIsMissing()
    if delegation.term_id != term_id:
        raise refusals.DelegationIsUnknown()
    known = {key: value.strip() for key, value in details.items() if key in columns.DETAILS}
    if "note" in known:
        known["note"] = apart.clean_note(known["note"])
    letters = " ".join(initials(cleaned))[:120]
    return {"number": number, "name": cleaned, "initials": letters, "delegation_id": delegation.pk, **known}


def refuse_taken_number(term_id: int, number: int, *, but: int = 0) -> None:
    """:raises NumberIsTaken: somebody of the term has it, whether in office or not"""
    holder = Deputy.objects.filter(term_id=term_id, number=number).exclude(pk=but).first()
    if holder:
        raise refusals.NumberIsTaken(number=number, name=holder.called)


def _open_term(actor: Actor, term_id: int) -> Term:
    term = lookup.term_of(actor.town_id, term_id)
    lookup.hold_roll(term_id)
    return term


def _end_all_mandates(term_id: int, ended_on: date) -> int:
    standing = {
        deputy_id: mandate.standing_on(changes, lookup.LAST_DAY)
        for deputy_id, changes in lookup.histories(term_id).items()
    }
    ending = [deputy_id for deputy_id, now_is in standing.items() if now_is.counts_in_base]
    kind, cause = mandate.ChangeKind.ENDED, mandate.EndCause.TERM_ENDED
    MandateChange.objects.bulk_create(
        MandateChange(deputy_id=deputy_id, kind=kind, cause=cause, on=ended_on) for deputy_id in ending
    )
    return len(ending)


def _delegation_name(name: str) -> str:
    named = "".join(name.split())[:40]
    if not named:
        raise NameIsMissing()
    return named


def _refuse_quota(quota: int) -> None:
    if quota <= 0:
        raise QuotaIsWrong(quota=quota)


def _refuse_blank_reason(reason: str) -> None:
    if not reason.strip():
        raise refusals.ReasonIsMissing()
