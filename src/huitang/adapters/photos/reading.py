"""A photo as it came from a phone, made fit to keep: JPEG or PNG by its own bytes, without where it was taken."""

from dataclasses import dataclass

from huitang.adapters.photos import jpeg, png
from huitang.adapters.photos.refusal import PhotoFault, PhotoIsNotReadable

MAX_BYTES = 5 * 1024 * 1024
LONGEST_SIDE = 12_000


@dataclass(frozen=True, slots=True)
class Photo:
    """What is kept: the picture itself, nothing about place, time or camera."""

    content: bytes
    media_type: str
    width: int
    height: int


def clean_photo(content: bytes) -> Photo:
    """Check a photo by its first bytes and its structure and drop every word about it, position included.

    The picture is not drawn again: only the segments around it go. The way it is turned stays.

    :raises PhotoIsNotReadable: too big, neither JPEG nor PNG, or broken
    """
    if len(content) > MAX_BYTES:
        raise PhotoIsNotReadable(PhotoFault.TOO_BIG)
    if content.startswith(jpeg.FIRST_BYTES):
        return _sized("image/jpeg", *jpeg.strip(content))
    if content.startswith(png.FIRST_BYTES):
        return _sized("image/png", *png.strip(content))
    raise PhotoIsNotReadable(PhotoFault.NOT_A_PHOTO)


def _sized(media_type: str, content: bytes, width: int, height: int) -> Photo:
    if not (0 < width <= LONGEST_SIDE and 0 < height <= LONGEST_SIDE):
        raise PhotoIsNotReadable(PhotoFault.BROKEN)
    return Photo(content, media_type, width, height)
