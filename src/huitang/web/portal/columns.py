"""The columns of the public pages, by the kind of text that stands in them, and the address of each standing page."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from huitang.congress.publication.queries import ReleaseRow
from huitang.congress.publication.site import STANDING_OF_A_YEAR, ColumnRow
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
OF_SESSIONS = ("ANNOUNCEMENT", "RESOLUTION", "NEWS")
_ABOUT = {
    "FRONT": gettext_noop("人民代表大会的会议、代表、监督和民生实事，依法向社会公开。"),
    "SESSION": gettext_noop("一次会议的公告、决议、新闻和结果。"),
    "DATA": gettext_noop("公开的全部内容，供程序读取。"),
    "SEARCH": gettext_noop("在公开的全部文稿里查找。"),
    "ANNOUNCEMENT": gettext_noop("人民代表大会和主席团的公告。"),
    "RESOLUTION": gettext_noop("人民代表大会会议通过的决议。"),
    "NEWS": gettext_noop("人民代表大会会议的新闻。"),
    "PROJECTS": gettext_noop("代表票决的民生实事项目和每个项目的进度。"),
    "DEPUTIES": gettext_noop("每位代表出席会议、参加活动和提建议的情况。"),
    "SUGGESTIONS": gettext_noop("代表建议的办理和答复。"),
    "SUPERVISION": gettext_noop("人大主席团组织的监督工作和结果。"),
    "MONEY": gettext_noop("预算、预算调整、执行和决算。"),
    "TARGETS": gettext_noop("政府工作报告的目标任务和完成情况。"),
    "PAGE": gettext_noop("机构简介、通知公告、适老专区等栏目。"),
}
# 栏目类别，《政府网站发展指引》附件所列
_TYPES = {
    "FRONT": "首页",
    "SESSION": "工作动态",
    "DATA": "数据发布",
    "SEARCH": "站内搜索",
    "ANNOUNCEMENT": "政策文件",
    "RESOLUTION": "政策文件",
    "NEWS": "工作动态",
    "PROJECTS": "数据发布",
    "DEPUTIES": "概况信息",
    "SUGGESTIONS": "工作动态",
    "SUPERVISION": "工作动态",
    "MONEY": "数据发布",
    "TARGETS": "数据发布",
    "PAGE": "概况信息",
}
_SEPARATOR = ","  # of keywords, as the tag wants it
OWN = "page"  # where all own pages are listed


@dataclass(frozen=True)
class Column:
    """A column as inspectors' tags tell it."""

    name: str
    about: str
    type: str

    @property
    def keywords(self) -> str:
        return _SEPARATOR.join((self.name, _now("人民代表大会"), _now("信息公开")))


@dataclass(frozen=True)
class Door:
    """One entry of the navigation."""

    name: str
    url: str
    is_own: bool = False


def column(kind: str, name: str = "") -> Column:
    """`name` where the column has one of its own: an own page's, or a session."""
    return Column(name or str(COLUMNS[kind]), _now(_ABOUT[kind]), _TYPES[kind])


def address_of(place: Place, row: ReleaseRow) -> str:
    """Where the version in force of a standing page stands."""
    if row.kind == "PAGE":
        return place.url("page", row.facts.get("slug", "-"))
    return place.url(row.kind.lower(), *([row.year] if row.year else []))


def page_of(place: Place, row: ReleaseRow) -> str:
    """Where a reader reads a text: a standing page has an address that outlives its versions."""
    return address_of(place, row) if row.is_standing else place.text_url(row.id)


def doors(place: Place, rows: Iterable[ColumnRow]) -> tuple[Door, ...]:
    """The navigation: the columns that have something, in our order, then the office's own."""
    found = tuple(rows)
    kinds = {row.kind: row for row in found if row.kind != "PAGE"}
    fixed = [Door(str(name), _door(place, kinds[kind])) for kind, name in COLUMNS.items() if kind in kinds]
    own: dict[str, list[ColumnRow]] = {}
    for row in found:
        if row.kind == "PAGE":
            own.setdefault(row.name, []).append(row)
    return (*fixed, *(Door(name, _own(place, pages), is_own=True) for name, pages in own.items()))


def listed_kinds(rows: Iterable[ReleaseRow]) -> tuple[str, ...]:
    """The columns that have a list of their own: those of sessions, and the office's own pages together."""
    found = {row.kind for row in rows}
    return tuple(kind.lower() for kind in (*OF_SESSIONS, "PAGE") if kind in found)


def _door(place: Place, row: ColumnRow) -> str:
    if row.kind in OF_SESSIONS:
        return place.url("column", row.kind.lower())
    return place.url(row.kind.lower(), *([row.year] if row.kind in STANDING_OF_A_YEAR else []))


def _own(place: Place, pages: list[ColumnRow]) -> str:
    return place.url("page", pages[0].slug) if len(pages) == 1 else place.url("column", OWN)
