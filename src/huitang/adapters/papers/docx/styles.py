"""The named styles of an official paper: what the office sees in Word's list, and changes there for the whole paper."""

from collections.abc import Iterable
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.docx.elements import make, switch
from huitang.adapters.papers.docx.faces import face_fonts
from huitang.adapters.papers.docx.geometry import Geometry
from huitang.adapters.papers.paper import Face

FACE_STYLES = {Face.BODY: "仿宋字", Face.HEI: "黑体字", Face.KAI: "楷体字", Face.SONG: "宋体字", Face.TITLE: "小标宋字"}
LEVELS = ("一级标题", "二级标题", "三级标题", "四级标题")
RED = "FF0000"
DENSE_SIZE = 240
PITCHES = {"table": 380, "dense": 330, "number": 320, "imprint": 440, "thin": 20}


@dataclass(frozen=True)
class ParagraphStyle:
    """`first` is the first line's indent in hundredths of a character; `pitch` names the height of its lines,
    all exact, so that the glyphs of another font never push them apart; `outline` 0 is the highest of Word's levels."""

    name: str
    face: Face = Face.BODY
    size: str = ""
    align: str = "left"
    first: int = 0
    pitch: str = "body"
    outline: int | None = None
    is_kept_with_next: bool = False
    colour: str = ""


STYLES = (
    ParagraphStyle("发文机关标志", Face.TITLE, align="center", colour=RED),
    ParagraphStyle("发文字号", align="center"),
    ParagraphStyle("公文标题", Face.TITLE, "title_size", "center", pitch="title", is_kept_with_next=True),
    ParagraphStyle("公文题注", Face.KAI, align="center", is_kept_with_next=True),
    ParagraphStyle("主送机关"),
    ParagraphStyle("一级标题", Face.HEI, first=200, outline=0, is_kept_with_next=True),
    ParagraphStyle("二级标题", Face.KAI, first=200, outline=1, is_kept_with_next=True),
    ParagraphStyle("三级标题", first=200, outline=2),
    ParagraphStyle("四级标题", first=200, outline=3),
    ParagraphStyle("公文正文", align="both", first=200),
    ParagraphStyle("顶格正文", align="both"),
    ParagraphStyle("附件说明", align="both"),
    ParagraphStyle("名单"),
    ParagraphStyle("落款", align="right"),
    ParagraphStyle("签名"),
    ParagraphStyle("表题", Face.HEI, align="center", is_kept_with_next=True),
    ParagraphStyle("表头", Face.HEI, "small_size", "center", pitch="table"),
    ParagraphStyle("表格", size="small_size", align="center", pitch="table"),
    ParagraphStyle("密表头", Face.HEI, "dense_size", "center", pitch="dense"),
    ParagraphStyle("密表格", size="dense_size", align="center", pitch="dense"),
    ParagraphStyle("版记", size="small_size", pitch="imprint"),
    ParagraphStyle("公文页码", Face.SONG, "small_size", "right", pitch="number"),
    ParagraphStyle("间隔", pitch="thin"),
)


def style_sheet(sheet: Geometry) -> Element:
    """w:styles: the defaults, Word's own Normal, and ours."""
    ours = (_paragraph_style(style, sheet) for style in STYLES)
    return make(
        "w:styles", _defaults(sheet), _latent(), _normal(sheet), _plain_font(), _plain_table(), *_characters(), *ours
    )


