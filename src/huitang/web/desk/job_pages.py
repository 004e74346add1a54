"""What the pages of all jobs have in common: the polled fragment, and the file at the end."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from huitang.web.desk import jobs
from huitang.web.desk.jobs import Progress


def is_unmoved(request: HttpRequest, found: Progress) -> bool:
    """Nothing was made since the page that asks was drawn."""
    is_over = found.is_finished or found.is_lost or found.refused
    return request.GET.get("seen") == str(found.done) and not is_over


def download(found: Progress, token: str) -> HttpResponse:
    if not found.is_finished:
        raise Http404
    answer = HttpResponse(jobs.file_of(token).read_bytes(), content_type="application/zip")
    answer.headers["Content-Disposition"] = content_disposition_header(True, found.filename) or "attachment"
    return answer
