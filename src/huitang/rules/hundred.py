"""Parts of a whole told as parts of a hundred, so that they are whole numbers and add up to a hundred."""

from collections.abc import Sequence


def parts_of_hundred(amounts: Sequence[int]) -> tuple[int, ...]:
    """Each amount's part of 100 by the largest remainder; of equal remainders the one named first gets more.

    Nothing but zeros has no parts: all are 0. :raises ValueError: an amount below zero
    """
    if any(amount < 0 for amount in amounts):
        raise ValueError("an amount below zero has no part")
    whole = sum(amounts)
    if whole == 0:
        return (0,) * len(amounts)
    parts = [100 * amount // whole for amount in amounts]
    remainders = [100 * amount % whole for amount in amounts]
    first = sorted(range(len(amounts)), key=lambda place: -remainders[place])
    for place in first[: 100 - sum(parts)]:
        parts[place] += 1
    return tuple(parts)
