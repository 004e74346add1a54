"""/desk/papers/templates/: the wording of every paper, ours or the office's own, in versions."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from huitang.congress.accounts.deeds import Role
from huitang.congress.documents import commands as documents
from huitang.congress.documents import template_desk
from huitang.congress.documents.refusals import ReasonIsMissing
from huitang.congress.documents.template_desk import TemplatePage
from huitang.congress.journal.refusal import InputIsWrong
from huitang.web.desk.entry import Seen, page, refused_on
from huitang.web.desk.papers_links import link_waits
from huitang.web.desk.sessions import DayField
from huitang.web.frame import clock, who
from huitang.web.frame.see_other import see_other


class VersionForm(Seen):
    effective_from = DayField(
        label=gettext_lazy("从哪天起用"), help_text=gettext_lazy("开幕日在这一天或以后的会议，用这一版。")
    )
    reason = forms.CharField(
        label=gettext_lazy("为什么改"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("几个字就行，翻版本时看。"),
    )


class TemplateForm(VersionForm):
    text = forms.CharField(
        label=gettext_lazy("模板"),
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 26, "class": "code", "spellcheck": "false"}),
    )


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate(clock.now(request))
    desk = template_desk.list_templates(who.actor_of(request).town_id, today=today)
    return page(request, "desk/papers/templates/show.html", {"desk": desk}, here="papers", session=desk.session)


@require_http_methods(["GET", "POST"])
@who.only(Role.OFFICE)
def edit(request: HttpRequest, key: str) -> HttpResponse:
    """Save as a next version; what was typed stays until it is saved."""
    found = _find(request, key)
    form = TemplateForm(request.POST or None, initial=_initial(request, found))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            version = documents.save_template(key=key, actor=who.actor_of(request), now=clock.now(request), **told)
        except InputIsWrong as wrong:
            form.add_error("reason" if isinstance(wrong, ReasonIsMissing) else "text", str(wrong))
        else:
            sentence = _("已存为第 {version} 版，{day} 起开幕的会议都用它。")
            messages.success(request, sentence.format(version=version, day=told["effective_from"].isoformat()))
            return see_other("desk:template", key)
    return _show(request, found, form)


@require_POST
@who.only(Role.OFFICE)
def preview(request: HttpRequest, key: str) -> HttpResponse:
    """Drawn with the facts of the session at hand; nothing is kept."""
    text = request.POST.get("text", "")
    tried = template_desk.preview(key, text, town_id=who.actor_of(request).town_id)
    lines = text.splitlines()
    faults = [(one, lines[one.line - 1] if 0 < one.line <= len(lines) else "") for one in tried.faults]
    shown = tried.shown
    waits = link_waits(shown.waits, tried.session) if shown and tried.session else ()
    context = {"faults": faults, "shown": shown, "waits": waits, "others": len(tried.tried) - 1}
    if request.headers.get("HX-Request"):
        return render(request, "desk/papers/templates/_preview.html", context)
    found = _find(request, key)
    return _show(request, found, TemplateForm(request.POST), status=200, **context, is_previewed=True)


@require_POST
@who.only(Role.OFFICE)
def go_back(request: HttpRequest, key: str) -> HttpResponse:
    found = _find(request, key)
    form = VersionForm(request.POST)
    if form.is_valid():
        with refused_on(form, "reason"):
            documents.return_to_ours(key=key, actor=who.actor_of(request), now=clock.now(request), **form.cleaned_data)
            messages.success(request, _("用回软件自带的写法了。您写的各版都还在下面。"))
            return see_other("desk:template", key)
    return _show(request, found, TemplateForm(initial=_initial(request, found)), return_form=form, status=422)


@require_GET
@who.only(Role.OFFICE)
def version(request: HttpRequest, key: str, number: int) -> HttpResponse:
    found = _find(request, key)
    changed = template_desk.compare(key, number, town_id=who.actor_of(request).town_id)
    row = next(row for row in found.versions if row.version == number)
    context = {"found": found, "row": row, "changed": changed}
    return page(request, "desk/papers/templates/version.html", context, here="papers", session=found.session)


def _find(request: HttpRequest, key: str) -> TemplatePage:
    actor = who.actor_of(request)
    today = timezone.localdate(clock.now(request))
    return template_desk.get_template(key, town_id=actor.town_id, chain=actor.chain, today=today)


def _show(
    request: HttpRequest, found: TemplatePage, form: forms.Form, *, status: int = 0, **more: object
) -> HttpResponse:
    context = {"found": found, "form": form, "return_form": VersionForm(initial=_initial(request, found)), **more}
    told = status or (422 if form.errors else 200)
    return page(request, "desk/papers/templates/edit.html", context, here="papers", session=found.session, status=told)


def _initial(request: HttpRequest, found: TemplatePage) -> dict[str, object]:
    """From today, or from the opening of the session at hand if that was earlier: it is meant for this one."""
    today = timezone.localdate(clock.now(request))
    day = min(today, found.session.opens_on) if found.session else today
    start = int(request.GET["from"]) if request.GET.get("from", "").isdecimal() else None
    text = next((row.text for row in found.versions if row.version == start and row.text), None)
    if request.GET.get("from") == "ours":
        text = found.ours
    return {"text": text or found.wording.text, "effective_from": day, "seen": found.version}
