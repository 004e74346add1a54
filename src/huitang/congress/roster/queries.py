"""Reading the roll: who was a deputy on a day, and what is known of them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import Combinable

from huitang.adapters.names import apart
from huitang.congress.journal.one_look import once
from huitang.congress.roster import lookup, refusals, words
from huitang.congress.roster.called import called
from huitang.congress.roster.models import Delegation, Deputy, MandateChange, RollImport, Term, Town
from huitang.rules import mandate
from huitang.rules.legal_text import Text
from huitang.rules.mandate import ChangeKind, EndCause, Standing
from huitang.rules.province_packs import PACKS

_DIGITS = 9  # a longer number is nobody's
# in the order of the fields of RollRow
_KNOWN = (
    *("pk", "number", called(), "initials", "delegation_id", "delegation__name"),
    *("sex", "ethnicity", "born", "education", "party", "district", "post", "phone"),
)
_OF_NAMESAKES = ("name", "note")  # behind them, and behind the standing of a RollRow


@dataclass(frozen=True)
class TermRow:
    id: int
    town: str
    number: int
    name: str
    quota: int
    began_on: date
    ended_on: date | None


@dataclass(frozen=True)
class RollRow:
    """One deputy as known now, with the standing of the mandate on the day asked for.

    `name` is how the deputy is called before people, 王芳（北村） where two are 王芳; `bare_name` is without that.
    """

    id: int
    number: int
    name: str
    initials: str
    delegation_id: int
    delegation: str
    sex: str
    ethnicity: str
    born: str
    education: str
    party: str
    district: str
    post: str
    phone: str
    standing: Standing
    standing_name: str
    bare_name: str
    note: str

    @property
    def is_noted(self) -> bool:
        """Whether somebody else has the name."""
        return self.name != self.bare_name

    @property
    def counts_in_base(self) -> bool:
        return self.standing.counts_in_base

    @property
    def may_vote(self) -> bool:
        return self.standing.may_vote


@dataclass(frozen=True)
class RollCount:
    """Seats against deputies. `in_office` is the base N of every majority: the suspended are in it."""

    quota: int
    in_office: int
    suspended: int
    ended: int

    @property
    def able_to_attend(self) -> int:
        return self.in_office - self.suspended

    @property
    def vacant(self) -> int:
        return max(0, self.quota - self.in_office)

    @property
    def above_quota(self) -> int:
        return max(0, self.in_office - self.quota)


@dataclass(frozen=True)
class DelegationRow:
    id: int
    name: str
    position: int
    head_id: int | None
    head: str
    in_office: int


@dataclass(frozen=True)
class ChangeRow:
    id: int
    kind: ChangeKind
    kind_name: str
    cause_name: str
    on: date
    reason: str
    citations: tuple[str, ...]


@dataclass(frozen=True)
class DeputyPage:
    term: TermRow
    deputy: RollRow
    history: tuple[ChangeRow, ...]
    delegations: tuple[DelegationRow, ...]
    causes: tuple[tuple[EndCause, str], ...]


@dataclass(frozen=True)
class RemarkRow:
    """What the last imported file said beside a deputy; leave asked for on paper stands here."""

    deputy_id: int
    remark: str

    @property
    def asks_leave(self) -> bool:
        return "请假" in self.remark


@once
def find_town(town_id: int) -> str:
    """The name of a town; empty when there is none."""
    return Town.objects.filter(pk=town_id).values_list("name", flat=True).first() or ""


@once
def find_province(town_id: int) -> str:
    """The code of the province whose rules the town chose; empty when it chose none."""
    return Town.objects.filter(pk=town_id).values_list("province", flat=True).first() or ""


def names_blank_first(town_id: int) -> bool:
    """Whether the town lists 田富 before 田大利."""
    return Town.objects.filter(pk=town_id, names_blank_first=True).exists()


def list_provinces() -> tuple[tuple[str, Text], ...]:
    """Code and name of every province whose rules could be read."""
    return tuple(sorted({pack.code: pack.name for pack in PACKS}.items()))


def find_town_by_code(code: str) -> int | None:
    """The town whose hall screen stands under this address."""
    return Town.objects.filter(code=code).values_list("pk", flat=True).first()


def list_towns() -> tuple[tuple[str, str], ...]:
    """Code and name of every town of this installation."""
    return tuple(Town.objects.order_by("name").values_list("code", "name"))


def list_towns_where(condition: Combinable) -> tuple[tuple[str, str], ...]:
    """Code and name of the towns that meet a condition."""
    return tuple(Town.objects.filter(condition).order_by("name", "code").values_list("code", "name"))


def list_terms(town_id: int) -> tuple[TermRow, ...]:
    terms = Term.objects.filter(town_id=town_id).select_related("town").order_by("-number")
    return tuple(term_row(term) for term in terms)


def get_term(term_id: int, town_id: int) -> TermRow:
    """:raises TermIsUnknown: none of this town"""
    found = _find_term(term_id)
    if found is None or found.town_id != town_id:
        raise refusals.TermIsUnknown()
    return term_row(found)


def find_current_term(town_id: int) -> TermRow | None:
    """The latest term that has not ended; the latest of all when every one has."""
    terms = list_terms(town_id)
    return next((term for term in terms if term.ended_on is None), terms[0] if terms else None)


@once
def list_everyone(term_id: int, *, on: date) -> tuple[RollRow, ...]:
    """Every deputy of the term by number, whatever the standing on that day."""
    return tuple(_rows(Deputy.objects.filter(term_id=term_id), lookup.histories(term_id), on))


def list_roll(term_id: int, *, on: date) -> tuple[RollRow, ...]:
    """The roll as it was on a day: those whose mandate counted then, the suspended among them."""
    return tuple(row for row in list_everyone(term_id, on=on) if row.counts_in_base)


@once
def count_roll(term_id: int, *, on: date) -> RollCount:
    """Seats and deputies of a day."""
    return count_rows(list_everyone(term_id, on=on), quota=_quota_of(term_id))


def count_rows(everyone: Sequence[RollRow], *, quota: int) -> RollCount:
    return RollCount(
        quota=quota,
        in_office=sum(row.counts_in_base for row in everyone),
        suspended=sum(row.standing is Standing.SUSPENDED for row in everyone),
        ended=sum(row.standing is Standing.ENDED for row in everyone),
    )


def is_of_term(deputy_id: int, *, term_id: int) -> bool:
    """Whether the deputy stands on the roll of that term at all."""
    return Deputy.objects.filter(pk=deputy_id, term_id=term_id).exists()


def names_of(term_id: int, deputy_ids: Sequence[int]) -> dict[int, str]:
    """The names of these deputies of a term by id; others are left out."""
    found = Deputy.objects.filter(term_id=term_id, pk__in=deputy_ids)
    return dict(found.values_list("pk", called()))


def find_deputies(term_id: int, text: str, *, on: date) -> tuple[RollRow, ...]:
    """Those in office on that day whose number, name or pinyin initials fit what was typed."""
    return search(list_roll(term_id, on=on), text)


def search(rows: Sequence[RollRow], text: str) -> tuple[RollRow, ...]:
    """A number finds that number; letters find initials; characters find names. Whole matches come first."""
    wanted = apart.tidy(text).lower()
    if not wanted:
        return tuple(rows)
    if wanted.isdecimal():
        return tuple(row for row in rows if len(wanted) <= _DIGITS and row.number == int(wanted))
    if wanted.isascii():
        letters = re.sub("[^a-z]", "", wanted)
        found = [row for row in rows if letters and _spelt(row, letters)]
        return tuple(sorted(found, key=lambda row: letters not in row.initials.split()))
    found = [row for row in rows if wanted in row.name.lower()]
    return tuple(sorted(found, key=lambda row: wanted not in (row.name.lower(), row.bare_name.lower())))


def numbers_of(town_id: int, deputy_ids: Sequence[int]) -> dict[int, int]:
    """The numbers of these deputies of a town by id; others are left out."""
    found = Deputy.objects.filter(term__town_id=town_id, pk__in=deputy_ids)
    return dict(found.values_list("pk", "number"))


def ids_of(term_id: int) -> tuple[int, ...]:
    """Every deputy of a term by number, whatever became of the mandate."""
    return tuple(Deputy.objects.filter(term_id=term_id).order_by("number").values_list("pk", flat=True))


def read_standings(term_id: int) -> Callable[[int, date], Standing]:
    """Every mandate of a term read at once; answers where one stood on a day."""
    histories = lookup.histories(term_id)
    return lambda deputy_id, day: mandate.standing_on(histories.get(deputy_id, ()), day)


def list_by_elected(town_id: int, *, since: date, until: date) -> tuple[tuple[int, str, date], ...]:
    """Deputy, name and day of every by-election between two days, both included; twice elected stands twice."""
    changes = MandateChange.objects.filter(
        deputy__term__town_id=town_id, kind=ChangeKind.BY_ELECTED, on__range=(since, until)
    )
    return tuple(changes.order_by("on", "pk").values_list("deputy_id", called("deputy"), "on"))


def list_seated(term_id: int) -> dict[int, date]:
    """The day of each deputy's latest election or by-election; whoever came back is in office since then."""
    seats = MandateChange.objects.filter(deputy__term_id=term_id, kind__in=(ChangeKind.ELECTED, ChangeKind.BY_ELECTED))
    return dict(seats.order_by("on", "pk").values_list("deputy_id", "on"))


