"""/visits/<id>.json : how often a text was opened. No cookie is set, no address and no browser is kept."""

import re

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from huitang.congress.publication import visits
from huitang.web.frame import clock

_ROBOTS = re.compile(r"bot|spider|crawl|slurp|headless|preview|curl|wget|python|http-?client|^$", re.IGNORECASE)


@csrf_exempt  # anybody may count themselves, nobody's rights are used
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, release_id: int) -> HttpResponseBase:
    """POST counts one more, unless a robot says that it is one; GET only tells."""
    is_visit = request.method == "POST" and not _ROBOTS.search(request.headers.get("User-Agent", ""))
    if is_visit:
        count = visits.count_visit(release_id, on=timezone.localdate(clock.now(request)))
    else:
        count = visits.get_visits(release_id)
    answer = JsonResponse({"visits": count})
    answer.headers["Cache-Control"] = "no-store"
    return answer
