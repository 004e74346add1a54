"""Numbers as they stand in addresses and forms: anything may stand there."""

DIGITS = 9  # no number of ours is longer; and a column of the database holds it


def number(text: str | None) -> int | None:
    """A whole number as it was typed, in any script's digits; None for anything else."""
    told = (text or "").strip()
    return int(told) if told.isdecimal() and len(told) <= DIGITS else None