def list_delegations(term_id: int, *, on: date) -> tuple[DelegationRow, ...]:
    """The delegations in their order, each with its head and its deputies in office on that day."""
    return delegation_rows(term_id, list_roll(term_id, on=on))


def delegation_rows(term_id: int, roll: Sequence[RollRow]) -> tuple[DelegationRow, ...]:
    return tuple(
        DelegationRow(
            id=delegation.pk,
            name=delegation.name,
            position=delegation.position,
            head_id=delegation.head_id,
            head=delegation.head.called if delegation.head else "",
            in_office=sum(row.delegation_id == delegation.pk for row in roll),
        )
        for delegation in _delegations(term_id)
    )


@once
def _delegations(term_id: int) -> tuple[Delegation, ...]:
    return tuple(Delegation.objects.filter(term_id=term_id).select_related("head").order_by("position"))


@once
def _find_term(term_id: int) -> Term | None:
    return Term.objects.select_related("town").filter(pk=term_id).first()


def _quota_of(term_id: int) -> int:
    found = _find_term(term_id)
    return found.quota if found else 0


def get_deputy(deputy_id: int, *, town_id: int, on: date) -> DeputyPage:
    """One deputy with every change of the mandate and the articles each rests on.

    :raises DeputyIsUnknown: none of this town
    """
    deputy = lookup.deputy_of(town_id, deputy_id)
    changes = MandateChange.objects.filter(deputy_id=deputy_id).order_by("on", "pk")
    causes = [cause for cause in EndCause if cause is not EndCause.TERM_ENDED]
    return DeputyPage(
        term=term_row(deputy.term),
        deputy=next(_rows(Deputy.objects.filter(pk=deputy_id), {deputy_id: [*map(lookup.as_rule, changes)]}, on)),
        history=tuple(_change_row(change) for change in changes),
        delegations=list_delegations(deputy.term_id, on=on),
        causes=tuple((cause, words.cause_name(cause)) for cause in causes),
    )


