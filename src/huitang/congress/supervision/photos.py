"""A photo as it is kept, of an activity or of a building site: checked, without where it was taken."""

import hashlib
from typing import TypedDict

from django.utils.translation import gettext_lazy as _

from huitang.adapters.photos import reading
from huitang.adapters.photos.refusal import PhotoFault, PhotoIsNotReadable
from huitang.congress.journal.refusal import InputIsWrong

_MEGABYTE = 1024 * 1024


class PhotoIsTooBig(InputIsWrong):
    text = _("这张照片超过 {megabytes} MB，没有存。请在手机上选小一点的尺寸再传。")


class PhotoIsNoPicture(InputIsWrong):
    text = _("这个文件不是照片。请传 JPEG 或 PNG 格式的照片。")


class PhotoIsBroken(InputIsWrong):
    text = _("这张照片的文件不完整，没有存。请重新拍照或重新传一次。")


class Kept(TypedDict):
    content: bytes
    media_type: str
    width: int
    height: int
    sha256: str


def cleaned(content: bytes) -> Kept:
    """What is kept of the file. :raises PhotoIsTooBig: :raises PhotoIsNoPicture: :raises PhotoIsBroken:"""
    try:
        photo = reading.clean_photo(content)
    except PhotoIsNotReadable as unreadable:
        raise _refusal(unreadable.fault) from unreadable
    return {
        "content": photo.content,
        "media_type": photo.media_type,
        "width": photo.width,
        "height": photo.height,
        "sha256": hashlib.sha256(photo.content).hexdigest(),
    }


def _refusal(fault: PhotoFault) -> InputIsWrong:
    if fault is PhotoFault.TOO_BIG:
        return PhotoIsTooBig(megabytes=reading.MAX_BYTES // _MEGABYTE)
    return PhotoIsNoPicture() if fault is PhotoFault.NOT_A_PHOTO else PhotoIsBroken()
