"""The base of every refusal: a deed that is not done, and a sentence that says why and what to do."""

from typing import Any

from django.utils.functional import Promise


class Refusal(Exception):
    """A deed was refused and nothing was written.

    Subclasses are named as sentences (`RoundIsNotOpen`) and set `text`, a lazily translated
    sentence with named placeholders: what is wrong, where, and what to do.
    """

    text: "str | Promise" = ""
    status = 409

    def __init__(self, **facts: Any) -> None:
        self.facts = facts
        super().__init__(facts)

    def __str__(self) -> str:
        return str(self.text).format(**self.facts)


class NotAllowed(Refusal):
    """The actor's role does not carry this deed."""

    status = 403


class NotFound(Refusal):
    """The thing named by the address does not exist in this town."""

    status = 404


class InputIsWrong(Refusal):
    """A field of a form or a cell of a file is wrong."""

    status = 422
