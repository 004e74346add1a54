"""Choosing between the two languages of a `rules.legal_text.Text`."""

from django import template
from django.utils.translation import get_language

from huitang.rules.legal_text import Text

register = template.Library()


@register.filter
def told(text: Text) -> str:
    """The sentence in the language of the page."""
    return text.en if (get_language() or "").startswith("en") else text.zh
