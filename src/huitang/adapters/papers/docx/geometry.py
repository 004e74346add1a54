"""The page in the units of Word: twips, twentieths of a point; 1440 an inch."""

from dataclasses import dataclass

A4_WIDTH, A4_HEIGHT = 11906, 16838


def twips(millimetres: float) -> int:
    """The nearest whole number of twips."""
    return round(millimetres * 7200 / 127)


@dataclass(frozen=True)
class Geometry:
    """One sheet: the margins (天头 top, 订口 left), the lines and characters of the 版心, the sizes of type."""

    top: int
    left: int
    right: int
    bottom: int
    pitch: int
    characters: int
    width: int = A4_WIDTH
    height: int = A4_HEIGHT
    body_size: int = 320
    title_size: int = 440
    small_size: int = 280
    table_size: int = 240

    @property
    def line(self) -> int:
        """The width of the 版心."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        return self.height - self.top - self.bottom

    @property
    def narrowing(self) -> int:
        """What Word adds to each character so that exactly `characters` fill the line, in 1/4096 of a point."""
        return (self.line * 4096) // (20 * self.characters) - self.body_size * 4096 // 20

    @property
    def tracking(self) -> int:
        """The same for readers that know no grid, and one twip less for their rounding: twips added to each character."""
        return self.line // self.characters - self.body_size - 1

    def spaces(self, hundredths: int) -> int:
        """The width of so many hundredths of a character of the body."""
        return hundredths * self.line // (100 * self.characters)


def turned(sheet: Geometry) -> Geometry:
    """The sheet on its side, bound and numbered as the upright ones: its head lies toward the binding edge."""
    line = sheet.height - sheet.top - sheet.bottom
    return Geometry(
        top=sheet.left,
        right=sheet.top,
        bottom=sheet.right,
        left=sheet.bottom,
        pitch=sheet.pitch,
        characters=line * sheet.characters // sheet.line,
        width=sheet.height,
        height=sheet.width,
    )


GBT9704 = Geometry(top=2098, left=1588, right=1474, bottom=1984, pitch=579, characters=28)
LOCAL = Geometry(top=1588, left=1531, right=1531, bottom=1588, pitch=660, characters=28)
SHEETS = {"gbt9704": GBT9704, "local": LOCAL}
