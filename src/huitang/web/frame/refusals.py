"""Turns every refusal into one page or fragment: what is wrong, where, what to do."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from huitang.congress.journal.refusal import Refusal


class RefusalMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refusal):
            return None
        return refuse(request, str(exception), status=exception.status)


def refuse(request: HttpRequest, sentence: str, *, status: int) -> HttpResponse:
    """A whole page, or for htmx a notice that is swapped in where the answer would have stood."""
    if request.headers.get("HX-Request"):
        return render(request, "frame/_notice.html", {"kind": "refusal", "text": sentence}, status=status)
    back = request.headers.get("Referer") or "/"
    return render(request, "frame/refused.html", {"sentence": sentence, "back": back}, status=status)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return refuse(request, _("这一页不对您开放。"), status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return refuse(request, _("没有这一页：地址写错了，或者它已经不在了。请从首页进入。"), status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    sentence = _("系统出错，刚才的操作没有写入。请重试；仍不行请记下时间告诉办公室。")
    return render(request, "500.html", {"text": sentence}, status=500)
