"""Typst, kept warm: one compiler for each set of fonts, which sees no other font."""

import atexit
import json
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from huitang.adapters.papers.embedded import check_embedded
from huitang.adapters.papers.fonts import FontFile, FontSet, undrawn
from huitang.adapters.papers.paper import Face
from huitang.adapters.papers.refusal import Fault, PaperIsRefused

HERE = Path(__file__).parent
_DRAWN_AT = 0  # the same paper is the same bytes on any day


def compile_typst(template: str, values: dict[str, Any], *, fonts: FontSet) -> bytes:
    """The PDF of one of our templates ("paper.typ"), with no font in it that is not of this set.

    The template imports `given` from "given.typ": `values`, and as `faces` for each face the arguments of `text`.
    Words never become markup. The same values are the same bytes. Refused when no font holds a character.
    """
    press = _press_for(fonts)
    words = json.dumps({**values, "faces": press.faces}, ensure_ascii=False)
    lost = undrawn(words, fonts)
    if lost:
        raise PaperIsRefused(Fault.NO_GLYPH, characters=lost)
    pdf = press.draw(template, words)
    check_embedded(pdf, fonts)
    return pdf


@dataclass(frozen=True)
class _Press:
    """A Compiler is one thread's at a time."""

    compiler: typst.Compiler
    faces: dict[str, dict[str, Any]]
    turn: Lock

    def draw(self, template: str, words: str) -> bytes:
        try:
            with self.turn:
                pdf, warnings = self.compiler.compile_with_warnings(
                    input=HERE / template, format="pdf", sys_inputs={"values": words}, timestamp=_DRAWN_AT
                )
        except typst.TypstError as error:
            raise PaperIsRefused(Fault.TEMPLATE_IS_WRONG, template=template, told=error.diagnostic) from error
        if warnings or not isinstance(pdf, bytes):  # an unknown family is a warning, and then another font
            told = "; ".join(warning.message for warning in warnings)
            raise PaperIsRefused(Fault.TEMPLATE_IS_WRONG, template=template, told=told)
        return pdf


@cache
def _press_for(fonts: FontSet) -> _Press:
    folder = Path(tempfile.mkdtemp(prefix="huitang-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    places = {path: _place(path, folder, number) for number, path in enumerate({f.path: 0 for f in fonts.all_fonts})}
    known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    read = {(Path(info.path or "").resolve(), info.index): info for info in known.fonts()}
    seen = {font: _as_read(font, read.get((places[font.path].resolve(), font.index))) for font in fonts.all_fonts}
    compiler = typst.Compiler(root=HERE, font_paths=known, ignore_system_fonts=True)
    return _Press(compiler, {face.value: _arguments(fonts.fonts_of(face), seen) for face in Face}, Lock())


def _as_read(font: FontFile, info: typst.FontInfo | None) -> typst.FontInfo:
    if info is None:
        raise PaperIsRefused(Fault.FONT_UNREADABLE, path=font.path)
    return info


def _arguments(fonts: tuple[FontFile, ...], seen: dict[FontFile, typst.FontInfo]) -> dict[str, Any]:
    """Families as Typst itself read them; the weight tells two fonts of one family apart."""
    families = list(dict.fromkeys(seen[font].family for font in fonts))
    return {"font": families, "weight": seen[fonts[0]].weight, "fallback": False}


def _place(path: Path, folder: Path, number: int) -> Path:
    """The font in the folder Typst reads, which takes folders only; a copy where links are not allowed."""
    place = folder / f"{number}{path.suffix}"
    try:
        place.symlink_to(path)
    except OSError:
        shutil.copyfile(path, place)
    return place
