"""Somebody who asks this installation for its public pages, without a server, without a login."""

import io
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import HttpResponse, StreamingHttpResponse
from django.http.request import validate_host
from django.http.response import HttpResponseBase

HEADERS = (  # what a web server must say as we do
    "Content-Security-Policy",
    "Permissions-Policy",
    "Cross-Origin-Resource-Policy",
    "Cross-Origin-Opener-Policy",
    "Referrer-Policy",
    "Strict-Transport-Security",
    "X-Content-Type-Options",
    "X-Frame-Options",
    "Cache-Control",
    "Access-Control-Allow-Origin",
)


@dataclass(frozen=True)
class Answer:
    """What came back; `etag` is empty where none was given."""

    status: int
    content: bytes
    content_type: str
    etag: str
    headers: dict[str, str]


class Visitor:
    """Asks through Django's own request handling, middleware and all."""

    def __init__(self) -> None:
        self.handler = WSGIHandler()
        site = urlsplit(settings.SITE_ADDRESS)
        self.host = _host(site.netloc)
        self.scheme = "https" if settings.SECURE_SSL_REDIRECT else site.scheme

    def ask(self, path: str, *, etag: str = "") -> Answer:
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path.encode().decode("latin-1"),  # as a server hands it over
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "443" if self.scheme == "https" else "80",
            "HTTP_HOST": self.host,
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": self.scheme,
            "wsgi.input": io.BytesIO(),
            **({"HTTP_IF_NONE_MATCH": etag} if etag else {}),
        }
        response = self.handler.get_response(WSGIRequest(environ))
        try:
            return _answer(response)
        finally:
            response.close()


def _answer(response: HttpResponseBase) -> Answer:
    told = response.headers
    return Answer(
        response.status_code,
        _content(response),
        told.get("Content-Type", "application/octet-stream"),
        told.get("ETag", ""),
        {name: told[name] for name in HEADERS if name in told},
    )


def _content(response: HttpResponseBase) -> bytes:
    if isinstance(response, StreamingHttpResponse):
        return b"".join(response)
    return response.content if isinstance(response, HttpResponse) else b""


def _host(public: str) -> str:
    """The public name if this installation answers to it, else one it answers to."""
    if validate_host(public.rpartition("@")[2].partition(":")[0], settings.ALLOWED_HOSTS):
        return public
    return next(host for host in [*settings.ALLOWED_HOSTS, "localhost"] if not host.startswith((".", "*")))


@contextmanager
def quietly() -> Iterator[None]:
    """What is withdrawn or not there is no news in the log while it is copied."""
    mine = threading.get_ident()
    logger = logging.getLogger("django.request")

    def is_news(record: logging.LogRecord) -> bool:
        return record.thread != mine or record.levelno >= logging.ERROR

    logger.addFilter(is_news)
    try:
        yield
    finally:
        logger.removeFilter(is_news)
