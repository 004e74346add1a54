"""The time a rehearsal plays at."""

from datetime import datetime, timedelta


class RehearsalClock:
    """Moves only when told; every request carries it."""

    def __init__(self, start: datetime) -> None:
        self.time = start

    def tick(self, seconds: int = 1) -> None:
        self.time += timedelta(seconds=seconds)

    def not_before(self, moment: datetime) -> None:
        """Wait until a sitting is due."""
        self.time = max(self.time, moment)
