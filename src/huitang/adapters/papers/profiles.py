"""The sheet by profile: what the PDF writer and the Word writer both measure from.

Lengths are whole tenths of a millimetre, pitches whole twips (20 to a point), sizes whole points.
"""

from collections.abc import Mapping
from dataclasses import dataclass

A4_WIDTH, A4_HEIGHT = 2100, 2970


@dataclass(frozen=True)
class Profile:
    """One way to set a paper. `top` is 天头, `left` 订口; `tracking` in thousandths of a point for each character."""

    key: str
    top: int
    bottom: int
    left: int
    right: int
    pitch: int
    lines: int
    characters: int
    tracking: int
    body_size: int = 16  # 三号
    title_size: int = 22  # 二号
    small_size: int = 14  # 四号: page numbers, imprint
    title_pitch: int = 700
    number_drop: int = 70  # from the foot of the 版心 to the dashes of the page number
    mark_drop: int = 350  # from the head of the 版心 to the red mark
    rule_drop: int = 40  # from the document number to the red rule

    @property
    def text_width(self) -> int:
        """The width of the 版心 on an upright sheet."""
        return A4_WIDTH - self.left - self.right

    @property
    def text_height(self) -> int:
        """The height of the 版心 on an upright sheet."""
        return A4_HEIGHT - self.top - self.bottom


# GB/T 9704-2012 §5.2: 版心 156 mm × 225 mm, 22 lines of 28 characters. It gives no pitch and no tracking:
# 225 mm / 22 is 579 twips; 28 characters of 16 pt exceed 156 mm by 28 × 0.21 pt, and a little more is taken because
# the last character of each run keeps its full width. Justified lines then fill the 156 mm.
GBT9704 = Profile(
    "gbt9704", top=370, bottom=350, left=280, right=260, pitch=579, lines=22, characters=28, tracking=-250
)
# What many township offices use instead: narrower margins, lines 33 pt apart, characters not squeezed.
LOCAL = Profile("local", top=280, bottom=280, left=270, right=270, pitch=660, lines=20, characters=27, tracking=0)

PROFILES: Mapping[str, Profile] = {profile.key: profile for profile in (GBT9704, LOCAL)}


def mark_size(mark: str) -> int:
    """发文机关标志 in points: as large as goes on one line, below the size of the marks of higher organs."""
    return min(44, 430 // max(len(mark), 1))
