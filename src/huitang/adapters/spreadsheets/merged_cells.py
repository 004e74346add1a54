"""Merged cells of an xlsx file: only the first row of each holds its value, the rows below look blank."""

import io
from collections.abc import Iterator, Mapping

import python_calamine as calamine
from openpyxl.utils import get_column_letter

Corner = tuple[int, int]


def covered_rows(content: bytes) -> Mapping[int, str]:
    """The rows below the first of a merge on the first sheet, by their number in the file, with the merge's name.

    Only xlsx tells; another kind of file has none.
    """
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            ranges = workbook.get_sheet_by_index(0).merged_cell_ranges or []
    except (calamine.CalamineError, calamine.ZipError, calamine.XmlError):
        return {}
    return {row: name for first, last in ranges for row, name in _rows_of(first, last)}


def _rows_of(first: Corner, last: Corner) -> Iterator[tuple[int, str]]:
    name = f"{get_column_letter(first[1] + 1)}{first[0] + 1}:{get_column_letter(last[1] + 1)}{last[0] + 1}"
    for row in range(first[0] + 1, last[0] + 1):
        yield row + 1, name
