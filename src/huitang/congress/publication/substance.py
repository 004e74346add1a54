"""What a text says, apart from the day its figures were read: the same substance needs no new version."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import rfc8785


def fingerprint(kind: str, title: str, blocks: Iterable[Mapping[str, Any]], facts: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical text (RFC 8785): what is printed under it and can be checked."""
    words: dict[str, Any] = {
        "kind": kind,
        "title": title,
        "blocks": [dict(block) for block in blocks],
        "facts": dict(facts),
    }
    return hashlib.sha256(rfc8785.dumps(words)).hexdigest()


def substance(kind: str, title: str, blocks: Iterable[Mapping[str, Any]], facts: Mapping[str, Any]) -> str:
    """The same without the day as of which a standing page was read."""
    told = {name: fact for name, fact in facts.items() if name != "on"}
    return fingerprint(kind, title, (block for block in blocks if block["type"] != "as_of"), told)
