"""Turning points on and off, and what each thing is worth."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import InputIsWrong
from huitang.congress.journal.unchanged import must_be_as_seen
from huitang.congress.performance import scheme
from huitang.congress.performance.models import PointScheme


class WeightIsWrong(InputIsWrong):
    text = _("“{name}”的分值 {weight} 不对。请填 0 到 {highest} 的整数。")


@transaction.atomic
def set_points(
    *, is_on: bool, weights: Mapping[str, int], actor: Actor, now: datetime, seen: int | None = None
) -> None:
    """Turn points on or off and set what each thing is worth; no law asks for points, a town may want them.

    :raises WeightIsWrong: :raises SomebodyWasQuicker:
    """
    actor.must_be_allowed_to(Deed.SET_POINTS)
    subject = f"town:{actor.town_id}"
    must_be_as_seen(chain=actor.chain, subject=subject, events=("points.set",), seen=seen)
    known = {what: weights.get(what, scheme.first_weight(what)) for what in scheme.COUNTED}
    for what, weight in known.items():
        if not 0 <= weight <= scheme.HIGHEST:
            raise WeightIsWrong(name=scheme.name_of(what), weight=weight, highest=scheme.HIGHEST)
    PointScheme.objects.get_or_create(town_id=actor.town_id)
    PointScheme.objects.filter(town_id=actor.town_id).update(is_on=is_on, weights=known)
    journal.append("points.set", actor=actor, at=now, subject=subject, facts={"is_on": is_on, "weights": known})
