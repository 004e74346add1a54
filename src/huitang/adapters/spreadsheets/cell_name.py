"""What a spreadsheet program calls a cell: C14."""


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
