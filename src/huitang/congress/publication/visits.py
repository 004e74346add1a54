"""How often a text was opened: one number for each text and day. Who opened it is neither asked nor kept."""

from datetime import date

from django.db import transaction
from django.db.models import F, Sum

from huitang.congress.publication.commands import ReleaseIsUnknown
from huitang.congress.publication.models import Release, VisitCount

_SHOWN = (Release.State.RELEASED, Release.State.REPLACED)


def count_visit(release_id: int, *, on: date) -> int:
    """One more on this day; all there were. :raises ReleaseIsUnknown: also a draft, also what was withdrawn"""
    _must_be_shown(release_id)
    today = VisitCount.objects.filter(release_id=release_id, day=on)
    with transaction.atomic():
        if not today.update(visits=F("visits") + 1):
            VisitCount.objects.get_or_create(release_id=release_id, day=on)
            today.update(visits=F("visits") + 1)
    return _total(release_id)


def get_visits(release_id: int) -> int:
    """:raises ReleaseIsUnknown: also a draft, also what was withdrawn"""
    _must_be_shown(release_id)
    return _total(release_id)


def _must_be_shown(release_id: int) -> None:
    if not Release.objects.filter(pk=release_id, state__in=_SHOWN).exists():
        raise ReleaseIsUnknown()


def _total(release_id: int) -> int:
    found = VisitCount.objects.filter(release_id=release_id).aggregate(all=Sum("visits"))["all"]
    return found or 0
