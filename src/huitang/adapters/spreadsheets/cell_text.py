"""One cell as text: whole numbers without ".0", dates in ISO form."""

import datetime
from decimal import Decimal

ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


def render_cell(value: object) -> str:
    """The text a reader would see in the cell, in a form that does not depend on its layout."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _render_number(value)
    if isinstance(value, datetime.datetime):
        return _render_moment(value)
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return tidy(str(value))


def _render_number(value: float) -> str:
    # A spreadsheet keeps 15 digits; more would be noise of the binary fraction.
    text = format(Decimal(format(value, ".15g")), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _render_moment(value: datetime.datetime) -> str:
    if value.time() == datetime.time():
        return value.date().isoformat()
    return value.isoformat(sep=" ")


def tidy(text: str) -> str:
    """Text without what cannot be seen at its ends or inside."""
    return text.translate(ZERO_WIDTH).strip()
