"""Amounts of whole yuan told in 万元."""

from django import template

register = template.Library()
_WAN = 10_000


@register.filter
def wan(yuan: int) -> str:
    """12345678 as 1,234.57, half away from zero, without needless zeros."""
    hundredths = (2 * yuan + _WAN // 100) // (2 * _WAN // 100)
    told = f"{hundredths // 100:,}.{hundredths % 100:02d}"
    return told.rstrip("0").rstrip(".")
