"""The one place where the clock is read. Below `web`, time is handed down."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

HEADER = "X-Rehearsal-Clock"


def now(request: HttpRequest) -> datetime:
    """The real moment; in a rehearsal, the moment the rehearsal says it is (every page then says so)."""
    told = request.headers.get(HEADER) if settings.REHEARSAL else None
    return datetime.fromisoformat(told) if told else timezone.now()
