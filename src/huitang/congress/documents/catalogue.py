"""The papers of a session: what each is called, and what it is made for. Rows are those of the field's own pack."""

from dataclasses import dataclass
from enum import StrEnum

from huitang.rules.legal_text import Text


class Per(StrEnum):
    """How often a paper is made."""

    SESSION = "SESSION"
    SITTING = "SITTING"  # every sitting
    PLENARY = "PLENARY"  # every sitting of all deputies
    PRESIDIUM = "PRESIDIUM"  # every meeting of the presidium
    ELECTION = "ELECTION"
    BALLOT = "BALLOT"  # every round of papers
    RESOLUTION = "RESOLUTION"  # every adopted resolution
    RESULT = "RESULT"  # every declared election and project vote


class Stage(StrEnum):
    """When the office needs it; the page groups by this."""

    BEFORE = "BEFORE"
    MEETING = "MEETING"
    VOTING = "VOTING"
    AFTER = "AFTER"


@dataclass(frozen=True)
class PaperKind:
    """`key` names the template `papers/<key>.md`; `row` the paper's row in the pack's list of 26."""

    key: str
    row: int
    title: Text
    stage: Stage
    per: Per = Per.SESSION
    is_laid_out: bool = False  # drawn by layout (ballots, cards, plans), not from a template


PAPERS: tuple[PaperKind, ...] = (
    PaperKind("agenda", 3, Text("会议议程", "Agenda"), Stage.BEFORE),
    PaperKind("schedule", 4, Text("会议日程", "Schedule"), Stage.BEFORE),
    PaperKind("presidium_list", 5, Text("主席团和秘书长名单", "Presidium and secretary general"), Stage.BEFORE),
)
_BY_KEY = {kind.key: kind for kind in PAPERS}


def find_kind(key: str) -> PaperKind | None:
    return _BY_KEY.get(key)
