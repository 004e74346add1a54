"""Who is meant by the names typed under a suggestion: names or numbers, of deputies who may act on that day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from huitang.adapters.names.cleaning import clean_name
from huitang.congress.roster import queries as roster
from huitang.congress.roster.queries import RollRow

BETWEEN = re.compile(r"[、，,；;\n]+")
NUMBERED = re.compile(r"^(?P<name>\D*?)[（(]?(?P<number>\d{1,4})(?:号)?[）)]?$")


@dataclass(frozen=True)
class Found:
    """`problem` is empty when everybody was found."""

    deputy_ids: tuple[int, ...]
    problem: str = ""


def find(term_id: int, text: str, *, on: date) -> Found:
    return find_in(roster.list_everyone(term_id, on=on), text)


def find_in(roll: Sequence[RollRow], text: str) -> Found:
    """`张三、李四`, `12`, or `张三（12）` where two have one name."""
    ids = []
    for typed in filter(None, map(str.strip, BETWEEN.split(text))):
        row, problem = _one(roll, typed)
        if row is None:
            return Found((), problem)
        ids.append(row.id)
    return Found(tuple(ids))


def _one(roll: Sequence[RollRow], typed: str) -> tuple[RollRow | None, str]:
    numbered = NUMBERED.match(typed)
    name = clean_name(numbered["name"] if numbered else typed)
    number = int(numbered["number"]) if numbered else None
    found = [row for row in roll if (not name or row.name == name) and number in (None, row.number)]
    if not found:
        return None, _("名册里没有“{name}”。请核对姓名，或者写编号。").format(name=typed)
    if len(found) > 1:
        numbers = "、".join(str(row.number) for row in found)
        sentence = _("名册里有 {count} 位“{name}”（编号 {numbers}）。请写成“{name}（{first}）”。")
        facts = {"count": len(found), "name": typed, "numbers": numbers, "first": found[0].number}
        return None, sentence.format(**facts)
    if not found[0].may_vote:
        sentence = _("“{name}”那一天的代表资格是“{standing}”，不能署名。")
        return None, sentence.format(name=typed, standing=found[0].standing_name)
    return found[0], ""
