"""Nobody keeps the one process busy: so many requests a minute from one address that has not logged in."""

from collections.abc import Callable
from ipaddress import ip_address

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from huitang.web.frame.refusals import refuse

READING = RateLimitItemPerMinute(600, namespace="reading")
WRITING = RateLimitItemPerMinute(30, namespace="writing")  # whoever is not logged in can only try passwords
VISITS = "/visits/"  # a reader's page is counted: that is reading
_SAFE = ("GET", "HEAD", "OPTIONS")


class CrowdingMiddleware:
    """Counts in this process: with several processes each allows as much."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    def __call__(self, request: HttpRequest) -> HttpResponse:
        address = request.META.get("REMOTE_ADDR", "")
        if getattr(request, "actor", None) is not None or _is_this_machine(address):
            return self.get_response(request)
        is_reading = request.method in _SAFE or request.path.startswith(VISITS)
        allowed = READING if is_reading else WRITING
        if self.limiter.hit(allowed, address):
            return self.get_response(request)
        answer = refuse(request, _("这一分钟里从您的网络来的请求太多了。请过一分钟再试。"), status=429)
        answer.headers["Retry-After"] = "60"
        return answer


def _is_this_machine(address: str) -> bool:
    """The laptop itself, or a socket without an address."""
    return not address or ip_address(address).is_loopback
