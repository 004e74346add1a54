"""/desk/sessions/<id>/presidium/: the draft list of the presidium, chosen from the roll."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.refusal import InputIsWrong
from huitang.congress.roster import queries as roster
from huitang.congress.roster.queries import RollRow
from huitang.congress.runsheet import presidium
from huitang.congress.runsheet.presidium import PresidiumPage
from huitang.web.desk.entry import Seen, page
from huitang.web.frame import asked, clock, who

_POST_LENGTH = 20


class ListForm(Seen):
    members = forms.TypedMultipleChoiceField(coerce=int, required=False)
    find = forms.CharField(label=gettext_lazy("编号、姓名或拼音首字母"), max_length=40, required=False)
    delegation = forms.TypedChoiceField(label=gettext_lazy("代表团"), coerce=int, empty_value=None, required=False)

    def __init__(self, *args: object, found: PresidiumPage, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        people = [(row.id, row.name) for row in found.roll]
        gone = [(row.deputy_id, row.name) for row in found.left_office]
        delegations = [(row.id, row.name) for row in found.delegations]
        self.fields["members"].choices = [*people, *gone]  # type: ignore[attr-defined]
        self.fields["delegation"].choices = [("", _("全部代表团")), *delegations]  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Candidate:
    """A line of the list to tick; `is_shown` is whether the search asks for it or it is ticked."""

    row: RollRow
    is_member: bool
    post: str


@require_http_methods(["GET", "POST"])
@who.only(Role.OFFICE)
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    actor = who.actor_of(request)
    found = presidium.get_page(session_id, town_id=actor.town_id, chain=actor.chain)
    if request.method == "GET":
        chosen = {member.deputy_id: member.post for member in found.members}
        return _show(request, found, ListForm(found=found), chosen)
    form = ListForm(request.POST, found=found)
    chosen = _chosen(request)
    if not form.is_valid() or "look" in request.POST:
        return _show(request, found, form, chosen)
    try:
        presidium.list_members(
            session_id=session_id,
            members=tuple(chosen.items()),
            actor=actor,
            now=clock.now(request),
            seen=form.cleaned_data["seen"],
        )
    except InputIsWrong as wrong:
        form.add_error(None, str(wrong))
        return _show(request, found, form, chosen)
    messages.success(request, _("主席团名单（草案）已经存好，共 {number} 人。").format(number=len(chosen)))
    return redirect("desk:presidium", session_id)


def _chosen(request: HttpRequest) -> dict[int, str]:
    ids = [key for key in map(asked.number, request.POST.getlist("members")) if key is not None]
    return {key: request.POST.get(f"post_{key}", "").strip()[:_POST_LENGTH] for key in ids}


def _show(request: HttpRequest, found: PresidiumPage, form: ListForm, chosen: dict[int, str]) -> HttpResponse:
    told = getattr(form, "cleaned_data", {})
    wanted = [row for row in found.roll if told.get("delegation") in (None, row.delegation_id)]
    by_id = {row.id: row for row in found.roll}
    context = {
        "found": found,
        "form": form,
        "members": [Candidate(by_id[key], True, post) for key, post in chosen.items() if key in by_id],
        "others": [row for row in roster.search(wanted, told.get("find", "")) if row.id not in chosen],
        "gone": [row for row in found.left_office if row.deputy_id in chosen],
        "is_searched": "look" in request.POST,
        "seen": request.POST.get("seen") or found.version,
    }
    status = 422 if form.errors else 200
    return page(request, "desk/presidium/show.html", context, here="session", session=found.session, status=status)
