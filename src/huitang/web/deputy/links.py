"""The seven pages of a deputy, always in sight."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from huitang.congress.suggestions import deputy_pages
from huitang.web.frame import who


@dataclass(frozen=True)
class RoomLink:
    url: str
    label: str
    is_here: bool


def room_links(request: HttpRequest) -> tuple[RoomLink, ...]:
    pages = (
        (reverse("deputy:now"), _("此刻")),
        (reverse("deputy:agenda"), _("议程")),
        (reverse("deputy:results"), _("结果")),
        (reverse("deputy:leave"), _("请假")),
        (reverse("deputy:suggestions"), _suggestions(request)),
        (reverse("deputy:projects"), _("项目")),
        (reverse("deputy:file"), _("档案")),
    )
    here = max((url for url, _label in pages if request.path.startswith(url)), key=len)
    return tuple(RoomLink(url, label, url == here) for url, label in pages)


def _suggestions(request: HttpRequest) -> str:
    """With how many notices are unread."""
    unread = deputy_pages.count_unread(who.actor_of(request))
    return _("建议（{n}）").format(n=unread) if unread else _("建议")
