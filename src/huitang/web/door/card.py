"""A deputy comes in with the QR printed on the card; nothing has to be typed."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from huitang.congress.accounts import queries as accounts
from huitang.web.frame import who


def enter(request: HttpRequest, token: str) -> HttpResponse:
    serial = accounts.serial_of_token(token)
    if serial is None:
        sentence = _("这张代表证的二维码已经失效。请到签到台换一张新的。")
        told = {"sentence": sentence, "back": "/", "heading": _("没有办成"), "is_home": True}
        return render(request, "frame/refused.html", told, status=403)
    if request.user.is_authenticated:
        logout(request)
    request.session.cycle_key()
    request.session[who.CARD] = serial
    return redirect("deputy:now")
