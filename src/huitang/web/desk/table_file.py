"""Any list of the desk as a file: `?format=xlsx` or `?format=csv` at its own address, with every row of the filter."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from huitang.adapters.spreadsheets.writing import CellValue, write_csv, write_xlsx
from huitang.congress.roster import queries as roster
from huitang.web.frame import clock, who

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEDIA_TYPES = {"xlsx": XLSX, "csv": "text/csv; charset=utf-8"}


@dataclass(frozen=True)
class ListTable:
    """A list in the reader's language. `stem` names the file, `title` says what is listed; town and day are added."""

    stem: str
    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[CellValue]]


def asked_for(request: HttpRequest) -> str:
    """The ending of the file the address asks for; empty for the page itself."""
    told = request.GET.get("format", "")
    return told if told in MEDIA_TYPES else ""


def answer(request: HttpRequest, table: ListTable, *, ending: str = "") -> HttpResponse:
    ending = ending or asked_for(request)
    content = _WRITERS[ending](request, table)
    response = HttpResponse(content, content_type=MEDIA_TYPES[ending])
    response["Content-Disposition"] = f'attachment; filename="{table.stem}.{ending}"'
    return response


def _xlsx(request: HttpRequest, table: ListTable) -> bytes:
    facts = {
        "town": roster.find_town(who.actor_of(request).town_id),
        "title": table.title,
        "day": timezone.localdate(clock.now(request)).isoformat(),
    }
    title = _("{town} {title}（{day} 导出）").format(**facts)
    return write_xlsx(table.headings, table.rows, sheet_name=table.title, title=title)


def _csv(_request: HttpRequest, table: ListTable) -> bytes:
    return write_csv(table.headings, table.rows)


_WRITERS: dict[str, Callable[[HttpRequest, ListTable], bytes]] = {"xlsx": _xlsx, "csv": _csv}
