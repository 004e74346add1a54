"""Which line is part of which. Offices write totals above or below, and codes do not always say what is inside what.

Every doubtful reading is settled by the figures: the one under which more of the sheet adds up.
"""

from collections.abc import Callable, Iterable, Sequence

from huitang.congress.money import sheet_words
from huitang.congress.money.account import Kind
from huitang.congress.money.sheet_rows import SheetRow

Parents = list[int | None]
_UNNUMBERED = 99
_SUBTOTAL = "小计"


def find_parents(rows: Sequence[SheetRow]) -> Parents:
    """For each line of one side the place of the line it is part of, or None."""
    inner = _inside_items(rows)
    for parent in sorted({found for found in inner if found is not None}, reverse=True):
        children = [place for place, found in enumerate(inner) if found == parent and rows[place].kind == Kind.ITEM]
        if children and not _agreeing(rows, parent, children):
            inner = _better(rows, inner, parent, children)
    return _with_totals(rows, inner)


def _better(rows: Sequence[SheetRow], inner: Parents, parent: int, children: Sequence[int]) -> Parents:
    """Children that never add up to their parent may stand beside it: 11008 beside 110."""
    beside = list(inner)
    for place in children:
        beside[place] = inner[parent]
    gained = _score(rows, _with_totals(rows, beside)) - _score(rows, _with_totals(rows, inner))
    return beside if gained > 0 or (gained == 0 and len(children) == 1) else inner


def _inside_items(rows: Sequence[SheetRow]) -> Parents:
    parents: Parents = []
    above: list[int] = []
    for place, row in enumerate(rows):
        parents.append(_holder(rows, above, row))
        if row.kind == Kind.TOTAL:
            above = []
        elif row.kind == Kind.ITEM:
            above.append(place)
    return parents


def _holder(rows: Sequence[SheetRow], above: Sequence[int], row: SheetRow) -> int | None:
    if row.kind == Kind.TOTAL or not above:
        return None
    if row.kind == Kind.PART:
        return above[-1]
    holds = _holds_code(row.code) if row.code else _holds_number(row.name)
    return next((place for place in reversed(above) if holds(rows[place])), None)


def _holds_code(code: str) -> Callable[[SheetRow], bool]:
    return lambda other: bool(other.code) and other.code != code and code.startswith(other.code)


def _holds_number(name: str) -> Callable[[SheetRow], bool]:
    own = sheet_words.numbering_rank(name) or _UNNUMBERED
    return lambda other: (sheet_words.numbering_rank(other.name) or _UNNUMBERED) < own


def _with_totals(rows: Sequence[SheetRow], inner: Parents) -> Parents:
    above, below = _totals_above(rows, inner), _totals_below(rows, inner)
    is_above = bool(rows) and rows[0].kind == Kind.TOTAL
    first, second = (above, below) if is_above else (below, above)
    return second if _score(rows, second) > _score(rows, first) else first


def _totals_above(rows: Sequence[SheetRow], inner: Parents) -> Parents:
    parents = list(inner)
    root = current = None
    for place, row in enumerate(rows):
        if row.kind == Kind.TOTAL:
            parents[place] = root
            root = place if root is None else root
            current = place
        elif inner[place] is None:
            parents[place] = current
    return parents


def _totals_below(rows: Sequence[SheetRow], inner: Parents) -> Parents:
    parents = list(inner)
    open_: list[int] = []
    for place, row in enumerate(rows):
        if row.kind == Kind.TOTAL:
            taken = _taken(rows, place, open_)
            for one in taken:
                parents[one] = place
            open_ = [one for one in open_ if one not in taken] + [place]
        elif inner[place] is None:
            open_.append(place)
    return parents


def _taken(rows: Sequence[SheetRow], total: int, open_: Sequence[int]) -> list[int]:
    """What a total below takes in: all that is open, or only the lines since the last total."""
    since = list(open_)
    while any(rows[place].kind == Kind.TOTAL for place in since):
        since.pop(0)
    everything, is_subtotal = list(open_), _SUBTOTAL in rows[total].name
    readings = [since, everything] if is_subtotal else [everything, since]
    return max((one for one in readings if one), key=lambda one: _agreeing(rows, total, one), default=[])


def _agreeing(rows: Sequence[SheetRow], whole: int, parts: Iterable[int]) -> int:
    """In how many accounts the whole is the sum of these parts."""
    places = list(parts)
    said = rows[whole].amounts
    return sum(
        yuan is not None and yuan > 0 and yuan == sum(rows[place].amounts.get(key) or 0 for place in places)
        for key, yuan in said.items()
    )


def _score(rows: Sequence[SheetRow], parents: Parents) -> int:
    inside: dict[int, list[int]] = {}
    for place, parent in enumerate(parents):
        if parent is not None and rows[place].kind != Kind.PART:
            inside.setdefault(parent, []).append(place)
    return sum(_agreeing(rows, whole, parts) for whole, parts in inside.items())
