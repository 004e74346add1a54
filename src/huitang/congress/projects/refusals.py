"""Why a deed on an idea or a project is not done."""

from django.utils.translation import gettext_lazy as _

from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal


class IdeaIsUnknown(NotFound):
    text = _("没有这条项目建议。请回到征集列表，重新打开。")


class ProjectIsUnknown(NotFound):
    text = _("没有这个项目。请回到民生项目，重新打开。")


class RowIsUnknown(NotFound):
    text = _("没有这一条，可能已经删去。请刷新项目页。")


class PhotoIsUnknown(NotFound):
    text = _("没有这张照片，可能已经删去。请刷新项目页。")


class YearIsWrong(InputIsWrong):
    text = _("年份“{year}”不对。请填四位数的年份。")


class NameIsMissing(InputIsWrong):
    text = _("请写出项目的名称。")


class WordsAreMissing(InputIsWrong):
    text = _("请写明原因。")


class ProposerIsUnknown(InputIsWrong):
    text = _("请选由谁提出：代表、村（社区）、群众或部门。")


class DayHasNotCome(InputIsWrong):
    text = _("还没有到 {day}。请在那一天以后登记。")


class DayIsTooEarly(InputIsWrong):
    text = _("{day} 早于 {earliest}（{what}）。请核对日期。")


class DueIsBeforeStart(InputIsWrong):
    text = _("完成时限 {due} 早于开工日期 {start}。请核对日期。")


class MoneyIsWrong(InputIsWrong):
    text = _("本年投资 {year} 万元多于总投资 {total} 万元。请核对金额。")


class MoneyIsTooMuch(InputIsWrong):
    text = _("金额太大，不像是一个镇的项目。请核对是不是把元写成了万元。")


class IdeaIsNotThere(Refusal):
    text = _("“{title}”现在是“{state}”，不能{deed}。请刷新页面，看看别人是不是已经办了。")


class IdeaHoldsOthers(Refusal):
    text = _("有 {number} 条建议已并入“{title}”。请先把它们退回，再办这一步。")


class IdeaCannotHold(InputIsWrong):
    text = _("不能并入“{title}”：只能并入同一年、还没有并入别处也没有退掉的另一条建议。")


class NoCandidates(Refusal):
    text = _("{year} 年还没有列为候选的项目。请先在征集列表里筛选。")


class NothingIsChosen(Refusal):
    text = _("本次会议还没有宣布票决结果，没有可以转入的项目。请在宣布结果以后再转入。")


class NameIsTaken(InputIsWrong):
    text = _("{year} 年已经有一个项目叫“{name}”。请核对是不是同一个项目。")


class ProjectIsNotThere(Refusal):
    text = _("“{name}”现在是“{state}”，不能{deed}。请刷新项目页，看看别人是不是已经办了。")


class ProjectIsAtWork(Refusal):
    text = _("“{name}”已有进度、付款、照片或者调整记录，或者是票决产生的，不能删去。确实不建的，请登记停建。")


class ShareIsWrong(InputIsWrong):
    text = _("计划进度请填 1 到 100 的整数。")


class SharesDoNotRise(InputIsWrong):
    text = _("“{title}”（{day}）的累计进度是 {share}%，与这个节点的先后对不上：后面的节点不能比前面的少。请核对。")


class PercentIsWrong(InputIsWrong):
    text = _("进度请填 0 到 100 的整数。")


class PaymentIsNothing(InputIsWrong):
    text = _("付款金额要大于零。")


class PaymentIsBeyond(InputIsWrong):
    text = _("付了这一笔，累计是 {paid} 万元，超过总投资 {total} 万元。确实要付的，请写明原因。")


class ConclusionIsUnknown(InputIsWrong):
    text = _("请选一种验收结论。")


class InspectorIsMissing(InputIsWrong):
    text = _("请写明由谁验收。")


class MendingIsMissing(InputIsWrong):
    text = _("请写明要整改什么。")


class NothingIsChanged(InputIsWrong):
    text = _("和现在的一样，没有调整。")


class CongressMustDecide(InputIsWrong):
    text = _(
        "{parts}的调整要由代表大会决定。请先在会议上表决通过，再在这里选上那项决定。这是本镇的设置，法律没有明文。"
    )


class DecisionDoesNotHold(InputIsWrong):
    text = _("选的不是本镇代表大会在项目票决以后通过的决议、决定，不能作为依据。请重新选。")


class DeputyIsNotInOffice(InputIsWrong):
    text = _("编号 {numbers} 的代表现在不在任。请重新选。")


class BandsAreWrong(InputIsWrong):
    text = _("颜色分档有问题：{problem}")


class NumberIsWrong(InputIsWrong):
    text = _("天数和百分比请填 0 到 365 的整数。")


class PhotoIsThere(Refusal):
    text = _("这张照片已经在这个项目里了。")


class TooManyPhotos(Refusal):
    text = _("一个项目最多存 {most} 张照片。请先删去不要的。")
