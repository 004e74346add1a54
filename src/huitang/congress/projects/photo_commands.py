"""Photos of a building site: checked, without where they were taken, and taken away again."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.projects import lookup, refusals
from huitang.congress.projects.models import ProjectPhoto
from huitang.congress.supervision import photos

MOST = 24


@transaction.atomic
def add_photo(
    *, project_id: int, content: bytes, caption: str, taken_on: date, is_public: bool, actor: Actor, now: datetime
) -> int:
    """Keep a photo of a project; what the file says of place and camera is not kept. Returns its id.

    :raises PhotoIsTooBig: :raises PhotoIsNoPicture: :raises PhotoIsBroken: :raises PhotoIsThere:
    :raises TooManyPhotos: :raises TextIsTooLong: :raises ProjectIsUnknown: :raises DayHasNotCome:
    """
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    project = lookup.project_of(actor, project_id)
    lookup.refuse_future(taken_on, now=now)
    texts = lookup.fitted(ProjectPhoto, caption=caption)
    if project.photos.count() >= MOST:
        raise refusals.TooManyPhotos(most=MOST)
    kept = photos.cleaned(content)
    fields = {**kept, "taken_on": taken_on, "is_public": is_public, **texts}
    try:
        with transaction.atomic():
            photo = ProjectPhoto.objects.create(project=project, **fields)
    except IntegrityError as error:
        raise refusals.PhotoIsThere() from error
    facts = {"name": project.name, "sha256": kept["sha256"], "caption": texts["caption"], "is_public": is_public}
    journal.append("project.photo_added", actor=actor, at=now, subject=f"project:{project_id}", facts=facts)
    return int(photo.pk)


@transaction.atomic
def remove_photo(*, photo_id: int, actor: Actor, now: datetime) -> int:
    """Take a photo away for good; returns its project. :raises RowIsUnknown:"""
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    photo = lookup.row_of(actor, ProjectPhoto, photo_id)
    ProjectPhoto.objects.filter(pk=photo_id).delete()
    subject = f"project:{photo.project_id}"
    facts = {"name": photo.project.name, "sha256": photo.sha256, "caption": photo.caption}
    journal.append("project.photo_removed", actor=actor, at=now, subject=subject, facts=facts)
    return int(photo.project_id)
