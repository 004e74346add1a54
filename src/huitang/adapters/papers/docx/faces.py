"""The typefaces by the names they bear on the machines of offices, and what stands in where one is missing."""

from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.paper import Face


@dataclass(frozen=True)
class MachineFont:
    """`stand_in` is the name Word tries when the first is not installed (w:altName)."""

    name: str
    stand_in: str
    family: str
    panose: str


FONTS = {
    Face.BODY: MachineFont("仿宋", "仿宋_GB2312", "modern", "02010609060101010101"),
    Face.KAI: MachineFont("楷体", "楷体_GB2312", "modern", "02010609060101010101"),
    Face.HEI: MachineFont("黑体", "SimHei", "modern", "02010609060101010101"),
    Face.SONG: MachineFont("宋体", "SimSun", "auto", "02010600030101010101"),
    Face.TITLE: MachineFont("方正小标宋简体", "华文中宋", "script", "03000509000000000000"),
}


def face_fonts(face: Face, *, is_hinted: bool = False) -> Element:
    """w:rFonts: one font for Chinese and for digits. The hint makes “ ” … — full-width characters, as they are meant."""
    name = FONTS[face].name
    hint = {"hint": "eastAsia"} if is_hinted else {}
    return make("w:rFonts", **hint, ascii=name, hAnsi=name, eastAsia=name, cs=name)


def font_table() -> Element:
    """w:fonts, the list by which Word finds a stand-in."""
    return make("w:fonts", *map(_entry, FONTS.values()))


def _entry(font: MachineFont) -> Element:
    return make(
        "w:font",
        make("w:altName", val=font.stand_in),
        make("w:panose1", val=font.panose),
        make("w:charset", val="86"),
        make("w:family", val=font.family),
        make("w:pitch", val="default"),
        name=font.name,
    )
