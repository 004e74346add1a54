"""Every word of a printable, for checks that do not care where it stands."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass


def words_of(printable: object) -> Iterator[str]:
    """All texts in a paper, a ballot, a plan …, as deep as its parts go."""
    if isinstance(printable, str):
        yield printable
    elif isinstance(printable, tuple | list):
        for part in printable:
            yield from words_of(part)
    elif is_dataclass(printable):
        for field in fields(printable):
            yield from words_of(getattr(printable, field.name))
