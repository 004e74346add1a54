"""/desk/diary/reminders/: what was reminded, and the sheets that can be handed over."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from huitang.congress.accounts.deeds import Role
from huitang.congress.diary import commands, queries, words
from huitang.congress.roster import queries as roster
from huitang.rules.reminder import Level
from huitang.web.desk import diary_page
from huitang.web.frame import clock, who
from huitang.web.frame.see_other import see_other

LEVELS = tuple(level.value for level in Level)


@require_POST
@who.only(Role.OFFICE)
def send(request: HttpRequest) -> HttpResponse:
    sent = commands.remind(actor=who.actor_of(request), now=clock.now(request))
    if sent.number:
        told = _("已记下 {number} 条：提醒 {remind}，催办 {late}，报主席督办 {escalate}。请打印催办单送达。")
        numbers = {"remind": sent.remind, "late": sent.late, "escalate": sent.escalate}
        messages.success(request, told.format(number=sent.number, **numbers))
    else:
        messages.info(request, _("今天没有新的提醒要发。"))
    return see_other("desk:diary_reminders")


@require_safe
@who.only(Role.OFFICE, Role.CHAIR)
def listing(request: HttpRequest) -> HttpResponse:
    level = request.GET.get("level", "")
    found = queries.list_reminders(
        who.actor_of(request).town_id, level=level if level in LEVELS else "", owes=request.GET.get("owes", "")
    )
    levels = [(one, words.level_name(one)) for one in LEVELS]
    owes = request.GET.get("owes", "")
    return diary_page.show(request, "desk/diary/reminders.html", found=found, level=level, levels=levels, owes=owes)


@require_safe
@who.only(Role.OFFICE, Role.CHAIR)
def sheets(request: HttpRequest) -> HttpResponse:
    """催办单: of one who owes, or of all who have something that presses."""
    town_id = who.actor_of(request).town_id
    found = queries.list_sheets(town_id, on=diary_page.today(request), owes=request.GET.get("owes", ""))
    context = {"sheets": found, "town": roster.find_town(town_id), "today": diary_page.today(request)}
    return render(request, "desk/diary/sheets.html", context)
