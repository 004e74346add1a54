"""What happened when: in the time of the session, and how long the machine took."""

import time
from dataclasses import dataclass, field

from huitang.web.terminal.rehearsal.clock import RehearsalClock


@dataclass
class Timeline:
    clock: RehearsalClock
    began: float = field(default_factory=time.perf_counter)
    lines: list[str] = field(default_factory=list)
    tell: bool = True

    def note(self, who: str, what: str) -> None:
        spent = time.perf_counter() - self.began
        line = f"{self.clock.time:%m-%d %H:%M:%S}  +{spent:6.1f}s  {who:<10} {what}"
        self.lines.append(line)
        if self.tell:
            print(line, flush=True)

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self.began
