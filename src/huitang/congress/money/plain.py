"""Figures in one sentence anybody can say aloud: of every hundred yuan, how many for what."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from huitang.congress.money.account import Side
from huitang.rules import hundred

_NAMED = 4  # parts named one by one; the rest is said together


def of_every_hundred(side: str, items: Sequence[tuple[str, int]]) -> str:
    """`每收入100元，其中“税收收入”62元，……`: the largest first, in whole yuan that add up to a hundred."""
    largest = sorted((item for item in items if item[1] > 0), key=lambda item: -item[1])
    if not largest:
        return ""
    told = _named(largest)
    parts = hundred.parts_of_hundred([amount for _name, amount in told])
    words = [_part(name, yuan) for (name, _amount), yuan in zip(told, parts, strict=True)]
    lead = _("每收入100元，其中{parts}。") if side == Side.INCOME else _("每支出100元，其中{parts}。")
    return lead.format(parts=_("，").join(words))


def _named(largest: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """One small item left over is named too: 其他 of one would only hide it."""
    if len(largest) <= _NAMED + 1:
        return list(largest)
    return [*largest[:_NAMED], (_("其他"), sum(amount for _name, amount in largest[_NAMED:]))]


def _part(name: str, yuan: int) -> str:
    return _("“{name}”{yuan}元").format(name=name, yuan=yuan) if yuan else _("“{name}”不到1元").format(name=name)
