"""Pictures that texts name, kept as they were at drafting: a text and its pictures are frozen together."""

from huitang.congress.publication.models import PublicPhoto, Release
from huitang.congress.publication.standing import sources


def keep(held: Release) -> None:
    """Copy the pictures a new draft names, and forget those no text names any more."""
    named = dict.fromkeys(block["sha256"] for block in held.blocks if block["type"] == "photo")
    held.photos.set([photo for photo in (_kept(held.town_id, sha256) for sha256 in named) if photo])
    PublicPhoto.objects.filter(town_id=held.town_id, releases=None).delete()


def _kept(town_id: int, sha256: str) -> PublicPhoto | None:
    known = PublicPhoto.objects.filter(town_id=town_id, sha256=sha256).first()
    found = None if known else sources.find_photo(sha256, town_id=town_id)
    if found is None:
        return known
    content, media_type = found
    return PublicPhoto.objects.create(town_id=town_id, sha256=sha256, content=content, media_type=media_type)
