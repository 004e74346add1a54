"""Reading a file, an address or the standard input, as a command was told."""

import sys
from pathlib import Path

import httpx

from huitang.adapters.verifying.suspect import MAX_BYTES

STANDARD_INPUT = "-"
SECONDS = 20


class CouldNotRead(Exception):
    """Says which place gave nothing, and why."""


def is_address(place: str) -> bool:
    return place.startswith(("http://", "https://"))


def read(place: str) -> bytes:
    """:raises CouldNotRead:"""
    if place == STANDARD_INPUT:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    if is_address(place):
        return _fetch(place)
    try:
        return Path(place).read_bytes()
    except OSError as error:
        raise CouldNotRead(f"{place}: {error.strerror}") from error


def find(place: str) -> bytes | None:
    """The same, None where there is nothing."""
    try:
        return read(place)
    except CouldNotRead:
        return None


def _fetch(address: str) -> bytes:
    content = b""
    try:
        with httpx.stream("GET", address, timeout=SECONDS, follow_redirects=True) as answer:
            if answer.status_code not in (200, 410):
                raise CouldNotRead(f"{address}: HTTP {answer.status_code}")
            for part in answer.iter_bytes():
                content += part
                if len(content) > MAX_BYTES:
                    raise CouldNotRead(f"{address}: more than {MAX_BYTES} bytes")
    except httpx.HTTPError as error:
        raise CouldNotRead(f"{address}: {error}") from error
    return content
