"""How the finding of a rule is kept: numbers, steps and articles as they were on the day, readable without the rule."""

from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any

from huitang.rules.legal_text import Citation


def stored(finding: Any) -> dict[str, Any]:
    """A frozen finding of `rules` as JSON; a template reads the same dotted names from it."""
    return {field.name: _plain(getattr(finding, field.name)) for field in fields(finding)}


def _plain(value: Any) -> Any:
    if isinstance(value, Citation):
        return _citation(value)
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return stored(value)
    return value


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "law": citation.law,
        "article": citation.article,
        "edition": citation.edition,
        "label_zh": citation.label_zh,
        "label_en": citation.label_en,
        "gist": {"zh": citation.gist.zh, "en": citation.gist.en},
    }
