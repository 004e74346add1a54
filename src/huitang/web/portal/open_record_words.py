"""The words for each file of the open data, and on which shelf of the page it lies."""

from collections.abc import Sequence
from itertools import groupby

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from huitang.congress.publication.open_record.files import DataFile

# what the files say of themselves in Chinese, so that the English page can say it too
KNOWN = (
    _("人员、机构和表决"),
    _("代表、当选人员、机构、职务、表决和选举票数，按Popolo格式"),
    _("会议和文件"),
    _("会议、议程、决议、公告，按OParl 1.1格式；从这里可以走到每一项"),
    _("接口说明"),
    _("JSON文件的说明，供程序读取"),
    _("人大代表"),
    _("每位代表的代表团、选区、出席会议和参加活动的次数"),
    _("表决和选举结果"),
    _("每次举手表决、每轮无记名投票的票数；无记名投票只有票数"),
    _("民生实事项目"),
    _("每个项目的投资、进度、期限和评价"),
    _("代表建议办理"),
    _("经代表同意公开的建议和答复"),
    _("监督工作"),
    _("每项监督活动、提出的意见和答复"),
    _("预算和决算"),
    _("大会批准的预算、调整和决算的每个科目，单位是元"),
    _("主要指标"),
    _("政府工作报告提出的指标和完成情况"),
    _("重点任务"),
    _("政府工作报告提出的任务和完成情况"),
    _("会议日历"),
    _("历次会议的日期和时间，可以订阅到手机日历"),
    _("全部更新"),
    _("新发布的内容，在阅读器里订阅"),
    _("单个栏目"),
    _("只订阅一个栏目"),
)
Link = tuple[str, str, DataFile]  # label, address, file
Group = tuple[str, str, list[Link]]  # title, what it is about, its files
_SHELVES = {"text/csv": "tables", "application/json": "json"}


def shelves(listed: Sequence[DataFile], root: str) -> dict[str, list[Group]]:
    """Tables, feeds and the calendar, JSON: files of one title lie together."""
    found: dict[str, list[Group]] = {"tables": [], "feeds": [], "json": []}
    for title, several in groupby(listed, key=lambda one: one.title):
        together = list(several)
        links = [(gettext(one.form), f"{root}{one.path}", one) for one in together]
        shelf = _SHELVES.get(together[0].media_type.partition(";")[0], "feeds")
        found[shelf].append((gettext(title), gettext(together[0].about), links))
    return found
