"""JPEG segment by segment (ITU-T T.81 annex B): what tells of the picture is kept, what tells of its maker goes."""

import struct

from huitang.adapters.photos.refusal import PhotoFault, PhotoIsNotReadable

FIRST_BYTES = b"\xff\xd8\xff"
_EOI, _SOS, _APP0, _APP1, _APP2, _APP14, _APP15, _COM = 0xD9, 0xDA, 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ORIENTATION = 0x0112
_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}


def strip(content: bytes) -> tuple[bytes, int, int]:
    """The picture with its width and height as stored; Exif leaves only the way the phone was held.

    :raises PhotoIsNotReadable: it breaks off, or has no frame
    """
    kept, at, size, turn = [content[:2]], 2, (0, 0), 1
    while True:
        marker, begin, end = _segment(content, at)
        if marker == _EOI:
            kept.append(b"\xff\xd9")  # whatever stands behind the end goes too
            break
        body = content[begin + 4 : end]
        if marker in _FRAMES:
            size = _size(body)
        if marker == _APP1:
            turn = _turn_of(body) or turn
        elif marker == _SOS:
            end = _end_of_scan(content, end)
        if _is_picture(marker, body):
            kept.append(content[begin:end])
        at = end
    if turn != 1:
        kept.insert(1, _only_turn(turn))
    return b"".join(kept), size[1], size[0]


def _segment(content: bytes, at: int) -> tuple[int, int, int]:
    """Marker, where its FF stands, where the segment ends."""
    while content[at : at + 2] == b"\xff\xff":
        at += 1
    if len(content) < at + 2 or content[at] != 0xFF:
        raise PhotoIsNotReadable(PhotoFault.BROKEN)
    marker = content[at + 1]
    if marker == _EOI:
        return marker, at, at + 2
    length = int.from_bytes(content[at + 2 : at + 4], "big")
    if length < 2 or at + 2 + length > len(content):
        raise PhotoIsNotReadable(PhotoFault.BROKEN)
    return marker, at, at + 2 + length


def _is_picture(marker: int, body: bytes) -> bool:
    if marker == _APP2:
        return body.startswith(b"ICC_PROFILE\0")
    about = _APP0 <= marker <= _APP15 or marker == _COM
    return not about or marker in (_APP0, _APP14)


def _size(body: bytes) -> tuple[int, int]:
    if len(body) < 5:
        raise PhotoIsNotReadable(PhotoFault.BROKEN)
    height, width = struct.unpack(">HH", body[1:5])
    return height, width


def _end_of_scan(content: bytes, at: int) -> int:
    """Where the next marker stands that is neither a stuffed FF 00 nor a restart."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise PhotoIsNotReadable(PhotoFault.BROKEN)
        following = content[at + 1]
        if following not in (0x00, 0xFF) and not 0xD0 <= following <= 0xD7:
            return at
        at += 1 if following == 0xFF else 2


def _turn_of(body: bytes) -> int | None:
    """Exif orientation 1 to 8 from the first directory; None where there is none."""
    tiff = body[6:] if body.startswith(b"Exif\0\0") else b""
    order = _ORDERS.get(tiff[:4])
    if order is None or len(tiff) < 10:
        return None
    first = struct.unpack(f"{order}I", tiff[4:8])[0]
    count = int.from_bytes(tiff[first : first + 2], "little" if order == "<" else "big")
    for place in range(count):
        entry = tiff[first + 2 + place * 12 :][:12]
        if len(entry) == 12 and struct.unpack(f"{order}H", entry[:2])[0] == _ORIENTATION:
            turn = int(struct.unpack(f"{order}H", entry[8:10])[0])
            return turn if 1 <= turn <= 8 else None
    return None


def _only_turn(turn: int) -> bytes:
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, turn, 0)
    body = b"Exif\0\0" + b"MM\0*" + struct.pack(">IH", 8, 1) + entry + b"\0\0\0\0"
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
