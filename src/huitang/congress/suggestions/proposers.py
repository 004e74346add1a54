"""Who is meant by the names typed under a suggestion: names or numbers, of deputies who may act on that day."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from huitang.adapters.names import apart
from huitang.adapters.names.cleaning import clean_name
from huitang.congress.roster import queries as roster
from huitang.congress.roster.queries import RollRow

BETWEEN = re.compile(r"[、，,；;\n]+")
NUMBERED = re.compile(r"^(?P<name>\D*?)[（(]?(?P<number>\d{1,4})(?:号)?[）)]?$")


@dataclass(frozen=True)
class Namesakes:
    """Several deputies of one name, and nothing typed that tells them apart."""

    typed: str
    rows: tuple[RollRow, ...]

    @property
    def sentence(self) -> str:
        called = "、".join(row.name for row in self.rows)
        told = _("名册里有 {count} 位“{name}”：{called}。请写明是哪一位，或者写编号。")
        return told.format(count=len(self.rows), name=self.typed, called=called)


@dataclass(frozen=True)
class Found:
    """`wrong` names nobody or somebody who may not sign; `unclear` could be asked about."""

    deputy_ids: tuple[int, ...]
    wrong: str = ""
    unclear: tuple[Namesakes, ...] = ()

    @property
    def problem(self) -> str:
        """What a form says; empty when everybody was found."""
        return self.wrong or (self.unclear[0].sentence if self.unclear else "")


def find(term_id: int, text: str, *, on: date) -> Found:
    return find_in(roster.list_everyone(term_id, on=on), text)


def find_in(roll: Sequence[RollRow], text: str, *, chosen: Collection[int] = ()) -> Found:
    """`张三、李四`, `12`, or `张三（北村）`, `张三（12）` where two have one name; `chosen` settles namesakes."""
    ids, unclear = [], []
    for typed in filter(None, map(str.strip, BETWEEN.split(text))):
        rows = _fitting(roll, typed)
        settled = [row for row in rows if row.id in chosen] if len(rows) > 1 else rows
        if not rows:
            return Found((), _("名册里没有“{name}”。请核对姓名，或者写编号。").format(name=typed))
        if len(settled) != 1:
            unclear.append(Namesakes(typed, tuple(rows)))
            continue
        if not settled[0].may_vote:
            told = _("“{name}”那一天的代表资格是“{standing}”，不能署名。")
            return Found((), told.format(name=typed, standing=settled[0].standing_name))
        ids.append(settled[0].id)
    return Found(tuple(ids), unclear=tuple(unclear))


def _fitting(roll: Sequence[RollRow], typed: str) -> list[RollRow]:
    """Namesakes whose mandate has ended are passed over where another holds one."""
    numbered = NUMBERED.match(typed)
    name = clean_name(numbered["name"] if numbered else typed)
    number = int(numbered["number"]) if numbered else None
    called = [row for row in roll if row.name == apart.tidy(typed)]
    found = called or [row for row in roll if name in ("", row.bare_name) and number in (None, row.number)]
    return [row for row in found if row.may_vote] or found
