"""核对: the code of the address where a text is public, and beside it what to compare."""

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from huitang.adapters.papers.docx import paragraphs, styles
from huitang.adapters.papers.docx.elements import make
from huitang.adapters.papers.docx.geometry import Geometry, twips
from huitang.adapters.papers.docx.laid_out import code_picture
from huitang.adapters.papers.docx.package import Package
from huitang.adapters.papers.docx.tables import cell, margins, row, table
from huitang.adapters.papers.paper import Face, Stamp
from huitang.adapters.papers.spacing import STAMP_SIDE

_SIZE, _PITCH = 210, 300  # 五号, in twips, and the pitch of its lines


def stamp_table(stamp: Stamp, sheet: Geometry, package: Package) -> Element:
    """A table without rules, never split over two pages."""
    side, gap = twips(STAMP_SIDE), twips(20)
    code = code_picture(package, stamp.address, number=1, side=STAMP_SIDE)
    told = cell(sheet.line - side, *map(_line, stamp.lines), properties=[margins("w:tcMar", left=gap, right=0)])
    none = margins("w:tblCellMar", left=0, right=0)
    return table([side, sheet.line - side], [row([cell(side, code), told])], none)


def _line(words: str) -> Element:
    run = paragraphs.text(words, styles.FACE_STYLES[Face.SONG], make("w:spacing", val=0), *styles.half_points(_SIZE))
    return paragraphs.paragraph("表格", run, spacing=styles.exact_lines(_PITCH), jc=make("w:jc", val="left"))
