"""What the writers of papers refuse by code, in words of the office."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from huitang.adapters.papers.paper import Face
from huitang.adapters.papers.refusal import Fault, PaperIsRefused
from huitang.congress.documents import refusals
from huitang.congress.journal.refusal import Refusal

FACES = {
    Face.TITLE: __("小标宋"),
    Face.BODY: __("仿宋"),
    Face.HEI: __("黑体"),
    Face.KAI: __("楷体"),
    Face.SONG: __("宋体"),
}
_TOLD = {
    Fault.TEMPLATE_IS_WRONG: __("排版程序读不懂它（{told}）。请把这句话告诉管理电脑的人。"),
    Fault.BALLOT_TOO_FULL: __("有 {candidates} 个候选项，一张 {size} 纸排不下。请改用大一号的纸，或者缩短名称、说明，减少另选栏。"),
    Fault.CODE_TOO_LONG: __("二维码内容太长，手机扫不出来。请缩短网址。"),
    Fault.CARD_TOO_FULL: __("“{name}”的证件排不下。请缩短职务或单位。"),
    Fault.CERTIFICATE_TOO_FULL: __("“{name}”的证书一页排不下。请缩短职务或会议名称。"),
    Fault.SEATS_LACKING: __("有 {people} 人，只有 {seats} 个座位，少 {lacking} 个。请在“填写”里增加座位排数或每排座位。"),
    Fault.SEATING_TOO_SMALL: __("每排 {seats_per_row} 座、{rows} 排，{size} 纸上字太小。请在“填写”里改座位排数或每排座位。"),
}  # fmt: skip


def as_refusal(refused: PaperIsRefused, name: str) -> Refusal:
    """`name` of the paper that was not made."""
    told = refused.params
    if refused.code is Fault.NO_GLYPH:
        return refusals.CharacterCannotBeDrawn(name=name, characters=told["characters"])
    if refused.code is Fault.FONTS_MISSING:
        return refusals.FontsAreMissing(faces=faces_listed(told["faces"]))
    if refused.code is Fault.FONT_SUBSTITUTED:
        return refusals.FontWasSubstituted(name=name, found=_("、").join(told["found"]))
    return refusals.PaperDoesNotFit(name=name, told=str(_TOLD[refused.code]).format(**told))


def faces_listed(faces: Iterable[Face]) -> str:
    return _("、").join(str(FACES[face]) for face in faces)
