"""The shape every import has on the desk: the file is taken, its plan is looked at, then it is written or given up.

An import adds its own sentences, its own command, and the rows of its plan.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from huitang.adapters.spreadsheets.reading import MAX_BYTES
from huitang.congress.journal.refusal import InputIsWrong, Refusal
from huitang.congress.roster.file_import import ChangedMeanwhile, ImportRow
from huitang.congress.roster.import_plan import ImportOutcome
from huitang.congress.roster.wrong_cells import WrongCells
from huitang.congress.sittings.queries import SessionRow
from huitang.web.desk import entry
from huitang.web.frame import clock, who

UNNAMED = "file"
NOWHERE: Mapping[type[Refusal], str] = {}
Outcome = TypeVar("Outcome")


class NoFileIsChosen(InputIsWrong):
    text = _("没有选择文件。请先选文件，再上传。")


class CommitForm(forms.Form):
    """`seal` names the plan the office has seen; without it, none was."""

    seal = forms.CharField(widget=forms.HiddenInput(), max_length=64, required=False)


class ImportPage(Protocol):
    """What every preview is drawn from."""

    @property
    def upload(self) -> ImportRow: ...


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
    content = file.read(MAX_BYTES + 1)  # one byte more than allowed is enough to be refused
    return _told_or_refused(request, command, also, filename=file.name or UNNAMED, content=content, **told)


def confirm(
    request: HttpRequest,
    command: Callable[..., Outcome],
    form: forms.Form,
    *,
    also: tuple[type[Refusal], ...] = (),
    beside: Mapping[type[Refusal], str] = NOWHERE,
    **told: Any,
) -> Outcome | Refusal:
    """What writing the plan came to, or why it was refused: said on the form, to be looked at again.

    `beside` names the field a refusal stands beside, for those that are about one.
    """
    answer = _told_or_refused(request, command, (ChangedMeanwhile, *also), **told)
    if isinstance(answer, Refusal):
        form.add_error(next((field for kind, field in beside.items() if isinstance(answer, kind)), None), str(answer))
    return answer


def _told_or_refused(
    request: HttpRequest, command: Callable[..., Outcome], also: tuple[type[Refusal], ...], **told: Any
) -> Outcome | Refusal:
    try:
        return command(actor=who.actor_of(request), now=clock.now(request), **told)
    except Refusal as refused:
        if isinstance(refused, (InputIsWrong, *also)):
            return refused
        raise


def show(
    request: HttpRequest,
    template: str,
    page: ImportPage,
    form: forms.Form,
    *,
    addresses: str,
    here: str,
    wrong: WrongCells,
    untouched: str,
    barred: Sequence[object] = (),
    session: SessionRow | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """The preview. `addresses` is how the names of its addresses begin; `untouched` says of what nothing was changed.

    Where `wrong` has cells, or something is `barred`, there is nothing to confirm, only the file to be changed.
    """
    context = {
        "page": page,
        "form": form,
        "wrong": wrong,
        "untouched": untouched,
        "refused": list(dict.fromkeys(str(sentence) for sentence in (*form.non_field_errors(), *barred))),
        "is_barred": bool(barred),
        "commit_url": reverse(f"desk:{addresses}_commit", args=[page.upload.id]),
        "give_up_url": reverse(f"desk:{addresses}_give_up", args=[page.upload.id]),
        **more,
    }
    return entry.page(request, template, context, here=here, session=session, status=status)


def tell_written(request: HttpRequest, sentence: str, outcome: ImportOutcome) -> None:
    """`sentence` has places for how many were new, changed and unchanged."""
    facts = {"new": outcome.new, "changed": outcome.changed, "unchanged": outcome.unchanged}
    messages.success(request, sentence.format(**facts))
