"""Freezing the numbers of a report, and by-elections to the county's congress."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal import queries as links
from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal, must_fit
from huitang.congress.performance import suggestions_seam
from huitang.congress.performance.suggestions_seam import SuggestionsAssigned
from huitang.congress.sittings.calendar import local_day
from huitang.congress.yearly import counting, numbers
from huitang.congress.yearly.models import CountySeat, FrozenNumbers

EARLIEST_YEAR = 1979


class NumbersAreFrozen(Refusal):
    text = _("{year} 年的数字已经按 {day} 的报告定下了。要重新定，请先撤回，并写明原因。")


class NumbersAreNotFrozen(Refusal):
    text = _("{year} 年的数字还没有定下，或者已经撤回。请刷新年度数字页。")


class YearHasNotBegun(InputIsWrong):
    text = _("{year} 年的数字还不能定。请选已经开始的年份。")


class ReportIsTooEarly(InputIsWrong):
    text = _("报告日期 {day} 早于 {year} 年。请核对日期。")


class ReasonIsMissing(InputIsWrong):
    text = _("请写明原因再保存。")


class SeatIsIncomplete(InputIsWrong):
    text = _("请写出当选的县人大代表的姓名。")


class SeatIsInFuture(InputIsWrong):
    text = _("还没有到 {day}。请在补选以后登记。")


class SeatIsThere(InputIsWrong):
    text = _("“{name}”{day} 的补选已经登记过了。")


class SeatIsUnknown(NotFound):
    text = _("没有这条县人大代表补选记录。请刷新年度数字页。")


@transaction.atomic
def freeze_numbers(
    *,
    year: int,
    reported_on: date,
    actor: Actor,
    now: datetime,
    suggestions: SuggestionsAssigned = suggestions_seam.none_assigned,
) -> int:
    """Keep the numbers of a year as the report gives them (Organic Law art. 12, item 9); later records change nothing.

    :raises YearHasNotBegun: :raises ReportIsTooEarly: :raises NumbersAreFrozen: they are in force already
    """
    actor.must_be_allowed_to(Deed.FREEZE_NUMBERS)
    if not EARLIEST_YEAR <= year <= local_day(now).year:
        raise YearHasNotBegun(year=year)
    if reported_on < date(year, 1, 1):
        raise ReportIsTooEarly(day=reported_on, year=year)
    _refuse_frozen(actor.town_id, year)
    sequence = links.get_sequence(actor.chain)
    found = numbers.stored(counting.count_year(town_id=actor.town_id, year=year, suggestions=suggestions))
    frozen = FrozenNumbers.objects.create(
        town_id=actor.town_id,
        year=year,
        reported_on=reported_on,
        frozen_at=now,
        by=actor.label[:40],
        sequence=sequence,
        numbers=found,
    )
    counts = {one["key"]: one["count"] for one in found["numbers"]}
    facts = {"year": year, "reported_on": reported_on.isoformat(), "sequence": sequence, "counts": counts}
    journal.append("yearly.frozen", actor=actor, at=now, subject=f"year:{year}", facts=facts)
    return int(frozen.pk)


@transaction.atomic
def withdraw_numbers(*, year: int, reason: str, actor: Actor, now: datetime) -> None:
    """Take frozen numbers out of force, so that they can be frozen anew; what they were stays kept.

    :raises ReasonIsMissing: :raises NumbersAreNotFrozen:
    """
    actor.must_be_allowed_to(Deed.FREEZE_NUMBERS)
    if not reason.strip():
        raise ReasonIsMissing()
    must_fit(reason.strip(), 200)
    in_force = FrozenNumbers.objects.filter(town_id=actor.town_id, year=year, withdrawn_at=None)
    if not in_force.update(withdrawn_at=now):
        raise NumbersAreNotFrozen(year=year)
    facts = {"year": year, "reason": reason.strip()}
    journal.append("yearly.withdrawn", actor=actor, at=now, subject=f"year:{year}", facts=facts)


@transaction.atomic
def seat_county_deputy(*, name: str, district: str, elected_on: date, actor: Actor, now: datetime) -> int:
    """Record that a deputy of the county's congress was by-elected here (Electoral Law art. 57); returns its id.

    :raises SeatIsIncomplete: :raises SeatIsInFuture: :raises SeatIsThere: :raises TextIsTooLong:
    """
    actor.must_be_allowed_to(Deed.KEEP_SUPERVISION)
    named, where = name.strip(), district.strip()
    if not named:
        raise SeatIsIncomplete()
    must_fit(named, 60)
    must_fit(where, 40)
    if elected_on > local_day(now):
        raise SeatIsInFuture(day=elected_on)
    fields = {"name": named, "district": where, "elected_on": elected_on}
    try:
        with transaction.atomic():
            seat = CountySeat.objects.create(town_id=actor.town_id, **fields)
    except IntegrityError as error:
        raise SeatIsThere(name=named, day=elected_on) from error
    facts = {"name": named, "district": where, "on": elected_on.isoformat()}
    journal.append("yearly.county_seat_added", actor=actor, at=now, subject=f"county_seat:{seat.pk}", facts=facts)
    return int(seat.pk)


@transaction.atomic
def remove_county_deputy(*, seat_id: int, actor: Actor, now: datetime) -> int:
    """Take back a county by-election entered by mistake; returns its year. :raises SeatIsUnknown:"""
    actor.must_be_allowed_to(Deed.KEEP_SUPERVISION)
    seats = CountySeat.objects.filter(pk=seat_id, town_id=actor.town_id)
    seat = seats.first()
    if seat is None or not seats.delete()[0]:
        raise SeatIsUnknown()
    facts = {"name": seat.name, "on": seat.elected_on.isoformat()}
    journal.append("yearly.county_seat_removed", actor=actor, at=now, subject=f"county_seat:{seat_id}", facts=facts)
    return seat.elected_on.year


def _refuse_frozen(town_id: int, year: int) -> None:
    there = FrozenNumbers.objects.filter(town_id=town_id, year=year, withdrawn_at=None).first()
    if there is not None:
        raise NumbersAreFrozen(year=year, day=there.reported_on)
