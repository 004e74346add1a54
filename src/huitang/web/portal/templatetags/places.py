"""`{% town_url "projects" 2025 %}`: an address of the town the page is about, whose `place` is in the context."""

from django import template
from django.template.context import Context

register = template.Library()


@register.simple_tag(takes_context=True)
def town_url(context: Context, name: str, *args: object) -> str:
    """The town's own address of a page."""
    return str(context["place"].url(name, *args))
