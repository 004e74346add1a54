"""PNG chunk by chunk: what is needed to draw the picture is kept, words, time and Exif go."""

import struct
import zlib

from huitang.adapters.photos.refusal import PhotoFault, PhotoIsNotReadable

FIRST_BYTES = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs"})


def strip(content: bytes) -> tuple[bytes, int, int]:
    """The picture with its width and height. :raises PhotoIsNotReadable: it breaks off, or a check sum is wrong"""
    kept, at, size, kind = [FIRST_BYTES], len(FIRST_BYTES), (0, 0), b""
    while kind != b"IEND":
        kind, body, end = _chunk(content, at)
        if kind == b"IHDR" and len(body) == 13:
            size = struct.unpack(">II", body[:8])
        if kind in _KEPT:
            kept.append(content[at:end])
        at = end
    return b"".join(kept), size[0], size[1]


def _chunk(content: bytes, at: int) -> tuple[bytes, bytes, int]:
    length = int.from_bytes(content[at : at + 4], "big")
    end = at + 12 + length
    if end > len(content):
        raise PhotoIsNotReadable(PhotoFault.BROKEN)
    kind, body = content[at + 4 : at + 8], content[at + 8 : end - 4]
    if zlib.crc32(kind + body) != int.from_bytes(content[end - 4 : end], "big"):
        raise PhotoIsNotReadable(PhotoFault.BROKEN)
    return kind, body, end
