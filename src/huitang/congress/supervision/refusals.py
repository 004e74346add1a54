"""Why a deed of supervision is not done."""

from django.utils.translation import gettext_lazy as _

from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal


class ActivityIsUnknown(NotFound):
    text = _("没有这项监督活动。请回到监督计划，重新打开。")


class PhotoIsUnknown(NotFound):
    text = _("没有这张照片，可能已经删去。请刷新活动页。")


class KindIsUnknown(InputIsWrong):
    text = _("请从列表里选一种活动。")


class TopicIsMissing(InputIsWrong):
    text = _("请写出活动的题目。")


class MonthIsWrong(InputIsWrong):
    text = _("计划月份“{month}”不对。请填 1 到 12，不在计划里的留空。")


class YearIsWrong(InputIsWrong):
    text = _("年份“{year}”不对。请填四位数的年份。")


class DayIsNotOfYear(InputIsWrong):
    text = _("{day} 不在 {year} 年。请改日期，或者在那一年里另登记一项。")


class DayHasNotCome(InputIsWrong):
    text = _("还没有到 {day}。请在活动办完以后登记。")


class DeputyTookNoPart(InputIsWrong):
    text = _("编号 {numbers} 的代表 {day} 不在任。请从参加名单里去掉，或先核对名册。")


class NobodyTookPart(InputIsWrong):
    text = _("还没有选参加的代表。请至少选一名。")


class PeopleAreMiscounted(InputIsWrong):
    text = _("接待、走访的人数请填 0 到 {most} 的整数。")


class WordsAreMissing(InputIsWrong):
    text = _("内容还是空的。请写好再保存。")


class UnitIsMissing(InputIsWrong):
    text = _("没有写由哪个单位答复。请写出单位名称。")


class DueIsBeforeSending(InputIsWrong):
    text = _("答复期限 {due} 早于送达日期 {sent}。请改期限。")


class ReplyIsBeforeSending(InputIsWrong):
    text = _("答复日期 {replied} 早于审议意见送达的 {sent}。请核对日期。")


class DayIsBeforeActivity(InputIsWrong):
    text = _("{day} 早于活动举行的 {held}。请核对日期。")


class ActivityIsNotThere(Refusal):
    text = _("“{topic}”现在是“{state}”，不能{deed}。请刷新活动页，看看别人是不是已经办了。")


class PhotoIsThere(Refusal):
    text = _("这张照片已经在这项活动里了。")


class TooManyPhotos(Refusal):
    text = _("一项活动最多存 {most} 张照片。请先删去不要的。")
