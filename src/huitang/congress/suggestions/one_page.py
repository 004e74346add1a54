"""One suggestion with all that happened to it, its clocks, and what may be done next."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from huitang.congress.journal.models import JournalEntry
from huitang.congress.roster.queries import TermRow, term_row
from huitang.congress.roster.words import in_language
from huitang.congress.suggestions import courses, queries, refusals, terms, words
from huitang.congress.suggestions.models import Answer, Assignment, Suggestion
from huitang.congress.suggestions.queries import ClockRow, SuggestionRow, UnitRow
from huitang.congress.suggestions.terms import AnswerClass
from huitang.rules import joint_signature, statute
from huitang.rules.joint_signature import JointFinding
from huitang.rules.province import ProvincePack
from huitang.rules.suggestion_course import NOT_ADMITTED_NAMES, OUT_OF, WAITING, Act, State, acts_from

_TOGETHER = {"ASSIGN", "HAND_BACK", "REASSIGN", "MERGE"}


@dataclass(frozen=True)
class SignerRow:
    deputy_id: int
    name: str
    leads: bool
    withdrawn_on: date | None
    consents: bool


@dataclass(frozen=True)
class AssignmentRow:
    unit_id: int
    unit: str
    is_lead: bool
    assigned_on: date
    ended_on: date | None
    ending: str
    reason: str
    opinion: str
    opinion_on: date | None


@dataclass(frozen=True)
class VerdictRow:
    deputy_id: int
    name: str
    attitude: str
    result: str
    reason: str
    on: date | None


@dataclass(frozen=True)
class AnswerRow:
    number: int
    unit: str
    on: date
    mark: str
    meaning: str
    text: str
    signed_by: str
    promise: str
    promised_for: date | None
    kept_on: date | None
    proof: str
    verdicts: tuple[VerdictRow, ...]
    unheard: tuple[tuple[int, str], ...]  # who may still evaluate: id and name


@dataclass(frozen=True)
class ContactRow:
    on: date
    how: str
    note: str


@dataclass(frozen=True)
class OnePage:
    row: SuggestionRow
    term: TermRow
    session_id: int | None
    content: str
    plan: str
    was_motion: bool
    decision: str
    is_difficult: bool
    is_public: bool
    version: int
    signers: tuple[SignerRow, ...]
    assignments: tuple[AssignmentRow, ...]
    contacts: tuple[ContactRow, ...]
    answers: tuple[AnswerRow, ...]
    clocks: tuple[ClockRow, ...]
    merged: tuple[tuple[int, str, str], ...]
    into_id: int | None
    acts: tuple[str, ...]
    motion: JointFinding | None
    pack: ProvincePack
    history: tuple[tuple[datetime, str, str], ...]  # when, the journal's event, by whom

    @property
    def last_answer(self) -> AnswerRow | None:
        return self.answers[-1] if self.answers else None

    @property
    def may_publish(self) -> bool:
        live = [one for one in self.signers if one.withdrawn_on is None]
        return bool(live) and all(one.consents for one in live)


@dataclass(frozen=True)
class DeskChoices:
    """What the forms of one suggestion's page offer."""

    units: tuple[UnitRow, ...]
    classes: tuple[AnswerClass, ...]
    others: tuple[tuple[int, str], ...]
    grounds: tuple[tuple[str, str], ...]


def get_one(suggestion_id: int, *, town_id: int, on: date) -> OnePage:
    """:raises SuggestionIsUnknown: none of this town"""
    found = queries.loaded(Suggestion.objects.filter(pk=suggestion_id, town_id=town_id)).first()
    if found is None:
        raise refusals.SuggestionIsUnknown()
    town = terms.terms_of(town_id)
    signers = _signers(found)
    held = found.assignments.select_related("unit").order_by("pk")
    assisting = any(not one.is_lead and one.ended_on is None for one in held)
    clocks = courses.read(found, on=on, town=town, has_assisting=assisting)
    is_motion = found.kind == Suggestion.Kind.MOTION
    return OnePage(
        row=queries.row_of(found, on=on, town=town),
        term=term_row(found.term),
        session_id=found.session_id,
        content=found.content,
        plan=found.plan,
        was_motion=found.was_motion,
        decision=found.decision,
        is_difficult=found.is_difficult,
        is_public=found.is_public,
        version=found.version,
        signers=signers,
        assignments=tuple(_assignment(one) for one in held),
        contacts=tuple(ContactRow(one.on, words.contact_name(one.how), one.note) for one in found.contacts.all()),
        answers=_answers(found, signers),
        clocks=tuple(queries.clock_row(one) for one in clocks),
        merged=tuple(found.merged.values_list("pk", "number", "title")),
        into_id=found.merged_into_id,
        acts=_acts(found, is_motion=is_motion, signers=signers),
        motion=_motion(found, signers) if is_motion else None,
        pack=town.pack_on(found.assigned_on or on),
        history=_history(found),
    )


