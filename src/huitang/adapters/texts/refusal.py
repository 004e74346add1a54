"""Why a text was refused: a code and its parameters; whoever shows it writes the sentence."""

from enum import StrEnum
from typing import Any


class Fault(StrEnum):
    """What is wrong with a file; beside each the parameters that come with it."""

    EMPTY_FILE = "EMPTY_FILE"
    TOO_LARGE = "TOO_LARGE"  # limit_mb
    TOO_LONG = "TOO_LONG"  # limit, length
    NOT_A_TEXT = "NOT_A_TEXT"  # looks_like
    OLD_WORD = "OLD_WORD"
    PROTECTED = "PROTECTED"
    CORRUPT = "CORRUPT"
    UNKNOWN_ENCODING = "UNKNOWN_ENCODING"
    NOTHING_WRITTEN = "NOTHING_WRITTEN"


class TextIsRefused(Exception):
    """Raised with a `Fault` and the parameters listed beside it above."""

    def __init__(self, code: Fault, **params: Any) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params
