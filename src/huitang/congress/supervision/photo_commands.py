"""Photos of an activity: checked, without where they were taken, and taken away again."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import must_fit
from huitang.congress.supervision import lookup, photos, refusals
from huitang.congress.supervision.commands import RUNNING
from huitang.congress.supervision.models import Photo

MOST = 12


@transaction.atomic
def add_photo(*, activity_id: int, content: bytes, caption: str, actor: Actor, now: datetime) -> int:
    """Keep a photo of an activity that was held; what the file says of place and camera is not kept.

    :raises PhotoIsTooBig: :raises PhotoIsNoPicture: :raises PhotoIsBroken: :raises PhotoIsThere:
    :raises TooManyPhotos: :raises TextIsTooLong: :raises ActivityIsUnknown: :raises ActivityIsNotThere:
    """
    actor.must_be_allowed_to(Deed.KEEP_SUPERVISION)
    must_fit(caption.strip(), 100)
    activity = lookup.activity_of(actor, activity_id)
    lookup.move(activity, while_in=RUNNING, deed=_("加照片"), topic=activity.topic)
    if Photo.objects.filter(activity=activity).count() >= MOST:
        raise refusals.TooManyPhotos(most=MOST)
    kept = photos.cleaned(content)
    try:
        with transaction.atomic():
            photo = Photo.objects.create(activity=activity, caption=caption.strip(), **kept)
    except IntegrityError as error:
        raise refusals.PhotoIsThere() from error
    facts = {"sha256": kept["sha256"], "caption": caption.strip()}
    journal.append("supervision.photo_added", actor=actor, at=now, subject=f"activity:{activity_id}", facts=facts)
    return int(photo.pk)


@transaction.atomic
def remove_photo(*, photo_id: int, actor: Actor, now: datetime) -> int:
    """Take a photo away for good; returns its activity. :raises PhotoIsUnknown: :raises ActivityIsNotThere:"""
    actor.must_be_allowed_to(Deed.KEEP_SUPERVISION)
    photo = Photo.objects.select_related("activity").filter(pk=photo_id, activity__town_id=actor.town_id).first()
    if photo is None:
        raise refusals.PhotoIsUnknown()
    lookup.move(photo.activity, while_in=RUNNING, deed=_("删照片"), topic=photo.activity.topic)
    Photo.objects.filter(pk=photo_id).delete()
    subject = f"activity:{photo.activity_id}"
    facts = {"sha256": photo.sha256, "caption": photo.caption}
    journal.append("supervision.photo_removed", actor=actor, at=now, subject=subject, facts=facts)
    return int(photo.activity_id)
