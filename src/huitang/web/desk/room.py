"""The links of the desk: the same on every page of the room."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from huitang.congress.sittings.queries import SessionRow


@dataclass(frozen=True)
class RoomLink:
    """`group` is the row of links it stands in, by subject."""

    name: str
    label: str
    url: str
    is_here: bool
    group: str


def room_links(here: str, session: SessionRow | None) -> list[RoomLink]:
    """`here` names one of the links below, or nothing. First what goes on all year, then the town's own, then the session.

    Without a session the links that are about one session are left out.
    """
    year, town, of_session = _("全年"), _("本镇"), _("会议")
    desk = reverse("desk:home")
    rows = {year: _of_the_year(desk), town: _of_the_town(desk)}
    if session is None:
        rows[year].append(("session", _("会议"), f"{desk}sessions/new/"))
    else:
        rows[of_session] = _of_the_session(f"{desk}sessions/{session.id}/")
    return [RoomLink(name, label, url, name == here, row) for row, links in rows.items() for name, label, url in links]


def _of_the_year(desk: str) -> list[tuple[str, str, str]]:
    return [
        ("home", _("首页"), desk),
        ("diary", _("期限"), f"{desk}diary/"),
        ("roll", _("代表名册"), f"{desk}roll/"),
        ("supervision", _("监督履职"), f"{desk}supervision/"),
        ("projects", _("民生项目"), f"{desk}projects/"),
        ("money", _("财政"), f"{desk}money/"),
        ("targets", _("指标任务"), f"{desk}targets/"),
        ("suggestions", _("建议"), f"{desk}suggestions/"),
    ]


def _of_the_town(desk: str) -> list[tuple[str, str, str]]:
    return [
        ("public", _("公开"), f"{desk}public/"),
        ("rules", _("规则"), f"{desk}rules/"),
        ("accounts", _("账号"), f"{desk}accounts/"),
        ("journal", _("日志"), f"{desk}journal/"),
    ]


def _of_the_session(own: str) -> list[tuple[str, str, str]]:
    return [
        ("session", _("会议"), own),
        ("sign_in", _("签到"), f"{own}sign-in/"),
        ("votes", _("表决选举"), f"{own}elections/"),
        ("papers", _("材料"), f"{own}papers/"),
        ("releases", _("发布"), f"{own}releases/"),
    ]
