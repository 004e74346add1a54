"""After a deed the browser is led to a page it may load again."""

from django.http import HttpResponseRedirect
from django.shortcuts import resolve_url


class SeeOther(HttpResponseRedirect):
    status_code = 303


def see_other(to: str, *args: object) -> SeeOther:
    return SeeOther(resolve_url(to, *args))