def list_changes(term_id: int, *, since: date | None, until: date) -> tuple[tuple[str, ChangeRow], ...]:
    """Whose mandate changed after `since` (None: after the term began) up to `until`, with the deputy's name."""
    if since is None:
        since = Term.objects.values_list("began_on", flat=True).get(pk=term_id)
    changed = MandateChange.objects.filter(deputy__term_id=term_id, on__gt=since, on__lte=until)
    return tuple((row.deputy.called, _change_row(row)) for row in changed.select_related("deputy").order_by("on", "pk"))


def list_remarks(term_id: int) -> tuple[RemarkRow, ...]:
    """What the last imported roll says in its remarks, deputy by deputy."""
    imports = RollImport.objects.filter(term_id=term_id).exclude(committed_at=None)
    last = imports.order_by("-committed_at", "-pk").values_list("remarks", flat=True).first()
    return tuple(RemarkRow(remark["deputy"], remark["remark"]) for remark in last or [])


def term_row(term: Term) -> TermRow:
    name = words.term_name(term.number)
    return TermRow(term.pk, term.town.name, term.number, name, term.quota, term.began_on, term.ended_on)


def _rows(deputies: QuerySet[Deputy], histories: lookup.Histories, on: date) -> Iterator[RollRow]:
    """By number. The roll is read for every page of a sitting: plain columns, not an object for each deputy."""
    names = {standing: words.standing_name(standing) for standing in Standing}
    for known in deputies.order_by("number").values_list(*_KNOWN, *_OF_NAMESAKES):
        standing = mandate.standing_on(histories.get(known[0], ()), on)
        facts: list[Any] = [*known[: len(_KNOWN)], standing, names[standing], *known[len(_KNOWN) :]]
        yield RollRow(*facts)


def _change_row(change: MandateChange) -> ChangeRow:
    as_rule = lookup.as_rule(change)
    return ChangeRow(
        id=change.pk,
        kind=as_rule.kind,
        kind_name=words.kind_name(as_rule.kind),
        cause_name=words.cause_name(as_rule.cause) if as_rule.cause else "",
        on=change.on,
        reason=change.reason,
        citations=tuple(words.cite(citation) for citation in mandate.cite_change(as_rule)),
    )


def _spelt(row: RollRow, letters: str) -> bool:
    return any(spelling.startswith(letters) for spelling in row.initials.split())
