"""/desk/sessions/<id>/agenda/ and /desk/items/<id>/: the items in their order, in verbs of legal meaning."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.agenda import commands as agenda
from huitang.congress.agenda.verbs import list_verbs
from huitang.congress.runsheet import desk, items
from huitang.web.desk.entry import Seen, page, refused_on
from huitang.web.frame import clock, who
from huitang.web.frame.templatetags.wording import told


def _verb_choices() -> list[tuple[str, str]]:
    """Each verb with what it means, so that nobody has to know it by heart."""
    return [
        (row.verb, _("{verb}：{meaning}").format(verb=told(row.text) or _("（不写动词）"), meaning=told(row.meaning)))
        for row in list_verbs()
    ]


class ItemForm(Seen):
    verb = forms.ChoiceField(label=gettext_lazy("动词"), choices=_verb_choices)
    title = forms.CharField(
        label=gettext_lazy("名称"),
        max_length=200,
        help_text=gettext_lazy("不带动词，如“清河镇人民政府工作报告”。"),
        widget=forms.Textarea({"rows": 2}),
    )
    reporter = forms.CharField(
        label=gettext_lazy("报告人"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("职务和姓名，主持词里照这样念。书面报告可以空着。"),
    )
    needs_vote = forms.BooleanField(label=gettext_lazy("要表决"), required=False)


class NewItemForm(ItemForm):
    subject = forms.CharField(max_length=30, required=False, widget=forms.HiddenInput)


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    return _show(request, session_id, NewItemForm())


@require_POST
@who.only(Role.OFFICE)
def add(request: HttpRequest, session_id: int) -> HttpResponse:
    form = NewItemForm(request.POST)
    if form.is_valid():
        given = {**form.cleaned_data, "subject": form.cleaned_data["subject"] or "OTHER"}
        del given["seen"]
        with refused_on(form):
            items.add_item(session_id=session_id, actor=who.actor_of(request), now=clock.now(request), **given)
            messages.success(request, _("已加到议程末尾，运行单里也排上了。"))
            return redirect("desk:agenda", session_id)
    return _show(request, session_id, form, status=422)


@require_http_methods(["GET", "POST"])
@who.only(Role.OFFICE)
def change(request: HttpRequest, item_id: int) -> HttpResponse:
    actor = who.actor_of(request)
    found = desk.get_item(item_id, town_id=actor.town_id, chain=actor.chain)
    form = ItemForm(request.POST or None, initial={**vars(found.line.item), "seen": found.version})
    if request.method == "POST" and form.is_valid():
        with refused_on(form):
            items.change_item(item_id=item_id, actor=actor, now=clock.now(request), **form.cleaned_data)
            messages.success(request, _("议程已经改好。"))
            return redirect("desk:agenda", found.session.id)
    context = {"form": form, "line": found.line, "verbs": list_verbs()}
    status = 422 if form.errors else 200
    return page(request, "desk/agenda/change.html", context, here="session", session=found.session, status=status)


@require_POST
@who.only(Role.OFFICE)
def move(request: HttpRequest, item_id: int) -> HttpResponse:
    up = request.POST.get("up") == "yes"
    session_id = agenda.move_item(item_id=item_id, up=up, actor=who.actor_of(request), now=clock.now(request))
    return redirect("desk:agenda", session_id)


@require_POST
@who.only(Role.OFFICE)
def remove(request: HttpRequest, item_id: int) -> HttpResponse:
    session_id = items.remove_item(item_id=item_id, actor=who.actor_of(request), now=clock.now(request))
    messages.success(request, _("已从议程删去，运行单里相关的步骤也删去了。"))
    return redirect("desk:agenda", session_id)


def _show(request: HttpRequest, session_id: int, form: NewItemForm, *, status: int = 200) -> HttpResponse:
    actor: Actor = who.actor_of(request)
    found = desk.get_agenda(session_id, town_id=actor.town_id, chain=actor.chain)
    context = {"agenda": found, "form": form}
    return page(request, "desk/agenda/show.html", context, here="session", session=found.session, status=status)
