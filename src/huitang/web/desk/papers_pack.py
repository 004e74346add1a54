"""/desk/sessions/<id>/papers/pack/: everything that is ready as one zip, with its progress told as it is made."""

from collections.abc import Sequence
from datetime import datetime

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from huitang.adapters.papers.fonts import FontSet
from huitang.congress.accounts.deeds import Role
from huitang.congress.documents import glyphs, pack
from huitang.congress.documents.making import Format
from huitang.congress.documents.pack import PackPlan
from huitang.congress.seals import stamps
from huitang.congress.sittings import queries as sittings
from huitang.web.desk import cards, job_pages, jobs
from huitang.web.desk.entry import page
from huitang.web.desk.jobs import Job, Progress
from huitang.web.frame import clock, refusals, who
from huitang.web.frame.see_other import see_other


class PackForm(forms.Form):
    formats = forms.MultipleChoiceField(choices=[(one.value, one.value) for one in Format])


@require_POST
@who.only(Role.OFFICE)
def make(request: HttpRequest, session_id: int) -> HttpResponse:
    """The facts are gathered here: the making needs no database."""
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
    begun = Progress(town_id, _subject(session_id), plan.filename, plan.files(formats))
    at = clock.now(request)
    token = jobs.start(begun, lambda job: _write(job, plan, formats, fonts, at))
    return see_other("desk:pack", session_id, token)


def _write(job: Job, plan: PackPlan, formats: Sequence[Format], fonts: FontSet | None, at: datetime) -> None:
    with job.file.open("wb") as target:
        packed = pack.write_pack(plan, formats=formats, fonts=fonts, target=target, at=at, told=job.tell)
    job.finish(files=len(packed.files), left_out=tuple((one.name, one.why) for one in packed.left_out))


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
    if job_pages.is_unmoved(request, found):
        return HttpResponse(status=204)
    return render(request, "desk/papers/_pack.html", {"progress": found, "token": token, "session_id": session_id})


@require_GET
@who.only(Role.OFFICE)
def download(request: HttpRequest, session_id: int, token: str) -> HttpResponse:
    return job_pages.download(_find(request, session_id, token), token)


def _find(request: HttpRequest, session_id: int, token: str) -> Progress:
    found = jobs.find(token, town_id=who.actor_of(request).town_id, subject=_subject(session_id))
    if found is None:
        raise Http404
    return found


def _subject(session_id: int) -> str:
    return f"session:{session_id}"
