"""/desk/sessions/<id>/names/: every list of names in its order, the town's custom, and one list put by hand."""

from collections.abc import Sequence

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from huitang.congress.accounts.deeds import Role
from huitang.congress.roster import commands as roster
from huitang.congress.runsheet import name_lists
from huitang.congress.runsheet.name_lists import NameListPage, Person
from huitang.web.desk.entry import Seen, page, refused_on
from huitang.web.frame import asked, clock, who


class CustomForm(Seen):
    blank_first = forms.TypedChoiceField(
        label=gettext_lazy("两个字的姓名怎么排"),
        coerce=lambda told: told == "yes",
        widget=forms.RadioSelect,
        choices=[
            ("no", gettext_lazy("人大的习惯：第二个字直接相比，“田大利”在“田富”前")),
            ("yes", gettext_lazy("另一种习惯：中间当作空格，“田富”在“田大利”前")),
        ],
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("为什么这样排"),
        max_length=200,
        help_text=gettext_lazy("如“按县委组织部通知的次序”。会记入日志。"),
        widget=forms.TextInput({"form": "placing"}),
    )


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    actor = who.actor_of(request)
    found = name_lists.get_lists(session_id, town_id=actor.town_id, chain=actor.chain)
    form = CustomForm(initial={"blank_first": "yes" if found.blank_first else "no", "seen": found.version})
    return page(request, "desk/names/show.html", {"found": found, "form": form}, here="session", session=found.session)


@require_POST
@who.only(Role.OFFICE)
def set_custom(request: HttpRequest, session_id: int) -> HttpResponse:
    form = CustomForm(request.POST)
    if form.is_valid():
        roster.set_name_custom(actor=who.actor_of(request), now=clock.now(request), **form.cleaned_data)
        messages.success(request, _("已经选好，没有手工排过的名单都照它排。"))
    return redirect("desk:names", session_id)


@require_GET
@who.only(Role.OFFICE)
def show_list(request: HttpRequest, session_id: int, list_name: str) -> HttpResponse:
    found = _find(request, session_id, list_name)
    reason = found.list.hand.reason if found.list.hand else ""
    return _show(request, found, found.list.people, ReasonForm(initial={"reason": reason}))


@require_POST
@who.only(Role.OFFICE)
def place(request: HttpRequest, session_id: int, list_name: str) -> HttpResponse:
    """Show the list as it would stand; nothing is written before it is saved."""
    found = _find(request, session_id, list_name)
    placed, moved = _placed(request, found.list.people)
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "desk/names/_order.html", _context(found, placed, moved))
    return _show(request, found, placed, ReasonForm(initial=request.POST.dict()), moved=moved)


@require_POST
@who.only(Role.OFFICE)
def save(request: HttpRequest, session_id: int, list_name: str) -> HttpResponse:
    found = _find(request, session_id, list_name)
    placed, _moved = _placed(request, found.list.people)
    form = ReasonForm(request.POST)
    if form.is_valid():
        with refused_on(form, "reason"):
            name_lists.order_by_hand(
                session_id=session_id,
                list_name=list_name,
                wanted=[person.key for person in placed],
                seen=_keys(request, "seen"),
                reason=form.cleaned_data["reason"],
                actor=who.actor_of(request),
                now=clock.now(request),
            )
            messages.success(request, _("顺序已经存好，网页和文件都照它排。"))
            return redirect("desk:name_list", session_id, list_name)
    return _show(request, found, placed, form)


@require_POST
@who.only(Role.OFFICE)
def by_strokes(request: HttpRequest, session_id: int, list_name: str) -> HttpResponse:
    name_lists.order_by_strokes(
        session_id=session_id, list_name=list_name, actor=who.actor_of(request), now=clock.now(request)
    )
    messages.success(request, _("这份名单改回按笔画排。"))
    return redirect("desk:name_list", session_id, list_name)


def _find(request: HttpRequest, session_id: int, list_name: str) -> NameListPage:
    return name_lists.get_list(session_id, list_name, town_id=who.actor_of(request).town_id)


def _keys(request: HttpRequest, field: str) -> list[int]:
    return [key for key in map(asked.number, request.POST.getlist(field)) if key is not None]


def _placed(request: HttpRequest, people: Sequence[Person]) -> tuple[tuple[Person, ...], Person | None]:
    """The people as the form would have them, and who was moved by a button."""
    drawn = {key: place for place, key in enumerate(_keys(request, "drawn"), start=1)}
    asked_for = {person.key: asked.number(request.POST.get(f"place_{person.key}")) for person in people}

    def wanted(person: Person) -> tuple[int, int, int]:
        was = drawn.get(person.key, len(people) + 1)
        number = asked_for[person.key] or was
        # who comes up to a place stands before whoever had it; who goes down to it, behind
        return number, (number > was) - (number < was), was

    placed = sorted(people, key=wanted)
    for field, step in (("up", -1), ("down", 1)):
        at = next((n for n, one in enumerate(placed) if one.key == asked.number(request.POST.get(field))), None)
        if at is not None:
            moved = placed.pop(at)
            placed.insert(max(at + step, 0), moved)
            return tuple(placed), moved
    return tuple(placed), None


def _context(found: NameListPage, placed: Sequence[Person], moved: Person | None) -> dict[str, object]:
    return {
        "session": found.session,
        "list": found.list,
        "placed": placed,
        "moved": moved,
        "moved_to": placed.index(moved) + 1 if moved else 0,
        "is_changed": tuple(placed) != found.list.people,
    }


def _show(
    request: HttpRequest,
    found: NameListPage,
    placed: Sequence[Person],
    form: ReasonForm,
    *,
    moved: Person | None = None,
) -> HttpResponse:
    context = {**_context(found, placed, moved), "form": form}
    status = 422 if form.errors else 200
    return page(request, "desk/names/one.html", context, here="session", session=found.session, status=status)
