"""Choosing between the two languages of a `rules.legal_text.Text`, live or as a finding was kept."""

from collections.abc import Mapping

from django import template
from django.utils.translation import get_language

from huitang.rules.legal_text import Citation, Text

register = template.Library()


@register.filter
def told(text: Text | Mapping[str, str]) -> str:
    """The sentence in the language of the page."""
    if isinstance(text, Mapping):
        return text["en"] if _is_english() else text["zh"]
    return text.en if _is_english() else text.zh


@register.filter
def article_label(article: Citation | Mapping[str, str]) -> str:
    """The way a reader of the page cites an article."""
    if isinstance(article, Mapping):
        return article["label_en"] if _is_english() else article["label_zh"]
    return article.label_en if _is_english() else article.label_zh


def _is_english() -> bool:
    return (get_language() or "").startswith("en")
