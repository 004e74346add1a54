"""Where the public board of livelihood projects comes from: the one place that asks the projects."""

from datetime import date

from huitang.congress.publication.standing.blocks import Facts


def find_board(town_id: int, *, year: int, on: date) -> Facts | None:
    """The public facts of a year's projects; None while no app keeps any."""
    return None


def list_years(town_id: int) -> tuple[int, ...]:
    """The years that have projects, the latest first."""
    return ()


def find_photo(sha256: str, *, town_id: int) -> tuple[bytes, str] | None:
    """A picture of a project, with its media type."""
    return None
