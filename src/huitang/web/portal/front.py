"""/ : the town, its latest session and its standing pages; with several towns, which of them have anything public."""

from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from huitang.congress.publication import front as first_page
from huitang.congress.publication import queries as published
from huitang.congress.publication.queries import ReleaseRow
from huitang.web.portal import answers, columns, described, pages, places, shapes
from huitang.web.portal.furniture import Around
from huitang.web.portal.places import Place


@require_safe
def show(request: HttpRequest, code: str = "") -> HttpResponseBase:
    place = places.find_place(code)
    if place is None:
        return _towns(request)
    found = first_page.get_front(town_code=place.town.code)
    standing = published.list_standing_in_force(place.town.id)
    around = Around(place, columns.column("FRONT", _("会议公开")), place.root)
    context = {
        "latest": found.latest,
        "earlier": found.earlier,
        "has_anything": bool(found.latest or standing),
        "linked": described.town(place),
        **_columns(place, standing),
    }
    stand = [*found.stand, *(row.sha256 for row in standing)]
    return pages.show(request, "portal/front/show.html", around, context, stand=stand)


def _towns(request: HttpRequest) -> HttpResponseBase:
    """Of several towns, or of none yet."""
    towns = published.list_public_towns()
    listed = [(town, Place(town, has_neighbours=True).url("front")) for town in towns]
    page = TemplateResponse(request, "portal/front/towns.html", {"towns": listed})
    return answers.revalidated(request, page, [f"{town.code}:{town.name}" for town in towns])


def _columns(place: Place, standing: tuple[ReleaseRow, ...]) -> dict[str, object]:
    """The standing pages as doors, the office's own pages by column, and the latest board of projects."""
    own: dict[str, list[tuple[ReleaseRow, str]]] = {}
    for row in standing:
        if row.kind == "PAGE":
            own.setdefault(row.facts["column"], []).append((row, columns.address_of(place, row)))
    board = next((row for row in standing if row.kind == "PROJECTS"), None)
    order = list(columns.COLUMNS)
    facts = sorted((row for row in standing if row.kind != "PAGE"), key=lambda row: order.index(row.kind))
    doors = [(row, columns.COLUMNS[row.kind], columns.address_of(place, row)) for row in facts]
    return {
        "doors": doors,
        "own": list(own.items()),
        "board": board,
        "board_url": columns.address_of(place, board) if board else "",
        "board_charts": shapes.charts_of(board.blocks)[:1] if board else [],
    }
