"""/tellers/ballots/<id>/tally/: the tally sheet as it is printed and signed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from huitang.congress.record.tally_sheet import get_tally_sheet
from huitang.web.frame import who
from huitang.web.tellers.ballots import LOOKERS

SCRUTINEER_LINES = 4  # lines left free when nobody is named yet


@require_GET
@who.only(*LOOKERS)
def show(request: HttpRequest, ballot_id: int) -> HttpResponse:
    sheet = get_tally_sheet(ballot_id, town_id=who.actor_of(request).town_id)
    request.session_row = sheet.session  # type: ignore[attr-defined]
    lines = sheet.scrutiny.others or ("",) * SCRUTINEER_LINES
    return render(request, "tellers/ballots/tally.html", {"sheet": sheet, "others": lines})
