"""The offices a township congress fills, and the two occasions for filling them."""

from enum import StrEnum


class Post(StrEnum):
    """Who is elected (Organic Law art. 12 items 6-7)."""

    CHAIR = "CHAIR"
    VICE_CHAIR = "VICE_CHAIR"
    HEAD = "HEAD"
    DEPUTY_HEAD = "DEPUTY_HEAD"

    @property
    def is_chief(self) -> bool:
        """Chair and head are chief posts: one seat, at most one extra candidate (art. 27(1))."""
        return self in (Post.CHAIR, Post.HEAD)

    @property
    def must_be_deputy(self) -> bool:
        """Chair and vice-chairs are elected from among the deputies (art. 18(1))."""
        return self in (Post.CHAIR, Post.VICE_CHAIR)


class Occasion(StrEnum):
    """Whether the post is filled for a full term or for the rest of one."""

    FULL_TERM = "FULL_TERM"
    BY_ELECTION = "BY_ELECTION"
