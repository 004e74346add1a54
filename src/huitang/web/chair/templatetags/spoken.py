"""Words to be read out: the numbers stand out, a gap is seen."""

import re

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
_NUMBER = re.compile(r"\d+(?=[名人票张项])")
_PARAGRAPH = re.compile(r"\n+")


@register.filter
def spoken(words: str) -> SafeString:
    """One paragraph a line, each number of people, votes or papers in bold."""
    lines = (line for line in _PARAGRAPH.split(words.strip()) if line)
    told = (_NUMBER.sub(r"<b>\g<0></b>", str(conditional_escape(line))) for line in lines)
    return mark_safe("".join(f"<p>{line}</p>" for line in told))  # noqa: S308  every line is escaped above
