"""The exact bytes that are signed and hashed: RFC 8785 (JCS) over text in Unicode's form NFC."""

import hashlib
import unicodedata
from typing import Any

import rfc8785

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's 32: no i, l, o that read as 1 and 0, no u that reads as v
CODE = 10  # characters, 50 bits
BITS = 5


def canonical_bytes(record: dict[str, Any]) -> bytes:
    """One spelling of a record, whatever program writes it."""
    return rfc8785.dumps(in_nfc(record))


def in_nfc(held: Any) -> Any:
    """Every string below, keys too, in NFC."""
    if isinstance(held, str):
        return unicodedata.normalize("NFC", held)
    if isinstance(held, dict):
        return {in_nfc(name): in_nfc(value) for name, value in held.items()}
    if isinstance(held, list | tuple):
        return [in_nfc(one) for one in held]
    return held


def sha256_hex(content: bytes) -> str:
    """64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def check_code(sha256: str, length: int = CODE) -> str:
    """The beginning of a SHA-256 in letters nobody confuses, for the eye: as much of it as `length` characters hold."""
    number = int(sha256, 16)
    shifts = range(256 - BITS, 256 - BITS * (length + 1), -BITS)
    return "".join(ALPHABET[number >> shift & 31] for shift in shifts)


def grouped(code: str, size: int = 5) -> str:
    """A code to be read aloud: 7k3qm-9x2ad."""
    return "-".join(code[at : at + size] for at in range(0, len(code), size))
