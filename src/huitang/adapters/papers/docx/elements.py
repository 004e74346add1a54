"""Elements of WordprocessingML, their children put in the order the schema (ECMA-376, part 1, annex A) asks for.

Word refuses or repairs a file whose property elements stand in another order; here they cannot.
"""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

_EDGES = "top left start bottom right end insideH insideV tl2br tr2bl between bar"

SEQUENCES = {
    "w:pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "w:rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
        "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs "
        "em lang eastAsianLayout specVanish oMath"
    ),
    "w:tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    ),
    "w:tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
    ),
    "w:sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType "
        "cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
    ),
    "w:style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr "
        "rPr tblPr trPr tcPr tblStylePr"
    ),
    "w:pBdr": _EDGES,
    "w:tblBorders": _EDGES,
    "w:tcBorders": _EDGES,
    "w:tblCellMar": _EDGES,
    "w:tcMar": _EDGES,
}
_PLACES = {
    tag: {qn(f"w:{name}"): place for place, name in enumerate(names.split())} for tag, names in SEQUENCES.items()
}


def make(tag: str, *children: Element | None, **attributes: object) -> Element:
    """An element such as `make("w:jc", val="center")`; children that are None are left out.

    :raises KeyError: a child that the schema does not know in such a property element.
    """
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend([child for child in children if child is not None])
    arrange(element, tag)
    return element


def arrange(element: Element, tag: str) -> None:
    """Puts the children of a property element into the order of the schema."""
    if tag in _PLACES:
        places = _PLACES[tag]
        element[:] = sorted(element, key=lambda child: places[str(child.tag)])


def switch(tag: str, is_on: bool) -> Element:
    """A property that is on or off, said outright so that no style decides it."""
    return make(tag) if is_on else make(tag, val=0)
