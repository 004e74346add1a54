"""/desk/sessions/<id>/cards/: issuing deputies' cards and printing them."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from huitang.adapters.qr.drawing import qr_svg
from huitang.congress.accounts import commands as accounts
from huitang.congress.accounts.deeds import Role
from huitang.congress.attendance import cards
from huitang.congress.attendance.cards import CardHolder, CardsPage
from huitang.congress.journal.refusal import InputIsWrong
from huitang.web.desk.entry import Seen, page
from huitang.web.frame import clock, who

_SERIAL_BYTES = 9  # 72 random bits, twelve letters
_LONG_NAME = 6


class IssueForm(Seen):
    """`which` is all, missing or chosen; without it, the ticked ones, or else those who have no card."""

    which = forms.ChoiceField(choices=[(word, word) for word in ("all", "missing", "chosen")], required=False)
    deputies = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, *args: object, found: CardsPage, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["deputies"].choices = [(row.deputy_id, row.name) for row in found.holders]  # type: ignore[attr-defined]

    def asked_for(self, found: CardsPage) -> list[int]:
        which = self.cleaned_data["which"] or ("chosen" if self.cleaned_data["deputies"] else "missing")
        if which == "chosen":
            return list(self.cleaned_data["deputies"])
        return [row.deputy_id for row in (found.holders if which == "all" else found.without_card)]


@dataclass(frozen=True)
class PrintedCard:
    holder: CardHolder
    address: str
    code: SafeString
    is_long: bool


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    return _show(request, _find(request, session_id))


@require_POST
@who.only(Role.OFFICE)
def issue(request: HttpRequest, session_id: int) -> HttpResponse:
    found = _find(request, session_id)
    form = IssueForm(request.POST, found=found)
    if not form.is_valid():
        return _show(request, found, error=_("勾选的人里有不在本届名册上的，一张证也没有发。请重新勾选。"))
    asked = form.asked_for(found)
    try:
        accounts.issue_cards(
            deputy_ids=asked,
            serials=[secrets.token_hex(_SERIAL_BYTES)[:16] for _deputy in asked],
            actor=who.actor_of(request),
            now=clock.now(request),
            seen=form.cleaned_data["seen"],
        )
    except InputIsWrong as wrong:
        return _show(request, found, error=str(wrong))
    had_one = {row.deputy_id for row in found.with_card} & set(asked)
    sentence = (
        _("已发 {number} 张代表证；这些代表原来的证从现在起打不开了。请打印新证。")
        if had_one
        else _("已发 {number} 张代表证。请打印出来，发给代表。")
    )
    messages.success(request, sentence.format(number=len(asked)))
    return redirect("desk:cards", session_id)


@require_GET
@who.only(Role.OFFICE)
def print_sheet(request: HttpRequest, session_id: int) -> HttpResponse:
    found = _find(request, session_id)
    holders = _last_batch(found) if request.GET.get("batch") == "last" else found.with_card
    host = _chosen_host(request)
    context = {
        "cards": [_printed(request, holder, host) for holder in holders],
        "host": host,
        "is_local": _is_local(host),
        "hosts": [other for other in _hosts(request) if other != host],
        "batch": request.GET.get("batch", ""),
    }
    return page(request, "desk/cards/print.html", context, here="session", session=found.session)


def address_before_token(request: HttpRequest) -> str:
    """What a card's QR says before the token; phones find the page by it."""
    host = _chosen_host(request)
    return f"{request.scheme}://{host}{reverse('door:card', args=['-']).removesuffix('-/')}"


def _find(request: HttpRequest, session_id: int) -> CardsPage:
    actor = who.actor_of(request)
    return cards.get_cards(session_id, town_id=actor.town_id, chain=actor.chain)


def _show(request: HttpRequest, found: CardsPage, *, error: str = "") -> HttpResponse:
    context = {"cards": found, "error": error, "last_batch": _last_batch(found)}
    status = 422 if error else 200
    return page(request, "desk/cards/show.html", context, here="session", session=found.session, status=status)


def _last_batch(found: CardsPage) -> tuple[CardHolder, ...]:
    """Those who got their card the last time any were issued."""
    moments: list[datetime] = [row.issued_at for row in found.with_card if row.issued_at]
    return tuple(row for row in found.with_card if moments and row.issued_at == max(moments))


def _printed(request: HttpRequest, holder: CardHolder, host: str) -> PrintedCard:
    address = f"{request.scheme}://{host}{reverse('door:card', args=[holder.token])}"
    # drawn by us from a serial and a signature; nothing a user typed is in it
    code = mark_safe(qr_svg(address, title=_("登录二维码")))  # noqa: S308
    return PrintedCard(holder, address, code, len(holder.name) >= _LONG_NAME)


def _chosen_host(request: HttpRequest) -> str:
    """The host asked for, when it is one we answer to; else one that phones can reach; else the one in use."""
    asked, own = request.GET.get("host", ""), request.get_host()
    known = _hosts(request)
    if asked in known:
        return asked
    reachable = [host for host in known if not _is_local(host)]
    return reachable[0] if _is_local(own) and reachable else own


def _hosts(request: HttpRequest) -> list[str]:
    port = request.get_port()
    tail = "" if port in ("80", "443") else f":{port}"
    own = request.get_host()
    addresses = [f"{host}{tail}" for host in settings.ALLOWED_HOSTS if _is_address(host)]
    return list(dict.fromkeys([own, *addresses]))


def _is_address(host: str) -> bool:
    try:
        return not ip_address(host).is_loopback
    except ValueError:
        return False


def _is_local(host: str) -> bool:
    return host.partition(":")[0] in ("localhost", "127.0.0.1", "[", "testserver")
