"""A box of text anywhere on the sheet, its words upright or turned: for page numbers on a sheet that lies on its side."""

from collections.abc import Iterable
from dataclasses import dataclass

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

EMU_IN_TWIP = 635


@dataclass(frozen=True)
class Place:
    """Left, top, width and height in twips, from the corner of the paper; `is_turned` reads from top to bottom."""

    left: int
    top: int
    width: int
    height: int
    is_turned: bool = False


def placed_box(name: str, place: Place, content: Iterable[Element]) -> Element:
    """A run that holds paragraphs in a box without border, before the text; `name` is what Word lists it as."""
    edges = (place.left, place.top, place.width, place.height)
    left, top, width, height = (edge * EMU_IN_TWIP for edge in edges)
    turn = "vert" if place.is_turned else "horz"
    box = parse_xml(_BOX.format(name=name, left=left, top=top, width=width, height=height, turn=turn))
    next(iter(box.iter(qn("w:txbxContent")))).extend(content)
    return box


# words flow around it: LibreOffice puts a box that they ignore into the corner of the first page
_BOX = """\
<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing
><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>
<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapSquare wrapText="bothSides"/>
<wp:docPr id="1" name="{name}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>
<wps:txbx><w:txbxContent/></wps:txbx>
<wps:bodyPr rot="0" vert="{turn}" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr>
</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"""
