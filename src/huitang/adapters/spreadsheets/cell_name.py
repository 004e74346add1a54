"""What a spreadsheet program calls a cell: C14, or several: C14:D20."""

import re
from collections.abc import Iterator

NAME = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def cell_name(row: int, column: int) -> str:
    """The name of the cell in a row as numbered beside it and a column counted from 0."""
    return f"{column_letters(column)}{row}"


def column_letters(column: int) -> str:
    """The letters over a column counted from 0: A, Z, AA."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cells_of(name: str) -> Iterator[tuple[int, int]]:
    """Row and column (from 0) of a cell, or of every cell of a range."""
    corners = [(int(digits), _column(letters)) for letters, digits in NAME.findall(name)]
    if corners:
        for row in range(corners[0][0], corners[-1][0] + 1):
            for column in range(corners[0][1], corners[-1][1] + 1):
                yield row, column


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
