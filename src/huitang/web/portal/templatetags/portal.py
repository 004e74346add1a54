"""Addresses of the public pages in both languages: the same path, English below /en/."""

from typing import Any

from django import template

register = template.Library()
ENGLISH = "/en/"


@register.simple_tag(takes_context=True)
def in_language(context: dict[str, Any], language: str) -> str:
    """The address of this page in the other language."""
    path: str = context["request"].path
    plain = f"/{path.removeprefix(ENGLISH)}" if path.startswith(ENGLISH) else path
    return f"{ENGLISH}{plain[1:]}" if language == "en" else plain
