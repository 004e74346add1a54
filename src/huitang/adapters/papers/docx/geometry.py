"""The page in the units of Word: twips, twentieths of a point; 1440 an inch."""

from dataclasses import dataclass

from huitang.adapters.papers.profiles import PROFILES, Profile

A4_IN_TWIPS = (11906, 16838)


def twips(tenths: int) -> int:
    """So many tenths of a millimetre, rounded as Word rounds lengths: to tenths of a point."""
    return 2 * round(tenths * 360 / 127)


@dataclass(frozen=True)
class Geometry:
    """One sheet: its edges, the margins (天头 top, 订口 left), the lines and characters of the 版心, the sizes of type."""

    top: int
    left: int
    right: int
    bottom: int
    pitch: int
    characters: int
    title_pitch: int
    body_size: int
    title_size: int
    small_size: int
    number_drop: int
    mark_drop: int
    rule_drop: int
    width: int
    height: int

    @property
    def is_landscape(self) -> bool:
        """Whether the sheet lies on its side."""
        return self.width > self.height

    @property
    def line(self) -> int:
        """The width of the 版心."""
        return self.width - self.left - self.right

    @property
    def narrowing(self) -> int:
        """What the grid adds to each character so that `characters` fill the line, in 1/4096 of a point."""
        return min((self.line * 4096) // (20 * self.characters) - self.body_size * 4096 // 20, 0)

    @property
    def tracking(self) -> int:
        """The same for readers that know no grid, and one twip less for their rounding: twips added to each character."""
        return min(self.line // self.characters - self.body_size - 1, 0)

    def spaces(self, hundredths: int) -> int:
        """The width of so many hundredths of a character of the body."""
        return hundredths * (self.body_size * 20 + self.narrowing * 400 // 4096) // 2000


def sheet_of(key: str, *, is_landscape: bool = False) -> Geometry:
    """The sheet of a profile; on its side it is bound and numbered as the upright ones, its head toward the binding."""
    profile = PROFILES[key]
    margins = {side: twips(getattr(profile, side)) for side in ("top", "right", "bottom", "left")}
    width, height = A4_IN_TWIPS
    if not is_landscape:
        return _sheet(profile, margins, width, height, profile.characters)
    turned = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
    characters = profile.text_height * profile.characters // profile.text_width
    return _sheet(profile, {side: margins[was] for side, was in turned.items()}, height, width, characters)


def _sheet(profile: Profile, margins: dict[str, int], width: int, height: int, characters: int) -> Geometry:
    return Geometry(
        **margins,
        width=width,
        height=height,
        characters=characters,
        pitch=profile.pitch,
        title_pitch=profile.title_pitch,
        body_size=profile.body_size * 20,
        title_size=profile.title_size * 20,
        small_size=profile.small_size * 20,
        number_drop=twips(profile.number_drop),
        mark_drop=twips(profile.mark_drop),
        rule_drop=twips(profile.rule_drop),
    )
