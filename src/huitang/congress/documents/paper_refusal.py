"""The sentence for each way in which a paper could not be drawn."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from huitang.adapters.papers.paper import Face
from huitang.adapters.papers.refusal import Fault, PaperIsRefused
from huitang.congress.journal.refusal import Refusal

SENTENCES: Mapping[Fault, "str | Promise"] = {
    Fault.FONTS_MISSING: _(
        "这台电脑上没有{faces}的字体，文件没有生成。请把字体文件放进 {folder}，或用设置 HUITANG_FONTS 指明字体所在的文件夹，再试一次。"
    ),
    Fault.FONT_UNREADABLE: _("字体文件 {path} 读不了，文件没有生成。请换一个完好的字体文件，重新启动后再试。"),
    Fault.NO_GLYPH: _(
        "现有字体都印不出“{characters}”，文件没有生成。请核对这些字是不是用旧输入法打成了替代的编码，或在 HUITANG_FONTS 里加上有这些字的字体。"
    ),
    Fault.FONT_SUBSTITUTED: _("生成的文件里混进了别的字体：{found}，文件没有交出。请把这句话告诉维护人员。"),
    Fault.TEMPLATE_IS_WRONG: _("版式 {template} 有错，文件没有生成。请把这句话告诉维护人员：{told}"),
    Fault.BALLOT_TOO_FULL: _(
        "“{title}”有 {candidates} 名候选人，一张 {size} 纸印不下，票没有生成。请改用更大的纸，或减少空白的另选行。"
    ),
    Fault.CODE_TOO_LONG: _("“{text}”太长，做不成二维码。请缩短后再试。"),
    Fault.CARD_TOO_FULL: _("“{name}”的证件内容太多，一张证件印不下。请缩短单位或职务的写法。"),
    Fault.CERTIFICATE_TOO_FULL: _("“{name}”的证书内容太多，一页印不下。请缩短职务或会议的写法。"),
    Fault.SEATS_LACKING: _("会场有 {seats} 个座位，要坐 {people} 人，还差 {lacking} 个。请增加排数或每排的座位。"),
    Fault.SEATING_TOO_SMALL: _(
        "座次表有 {rows} 排、每排 {seats_per_row} 座，一张 {size} 纸印不清楚。请改用更大的纸，或分成几张。"
    ),
}
NAMES_OF_FACES: Mapping[Face, "str | Promise"] = {
    Face.TITLE: _("小标宋"),
    Face.BODY: _("仿宋"),
    Face.HEI: _("黑体"),
    Face.KAI: _("楷体"),
    Face.SONG: _("宋体"),
}
BETWEEN_WORDS = "、"


class PaperIsNotDrawn(Refusal):
    """The paper could not be drawn; nothing was handed out or kept."""

    def __init__(self, sentence: "str | Promise", /, **facts: Any) -> None:
        super().__init__(**facts)
        self.text = sentence


def refusal_of(refused: PaperIsRefused, *, folder: Path) -> PaperIsNotDrawn:
    """What to tell the person; `folder` is where fonts may be put."""
    facts = {key: _in_words(fact) for key, fact in refused.params.items() if key != "folders"}
    return PaperIsNotDrawn(SENTENCES[refused.code], **facts, folder=folder)


def _in_words(fact: object) -> str:
    if isinstance(fact, Face):
        return str(NAMES_OF_FACES[fact])
    if isinstance(fact, tuple):
        return BETWEEN_WORDS.join(map(_in_words, fact))
    return str(fact)
