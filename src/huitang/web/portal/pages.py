"""Drawing a public page: what stands around it, and that an unchanged one is not sent twice."""

from collections.abc import Iterable, Mapping

from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse

from huitang.web.portal import answers
from huitang.web.portal.furniture import Around


def show(
    request: HttpRequest,
    template: str,
    around: Around,
    context: Mapping[str, object],
    *,
    stand: Iterable[str],
    status: int = 200,
) -> HttpResponseBase:
    """`stand` names all the page shows that its furniture does not."""
    told = {"place": around.place, "around": around, "site": around.site, "town_name": around.place.town.name}
    page = TemplateResponse(request, template, {**told, **context}, status=status)
    return answers.revalidated(request, page, [around.place.root, *stand, *around.stand])