def _acts(found: Suggestion, *, is_motion: bool, signers: tuple[SignerRow, ...]) -> tuple[str, ...]:
    """Merged ones are assigned, handed back and given on with the one they were merged into."""
    state = State(found.state)
    acts = {act.value for act in acts_from(state, is_motion=is_motion)}
    if found.merged_into_id is not None:
        acts -= _TOGETHER
        acts |= {"UNMERGE"} if state in WAITING else set()
    if not found.live_assignments or all(one.is_lead for one in found.live_assignments):  # type: ignore[attr-defined]
        acts.discard(Act.GIVE_OPINION.value)
    if state in OUT_OF[Act.PUBLISH]:
        live = [one for one in signers if one.withdrawn_on is None]
        wrong = "PUBLISH" if found.is_public or not all(one.consents for one in live) else ""
        acts = (acts - {wrong}) | ({"UNPUBLISH"} if found.is_public else set())
        acts |= {"CONSENT"} if any(not one.consents for one in live) else set()
    return tuple(sorted(acts))


def _signers(found: Suggestion) -> tuple[SignerRow, ...]:
    rows = list(found.signatures.select_related("deputy").order_by("position"))
    lead = next((one.deputy_id for one in rows if one.withdrawn_on is None), None)
    return tuple(
        SignerRow(one.deputy_id, one.deputy.called, one.deputy_id == lead, one.withdrawn_on, one.consents)
        for one in rows
    )


def _assignment(one: Assignment) -> AssignmentRow:
    ending = {"HANDED_BACK": _("退回"), "REASSIGNED": _("改派")}.get(one.ending, "")
    told = (one.assigned_on, one.ended_on, ending, one.reason, one.opinion, one.opinion_on)
    return AssignmentRow(one.unit_id, one.unit.name, one.is_lead, *told)


def _answers(found: Suggestion, signers: tuple[SignerRow, ...]) -> tuple[AnswerRow, ...]:
    rows = found.answers.select_related("unit", "promise").prefetch_related("evaluations__deputy").order_by("number")
    return tuple(_answer(one, signers) for one in rows)


def _answer(one: Answer, signers: tuple[SignerRow, ...]) -> AnswerRow:
    promise = getattr(one, "promise", None)
    verdicts = tuple(
        VerdictRow(
            each.deputy_id,
            each.deputy.called,
            words.satisfaction_name(each.attitude),
            words.satisfaction_name(each.result),
            each.reason,
            each.on,
        )
        for each in one.evaluations.all()
    )
    heard = {each.deputy_id for each in verdicts}
    live = ((each.deputy_id, each.name) for each in signers if each.withdrawn_on is None)
    return AnswerRow(
        number=one.number,
        unit=one.unit.name,
        on=one.on,
        mark=one.mark,
        meaning=one.meaning,
        text=one.text,
        signed_by=one.signed_by,
        promise=promise.text if promise else "",
        promised_for=promise.due_on if promise else None,
        kept_on=promise.kept_on if promise else None,
        proof=promise.proof if promise else "",
        verdicts=verdicts,
        unheard=tuple(each for each in live if each[0] not in heard),
    )


def _motion(found: Suggestion, signers: tuple[SignerRow, ...]) -> JointFinding:
    live = sum(one.withdrawn_on is None for one in signers)
    is_complete = bool(found.title and found.content and found.plan)
    return joint_signature.check_motion(signers=live, form_complete=is_complete, law=statute.at(found.tabled_on))


def _history(found: Suggestion) -> tuple[tuple[datetime, str, str], ...]:
    """What the journal keeps of it, the latest first."""
    kept = JournalEntry.objects.filter(chain=found.town.code, subject=f"suggestion:{found.pk}")
    return tuple(kept.order_by("-sequence").values_list("at", "event", "actor"))


def get_choices(suggestion_id: int, *, town_id: int) -> DeskChoices:
    """What may be chosen: units in use, classes, what it could be merged into, grounds of refusal."""
    near = Suggestion.objects.filter(town_id=town_id, state__in=["ADMITTED", "HANDED_BACK"], merged_into=None)
    others = near.exclude(pk=suggestion_id).order_by("number").values_list("pk", "number", "title")
    return DeskChoices(
        units=tuple(unit for unit in queries.list_units(town_id) if unit.is_active),
        classes=terms.terms_of(town_id).classes,
        others=tuple((pk, f"{number} {title}") for pk, number, title in others),
        grounds=tuple((ground.value, in_language(name)) for ground, name in NOT_ADMITTED_NAMES.items()),
    )
