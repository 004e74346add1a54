"""Addresses of the public pages in both languages: the same path, English below /en/."""

import json
from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
ENGLISH = "/en/"
_NO_MARKUP = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag(takes_context=True)
def in_language(context: dict[str, Any], language: str) -> str:
    """The address of this page in the other language."""
    path: str = context["request"].path
    plain = f"/{path.removeprefix(ENGLISH)}" if path.startswith(ENGLISH) else path
    return f"{ENGLISH}{plain[1:]}" if language == "en" else plain


@register.filter
def linked_data(found: Sequence[dict[str, Any]]) -> SafeString:
    """Blocks of schema.org, which no browser runs; no word in them can close the element."""
    told = (json.dumps(one, ensure_ascii=False).translate(_NO_MARKUP) for one in found)
    return mark_safe("\n  ".join(f'<script type="application/ld+json">{one}</script>' for one in told))  # noqa: S308
