"""/404.html : what a copy on plain files shows where there is nothing."""

from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from huitang.web.portal import answers


@require_safe
def show(request: HttpRequest) -> HttpResponseBase:
    return answers.revalidated(request, TemplateResponse(request, "portal/missing.html", status=404), [])
