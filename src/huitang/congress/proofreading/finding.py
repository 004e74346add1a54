"""One place in a text that is wrong, or that somebody should look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.functional import Promise

from huitang.adapters.texts.text import Correction


class Kind(StrEnum):
    """What a finding is about."""

    SESSION = "SESSION"
    ATTENDANCE = "ATTENDANCE"
    DATE = "DATE"
    NAME = "NAME"
    POST = "POST"
    VOTE = "VOTE"
    ELECTION = "ELECTION"
    MONEY = "MONEY"
    SHARE = "SHARE"
    COUNT = "COUNT"
    FORMULA = "FORMULA"
    INJECTED = "INJECTED"
    SIGN = "SIGN"


class Severity(StrEnum):
    """ERROR: it cannot be right. DOUBT: somebody should look."""

    ERROR = "ERROR"
    DOUBT = "DOUBT"


@dataclass(frozen=True)
class Finding:
    """The characters from `start` to before `end` of one paragraph, and what is wrong with them.

    `says` is what the text says; `should` what the record, or another place of the text, says instead
    (empty where nothing does); `correction` replaces the characters (None where only a person can mend it).
    """

    paragraph: int
    start: int
    end: int
    kind: Kind
    severity: Severity
    says: str
    words: "str | Promise"
    facts: Mapping[str, object] = field(default_factory=dict)
    should: str = ""
    correction: str | None = None

    @property
    def sentence(self) -> str:
        return str(self.words).format(**{"says": self.says, "should": self.should, **self.facts})

    @property
    def is_sure(self) -> bool:
        """Whether “correct all sure ones” may take it."""
        return self.severity is Severity.ERROR and self.correction is not None

    @property
    def key(self) -> str:
        """Names the finding in a form as long as the text stands as it is."""
        return f"{self.paragraph}-{self.start}-{self.end}-{self.kind}"

    def as_correction(self) -> Correction:
        """:raises ValueError: there is none"""
        if self.correction is None:
            raise ValueError("this finding has no correction")
        return Correction(self.paragraph, self.start, self.end, self.correction)