def half_points(twips: int) -> list[Element]:
    """The size of type, for Chinese and for all other scripts."""
    return [make("w:sz", val=twips // 10), make("w:szCs", val=twips // 10)]


def exact_lines(pitch: int, before: int = 0) -> Element:
    """Lines of one height whatever stands in them, as 22 to a page ask for."""
    return make("w:spacing", before=before, after=0, line=pitch, lineRule="exact")


def room_above(lines: int, sheet: Geometry) -> Element:
    """Empty lines above a paragraph; the height of its own lines stays that of its style."""
    return make("w:spacing", beforeLines=lines * 100, before=lines * sheet.pitch)


def _defaults(sheet: Geometry) -> Element:
    language = make("w:lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    characters = make("w:rPr", face_fonts(Face.BODY), *half_points(sheet.body_size), language)
    return make("w:docDefaults", make("w:rPrDefault", characters), make("w:pPrDefault"))


def _latent() -> Element:
    return make(
        "w:latentStyles", defLockedState=0, defUIPriority=99, defSemiHidden=1, defUnhideWhenUsed=1, defQFormat=0
    )


def _normal(sheet: Geometry) -> Element:
    paragraph = make(
        "w:pPr",
        switch("w:widowControl", False),
        switch("w:kinsoku", True),
        switch("w:overflowPunct", True),
        switch("w:autoSpaceDE", False),
        switch("w:autoSpaceDN", False),
        switch("w:snapToGrid", False),
        exact_lines(sheet.pitch),
    )
    # the same grid said twice: LibreOffice sets each character that is wider than its cell into two cells
    tracking = make("w:spacing", val=sheet.tracking)
    characters = make("w:rPr", switch("w:snapToGrid", False), tracking, *half_points(sheet.body_size))
    named = [make("w:name", val="Normal"), make("w:qFormat")]
    return make("w:style", *named, paragraph, characters, type="paragraph", default=1, styleId="Normal")


def _plain_font() -> Element:
    named = [make("w:name", val="Default Paragraph Font"), make("w:uiPriority", val=1), make("w:semiHidden")]
    return make("w:style", *named, type="character", default=1, styleId="DefaultParagraphFont")


def _plain_table() -> Element:
    margins = [make(f"w:{edge}", w=width, type="dxa") for edge, width in zip(_SIDES, (0, 80, 0, 80), strict=True)]
    properties = make("w:tblPr", make("w:tblInd", w=0, type="dxa"), make("w:tblCellMar", *margins))
    named = [make("w:name", val="Normal Table"), make("w:uiPriority", val=99), make("w:semiHidden")]
    return make("w:style", *named, properties, type="table", default=1, styleId="TableNormal")


_SIDES = ("top", "left", "bottom", "right")


def _characters() -> Iterable[Element]:
    for face, name in FACE_STYLES.items():
        properties = make("w:rPr", face_fonts(face))
        yield make(
            "w:style",
            make("w:name", val=name),
            make("w:qFormat"),
            properties,
            type="character",
            customStyle=1,
            styleId=name,
        )


def _paragraph_style(style: ParagraphStyle, sheet: Geometry) -> Element:
    named = [make("w:name", val=style.name), make("w:basedOn", val="Normal"), make("w:qFormat")]
    following = make("w:next", val="公文正文") if style.is_kept_with_next else None
    parts = [*named, following, _paragraph_properties(style, sheet), _run_properties(style, sheet)]
    return make("w:style", *parts, type="paragraph", customStyle=1, styleId=style.name)


def _paragraph_properties(style: ParagraphStyle, sheet: Geometry) -> Element:
    outline = None if style.outline is None else make("w:outlineLvl", val=style.outline)
    return make(
        "w:pPr",
        make("w:keepNext") if style.is_kept_with_next else None,
        _pitch(style, sheet),
        first_line(style.first, sheet) if style.first else None,
        make("w:jc", val=style.align),
        outline,
    )


def first_line(hundredths: int, sheet: Geometry) -> Element:
    """首行缩进 by characters; the twips beside them are for readers that do not count characters."""
    return make("w:ind", firstLineChars=hundredths, firstLine=sheet.spaces(hundredths))


def _pitch(style: ParagraphStyle, sheet: Geometry) -> Element | None:
    if style.pitch == "body":
        return None
    return exact_lines(sheet.title_pitch if style.pitch == "title" else PITCHES[style.pitch])


def _run_properties(style: ParagraphStyle, sheet: Geometry) -> Element:
    size = (
        [
            make("w:spacing", val=0),
            *half_points(DENSE_SIZE if style.size == "dense_size" else getattr(sheet, style.size)),
        ]
        if style.size
        else []
    )
    colour = make("w:color", val=style.colour) if style.colour else None
    return make("w:rPr", face_fonts(style.face), colour, *size)
