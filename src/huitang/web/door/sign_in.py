"""Staff come in with name and password; each is led to their own room."""

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from huitang.congress.accounts.deeds import Role
from huitang.web.frame import refusals, who

ROOM_OF = {Role.OFFICE: "/desk/", Role.CHAIR: "/chair/", Role.TELLER: "/tellers/", Role.DEPUTY: "/deputy/"}


def home(request: HttpRequest) -> HttpResponse:
    found = request.actor  # type: ignore[attr-defined]
    return HttpResponseRedirect(ROOM_OF[found.role] if found else "/door/sign-in/")


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    forward = request.POST.get("next") or request.GET.get("next") or ""
    context = {"next": forward, "name": request.POST.get("name") or request.GET.get("name") or "", "sentence": ""}
    if request.method == "GET":
        return render(request, "door/sign_in.html", context)
    account = authenticate(request, username=request.POST.get("name", ""), password=request.POST.get("password", ""))
    if account is None:
        context["sentence"] = _("登录名或密码不对。连续错五次会锁定一刻钟。")
        return render(request, "door/sign_in.html", context, status=422)
    login(request, account)
    request.session.pop(who.CARD, None)  # a deputy's card used in this browser before must not come back
    return redirect(forward if _is_ours(request, forward) else "door:home")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("door:sign_in")


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    return refusals.refuse(
        request, _("这个页面放得太久，已经过期。请返回、刷新后再做一次；刚才的内容没有写入。"), status=403
    )


def _is_ours(request: HttpRequest, address: str) -> bool:
    return url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
