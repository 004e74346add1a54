"""Chinese first, English by the switch: a browser's own language does not decide."""

from django.conf import settings
from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import translation


class SwitchedLanguageMiddleware(LocaleMiddleware):
    def process_request(self, request: HttpRequest) -> None:
        asked = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        known = dict(settings.LANGUAGES)
        translation.activate(asked if asked in known else settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE
