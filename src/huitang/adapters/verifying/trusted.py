"""A record that is trusted: read from its exact bytes, its signature and its place in the log checked where they are given."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import takewhile
from typing import Any

from huitang.adapters.signing import canonical, keys, merkle
from huitang.adapters.signing.notes import Checkpoint
from huitang.adapters.signing.refusal import Fault, SigningIsRefused
from huitang.adapters.signing.trust import Believed
from huitang.adapters.texts.of_paper import paragraphs_of_draft
from huitang.adapters.texts.text import Part, TextParagraph
from huitang.adapters.verifying import furniture

PARTED = ("SUGGESTIONS",)  # kinds whose headings have pages of their own


class Signed(StrEnum):
    """What is known of a record's signature."""

    GOOD = "GOOD"
    REVOKED = "REVOKED"  # good, by a key that was revoked
    UNKNOWN_KEY = "UNKNOWN_KEY"
    WRONG = "WRONG"
    MISSING = "MISSING"
    UNCHECKED = "UNCHECKED"  # no key was given


@dataclass(frozen=True)
class TrustedRecord:
    """`pieces` are the title and every paragraph and cell in order, `cells` which are cells; `known` what a page may repeat between them.

    `beside_charts` is what stands around drawings and repeats their tables, and the name of the fold such a table is in.
    `heads` counts those above the text: the title and the notes below it; there a page may also say `known_in_head`.
    `row_heads`: the head of its table, for each piece that begins a row; a new page begins with it again.
    `part_of` is the title of the whole, where this is what stands under one heading of it and has a page of its own.
    """

    told: dict[str, Any]
    sha256: str
    pieces: tuple[str, ...]
    cells: frozenset[int]
    known: tuple[str, ...]
    beside_charts: tuple[str, ...]
    heads: int
    row_heads: Mapping[int, str]
    part_of: str = ""

    @property
    def parts(self) -> tuple["TrustedRecord", ...]:
        """What has a page of its own: each suggestion with its answer. A part has no parts."""
        if self.part_of or self.told.get("kind") not in PARTED:
            return ()
        return tuple(replace(_read(told, self.sha256), part_of=self.title) for told in _parts(self.told))

    @property
    def town(self) -> str:
        """Whose text it is; empty where the record does not say."""
        return str(self.told.get("town", ""))

    @property
    def known_in_head(self) -> tuple[str, ...]:
        """What the index number begins with."""
        return (str(self.told.get("site_id", "")),)

    @property
    def title(self) -> str:
        """The title of the text."""
        return self.pieces[0]


class RecordIsBroken(Exception):
    """These bytes are no record of a release."""


def read_record(content: bytes) -> TrustedRecord:
    """A release's record. :raises RecordIsBroken: no JSON, not canonical, or of something else"""
    try:
        told = json.loads(content)
        record = _read(told, canonical.sha256_hex(content.rstrip(b"\n")))
        is_canonical = canonical.canonical_bytes(told) == content.rstrip(b"\n")
    except (ValueError, KeyError, TypeError, AttributeError) as broken:
        raise RecordIsBroken() from broken
    if not is_canonical or not record.pieces:
        raise RecordIsBroken()
    return record


def check_signature(content: bytes, signature: str | None, believed: Believed) -> tuple[Signed, str]:
    """What the signature is worth, and its trusted comment or why it is worth nothing."""
    if not signature:
        return Signed.MISSING, ""
    if not believed.keys:
        return Signed.UNCHECKED, ""
    try:
        key = believed.find(keys.signer_of(signature))
        if key is None:
            return Signed.UNKNOWN_KEY, keys.signer_of(signature)
        comment = key.verify(content.rstrip(b"\n"), signature)
    except SigningIsRefused as refused:
        return Signed.WRONG, str(refused.code)
    if key in believed.revoked:
        return Signed.REVOKED, believed.revoked[key]
    return Signed.GOOD, comment


def find_in_log(content: bytes, leaves: dict[str, Any], checkpoint: Checkpoint) -> int | None:
    """The place of a record in a signed log; None when it is not there.

    :raises SigningIsRefused: the leaves are not those that were signed
    """
    try:
        hashes = [bytes.fromhex(leaf["leaf_hash"]) for leaf in leaves["leaves"]][: checkpoint.size]
    except (KeyError, TypeError, ValueError) as broken:
        raise SigningIsRefused(Fault.BROKEN_LIST) from broken
    if len(hashes) < checkpoint.size or merkle.root_of(hashes) != checkpoint.root:
        raise SigningIsRefused(Fault.WRONG_SIGNATURE)
    own = merkle.leaf_hash(content.rstrip(b"\n"))
    return hashes.index(own) if own in hashes else None


def _read(told: dict[str, Any], sha256: str) -> TrustedRecord:
    held = [one for one in paragraphs_of_draft(told["title"], told["blocks"]) if one.text.strip()]
    cells = frozenset(number for number, one in enumerate(held) if one.cell)
    notes = sum(1 for _note in takewhile(lambda one: one.part is Part.NOTE, held[1:]))
    texts, beside = tuple(one.text for one in held), _beside_charts(told["blocks"])
    return TrustedRecord(told, sha256, texts, cells, _known(told), beside, 1 + notes, _row_heads(held))


def _parts(told: dict[str, Any]) -> list[dict[str, Any]]:
    """Each heading as a title, with what stands below it."""
    parts: list[dict[str, Any]] = []
    for block in told["blocks"]:
        if block["type"] == "h":
            parts.append({**told, "title": block["text"], "blocks": []})
        elif parts:
            parts[-1]["blocks"].append(block)
    return parts


def _row_heads(held: Sequence[TextParagraph]) -> dict[int, str]:
    rows: dict[tuple[int, int], list[int]] = {}
    for number, one in enumerate(held):
        if one.cell:
            rows.setdefault((one.cell.table, one.cell.row), []).append(number)
    heads = {table: "\n".join(held[at].text for at in cells) for (table, row), cells in rows.items() if row == 0}
    return {cells[0]: heads[table] for (table, row), cells in rows.items() if row and table in heads}


def _known(told: dict[str, Any]) -> tuple[str, ...]:
    """Its source, number and version as pages print them; other values in their places are told as changes."""
    number, version = told.get("number"), told.get("version", 1)
    numbered = (f"第{number}号",) if number else ()
    return (str(told.get("source", "")), *numbered, f"第{version}版")


def _beside_charts(blocks: list[dict[str, Any]]) -> tuple[str, ...]:
    charts = [block for block in blocks if block["type"] == "chart"]
    names = [[one["title"], f"（{one.get('unit', '')}）", one.get("mark_name", ""), *one["series"]] for one in charts]
    return tuple(name for told in names for name in (*told, *furniture.FOLDS))
