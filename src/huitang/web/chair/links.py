"""The pages of this room, and where at the desk something missing is mended."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from huitang.congress.runsheet.obstacles import Place


@dataclass(frozen=True)
class RoomLink:
    url: str
    label: str
    is_here: bool


@dataclass(frozen=True)
class Mending:
    url: str
    label: str


def room_links(request: HttpRequest, session_id: int | None) -> tuple[RoomLink, ...]:
    asked = f"?session={session_id}" if session_id and "session" in request.GET else ""
    pages = ((reverse("chair:now"), _("主持")), (reverse("chair:releases"), _("发布文稿")))
    here = "/chair/releases/" if request.path.startswith("/chair/releases/") else "/chair/"
    rooms = tuple(RoomLink(url + asked, label, url == here) for url, label in pages)
    # what is overdue goes before the presidium
    overdue = RoomLink(f"{reverse('desk:suggestions')}?due=overdue&order=due", _("建议督办"), False)
    escalated = RoomLink(f"{reverse('desk:diary_reminders')}?level=ESCALATE", _("报来督办"), False)
    return (*rooms, overdue, escalated)


def mend_at(place: Place, *, session_id: int, sitting_id: int) -> Mending:
    """The desk's page; the office opens it, the chair asks the office to."""
    return {
        Place.SIGN_IN: Mending(f"/desk/sittings/{sitting_id}/sign-in/", _("签到台")),
        Place.SCRUTINEERS: Mending(f"/desk/sessions/{session_id}/scrutineers/", _("监票人名单")),
        Place.ELECTIONS: Mending(f"/desk/sessions/{session_id}/elections/", _("选举办法和候选人")),
        Place.PROJECTS: Mending(f"/desk/sessions/{session_id}/projects/", _("候选项目和票决办法")),
        Place.RATING: Mending(f"/desk/sessions/{session_id}/rating/", _("测评内容")),
        Place.RUNSHEET: Mending(f"/desk/sessions/{session_id}/runsheet/", _("运行单")),
    }[place]
