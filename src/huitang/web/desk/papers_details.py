"""/desk/sessions/<id>/papers/details/: what only papers ask for, typed once."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from huitang.congress.accounts.deeds import Role
from huitang.congress.documents import commands as documents
from huitang.congress.documents import queries
from huitang.congress.documents.details import GROUPS, Kind
from huitang.congress.documents.queries import DetailRow, DetailsPage
from huitang.congress.journal.refusal import InputIsWrong, TextIsTooLong
from huitang.web.desk.entry import Seen, page
from huitang.web.frame import clock, who
from huitang.web.frame.see_other import see_other

_NAMED = 3  # papers named before "and others"


class DetailsForm(Seen):
    """One field for each detail, under its own name."""

    def __init__(self, *args: object, found: DetailsPage, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for row in found.rows:
            self.fields[row.detail.name] = _field(row)


@require_http_methods(["GET", "POST"])
@who.only(Role.OFFICE)
def fill(request: HttpRequest, session_id: int) -> HttpResponse:
    actor = who.actor_of(request)
    found = queries.get_details(session_id, town_id=actor.town_id, chain=actor.chain)
    form = DetailsForm(request.POST or None, found=found, initial={"seen": found.version})
    if request.method == "POST" and form.is_valid():
        values = {name: text for name, text in form.cleaned_data.items() if name != "seen" and name in request.POST}
        try:
            changed = documents.fill_details(
                session_id=session_id,
                values=values,
                actor=actor,
                now=clock.now(request),
                seen=form.cleaned_data["seen"],
            )
        except InputIsWrong as wrong:
            form.add_error(_name_in(wrong, values), str(wrong))
        else:
            messages.success(request, _("保存好了，改了 {n} 项。").format(n=changed))
            return see_other("desk:papers", session_id)
    ask = request.GET.get("ask", "")
    if ask in form.fields:
        form.fields[ask].widget.attrs["autofocus"] = True
    groups = [(GROUPS[group], [form[row.detail.name] for row in rows]) for group, rows in found.groups]
    context = {"form": form, "groups": groups, "found": found, "ask": ask}
    status = 422 if form.errors else 200
    return page(request, "desk/papers/details.html", context, here="papers", session=found.session, status=status)


def _field(row: DetailRow) -> forms.CharField:
    widgets: dict[Kind, forms.Widget] = {
        Kind.LINE: forms.TextInput(),
        Kind.PARAGRAPH: forms.Textarea({"rows": 5}),
        Kind.DATE: forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        Kind.CHOICE: forms.Select(choices=[("", _("（照常）")), *((one, one) for one in row.detail.choices)]),
        Kind.NUMBER: forms.TextInput({"inputmode": "numeric"}),
    }
    return forms.CharField(
        label=row.detail.name,
        required=False,
        initial=row.text or row.proposed,
        help_text=_help(row),
        widget=widgets[row.detail.kind],
        strip=False,
    )


def _help(row: DetailRow) -> str:
    told = [str(row.detail.hint)] if row.detail.hint else []
    if not row.text and row.proposed:
        told.append(_("照上次会议填的，请核对，保存后才算数。") if row.from_before else _("这是建议，保存后才算数。"))
    told += _counted(row)
    if row.waiting:
        names = _("、").join(row.waiting[:_NAMED])
        more = _("{names}等 {n} 份材料在等它。") if len(row.waiting) > _NAMED else _("{names}在等它。")
        told.append(more.format(names=names, n=len(row.waiting)))
    return "".join(told)


def _counted(row: DetailRow) -> list[str]:
    """What the record gives where the field stays empty, and that another number was typed."""
    if not row.counted:
        return []
    day = row.frozen_on.isoformat() if row.frozen_on else ""
    source = _("年度数字 {day} 定稿是 {n}").format(day=day, n=row.counted) if day else _("记录里数出来是 {n}")
    if row.differs:
        sentence = _("注意：{source}，材料里印的是这里填的 {typed}。清空就用记录里的数。")
        return [sentence.format(source=source.format(n=row.counted), typed=row.text)]
    return [_("空着就用它：{source}。").format(source=source.format(n=row.counted))]


def _name_in(wrong: InputIsWrong, values: dict[str, str]) -> str | None:
    """The field the sentence is about."""
    if isinstance(wrong, TextIsTooLong):
        beginning = wrong.facts["beginning"]
        return next((name for name, text in values.items() if text.strip().startswith(beginning)), None)
    return wrong.facts["name"] if wrong.facts.get("name") in values else None
