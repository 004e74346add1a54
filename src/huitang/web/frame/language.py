"""Chinese first, English by the switch: a browser's own language does not decide.

The rooms remember the switch in a cookie. The public pages have it in their address, so that everybody who opens one
address, and every copy on plain files, gets the same page.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

_OF_ADDRESS = {"portal": settings.LANGUAGE_CODE, "portal-files": settings.LANGUAGE_CODE, "portal-en": "en"}


class SwitchedLanguageMiddleware(LocaleMiddleware):
    def process_request(self, request: HttpRequest) -> None:
        asked = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        known = dict(settings.LANGUAGES)
        _speak(request, asked if asked in known else settings.LANGUAGE_CODE)

    def process_view(self, request: HttpRequest, _view: Callable[..., HttpResponse], _args: Any, _named: Any) -> None:
        found = request.resolver_match
        if found is not None and (room := found.namespace.partition(":")[0]) in _OF_ADDRESS:
            _speak(request, _OF_ADDRESS[room])


def _speak(request: HttpRequest, language: str) -> None:
    translation.activate(language)
    request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE
