"""Why a deed of the diary is not done."""

from django.utils.translation import gettext_lazy as _

from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal


class EscalateDaysAreWrong(InputIsWrong):
    text = _("天数“{days}”不对。请填 1 到 {longest} 的整数。")


class DutyIsNotDue(Refusal):
    text = _("这件事已经不在待办里：可能刚刚有人办完，或者期限变了。请刷新后再看。")


class DutyIsRecordedElsewhere(Refusal):
    text = _("“{what}”要在它自己的页面登记，不能在这里勾掉。请点题目进去登记。")


class DoneOnIsWrong(InputIsWrong):
    text = _("办完的日期 {day} 还没有到。请填今天或者以前的日期。")


class NothingWasTickedOff(NotFound):
    text = _("没有这条登记，可能已经撤回。请刷新后再看。")


class NobodyOwns(Refusal):
    text = _("日历订阅地址属于一个登录账号。请登录后再建立。")


class FeedIsUnknown(NotFound):
    text = _("没有这个日历地址：可能已经换了新的。请到“期限”页重新复制。")
