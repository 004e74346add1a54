"""Which font file serves each face, and which characters it lacks.

Names are read from the files: the family of FandolFang-Regular.otf is "FandolFang R", and a wrong guess is
answered by Typst with another font and no word about it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from unicodedata import category

from fontTools.ttLib import TTCollection, TTFont, TTLibError

from huitang.adapters.papers.paper import Face
from huitang.adapters.papers.refusal import Fault, PaperIsRefused

_COLLECTIONS = {".ttc", ".otc"}
FONT_SUFFIXES = {".otf", ".ttf", *_COLLECTIONS}
# The names a font calls itself (family, full or PostScript name), best first. What an office has paid for comes first.
WANTED: Mapping[Face, tuple[str, ...]] = {
    Face.TITLE: ("方正小标宋简体", "方正小标宋_GBK", "FandolSong-Bold", "NotoSerifCJKsc-Bold", "NotoSerifSC-Bold"),
    Face.BODY: ("仿宋", "FangSong", "仿宋_GB2312", "方正仿宋_GBK", "方正仿宋简体", "STFangsong", "FandolFang-Regular"),
    Face.HEI: ("黑体", "SimHei", "方正黑体_GBK", "方正黑体简体", "STHeiti", "FandolHei-Regular", "NotoSansCJKsc-Bold"),
    Face.KAI: ("楷体", "KaiTi", "楷体_GB2312", "方正楷体_GBK", "方正楷体简体", "STKaiti", "FandolKai-Regular"),
    Face.SONG: ("宋体", "SimSun", "方正书宋_GBK", "STSong", "FandolSong-Regular", "NotoSerifCJKsc-Regular"),
}
# They draw only what the font of a face lacks: first the nearest in looks (of each row the first there is), then
# those that hold most characters. Only one weight of a family, or Typst would take the other.
NEAREST: Mapping[Face, tuple[str, ...]] = {
    Face.TITLE: ("NotoSerifCJKsc-Bold", "NotoSerifSC-Bold"),
    Face.BODY: ("LXGWWenKai-Light", "LXGWWenKai-Regular"),
    Face.HEI: ("NotoSansCJKsc-Bold", "NotoSansSC-Bold"),
    Face.KAI: ("LXGWWenKai-Light", "LXGWWenKai-Regular"),
    Face.SONG: ("NotoSerifCJKsc-Regular", "NotoSerifSC-Regular"),
}
FALLBACKS = (NEAREST[Face.BODY], NEAREST[Face.SONG], NEAREST[Face.HEI])
_NAMES = (1, 4, 6, 16)
_UNSEEN = {"Zs", "Zl", "Zp", "Cc", "Cf"}


@dataclass(frozen=True)
class FontFile:
    """One font in a file; `index` is its place in a collection, `family` and `postscript` what it calls itself."""

    path: Path
    index: int
    family: str
    postscript: str
    names: frozenset[str] = field(repr=False, compare=False)

    def covers(self, character: str) -> bool:
        """Whether the font holds a glyph for this character."""
        return ord(character) in characters_of(self.path, self.index)


@dataclass(frozen=True)
class FontSet:
    """For each face its fonts in order: the first draws, the others draw what it lacks."""

    title: tuple[FontFile, ...]
    body: tuple[FontFile, ...]
    hei: tuple[FontFile, ...]
    kai: tuple[FontFile, ...]
    song: tuple[FontFile, ...]

    def fonts_of(self, face: Face) -> tuple[FontFile, ...]:
        """The fonts of one face, first choice first."""
        fonts: tuple[FontFile, ...] = getattr(self, face.value)
        return fonts

    @property
    def all_fonts(self) -> tuple[FontFile, ...]:
        """Every font once, in the order of the faces."""
        return tuple(dict.fromkeys(font for face in Face for font in self.fonts_of(face)))


@dataclass(frozen=True)
class Uncovered:
    """A character the font of a face lacks, and the family that draws it instead (None: nobody can)."""

    character: str
    face: Face
    drawn_by: str | None


def find_fonts(folders: Iterable[Path]) -> FontSet:
    """The fonts for every face among the files below `folders`, earlier folders before later ones.

    Refused when a face has no font of its class: a 楷体 in place of 仿宋 would be a substitution.
    """
    return _find(tuple(folders))


@cache
def _find(searched: tuple[Path, ...]) -> FontSet:
    by_name: dict[str, FontFile] = {}
    for font in _fonts_below(searched):
        for name in font.names:
            by_name.setdefault(name, font)
    chosen = {face: _first(WANTED[face], by_name) for face in Face}
    missing = tuple(face for face, font in chosen.items() if font is None)
    if missing:
        raise PaperIsRefused(Fault.FONTS_MISSING, faces=missing, folders=searched)
    first = {face: font for face, font in chosen.items() if font}
    return FontSet(**{face.value: _in_order(face, first, by_name) for face in Face})


def _first(names: Iterable[str], by_name: Mapping[str, FontFile]) -> FontFile | None:
    return next((by_name[name] for name in names if name in by_name), None)


def _in_order(face: Face, first: Mapping[Face, FontFile], by_name: Mapping[str, FontFile]) -> tuple[FontFile, ...]:
    """Every face ends with all fonts there are, so that each draws whatever any can draw."""
    spare = [_first(names, by_name) for names in (NEAREST[face], *FALLBACKS)]
    return tuple(dict.fromkeys([first[face], *filter(None, spare), *first.values()]))


def preflight(texts: Iterable[str], fonts: FontSet) -> tuple[Uncovered, ...]:
    """What the fonts of the faces lack of these texts, character by character, and who draws it instead."""
    characters = {character for text in texts for character in text if category(character) not in _UNSEEN}
    return tuple(
        Uncovered(character, face, _drawn_by(character, fonts.fonts_of(face)))
        for character in sorted(characters)
        for face in Face
        if not fonts.fonts_of(face)[0].covers(character)
    )


def _drawn_by(character: str, fonts: tuple[FontFile, ...]) -> str | None:
    return next((font.family for font in fonts if font.covers(character)), None)


def undrawn(text: Iterable[str], fonts: FontSet) -> str:
    """The characters of a text that no font of the set holds."""
    every = fonts.all_fonts
    seen = sorted(character for character in set(text) if category(character) not in _UNSEEN)
    return "".join(character for character in seen if not any(font.covers(character) for font in every))


@cache
def characters_of(path: Path, index: int) -> frozenset[int]:
    """The code points a font has glyphs for; read once."""
    with TTFont(path, fontNumber=index, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())


def _fonts_below(folders: tuple[Path, ...]) -> Iterator[FontFile]:
    for folder in folders:
        files = [folder] if folder.is_file() else sorted(folder.rglob("*"))
        for path in files:
            if path.suffix.lower() in FONT_SUFFIXES:
                yield from fonts_in(path.resolve())


@cache
def fonts_in(path: Path) -> tuple[FontFile, ...]:
    """The fonts one file holds; none when it cannot be read as a font."""
    try:
        with path.open("rb") as file:
            if path.suffix.lower() in _COLLECTIONS:
                return tuple(_font(path, *numbered) for numbered in enumerate(TTCollection(file, lazy=True).fonts))
            return (_font(path, 0, TTFont(file, lazy=True)),)
    except (TTLibError, OSError, KeyError):  # KeyError: it does not say its name
        return ()


def _font(path: Path, index: int, font: TTFont) -> FontFile:
    table = font["name"]
    names = frozenset(record.toUnicode(errors="replace") for record in table.names if record.nameID in _NAMES)
    return FontFile(
        path=path,
        index=index,
        family=table.getDebugName(1) or "",
        postscript=table.getDebugName(6) or "",
        names=names,
    )
