"""Photos written out by hand, so that no test needs a library of pictures."""

import struct
import zlib

PLACE = b"GPS 28.87N 113.96E"


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def exif(turn: int = 1, *, order: str = "<") -> bytes:
    """A camera's words: its name, the way it was held, and a position."""
    head = b"II*\0" if order == "<" else b"MM\0*"
    make = struct.pack(f"{order}HHI", 0x010F, 2, 4) + b"abc\0"
    held = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, turn, 0)
    return segment(0xE1, b"Exif\0\0" + head + struct.pack(f"{order}IH", 8, 2) + make + held + b"\0\0\0\0" + PLACE)


def jpeg(
    *, width: int = 40, height: int = 30, about: bytes = b"", behind: bytes = b"", scan: bytes = b"\x12\xff\x00\x34"
) -> bytes:
    """A JPEG as a parser sees it: start, JFIF, what is said about it, tables, a frame, a scan, the end."""
    frame = segment(0xC0, bytes([8]) + struct.pack(">HH", height, width) + b"\x01\x01\x11\x00")
    parts = [b"\xff\xd8", segment(0xE0, b"JFIF\0\x01\x01"), about, segment(0xDB, b"\0" * 65), frame]
    return b"".join([*parts, segment(0xDA, b"\x01\x01\x00\x00\x3f\x00"), scan, b"\xff\xd0\x56\xff\xd9", behind])


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(*, about: bytes = b"", width: int = 2, height: int = 1) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0" + b"\x10" * 6))
    return b"\x89PNG\r\n\x1a\n" + head + about + pixels + chunk(b"IEND", b"")
