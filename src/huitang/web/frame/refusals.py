"""Turns every refusal into one page or fragment: what is wrong, where, what to do."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from huitang.congress.journal.refusal import Refusal

Page = Callable[..., HttpResponse]
_HIGHEST_KEY = 2**63 - 1


class RefusalMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Page, args: tuple[Any, ...], named: dict[str, Any]
    ) -> HttpResponse | None:
        """NUL comes from no keyboard, and PostgreSQL keeps no text with it; a number too long names nothing."""
        if "\0" in request.path or any(isinstance(key, int) and key > _HIGHEST_KEY for key in named.values()):
            return not_found(request)
        told = (text for form in (request.GET, request.POST) for _name, texts in form.lists() for text in texts)
        if any("\0" in text for text in told):
            sentence = _("填的内容里有一个看不见的字符（多半是粘贴带进来的），没有写入。请删掉重新输入。")
            return refuse(request, sentence, status=422)
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, (DataError, OverflowError)):  # what no form has caught
            sentence = _("填的内容里有一项太长，或者有一个数太大，没有写入。请改短后再试。")
            return refuse(request, sentence, status=422)
        if not isinstance(exception, Refusal):
            return None
        return refuse(request, str(exception), status=exception.status)


def refuse(request: HttpRequest, sentence: str, *, status: int) -> HttpResponse:
    """A whole page, or for htmx a notice that is swapped in where the answer would have stood."""
    if request.headers.get("HX-Request"):
        return render(request, "frame/_notice.html", {"kind": "refusal", "text": sentence}, status=status)
    came_from = urlsplit(request.headers.get("Referer", ""))
    is_ours = came_from.scheme in ("http", "https") and came_from.netloc == request.get_host()
    back = came_from._replace(scheme="", netloc="").geturl() if is_ours else _home(request)
    heading = _("没有这一页") if status == 404 else _("没有办成")
    told = {"sentence": sentence, "back": back, "heading": heading, "is_home": not is_ours}
    return render(request, "frame/refused.html", told, status=status)


def _home(request: HttpRequest) -> str:
    return "/en/" if request.path.startswith("/en/") else "/"


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return refuse(request, _("这一页不对您开放。"), status=403)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return refuse(request, _("浏览器送来的内容读不懂，没有写入。请从首页重新进入，再做一次。"), status=400)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return refuse(request, _("没有这一页：地址写错了，或者它已经不在了。请从首页进入。"), status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    sentence = _("系统出错，刚才的操作没有写入。请重试；仍不行请记下时间告诉办公室。")
    return render(request, "500.html", {"text": sentence}, status=500)
