"""The agenda in order."""

from dataclasses import dataclass

from huitang.congress.agenda.commands import ItemIsUnknown
from huitang.congress.agenda.models import AgendaItem
from huitang.congress.journal.one_look import once
from huitang.rules.legal_text import Text

VERBS = {
    AgendaItem.Verb.HEAR: Text("听取", "hear"),
    AgendaItem.Verb.HEAR_AND_DELIBERATE: Text("听取和审议", "hear and deliberate"),
    AgendaItem.Verb.DELIBERATE: Text("审议", "deliberate"),
    AgendaItem.Verb.EXAMINE_AND_APPROVE: Text("审查和批准", "examine and approve"),
    AgendaItem.Verb.ADOPT: Text("通过", "adopt"),
    AgendaItem.Verb.VOTE_PROJECTS: Text("票决", "vote on"),
    AgendaItem.Verb.ELECT: Text("选举", "elect"),
    AgendaItem.Verb.OTHER: Text("", ""),
}


@dataclass(frozen=True)
class ItemRow:
    id: int
    position: int
    verb: str
    verb_text: Text
    subject: str
    title: str
    reporter: str
    needs_vote: bool

    @property
    def line(self) -> str:
        """As it is printed: 审查和批准清河镇2024年财政预算执行情况…的报告."""
        return f"{self.verb_text.zh}{self.title}"


def find_session_of(item_id: int, *, town_id: int) -> int:
    """:raises ItemIsUnknown: also for an item of another town"""
    own = AgendaItem.objects.filter(pk=item_id, session__term__town_id=town_id)
    session_id = own.values_list("session_id", flat=True).first()
    if session_id is None:
        raise ItemIsUnknown()
    return session_id


def must_be_of(session_id: int, item_id: int | None) -> None:
    """What is prepared under an item is of the item's own session. :raises ItemIsUnknown:"""
    if item_id is not None and not AgendaItem.objects.filter(pk=item_id, session_id=session_id).exists():
        raise ItemIsUnknown()


@once
def list_items(session_id: int) -> tuple[ItemRow, ...]:
    items = AgendaItem.objects.filter(session_id=session_id).order_by("position")
    return tuple(
        ItemRow(
            i.pk,
            i.position,
            i.verb,
            VERBS[AgendaItem.Verb(i.verb)],
            i.subject,
            i.title,
            i.reporter,
            i.needs_vote,
        )
        for i in items
    )
