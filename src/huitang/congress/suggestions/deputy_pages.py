"""What a deputy sees of their own suggestions: where each stands, the answer, what is new."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.suggestions import one_page, queries, refusals, words
from huitang.congress.suggestions.models import ProposerNotice, Signature, Suggestion
from huitang.congress.suggestions.one_page import AnswerRow
from huitang.congress.suggestions.queries import SuggestionRow
from huitang.rules.suggestion_course import Act, State

NOTICES_SHOWN = 30
_PLACE = {
    State.TABLED: 0,
    State.ADMITTED: 1,
    State.HANDED_BACK: 1,
    State.ASSIGNED: 2,
    State.REDO: 2,
    State.ANSWERED: 3,
    State.PROMISED: 4,
    State.CLOSED: 5,
}


@dataclass(frozen=True)
class PlainStep:
    """One step of the line: done, current or still to come."""

    name: str
    mark: str


@dataclass(frozen=True)
class OwnRow:
    row: SuggestionRow
    steps: tuple[PlainStep, ...]
    says: str
    is_mine_to_evaluate: bool


@dataclass(frozen=True)
class NoticeRow:
    id: int
    suggestion_id: int
    number: str
    title: str
    text: str
    at: datetime
    is_new: bool


@dataclass(frozen=True)
class DeputyPage:
    rows: tuple[OwnRow, ...]
    notices: tuple[NoticeRow, ...]
    unread: int

    @property
    def news(self) -> tuple[NoticeRow, ...]:
        """Of each suggestion the latest that is unread; where it stands says the rest."""
        latest: dict[int, NoticeRow] = {}
        for one in self.notices:
            if one.is_new:
                latest.setdefault(one.suggestion_id, one)
        return tuple(latest.values())

    @property
    def last_notice(self) -> int:
        return max((one.id for one in self.notices), default=0)


@dataclass(frozen=True)
class OwnPage:
    own: OwnRow
    content: str
    plan: str
    answers: tuple[AnswerRow, ...]
    contacts: tuple[one_page.ContactRow, ...]
    consents: bool
    is_public: bool
    leads: bool


def count_unread(actor: Actor) -> int:
    return ProposerNotice.objects.filter(deputy_id=actor.deputy_id or 0, read_at=None).count()


def get_deputy_page(actor: Actor, *, on: date) -> DeputyPage:
    """Everything the deputy has signed and not withdrawn from, the newest first, and what is new about it."""
    signed = Signature.objects.filter(deputy_id=actor.deputy_id or 0, withdrawn_on=None)
    ids = list(signed.values_list("suggestion_id", flat=True))
    waiting = _unheard(actor, ids)
    rows = queries.list_rows(actor.town_id, on=on, ids=ids)
    own = tuple(_own(row, may_evaluate=row.id in waiting) for row in sorted(rows, key=_newest_first))
    kept = ProposerNotice.objects.filter(deputy_id=actor.deputy_id or 0).select_related("suggestion")
    notices = tuple(_notice(one) for one in kept.order_by("-at", "-pk")[:NOTICES_SHOWN])
    return DeputyPage(own, notices, count_unread(actor))


def _newest_first(row: SuggestionRow) -> tuple[int, int, str]:
    """What waits for the deputy's verdict comes before all else."""
    return (row.state != State.ANSWERED, -row.tabled_on.toordinal(), row.number)


def _unheard(actor: Actor, ids: list[int]) -> set[int]:
    """Answered, and its last answer not yet evaluated by this deputy."""
    answered = Suggestion.objects.filter(pk__in=ids, state=State.ANSWERED).prefetch_related("answers__evaluations")
    waiting = set()
    for found in answered:
        last = max(found.answers.all(), key=lambda one: one.number)
        if all(each.deputy_id != actor.deputy_id for each in last.evaluations.all()):
            waiting.add(found.pk)
    return waiting


def get_own(suggestion_id: int, *, actor: Actor, on: date) -> OwnPage:
    """One of the deputy's own. :raises SuggestionIsUnknown: it is another's"""
    mine = Signature.objects.filter(
        suggestion_id=suggestion_id,
        suggestion__town_id=actor.town_id,
        deputy_id=actor.deputy_id or 0,
        withdrawn_on=None,
    ).first()
    if mine is None:
        raise refusals.SuggestionIsUnknown()
    page = one_page.get_one(suggestion_id, town_id=actor.town_id, on=on)
    last = page.last_answer
    unheard = last is not None and actor.deputy_id in [deputy for deputy, _name in last.unheard]
    return OwnPage(
        own=_own(page.row, may_evaluate=unheard and Act.EVALUATE.value in page.acts),
        content=page.content,
        plan=page.plan,
        answers=page.answers,
        contacts=page.contacts,
        consents=mine.consents,
        is_public=page.is_public,
        leads=any(one.leads and one.deputy_id == actor.deputy_id for one in page.signers),
    )


def _own(row: SuggestionRow, *, may_evaluate: bool) -> OwnRow:
    return OwnRow(row, _steps(row.state), _says(row, may_evaluate=may_evaluate), may_evaluate)


def _steps(state: str) -> tuple[PlainStep, ...]:
    """登记、审核、交办、答复、评价、办结; nothing for what ended early."""
    names = (_("登记"), _("审核"), _("办理"), _("答复"), _("评价"), _("办结"))
    place = _PLACE.get(State(state))
    if place is None:
        return ()
    # a state is what was reached: being handled is on the third step, answered waits on the fifth
    current = {0: 1, 1: 2, 2: 2, 3: 4, 4: 5}.get(place, len(names))
    marks = ("done" if at < current else "current" if at == current else "next" for at in range(len(names)))
    return tuple(PlainStep(name, mark) for name, mark in zip(names, marks, strict=True))


def _says(row: SuggestionRow, *, may_evaluate: bool) -> str:
    if row.state == State.ANSWERED and not may_evaluate:
        return _("已经答复，等领衔代表评价。")
    told = {
        State.TABLED: _("已经登记，等待审核。"),
        State.ADMITTED: _("审核通过，准备交给有关单位。"),
        State.ASSIGNED: _("{unit}正在办理。"),
        State.HANDED_BACK: _("承办单位退回，准备改交别的单位。"),
        State.ANSWERED: _("{unit}已经答复，等您评价。"),
        State.REDO: _("正在重新办理。"),
        State.PROMISED: _("单位承诺办理，正在跟踪。"),
        State.CLOSED: _("已经办结。"),
        State.ON_AGENDA: _("主席团已决定列入会议议程。"),
        State.REFUSED: _("没有立案。"),
        State.WITHDRAWN: _("已经撤回。"),
    }[State(row.state)]
    return told.format(unit=row.unit)


def _notice(one: ProposerNotice) -> NoticeRow:
    found = one.suggestion
    text = words.tell_notice(one.event, one.facts)
    return NoticeRow(one.pk, found.pk, found.number, found.title, text, one.at, one.read_at is None)
