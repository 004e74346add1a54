"""The base of every refusal: a deed that is not done, and a sentence that says why and what to do."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


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


class TextIsTooLong(InputIsWrong):
    text = _("“{beginning}……”太长了：最多 {room} 个字，现在有 {length} 个，没有写入。请改短。")


def must_fit(text: str, room: int) -> None:
    """:raises TextIsTooLong: more characters than are kept; SQLite would keep them, PostgreSQL would break down"""
    if len(text) > room:
        raise TextIsTooLong(beginning=text[:10], room=room, length=len(text))
