"""Why a paper is not made, or a wording not kept."""

from django.utils.translation import gettext_lazy as _

from huitang.congress.journal.refusal import InputIsWrong, NotFound, Refusal


class PaperIsUnknown(NotFound):
    text = _("这次会议没有这份材料。请从“材料”页打开。")


class PaperIsNotReady(Refusal):
    text = _("“{name}”还不能出：{missing}")


class PaperDoesNotFit(Refusal):
    text = _("“{name}”没有生成：{told}")


class TemplateIsBroken(InputIsWrong):
    """`line` is the template's, counted from 1."""

    text = _("“{name}”的模板{place}写得不对：{told}请在“模板”页改好这一行，或者先用回自带的写法。")


class CharacterCannotBeDrawn(Refusal):
    text = _(
        "“{name}”里的“{characters}”这台电脑没有一种字体画得出，没有生成 PDF。请装上有这个字的字体，或者先用 Word。"
    )


class FontsAreMissing(Refusal):
    text = _(
        "这台电脑缺公文字体：{faces}，没有生成 PDF。Word 不受影响。请装上字体，或者在设置 HUITANG_FONTS 里写明字体的文件夹。"
    )


class FontWasSubstituted(Refusal):
    text = _("“{name}”的 PDF 里混进了别的字体：{found}，没有交出。请把这句话告诉管理电脑的人。")


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
