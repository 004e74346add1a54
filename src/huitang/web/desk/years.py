"""A year as it stands in an address."""

from django.http import HttpRequest

from huitang.web.frame import asked

EARLIEST, LATEST = 1979, 2200


def asked_year(request: HttpRequest) -> int | None:
    """The year the address asks for; None for none, or for what is no year of ours."""
    year = asked.number(request.GET.get("year") or request.POST.get("year"))
    return year if year is not None and EARLIEST <= year <= LATEST else None
