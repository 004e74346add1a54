"""Deputies of one name: who they are, how they are told apart, and whether the office has said so itself.

The one home of it: `Deputy.called` is the name everybody is shown, `tell_apart` keeps what it rests on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from huitang.adapters.names import apart
from huitang.adapters.names.cleaning import clean_name
from huitang.congress.journal.refusal import InputIsWrong
from huitang.congress.roster.models import Deputy
from huitang.congress.roster.queries import RollRow


class NoteIsShared(InputIsWrong):
    text = _("名册里另有一位“{name}”的加注也是“{note}”，仍然分不开。请换一个加注。")


class NameIsShared(InputIsWrong):
    text = _(
        "名册里有{count}位{name}：{called}。请写明是哪一位；都不是的，请在姓名后加括号注明，例如“{name}（单位）”。"
    )


@dataclass(frozen=True)
class Group:
    """All who share one name and of whom at least two are in office."""

    name: str
    rows: tuple[RollRow, ...]

    @property
    def is_settled(self) -> bool:
        """Whether the office has typed what tells them apart; until then the software chose."""
        return all(row.note for row in self.rows)


def groups_of(everyone: Iterable[RollRow]) -> tuple[Group, ...]:
    """Of the roll of a day, the former deputies among them."""
    by_name: dict[str, list[RollRow]] = {}
    for row in everyone:
        if row.is_noted:
            by_name.setdefault(row.bare_name, []).append(row)
    found = (Group(name, tuple(rows)) for name, rows in by_name.items())
    return tuple(group for group in found if sum(row.counts_in_base for row in group.rows) > 1)


def tell_apart(term_id: int) -> None:
    """Write down what stands behind each name of the term; called by whatever changes a name, a note or a trait.

    Whoever left counts too: papers of one term name both, and a name once told apart stays as it was printed.
    """
    columns = ("pk", "name", "number", "note", "delegation__name", "sex", "district", "shown_note")
    rows = list(Deputy.objects.filter(term_id=term_id).values_list(*columns))
    people = (apart.Known(pk, name, number, note, tuple(traits)) for pk, name, number, note, *traits, _shown in rows)
    notes = apart.notes_of(people)
    for pk, *_known, shown in rows:
        if notes.get(pk, "") != shown:
            Deputy.objects.filter(pk=pk).update(shown_note=notes.get(pk, ""))


def refuse_shared_note(term_id: int, *, name: str, note: str, but: int = 0) -> None:
    """:raises NoteIsShared: another of the name has the same note"""
    others = Deputy.objects.filter(term_id=term_id, name=name, note=note).exclude(pk=but)
    if note and others.exists():
        raise NoteIsShared(name=name, note=note)


def called_in(term_id: int, name: str) -> tuple[str, ...]:
    """How all are called whose bare name this is, where there are several; none where the name says who is meant."""
    found = Deputy.objects.filter(term_id=term_id, name=clean_name(name)).exclude(shown_note="").order_by("number")
    return tuple(deputy.called for deputy in found)


def must_be_clear(term_id: int, names: Sequence[str]) -> None:
    """Refuse a bare name two deputies share. :raises NameIsShared:"""
    for name in names:
        called = called_in(term_id, name)
        if called:
            raise NameIsShared(count=len(called), name=clean_name(name), called="、".join(called))
