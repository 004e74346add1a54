"""/desk/diary/: everything that is due, ticking off what nothing else records, the office's own setting."""

import secrets

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from huitang.adapters.spreadsheets.writing import write_xlsx
from huitang.congress.accounts.deeds import Role
from huitang.congress.diary import commands, queries
from huitang.congress.diary.queries import Choice, DiaryPage, DueRow
from huitang.congress.roster import queries as roster
from huitang.web.desk import diary_page, entry
from huitang.web.desk.roll import attachment
from huitang.web.desk.roll_forms import day_field
from huitang.web.frame import clock, who
from huitang.web.frame.see_other import see_other

_SERIAL_BYTES = 12  # 96 random bits, sixteen letters


class TickForm(forms.Form):
    subject = forms.CharField(max_length=80)
    clock = forms.CharField(max_length=40)
    done_on = day_field(gettext_lazy("办完的日期"))


class SettingForm(forms.Form):
    escalate_days = forms.IntegerField(
        label=gettext_lazy("逾期几天报主席督办"),
        help_text=gettext_lazy("法律没有写明，由本单位选定。"),
        error_messages={"invalid": gettext_lazy("请填整数。"), "required": gettext_lazy("请填天数。")},
    )


@require_safe
@who.only(Role.OFFICE, Role.CHAIR)
def show(request: HttpRequest) -> HttpResponse:
    found = _find(request)
    return _show(request, found, SettingForm(initial={"escalate_days": found.escalate_days}))


@require_safe
@who.only(Role.OFFICE, Role.CHAIR)
def print_list(request: HttpRequest) -> HttpResponse:
    town = roster.find_town(who.actor_of(request).town_id)
    return render(request, "desk/diary/print.html", {"found": _find(request), "town": town})


@require_safe
@who.only(Role.OFFICE, Role.CHAIR)
def export(request: HttpRequest) -> HttpResponse:
    """What the list shows, filtered and sorted as it is."""
    found = _find(request)
    headings = [_("种类"), _("题目"), _("要办的事"), _("该办的"), _("在等的"), _("最后一天"), _("如可顺延"), _("状态")]
    headings += [_("逾期天数"), _("依据")]
    content = write_xlsx(headings, [_cells(row) for row in found.rows], sheet_name=_("期限"))
    return attachment(content, f"diary-{found.on}.xlsx")


@require_POST
@who.only(Role.OFFICE)
def tick(request: HttpRequest) -> HttpResponse:
    form = TickForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("没有登记：请写办完的日期。"))
        return see_other("desk:diary")
    commands.tick_off(**form.cleaned_data, actor=who.actor_of(request), now=clock.now(request))
    messages.success(request, _("已登记办完。登记错了，可以在页面下方撤回。"))
    return see_other("desk:diary")


@require_POST
@who.only(Role.OFFICE)
def untick(request: HttpRequest, tick_id: int) -> HttpResponse:
    commands.take_tick_back(tick_id=tick_id, actor=who.actor_of(request), now=clock.now(request))
    messages.success(request, _("已撤回，这件事重新列入待办。"))
    return see_other("desk:diary")


@require_POST
@who.only(Role.OFFICE)
def keep_setting(request: HttpRequest) -> HttpResponse:
    form = SettingForm(request.POST)
    if form.is_valid():
        with entry.refused_on(form, "escalate_days"):
            days = form.cleaned_data["escalate_days"]
            commands.keep_setting(escalate_days=days, actor=who.actor_of(request), now=clock.now(request))
            messages.success(request, _("设置已存，从现在起按它计算。"))
            return see_other("desk:diary")
    return _show(request, _find(request), form, status=422)


@require_POST
@who.only(Role.OFFICE)
def make_feed(request: HttpRequest) -> HttpResponse:
    commands.make_feed(serial=secrets.token_urlsafe(_SERIAL_BYTES), actor=who.actor_of(request), now=clock.now(request))
    messages.success(request, _("日历地址已经建立。请复制到手机或电脑的日历里订阅；旧地址不再有用。"))
    return see_other("desk:diary")


@require_POST
@who.only(Role.OFFICE)
def end_feed(request: HttpRequest) -> HttpResponse:
    commands.end_feed(actor=who.actor_of(request), now=clock.now(request))
    messages.success(request, _("日历地址已经停用。"))
    return see_other("desk:diary")


def _show(request: HttpRequest, found: DiaryPage, form: SettingForm, *, status: int = 200) -> HttpResponse:
    token = queries.get_feed_token(who.actor_of(request))
    feed = request.build_absolute_uri(f"{reverse('desk:diary_feed')}?key={token}") if token else ""
    asked = request.GET.copy()
    without_standing = asked.copy()
    without_standing.pop("standing", None)
    context = {
        "found": found,
        "form": form,
        "feed": feed,
        "orders": (("due", _("按期限")), ("owes", _("按该办的单位")), ("kind", _("按种类"))),
        "query": asked.urlencode(),
        "query_without_standing": without_standing.urlencode(),
    }
    return diary_page.show(request, "desk/diary/show.html", status=status, **context)


def _find(request: HttpRequest) -> DiaryPage:
    told = request.GET
    choice = Choice(told.get("kind", ""), told.get("owes", ""), told.get("standing", ""), told.get("order") or "due")
    return queries.get_diary(who.actor_of(request).town_id, on=diary_page.today(request), choice=choice)


def _cells(row: DueRow) -> list[str | int | None]:
    due = row.due
    moved = due.if_moved.isoformat() if row.is_uncertain else ""
    words = [row.kind_name, due.title, due.what, due.owes, due.waits, due.last_day.isoformat(), moved]
    return [*words, row.standing_name, row.days if row.is_late else None, _("、").join(row.cited)]
