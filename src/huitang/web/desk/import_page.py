"""What every import page shares: taking the file, and what is shown when it is refused."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from huitang.adapters.spreadsheets.reading import MAX_BYTES
from huitang.congress.journal.refusal import InputIsWrong, Refusal
from huitang.web.frame import clock, who

UNNAMED = "file"
Outcome = TypeVar("Outcome")


class NoFileIsChosen(InputIsWrong):
    text = _("没有选择文件。请先选文件，再上传。")


def take(
    request: HttpRequest,
    command: Callable[..., Outcome],
    *,
    also: tuple[type[Refusal], ...] = (),
    **told: Any,
) -> Outcome | Refusal:
    """What the command made of the uploaded file, or why it was refused; `also` are refusals that are no wrong input."""
    file = request.FILES.get("file")
    if file is None:
        return NoFileIsChosen()
    try:
        return command(
            filename=file.name or UNNAMED,
            content=file.read(MAX_BYTES + 1),  # one byte more than allowed is enough to be refused
            actor=who.actor_of(request),
            now=clock.now(request),
            **told,
        )
    except Refusal as refused:
        if isinstance(refused, (InputIsWrong, *also)):
            return refused
        raise
