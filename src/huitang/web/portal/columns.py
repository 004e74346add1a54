"""The columns of the public pages, by the kind of text that stands in them, and the address of each standing page."""

from django.utils.translation import gettext_lazy as _

from huitang.congress.publication.queries import ReleaseRow
from huitang.web.portal.places import Place

COLUMNS = {
    "ANNOUNCEMENT": _("公告"),
    "RESOLUTION": _("决议"),
    "NEWS": _("会议新闻"),
    "PROJECTS": _("民生实事项目"),
    "DEPUTIES": _("代表履职"),
    "SUGGESTIONS": _("建议办理"),
    "SUPERVISION": _("监督工作"),
    "MONEY": _("预决算"),
    "TARGETS": _("目标任务"),
    "PAGE": _("栏目页面"),
}


def address_of(place: Place, row: ReleaseRow) -> str:
    """Where the version in force of a standing page stands."""
    if row.kind == "PAGE":
        return place.url("page", row.facts.get("slug", "-"))
    return place.url(row.kind.lower(), *([row.year] if row.year else []))
