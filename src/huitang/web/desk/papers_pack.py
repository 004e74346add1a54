"""/desk/sessions/<id>/papers/pack/: everything that is ready as one zip, with its progress told as it is made."""

import secrets

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from huitang.congress.accounts.deeds import Role
from huitang.congress.documents import glyphs, pack
from huitang.congress.documents.making import Format
from huitang.congress.seals import stamps
from huitang.congress.sittings import queries as sittings
from huitang.web.desk import cards, pack_jobs
from huitang.web.desk.entry import page
from huitang.web.desk.pack_jobs import Progress
from huitang.web.frame import clock, refusals, who
from huitang.web.frame.see_other import see_other

_TOKEN_BYTES = 12


class PackForm(forms.Form):
    formats = forms.MultipleChoiceField(choices=[(one.value, one.value) for one in Format])


@require_POST
@who.only(Role.OFFICE)
def make(request: HttpRequest, session_id: int) -> HttpResponse:
    form = PackForm(request.POST)
    if not form.is_valid():
        return refusals.refuse(request, _("请至少选一种格式：Word 或 PDF。"), status=422)
    town_id = who.actor_of(request).town_id
    formats = [Format(told) for told in form.cleaned_data["formats"]]
    fonts = glyphs.fonts_of(settings.FONT_FOLDERS) if Format.PDF in formats else None
    plan = pack.plan_pack(
        session_id,
        town_id=town_id,
        card_address=cards.address_before_token(request),
        stamping=stamps.find_stamp,
    )
    token = secrets.token_hex(_TOKEN_BYTES)
    pack_jobs.start(token, plan, town_id=town_id, formats=formats, fonts=fonts, at=clock.now(request))
    return see_other("desk:pack", session_id, token)


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest, session_id: int, token: str) -> HttpResponse:
    session = sittings.get_session(session_id, town_id=who.actor_of(request).town_id)
    context = {"progress": _find(request, session_id, token), "token": token}
    return page(request, "desk/papers/pack.html", context, here="papers", session=session)


@require_GET
@who.only(Role.OFFICE)
def progress(request: HttpRequest, session_id: int, token: str) -> HttpResponse:
    """The fragment that is polled; 204 while nothing was made since."""
    found = _find(request, session_id, token)
    if request.GET.get("seen") == str(found.done) and not (found.is_finished or found.is_lost):
        return HttpResponse(status=204)
    return render(request, "desk/papers/_pack.html", {"progress": found, "token": token, "session_id": session_id})


@require_GET
@who.only(Role.OFFICE)
def download(request: HttpRequest, session_id: int, token: str) -> HttpResponse:
    found = _find(request, session_id, token)
    if not found.is_finished:
        raise Http404
    answer = HttpResponse(pack_jobs.zip_of(token).read_bytes(), content_type="application/zip")
    answer.headers["Content-Disposition"] = content_disposition_header(True, found.filename) or "attachment"
    return answer


def _find(request: HttpRequest, session_id: int, token: str) -> Progress:
    found = pack_jobs.find(token, town_id=who.actor_of(request).town_id, session_id=session_id)
    if found is None:
        raise Http404
    return found
