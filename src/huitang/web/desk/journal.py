"""/desk/journal/: who did what when, and the proof that nothing was taken out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from huitang.adapters.spreadsheets.writing import CellValue
from huitang.congress.accounts.deeds import Role
from huitang.congress.journal import pages
from huitang.congress.journal.queries import EntryRow
from huitang.web.desk import journal_words, table_file
from huitang.web.desk.entry import page
from huitang.web.desk.table_file import ListTable
from huitang.web.frame import who


class LookForm(forms.Form):
    """`expected` is what a paper printed: the sequence, a colon, and the first characters of the hash."""

    subject = forms.CharField(max_length=80, required=False)
    area = forms.RegexField(r"^[a-z_]+$", max_length=30, required=False)
    before = forms.IntegerField(min_value=1, required=False)
    verify = forms.CharField(max_length=3, required=False)
    expected = forms.RegexField(
        r"^\d{1,12}:[0-9a-f]{6,64}$",
        label=gettext_lazy("纸上印的校验码（可不填）"),
        help_text=gettext_lazy("形如 1234:9f2c6a…，计票单和文件的脚注里有。"),
        error_messages={"invalid": gettext_lazy("校验码的样子不对：应是序号、冒号和至少六位的小写十六进制数。")},
        required=False,
    )


@dataclass(frozen=True)
class JournalLine:
    entry: EntryRow
    event: str
    subject: str
    facts: str


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest) -> HttpResponse:
    form = LookForm(request.GET)
    form.is_valid()
    told = form.cleaned_data
    if table_file.asked_for(request):
        return table_file.answer(request, _table(who.actor_of(request).chain, told))
    found = pages.get_page(
        chain=who.actor_of(request).chain,
        subject=told.get("subject", ""),
        area=told.get("area", ""),
        before=told.get("before"),
        prove=bool(told.get("verify")) and not form.errors,
        expected=told.get("expected", ""),
    )
    context = {
        "found": found,
        "lines": [_line(entry) for entry in found.entries],
        "form": form,
        "areas": [(area, name, area == told.get("area")) for area, name in journal_words.AREAS],
        "subject": told.get("subject", ""),
        "subject_told": journal_words.tell_subject(told.get("subject", "")),
        "area": told.get("area", ""),
    }
    status = 422 if form.errors else 200
    return page(request, "desk/journal/show.html", context, here="journal", status=status)


def _table(chain: str, told: Mapping[str, Any]) -> ListTable:
    wanted = {"subject": told.get("subject", ""), "area": told.get("area", ""), "before": told.get("before")}
    headings = [_("序号"), _("时间"), _("谁"), _("做了什么"), _("关于"), _("内容")]
    found = pages.list_all(chain=chain, **wanted)
    title = _("日志")
    if len(found) == pages.MOST_AT_ONCE:
        title = _("日志（从第 {first} 条到第 {last} 条）").format(first=found[-1].sequence, last=found[0].sequence)
    return ListTable("journal", title, headings, (_cells(_line(entry)) for entry in found))


def _cells(line: JournalLine) -> list[CellValue]:
    entry = line.entry
    return [entry.sequence, timezone.localtime(entry.at), entry.actor, line.event, line.subject, line.facts]


def _line(entry: EntryRow) -> JournalLine:
    return JournalLine(
        entry=entry,
        event=journal_words.tell_event(entry.event),
        subject=journal_words.tell_subject(entry.subject),
        facts=journal_words.tell_facts(entry.facts) or _("—"),
    )
