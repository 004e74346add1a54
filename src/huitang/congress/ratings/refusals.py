"""Why a deed of a rating is refused."""

from django.utils.translation import gettext_lazy as _

from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal


class RatingIsUnknown(NotFound):
    text = _("没有这项满意度测评。")


class ItemIsUnknown(NotFound):
    text = _("测评内容里没有这一项，可能另一位同事已经删去。")


class NameIsMissing(InputIsWrong):
    text = _("请写明测评什么，例如“镇人民政府专项工作”。")


class NameIsThere(InputIsWrong):
    text = _("“{name}”已经在测评内容里，不用再加。")


class TooManyItems(InputIsWrong):
    text = _("一张测评票最多印{most}项，现在有{found}项。请分开测评，或者删去几项。")


class BaseIsUnknown(InputIsWrong):
    text = _("请选定以全体代表还是以实到代表的过半数为准。")


class ThresholdIsWrong(InputIsWrong):
    text = _("满意率标准要在0.1%到100%之间；不设标准就空着。")


class ItemsAreFixed(Refusal):
    text = _("测评已经开始，测评内容和办法不能再改。")


class NothingIsRated(Refusal):
    text = _("还没有测评内容。请先在测评页面列出要测评的项目或工作。")


class RatingIsComplete(Refusal):
    text = _("各项都已测评，不用再投票。")


class NothingWasAdopted(Refusal):
    text = _("本次会议以前没有票决过民生实事项目，没有可加的项目。")
