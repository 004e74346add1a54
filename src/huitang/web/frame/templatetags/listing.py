"""The headings of lists that sort."""

from typing import Any

from django import template
from django.template import Context

register = template.Library()
_OTHER = {"ascending": "descending", "descending": "ascending"}


@register.inclusion_tag("frame/_heading.html", takes_context=True)
def heading(context: Context, key: str, label: str, kind: str = "", first: str = "ascending") -> dict[str, Any]:
    """A heading that sorts by `key`, and when it is sorted by already, the other way round.

    The page tells its `order`: a key, `-` before it for the other way. `first` is which way the key alone sorts.
    """
    order = str(context["order"])
    is_here, is_back = order.removeprefix("-") == key, order.startswith("-")
    asked = context["request"].GET.copy()
    for gone in ("page", "format"):
        asked.pop(gone, None)
    asked["order"] = f"-{key}" if is_here and not is_back else key
    way = _OTHER[first] if is_back else first
    return {"label": label, "kind": kind, "query": asked.urlencode(), "way": way if is_here else ""}
