"""What every page of the desk shares: its links, and the number that tells whether somebody was quicker."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from huitang.congress.journal.refusal import InputIsWrong
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow
from huitang.web.desk.room import room_links
from huitang.web.frame import who


class Seen(forms.Form):
    """`seen` is the town's sequence number when the page was drawn; a form without it is not checked."""

    seen = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)


def page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    here: str,
    session: SessionRow | None = None,
    status: int = 200,
) -> HttpResponse:
    if session is not None:
        request.session_row = session  # type: ignore[attr-defined]
    # a page about no session still leads to the one at hand, not to the making of another
    at_hand = session or sittings.get_current_session(who.actor_of(request).town_id)
    about = {"room_links": room_links(here, at_hand), "session": session}
    return render(request, template, {**about, **(context or {})}, status=status)


@contextmanager
def refused_on(form: forms.BaseForm, field: str | None = None) -> Iterator[None]:
    """What the deed inside refuses of the input is told on the form, and the page goes on to show it again."""
    try:
        yield
    except InputIsWrong as wrong:
        form.add_error(field, str(wrong))
