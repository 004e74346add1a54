"""What the desk's pages of an import of targets show."""

from dataclasses import dataclass

from huitang.congress.roster import file_import
from huitang.congress.roster.file_import import ImportRow
from huitang.congress.targets import lookup
from huitang.congress.targets.plan import Plan, plan_of


@dataclass(frozen=True)
class ImportPage:
    upload: ImportRow
    year: int
    plan: Plan


def get_import(import_id: int, *, town_id: int) -> ImportPage:
    """The preview, made anew from the kept bytes and the targets as they are now.

    :raises ImportIsUnknown: none of this town
    :raises ImportIsSettled: it was written or given up, so there is nothing to preview
    """
    found = file_import.find_open(lookup.imports_of(town_id), import_id)
    return ImportPage(file_import.row_of(found), found.year, plan_of(found))


def year_of(import_id: int, *, town_id: int) -> int:
    """Whether it is settled or not. :raises ImportIsUnknown:"""
    return file_import.find(lookup.imports_of(town_id).defer("content"), import_id).year


def list_open(town_id: int) -> tuple[ImportRow, ...]:
    """Uploads of any year nobody has settled."""
    return file_import.list_open(lookup.imports_of(town_id))
