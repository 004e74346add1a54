"""What an uploaded table would do: every row new or wrong, compared with the roll and the list as they are now."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from huitang.congress.roster import queries as roster
from huitang.congress.roster import wrong_cells
from huitang.congress.roster.queries import RollRow
from huitang.congress.roster.wrong_cells import WrongCell, WrongCells
from huitang.congress.sittings import queries as sittings
from huitang.congress.suggestions import proposers, terms, words
from huitang.congress.suggestions.models import ResponsibleUnit, Suggestion, SuggestionImport
from huitang.congress.suggestions.proposers import Namesakes
from huitang.congress.suggestions.table_file import DAYS, Line, SuggestionTable, read_table
from huitang.congress.suggestions.terms import TownTerms
from huitang.rules import suggestion_course

Chosen = Mapping[int, Collection[int]]  # by the row in the file, the deputies meant by names several have


@dataclass(frozen=True)
class PreviewRow:
    """`unclear` are names several deputies have: the clerk says on the page who is meant."""

    line: Line
    deputy_ids: tuple[int, ...]
    session_id: int | None
    errors: tuple[WrongCell, ...]
    unclear: tuple[Namesakes, ...]

    @property
    def row(self) -> int:
        return self.line.row


@dataclass(frozen=True)
class Plan:
    """`seal` changes when the file, the roll it is read with, or the list changes."""

    rows: tuple[PreviewRow, ...]
    wrong: WrongCells
    new_units: tuple[str, ...]
    seal: str

    @property
    def unclear(self) -> tuple[PreviewRow, ...]:
        return tuple(row for row in self.rows if row.unclear)


def imports_of(town_id: int) -> QuerySet[SuggestionImport]:
    return SuggestionImport.objects.select_related("term").filter(term__town_id=town_id)


def plan_of(found: SuggestionImport, chosen: Chosen | None = None) -> Plan:
    """Read the kept bytes again and hold them against the roll and the list; `chosen` settles namesakes."""
    read = read_table(bytes(found.content), found.filename)
    reader = _Reader(found.term.town_id, found.term_id, read)
    asked = tuple(reader.read(line, ()) for line in read.lines)
    rows = tuple(reader.read(line, chosen.get(line.row, ())) for line in read.lines) if chosen else asked
    wrong = wrong_cells.without_doubles([*read.wrong, *(error for row in rows for error in row.errors)])
    seal = _seal(found, asked)
    return Plan(rows, wrong_cells.shown(found.filename, read.table, wrong), reader.new_units(read.lines), seal)


def _seal(found: SuggestionImport, rows: Sequence[PreviewRow]) -> str:
    told = repr([(row.row, row.deputy_ids, row.session_id, row.errors, len(row.unclear)) for row in rows])
    return hashlib.sha256((found.sha256 + told).encode()).hexdigest()


class _Reader:
    def __init__(self, town_id: int, term_id: int, table: SuggestionTable) -> None:
        self.term_id, self.table = term_id, table
        self.town: TownTerms = terms.terms_of(town_id)
        self.taken = set(Suggestion.objects.filter(town_id=town_id).values_list("number", flat=True))
        self.units = set(ResponsibleUnit.objects.filter(town_id=town_id).values_list("name", flat=True))
        self.sessions = sittings.list_sessions(town_id)
        self.rolls: dict[date, tuple[RollRow, ...]] = {}

    def read(self, line: Line, chosen: Collection[int]) -> PreviewRow:
        deputies, problem, unclear = self._signers(line, chosen)
        errors = [*line.errors, *problem, *self._list_errors(line)]
        return PreviewRow(line, deputies, self._session(line.days["tabled_on"]), tuple(errors), unclear)

    def _signers(
        self, line: Line, chosen: Collection[int]
    ) -> tuple[tuple[int, ...], list[WrongCell], tuple[Namesakes, ...]]:
        day = line.days["tabled_on"]
        if day is None or not line.said["lead"]:
            return (), [], ()
        if day not in self.rolls:
            self.rolls[day] = roster.list_everyone(self.term_id, on=day)
        lead = proposers.find_in(self.rolls[day], line.said["lead"], chosen=chosen)
        others = proposers.find_in(self.rolls[day], line.said.get("co_signers", ""), chosen=chosen)
        pairs = (("lead", lead), ("co_signers", others))
        wrong = [self.table.at(line, key, found.wrong) for key, found in pairs if found.wrong]
        signers = (*lead.deputy_ids, *others.deputy_ids)
        fault = suggestion_course.check_signers(signers, most=self.town.most_signers)
        unclear = (*lead.unclear, *others.unclear)
        if not wrong and not unclear and fault is not None:
            wrong = [self.table.at(line, "co_signers", words.signer_fault(fault, most=self.town.most_signers))]
        return signers, wrong, unclear

    def _list_errors(self, line: Line) -> list[WrongCell]:
        wrong = []
        if line.said["number"] in self.taken:
            told = _("编号 {number} 已经在清单里，不能再导入一次。").format(number=line.said["number"])
            wrong.append(self.table.at(line, "number", told))
        mark = line.said.get("mark", "")
        if mark and self.town.class_of(mark) is None:
            known = "、".join(one.mark for one in self.town.classes)
            sentence = _("“{mark}”不在本单位的类别（{known}）里。")
            wrong.append(self.table.at(line, "mark", sentence.format(mark=mark, known=known)))
        return wrong

    def _session(self, day: date | None) -> int | None:
        """The session in whose days it was tabled; None is between sessions."""
        held = (one for one in self.sessions if day is not None and one.opens_on <= day <= one.closes_on)
        return next((one.id for one in held), None)

    def new_units(self, lines: Sequence[Line]) -> tuple[str, ...]:
        named = dict.fromkeys(unit for line in lines for unit in line.units)
        return tuple(unit for unit in named if unit not in self.units)


def last_day(line: Line) -> date:
    """The latest day of a row: nothing of a table may lie ahead."""
    return max(day for day in (line.days[key] for key in DAYS) if day is not None)
