"""The links of the desk: the same on every page of the room."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from huitang.congress.sittings.queries import SessionRow


@dataclass(frozen=True)
class RoomLink:
    name: str
    label: str
    url: str
    is_here: bool


def room_links(here: str, session: SessionRow | None) -> list[RoomLink]:
    """`here` names one of the links below, or nothing.

    Without a session the links that are about one session are left out.
    """
    desk = reverse("desk:home")
    links = [("home", _("首页"), desk), ("diary", _("期限"), f"{desk}diary/"), ("roll", _("代表名册"), f"{desk}roll/")]
    if session is None:
        links.append(("session", _("会议"), f"{desk}sessions/new/"))
    else:
        own = f"{desk}sessions/{session.id}/"
        links += [
            ("session", _("会议"), own),
            ("sign_in", _("签到"), f"{own}sign-in/"),
            ("votes", _("表决选举"), f"{own}elections/"),
            ("papers", _("材料"), f"{own}papers/"),
            ("releases", _("发布"), f"{own}releases/"),
        ]
    links += [
        ("supervision", _("监督履职"), f"{desk}supervision/"),
        ("projects", _("民生项目"), f"{desk}projects/"),
        ("money", _("财政"), f"{desk}money/"),
        ("targets", _("指标任务"), f"{desk}targets/"),
        ("suggestions", _("建议"), f"{desk}suggestions/"),
        ("public", _("公开"), f"{desk}public/"),
        ("rules", _("规则"), f"{desk}rules/"),
        ("accounts", _("账号"), f"{desk}accounts/"),
        ("journal", _("日志"), f"{desk}journal/"),
    ]
    return [RoomLink(name, label, url, name == here) for name, label, url in links]
