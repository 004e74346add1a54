"""Why a paper was not drawn: a code and its parameters; whoever shows it writes the sentence."""

from enum import StrEnum
from typing import Any


class Fault(StrEnum):
    """What stands in the way; beside each the parameters that come with it."""

    FONTS_MISSING = "FONTS_MISSING"  # faces (of Face), folders (searched)
    FONT_UNREADABLE = "FONT_UNREADABLE"  # path
    NO_GLYPH = "NO_GLYPH"  # characters (one text)
    FONT_SUBSTITUTED = "FONT_SUBSTITUTED"  # found, wanted (names of fonts)
    TEMPLATE_IS_WRONG = "TEMPLATE_IS_WRONG"  # template, told
    BALLOT_TOO_FULL = "BALLOT_TOO_FULL"  # title, candidates (how many), size (A4, A3)
    CODE_TOO_LONG = "CODE_TOO_LONG"  # text
    CARD_TOO_FULL = "CARD_TOO_FULL"  # name
    CERTIFICATE_TOO_FULL = "CERTIFICATE_TOO_FULL"  # name
    SEATS_LACKING = "SEATS_LACKING"  # people, seats, lacking
    SEATING_TOO_SMALL = "SEATING_TOO_SMALL"  # size (A4, A3), seats_per_row, rows


class PaperIsRefused(Exception):
    """Raised with a `Fault` and the parameters listed beside it above."""

    def __init__(self, code: Fault, **params: Any) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params
