"""Why a paper is not made, or a wording not kept."""

from django.utils.translation import gettext_lazy as _

from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal


class PaperIsUnknown(NotFound):
    text = _("这次会议没有这份材料。请从“材料”页打开。")


class PaperIsNotReady(Refusal):
    text = _("“{name}”还不能出：{missing}")


class PaperCannotBeDrawn(Refusal):
    """`told` is the sentence of `paper_refusal`."""

    text = _("“{name}”：{told}")


class TemplateIsBroken(InputIsWrong):
    """`line` is the template's, counted from 1."""

    text = _("“{name}”的模板{place}写得不对：{told}请在“模板”页改好这一行，或者先用回自带的写法。")


class DayIsNoDay(InputIsWrong):
    text = _("“{name}”要写成 2025-03-31 这样，而且真有那一天。一项也没有写入，请改好再保存。")


class NumberIsNoNumber(InputIsWrong):
    text = _("“{name}”要填数字，现在是“{given}”。一项也没有写入，请改好再保存。")


class ChoiceIsUnknown(InputIsWrong):
    text = _("“{name}”没有“{given}”这一项可选。一项也没有写入，请刷新页面再填。")


class DetailIsUnknown(InputIsWrong):
    text = _("没有一份材料用到“{name}”。一项也没有写入，请刷新页面再填。")


class TemplateIsEmpty(InputIsWrong):
    text = _("模板是空的，没有保存。想用回自带的写法，请按“用回自带的写法”。")


class WordingIsUnchanged(InputIsWrong):
    text = _("和现在用的写法一字不差，没有另存一个版本。")


class ReasonIsMissing(InputIsWrong):
    text = _("请写明为什么改，几个字就行；以后翻版本时看得明白。没有保存。")


class NothingToReturnFrom(Refusal):
    text = _("“{name}”本来就用自带的写法，没有什么要退回的。")


class PaperIsKeptAlready(Refusal):
    text = _("“{name}”和存档的第 {version} 版一字不差，不用再存。")


class KeptPaperIsUnknown(NotFound):
    text = _("没有这份存档的材料。")


class SignerIsUnknown(NotFound):
    text = _("这件建议没有这位提出人。请从建议的页面打开答复函。")


class OpinionIsNotWritten(Refusal):
    text = _("“{topic}”还没有送出审议意见，出不了审议意见书。请先在这一页写好意见、送出去。")
