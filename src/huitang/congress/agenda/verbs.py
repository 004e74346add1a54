"""What each verb of an agenda means for the congress: what has to happen for the item to be done."""

from dataclasses import dataclass

from huitang.congress.agenda.models import AgendaItem
from huitang.congress.agenda.queries import VERBS
from huitang.rules.legal_text import Text

_MEANINGS = {
    AgendaItem.Verb.HEAR: Text("只听报告，不审议，不表决。", "The report is heard; no deliberation, no vote."),
    AgendaItem.Verb.HEAR_AND_DELIBERATE: Text(
        "听报告并分团审议，可以表决作出决议；政府和主席团的工作报告用这个词。",
        "The report is heard and deliberated in delegations; a resolution may follow. For the work reports.",
    ),
    AgendaItem.Verb.DELIBERATE: Text(
        "印发书面报告，由各代表团审议，不一定表决。", "A written report is deliberated; a vote need not follow."
    ),
    AgendaItem.Verb.EXAMINE_AND_APPROVE: Text(
        "必须表决：预算、预算调整、决算不经大会批准不能执行。",
        "Must be voted on: budget, adjustment and final accounts have no force before the congress approves them.",
    ),
    AgendaItem.Verb.ADOPT: Text(
        "对办法、名单、决议的文本举手表决。", "The text of a method, a list or a resolution is voted on."
    ),
    AgendaItem.Verb.VOTE_PROJECTS: Text(
        "无记名投票，从候选民生实事项目里选出若干项。",
        "A secret vote chooses some of the candidate livelihood projects.",
    ),
    AgendaItem.Verb.ELECT: Text(
        "无记名投票，获全体代表过半数赞成的当选。",
        "A secret vote; more than half of all deputies must vote for the elected.",
    ),
    AgendaItem.Verb.OTHER: Text(
        "没有固定的法律含义，议程里只印名称。", "No fixed legal meaning; only the title is printed."
    ),
}


@dataclass(frozen=True)
class VerbRow:
    verb: str
    text: Text
    meaning: Text


def list_verbs() -> tuple[VerbRow, ...]:
    return tuple(VerbRow(verb, VERBS[verb], _MEANINGS[verb]) for verb in AgendaItem.Verb)
