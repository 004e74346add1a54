"""What each desk page of the roll shows, in one query."""

from dataclasses import dataclass
from datetime import date

from huitang.congress.roster import composition, file_import, lookup, queries
from huitang.congress.roster.file_import import ImportRow
from huitang.congress.roster.findings import Finding, find_all
from huitang.congress.roster.import_commands import plan_of
from huitang.congress.roster.models import RollImport
from huitang.congress.roster.namesakes import Group, groups_of
from huitang.congress.roster.preview import Plan, PreviewRow, RowState
from huitang.rules.mandate import Standing


@dataclass(frozen=True)
class RollPage:
    """`rows` are those shown after the search; `count` is of the whole roll on the day."""

    term: queries.TermRow
    on: date
    rows: tuple[queries.RollRow, ...]
    former: tuple[queries.RollRow, ...]
    everyone: int
    count: queries.RollCount
    delegations: tuple[queries.DelegationRow, ...]
    makeup: tuple[composition.Part, ...]
    open_imports: tuple[ImportRow, ...]
    namesakes: tuple[Group, ...]

    @property
    def unsettled(self) -> tuple[Group, ...]:
        """Those of one name whom the office has not told apart itself."""
        return tuple(group for group in self.namesakes if not group.is_settled)


@dataclass(frozen=True)
class ImportPage:
    term: queries.TermRow
    upload: ImportRow
    sha256: str
    kind: str
    encoding: str
    sheet: str
    heading_row: int
    plan: Plan
    findings: tuple[Finding, ...]
    roll_is_empty: bool

    @property
    def rows_in_error(self) -> int:
        return self.plan.counts[RowState.ERROR]

    def rows_in(self, state: str) -> tuple[PreviewRow, ...]:
        """The rows counted under a state; one with warnings is also among the new or the changed."""
        return tuple(row for row in self.plan.rows if not state or state in row.counted_as)


def get_roll(
    term_id: int, *, town_id: int, on: date, text: str = "", delegation_id: int | None = None, order: str = "number"
) -> RollPage:
    """The roll of a day with its figures, by number or delegation, `-` before it for the other way round.

    :raises TermIsUnknown:
    """
    term = queries.get_term(term_id, town_id)
    everyone = queries.list_everyone(term_id, on=on)
    roll = [row for row in everyone if row.counts_in_base]
    former = tuple(row for row in everyone if row.standing is Standing.ENDED)
    chosen = [row for row in roll if delegation_id in (None, row.delegation_id)]
    return RollPage(
        term=term,
        on=on,
        rows=queries.search(_sorted(chosen, order), text),
        former=queries.search(former, text) if delegation_id is None else (),
        everyone=len(everyone),
        count=queries.count_rows(everyone, quota=term.quota),
        delegations=queries.delegation_rows(term_id, roll),
        makeup=composition.make_up(roll, on=on),
        open_imports=file_import.list_open(RollImport.objects.filter(term_id=term_id)),
        namesakes=groups_of(everyone),
    )


def _sorted(rows: list[queries.RollRow], order: str) -> list[queries.RollRow]:
    """They come by number."""
    if order.removeprefix("-") == "delegation":
        return sorted(rows, key=lambda row: row.delegation_id, reverse=order.startswith("-"))
    return rows[::-1] if order == "-number" else rows


def list_imports(term_id: int) -> tuple[ImportRow, ...]:
    """Every uploaded file of the term, the latest first."""
    return file_import.list_rows(RollImport.objects.filter(term_id=term_id))


def get_import(import_id: int, *, town_id: int) -> ImportPage:
    """The preview, made anew from the kept bytes and the roll as it is now.

    :raises ImportIsUnknown: none of this town
    :raises ImportIsSettled: it was committed or given up, so there is nothing to preview
    """
    found = file_import.find_open(lookup.imports_of(town_id), import_id)
    roll, plan = plan_of(found)
    known = lookup.known_deputies(found.term_id)
    new = sum(row.action is RowState.NEW and not row.errors for row in plan.rows)
    in_office_after = sum(not deputy.mandate_ended for deputy in known) + new
    term = queries.term_row(found.term)
    return ImportPage(
        term=term,
        upload=file_import.row_of(found),
        sha256=found.sha256,
        kind=roll.kind,
        encoding=roll.encoding,
        sheet=roll.sheet,
        heading_row=roll.heading_row,
        plan=plan,
        findings=find_all(
            roll,
            term_number=term.number,
            quota=term.quota,
            not_in_file=plan.not_in_file,
            in_office_after=in_office_after,
        ),
        roll_is_empty=not known,
    )
