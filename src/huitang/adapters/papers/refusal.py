"""Why a paper was not drawn: a code and its parameters; whoever shows it writes the sentence."""

from enum import StrEnum
from typing import Any


class Fault(StrEnum):
    """What stands in the way; beside each the parameters that come with it."""

    FONTS_MISSING = "FONTS_MISSING"  # faces (of Face), folders (searched)
    NO_GLYPH = "NO_GLYPH"  # characters (one text)
    FONT_SUBSTITUTED = "FONT_SUBSTITUTED"  # found, wanted (names of fonts)
    TEMPLATE_IS_WRONG = "TEMPLATE_IS_WRONG"  # template, told


class PaperIsRefused(Exception):
    """Raised with a `Fault` and the parameters listed beside it above."""

    def __init__(self, code: Fault, **params: Any) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params
