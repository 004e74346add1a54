"""/data/ : the page that lists every file, and the files: Popolo, OParl, tables, feeds, the calendar, the sitemap."""

import hashlib
from datetime import datetime
from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from huitang.congress.publication import queries as published
from huitang.congress.publication.open_record import files, linked, sitemap
from huitang.congress.publication.open_record.files import TownFiles
from huitang.web.portal import answers, columns, every_address, installation, open_record_words, pages, places
from huitang.web.portal.furniture import Around
from huitang.web.portal.places import Place

XML = "application/xml; charset=utf-8"
TEXT = "text/plain; charset=utf-8"
Answer = TypeVar("Answer", bound=HttpResponseBase)
_ERROR = "https://schema.oparl.org/1.1/Error"
_SIFTED_BY = ("created_since", "created_until", "modified_since", "modified_until")


@require_safe
def show(request: HttpRequest, code: str = "") -> HttpResponseBase:
    place = places.find_place(code)
    if place is None:
        return redirect("portal:front")
    town = files_of(place)
    context = {
        **open_record_words.shelves(town.listed, installation.addresses_of(place).town_root),
        "wording": installation.wording(),
        "changed_at": town.changed_at,
        "linked": _described(place, town),
    }
    around = Around(place, columns.column("DATA", gettext("公开数据")), place.url("data"))
    stand = [*(f"{one.path}:{one.size}" for one in town.listed), str(town.changed_at)]
    return pages.show(request, "portal/data/show.html", around, context, stand=stand)


@require_safe
def file(request: HttpRequest, path: str, code: str = "") -> HttpResponseBase:
    found = files_of(_place(code)).find(path)
    if found is None:
        raise Http404
    return _exactly(request, found.content, found.media_type)


@require_safe
def table(request: HttpRequest, name: str, code: str = "") -> HttpResponseBase:
    return file(request, f"data/{name}", code)


@require_safe
def feed(request: HttpRequest, code: str = "", kind: str = "") -> HttpResponseBase:
    """Of a town or one of its columns; without a town, of all of them."""
    if code or kind or places.find_place("") is not None:
        return file(request, f"atom/{kind}.xml" if kind else "atom.xml", code)
    towns = published.list_public_towns()
    if not towns:
        raise Http404
    written = files.write_feed(towns, installation.addresses_of_site(), installation.wording())
    return _exactly(request, written, files.ATOM)


@require_safe
def oparl(request: HttpRequest, path: str, code: str = "") -> HttpResponseBase:
    """An object, or a page of a list; of a list the four moments of OParl may leave only a part."""
    place = places.find_place(code)
    objects = files_of(place).oparl if place else {}
    asked = {name: request.GET[name] for name in _SIFTED_BY if name in request.GET}
    found = objects.get(path)
    if found is None:
        return _no_object(request, gettext("没有这一项。"), 404)
    if not asked or "data" not in found:
        return _exactly(request, files.written(found), files.JSON)
    try:
        sifted = _sifted(objects, path, {name: _moment(told) for name, told in asked.items()})
    except ValueError:
        return _no_object(request, gettext("时间要写成2025-01-01T00:00:00+08:00这样。"), 400)
    return _exactly(request, files.written(sifted), files.JSON)


@require_safe
def oparl_system(request: HttpRequest, path: str) -> HttpResponseBase:
    """The System of this installation and its bodies."""
    towns = tuple(map(files_of, every_address.list_places()))
    told = files.write_system(towns, installation.addresses_of_site(), installation.wording()) if towns else {}
    if path not in told:
        return _no_object(request, gettext("没有这一项。"), 404)
    return _exactly(request, files.written(told[path]), files.JSON)


@require_safe
def bodies(request: HttpRequest, page: str) -> HttpResponseBase:
    return oparl_system(request, f"bodies/{page}")


@require_safe
def site_map(request: HttpRequest) -> HttpResponseBase:
    site = installation.addresses_of_site().site
    pages = [one for place in every_address.list_places() for one in every_address.list_pages(place)]
    told = ((f"{site}{chinese}", f"{site}/en{chinese}", at) for chinese, at in dict(pages).items())
    return _exactly(request, sitemap.write_sitemap(told), XML)


@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:
    return _exactly(request, sitemap.write_robots(installation.addresses_of_site().site), TEXT)


def files_of(place: Place) -> TownFiles:
    return files.files_of(place.town, installation.addresses_of(place), installation.wording())


def _place(code: str) -> Place:
    place = places.find_place(code)
    if place is None:
        raise Http404
    return place


def _described(place: Place, town: TownFiles) -> list[dict[str, Any]]:
    addresses = installation.addresses_of(place)
    told = [(one.title, one.media_type.partition(";")[0], f"{addresses.town}{one.path}") for one in town.listed]
    trail = [("首页", addresses.town), ("公开数据", addresses.data(""))]
    licence = installation.wording().licence_address
    return linked.of_data(place.town.name, addresses, told, at=town.changed_at, licence=licence, trail=trail)


def _sifted(objects: Any, path: str, limits: dict[str, datetime]) -> dict[str, Any]:
    """One page of everything between the moments; what was withdrawn is told again, as deleted."""
    folder = path.partition("/")[0]
    names = sorted(name for name in objects if name.startswith(f"{folder}/") and "data" not in objects[name])
    found = [objects[name] for name in names if _is_within(objects[name], limits)]
    links = {**objects[path]["links"], "self": objects[path]["links"]["first"]}
    links = {name: links[name] for name in ("first", "self")}
    pagination = {"totalElements": len(found), "currentPage": 1, "totalPages": 1}
    return {"data": found, "pagination": pagination, "links": links}


def _is_within(found: dict[str, Any], limits: dict[str, datetime]) -> bool:
    for name, limit in limits.items():
        column, _line, side = name.partition("_")
        at = datetime.fromisoformat(found[column])
        if (at < limit) if side == "since" else (at > limit):
            return False
    return True


def _moment(told: str) -> datetime:
    """:raises ValueError: it is no moment, or one without a zone"""
    at = datetime.fromisoformat(told.replace(" ", "+"))
    if at.tzinfo is None:
        raise ValueError(told)
    return at


def _no_object(request: HttpRequest, message: str, status: int) -> HttpResponseBase:
    told = {"type": _ERROR, "message": message, "debug": request.path}
    return _open(HttpResponse(files.written(told), content_type=files.JSON, status=status))


def _exactly(request: HttpRequest, content: bytes, content_type: str) -> HttpResponseBase:
    answer = _open(HttpResponse(content, content_type=content_type))
    tag = hashlib.sha256(content).hexdigest()
    return _open(answers.revalidated(request, answer, [tag], is_for_anyone=True))


def _open(answer: Answer) -> Answer:
    """Any page of anybody may read it."""
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer
