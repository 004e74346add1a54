"""How whole papers are written in a case, compactly or in full."""

from dataclasses import dataclass
from typing import Any

from huitang.rules.ballot import Mark, RawMark, Scheme, Unclear, WriteInBreach

Schema = dict[str, Any]

SIGNS: dict[str, RawMark] = {
    **dict.fromkeys("○〇Oo", RawMark.CIRCLE),
    **dict.fromkeys("×Xx", RawMark.CROSS),
    "_": RawMark.BLANK,
    "√": RawMark.TICK,
    "△": RawMark.TRIANGLE,
    "+": RawMark.OVAL_FOR,
    "-": RawMark.OVAL_AGAINST,
    "=": RawMark.OVAL_ABSTAIN,
    "?": RawMark.UNCLEAR,
}
TOTALS = ("papers_collected", "valid_papers", "void_papers", "votes")
_SIGN_ROW = f"^[-{''.join(sign for sign in SIGNS if sign != '-')}]*$"


@dataclass(frozen=True)
class ReadingMethod:
    """What of the session's method matters to the reading of papers; left out, the project's defaults hold."""

    scheme: Scheme = Scheme.CIRCLE
    accepted_marks: tuple[tuple[RawMark, Mark], ...] = ()
    unclear: Unclear = Unclear.PART
    write_ins_allowed: bool = True
    writein_requires_against: bool = True
    writein_breach: WriteInBreach = WriteInBreach.VOID_WRITEIN
    seal_required: bool = False


PAPER_FIELDS: dict[str, Any] = {"method": ReadingMethod}

_NAME: Schema = {"type": "string", "minLength": 1}
_TIMES: Schema = {"type": "integer", "minimum": 1, "default": 1}


def voting_papers(*, method: Schema) -> dict[str, Schema]:
    """Papers with a mark for each printed name."""
    row: Schema = {"type": "string", "pattern": _SIGN_ROW}
    marks: Schema = {
        "if": {"type": "string"},
        "then": row,
        "else": _list_of({"enum": [mark.value for mark in RawMark]}),
    }
    yes: Schema = {"type": "boolean", "default": True}
    write_in = _closed({"name": _NAME, "eligible": yes, "is_clear": yes}, "name")
    full = _closed({"marks": marks, "write_ins": _list_of(write_in), **_ON_EVERY_PAPER}, "marks")
    return {
        "candidates": _names(),
        "papers": _list_of({"if": {"type": "string"}, "then": row, "else": full}),
        "method": method,
    }


def project_papers() -> dict[str, Schema]:
    """Papers that choose, rank or mark projects."""
    chosen = _list_of(_NAME)
    marks: Schema = {"type": "object", "additionalProperties": {"enum": [mark.value for mark in Mark]}}
    full = _closed({"choices": chosen, "marks": marks, **_ON_EVERY_PAPER})
    return {
        "projects": _names(),
        "papers": _list_of({"if": {"type": "array"}, "then": chosen, "else": full}),
        "seal_required": {"type": "boolean", "default": False},
    }


def _names() -> Schema:
    return {"type": "array", "items": _NAME, "minItems": 1, "uniqueItems": True}


def _list_of(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _closed(properties: dict[str, Schema], *required: str) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


_ON_EVERY_PAPER: dict[str, Schema] = {"sealed": {"type": "boolean", "default": True}, "times": _TIMES}
