"""The spreadsheets of a town that does not exist (see README.md)."""

from pathlib import Path

FOLDER = Path(__file__).parent


def read(name: str) -> bytes:
    """One of its files, byte for byte."""
    return (FOLDER / name).read_bytes()
