"""No deed reaches into another town: every command that takes an id refuses those of the neighbours.

The commands are found by themselves, so a new one is tried too. Each is called with the rows of Qinghe by somebody of
Xishan, who may do the same deeds at home; and, to be sure that it is the town he is refused for, once more by
Qinghe's own people, who must not be refused with the same words.
"""

import importlib
import inspect
import typing
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

import pytest
from django.apps import apps
from django.db import models, transaction

from huitang.congress.accounts import commands as accounts
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.accounts.models import Account, DeputyCard
from huitang.congress.agenda.models import AgendaItem
from huitang.congress.attendance import commands as attendance
from huitang.congress.attendance.models import Leave, NonVotingAttendee, SignIn
from huitang.congress.attendance.refusals import SittingIsNotOpenToVote
from huitang.congress.ballots.models import SecretBallot
from huitang.congress.elections import commands as elections
from huitang.congress.elections.models import Election, ElectionRound, Nomination
from huitang.congress.journal.refusal import NotAllowed, Refusal
from huitang.congress.project_votes.models import ProjectRound, ProjectVote
from huitang.congress.publication.page_commands import PageWords
from huitang.congress.ratings.models import RatingRound, SatisfactionRating
from huitang.congress.resolutions import commands as resolutions
from huitang.congress.resolutions.models import HandVote
from huitang.congress.roster import commands as roster
from huitang.congress.roster.models import Delegation, Deputy, MandateChange, RollImport, Town
from huitang.congress.runsheet.commands import Press
from huitang.congress.runsheet.layout import PostToFill
from huitang.congress.runsheet.models import RunSheetStep
from huitang.congress.sittings import commands as sittings
from huitang.congress.sittings.models import CongressSession, Sitting
from huitang.rules.mandate import EndCause
from tests.congress.ratings.rated_session import rated_session
from tests.stage import Play, election_session, spring_session

pytestmark = pytest.mark.django_db

MODULES = (
    "accounts.commands",
    "agenda.commands",
    "attendance.commands",
    "ballots.commands",
    "elections.commands",
    "elections.rounds",
    "project_votes.commands",
    "project_votes.import_commands",
    "ratings.commands",
    "resolutions.commands",
    "roster.commands",
    "roster.import_commands",
    "roster.mandate_commands",
    "runsheet.commands",
    "runsheet.items",
    "runsheet.layout",
    "runsheet.name_lists",
    "runsheet.posts",
    "runsheet.presidium",
    "runsheet.rating",
    "scrutiny.commands",
    "sittings.commands",
    "sittings.list_commands",
    "diary.commands",
    "documents.commands",
    "documents.keeping_commands",
    "money.approval_commands",
    "money.commands",
    "projects.building_commands",
    "projects.change_commands",
    "projects.commands",
    "projects.idea_commands",
    "projects.photo_commands",
    "publication.commands",
    "publication.page_commands",
    "seals.commands",
    "suggestions.answer_commands",
    "suggestions.commands",
    "suggestions.handling_commands",
    "suggestions.import_commands",
    "suggestions.office_commands",
    "supervision.commands",
    "supervision.photo_commands",
    "supervision.reply_commands",
    "targets.commands",
    "targets.import_commands",
    "targets.task_commands",
    "yearly.commands",
)
ROLES = (Role.OFFICE, Role.CHAIR, Role.TELLER)


def preparing() -> Play:
    """Nominations are open, something is rated, nothing has begun."""
    play = rated_session()
    election = Election.objects.get()
    elections.reopen_nominations(election_id=election.pk, reason="补充提名", actor=play.office, now=play.clock.tick())
    return play


def meeting() -> Play:
    """A sitting is open, and a vote by hands is next."""
    play = spring_session()
    play.conduct_until("HAND_VOTE")
    return play


def voting(play: Play, deed: str) -> Play:
    """A round on paper is open."""
    play.conduct_until(deed)
    play.press()
    return play


def closed() -> Play:
    """It is all over."""
    play = meeting()
    Sitting.objects.filter(session_id=play.session_id).update(stage="CLOSED")
    CongressSession.objects.filter(pk=play.session_id).update(state="CLOSED")
    return play


STAGES: dict[str, Callable[[], Play]] = {
    "preparing": preparing,
    "meeting": meeting,
    "closed": closed,
    "electing": lambda: voting(election_session(), "ELECTION"),
    "choosing": lambda: voting(spring_session(), "PROJECT_VOTE"),
    "rating": lambda: voting(rated_session(), "RATING"),
}
STAGE_OF = {
    "attendance.commands.sign_out_deputy": "meeting",
    "attendance.commands.take_back_sign_in": "meeting",
    "attendance.commands.unopen_sitting": "meeting",
    "elections.rounds.declare_result": "electing",
    "project_votes.commands.declare_result": "choosing",
    "ratings.commands.declare_result": "rating",
    "resolutions.commands.open_vote": "meeting",
    "runsheet.commands.step_back": "meeting",
    "sittings.commands.close_session": "meeting",
    "sittings.commands.close_sitting": "meeting",
    "sittings.commands.reopen_session": "closed",
    "sittings.commands.reopen_sitting": "closed",
}


def commands_of(module: str) -> list[str]:
    found = importlib.import_module(f"huitang.congress.{module}")
    functions = inspect.getmembers(found, inspect.isfunction)
    return [f"{module}.{name}" for name, function in functions if _is_deed(function, found.__name__) and name[0] != "_"]


def _is_deed(function: Callable[..., Any], module: str) -> bool:
    names = inspect.signature(function).parameters.keys()
    takes_id = any(name.endswith(("_id", "_ids")) for name in names)
    return inspect.unwrap(function).__module__ == module and takes_id and bool(names & {"actor", "press"})


# one says nothing of an unknown deputy (see below); one looks for the candidates of the actor's town before the vote
NOT_TOLD_APART = {"accounts.commands.revoke_card", "projects.idea_commands.hand_to_vote"}
DEEDS = [deed for module in MODULES for deed in commands_of(module) if deed not in NOT_TOLD_APART]


def test_the_deeds_are_found():
    assert len(DEEDS) > 180
    assert set(commands_of("accounts.commands")) >= {"accounts.commands.lock_account", "accounts.commands.revoke_card"}


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_refuses_what_is_of_another_town(deed):
    play = STAGES["electing" if deed.startswith("ballots.") else STAGE_OF.get(deed, "preparing")]()
    called_with = {**_filled(deed, play), **OVERRIDDEN.get(deed, lambda play: {})(play)}
    xishan = roster.found_town(code="xishan", name="西山镇", province="", now=play.clock.tick())
    stranger = _refused(deed, called_with, town_id=xishan, chain="xishan", now=play.clock.tick())
    assert isinstance(stranger, Refusal), stranger
    at_home = _refused(deed, called_with, town_id=play.town_id, chain="qinghe", now=play.clock.tick())
    assert type(at_home) is not type(stranger), "not refused for the town: give it better words in OVERRIDDEN"


def test_a_card_of_another_town_stays_valid():
    play = spring_session()
    who = {"actor": play.office, "now": play.clock.tick()}
    accounts.issue_cards(deputy_ids=[_last(Deputy)], serials=["QH-1"], **who)
    xishan = roster.found_town(code="xishan", name="西山镇", province="", now=play.clock.tick())
    stranger = Actor(xishan, "xishan", "办公室", Role.OFFICE, account_id=9)
    accounts.revoke_card(deputy_id=_last(Deputy), actor=stranger, now=play.clock.tick())
    assert DeputyCard.objects.get().revoked_at is None


def test_a_vote_is_opened_in_a_sitting_of_its_own_session_only():
    play = meeting()
    other = election_sitting(play)
    with pytest.raises(SittingIsNotOpenToVote):
        resolutions.open_vote(vote_id=_hand_vote(play), sitting_id=other, actor=play.chair, now=play.clock.tick())


def election_sitting(play: Play) -> int:
    """An open sitting of the next session of the same town."""
    who = {"actor": play.office, "now": play.clock.tick()}
    day = date(2025, 6, 10)
    asked = {"term_id": play.term_id, "number": 9, "playbook": "by_election", "place": "", "opens_on": day}
    session = sittings.create_session(closes_on=day, **asked, **who)
    starts_at = datetime.fromisoformat("2025-06-10T09:00:00+08:00")
    sitting = sittings.plan_sitting(
        session_id=session, kind="PLENARY", starts_at=starts_at, place="", presider="", **who
    )
    play.seat_everybody(sitting)
    attendance.open_sitting(sitting_id=sitting, actor=play.chair, now=play.clock.tick())
    return sitting


def _refused(deed: str, called_with: dict[str, Any], *, town_id: int, chain: str, now: datetime) -> Exception | None:
    """What the deed is refused with by the first role that may do it at all; what it wrote is taken back."""
    module, _, name = deed.rpartition(".")
    command = getattr(importlib.import_module(f"huitang.congress.{module}"), name)
    for role in ROLES:
        actor = Actor(town_id, chain, "某人", role, account_id=1)
        who = {"actor": actor, "now": now}
        if "press" in called_with:
            who = {"press": Press(phase=called_with["press"], **who)}
        try:
            with transaction.atomic():
                command(**{**called_with, **who})
                transaction.set_rollback(True)
        except NotAllowed:
            continue
        except Exception as error:
            return error
        return None
    raise AssertionError(f"nobody may do {deed}")


def _filled(deed: str, play: Play) -> dict[str, Any]:
    """Ids of Qinghe's rows, and for everything else whatever fits its type."""
    module, _, name = deed.rpartition(".")
    command = inspect.unwrap(getattr(importlib.import_module(f"huitang.congress.{module}"), name))
    kinds = typing.get_type_hints(command)
    asked = (key for key in inspect.signature(command).parameters if key not in ("actor", "now", "settled"))
    return {key: _row(key, deed, play) if key.endswith(("_id", "_ids")) else _of_kind(kinds[key]) for key in asked}


def _row(key: str, deed: str, play: Play) -> Any:
    app = deed.partition(".")[0]
    if made := MADE.get(app, {}).get(key):
        pk = _made(apps.get_model(made if "." in made else f"{app}.{made}"), play.town_id).pk
        return [pk] if key.endswith("s") else pk
    rows = {
        "account_id": Account.objects.get_or_create(town_id=play.town_id, name="ban", role=Role.TELLER)[0].pk,
        "attendee_id": NonVotingAttendee.objects.get_or_create(
            session_id=play.session_id, name="来宾", post="", standing="INVITED"
        )[0].pk,
        "ballot_id": _last(SecretBallot),
        "change_id": _last(MandateChange),
        "contact_id": None,
        "decision_id": None,
        "delegation_id": _last(Delegation),
        "deputy_id": _last(Deputy),
        "deputy_ids": [_last(Deputy)],
        "election_id": _last(Election),
        "from_session_id": play.session_id,
        "import_id": _last(RollImport),
        "item_id": _last(AgendaItem),
        "leave_id": _last(Leave),
        "nomination_id": _last(Nomination),
        "rating_id": _last(SatisfactionRating),
        "round_id": _last({"elections": ElectionRound, "project_votes": ProjectRound}.get(app, RatingRound)),
        "session_id": play.session_id,
        "sign_in_id": _last(SignIn),
        "sitting_id": _first_step(play).sitting_id,
        "step_id": _first_step(play).pk,
        "term_id": play.term_id,
        "vote_id": _hand_vote(play) if app == "resolutions" else _last(ProjectVote),
    }
    return rows[key]


# what the session leaves no row of: a row is made, of whatever fits its columns
MADE: dict[str, dict[str, str]] = {
    "diary": {"tick_id": "DutyDone"},
    "money": {"account_id": "YearAccount", "import_id": "MoneyImport"},
    "project_votes": {"import_id": "CandidateImport"},
    "projects": {
        "idea_id": "ProjectIdea",
        "into_id": "ProjectIdea",
        "milestone_id": "ProjectMilestone",
        "payment_id": "ProjectPayment",
        "photo_id": "ProjectPhoto",
        "project_id": "Project",
        "report_id": "ProjectReport",
    },
    "publication": {"page_id": "OwnPage", "release_id": "Release"},
    "seals": {"release_id": "publication.Release"},
    "suggestions": {
        "assisting_ids": "ResponsibleUnit",
        "import_id": "SuggestionImport",
        "into_id": "Suggestion",
        "lead_id": "ResponsibleUnit",
        "suggestion_id": "Suggestion",
        "unit_id": "ResponsibleUnit",
    },
    "supervision": {"activity_id": "Activity", "photo_id": "Photo"},
    "targets": {"import_id": "TargetImport", "target_id": "Target", "task_id": "YearTask"},
    "yearly": {"seat_id": "CountySeat"},
}


def _made(model: type[models.Model], town_id: int) -> models.Model:
    """The row there is, or a new one whose every column holds something that fits."""
    there = model._default_manager.order_by("-pk").first()
    return there or model._default_manager.create(
        **{column.name: _value(column, town_id) for column in model._meta.concrete_fields if _is_wanted(column)}
    )


def _is_wanted(column: models.Field) -> bool:
    return not (column.primary_key or column.null or column.has_default())


def _value(column: models.Field, town_id: int) -> Any:
    if isinstance(column, models.ForeignKey):
        model = column.related_model
        return model.objects.get(pk=town_id) if model is Town else _made(model, town_id)
    if column.choices:
        return column.choices[0][0]
    for kind, value in (
        (models.BinaryField, b""),
        (models.JSONField, {}),
        (models.DateTimeField, datetime.fromisoformat("2025-03-20T09:00:00+08:00")),
        (models.DateField, date(2025, 3, 20)),
        (models.BooleanField, False),
        (models.IntegerField, 1),
    ):
        if isinstance(column, kind):
            return value
    return "甲"


def _last(model: type[Any]) -> int:
    found = model.objects.order_by("-pk").values_list("pk", flat=True).first()
    return found or 0


def _first_step(play: Play) -> RunSheetStep:
    return RunSheetStep.objects.filter(session_id=play.session_id, state="PENDING").order_by("position")[0]


def _hand_vote(play: Play) -> int:
    current = _first_step(play).subject
    return int(current.partition(":")[2]) if current.startswith("hand_vote") else _last(HandVote)


def _of_kind(kind: Any) -> Any:
    if type(None) in typing.get_args(kind):
        return None
    for known, value in (
        (bool, True),
        (int, 1),
        (str, "理由"),
        (bytes, b""),
        (datetime, datetime.fromisoformat("2025-03-31T09:00:00+08:00")),
        (date, date(2025, 3, 31)),
    ):
        if kind is known:
            return value
    return () if typing.get_origin(kind) in (tuple, Sequence) else {}


def _asked_leave() -> int:
    Leave.objects.update(state="ASKED")
    return _last(Leave)


# where the deed would be refused at home too, for words that mean nothing
OVERRIDDEN: dict[str, Callable[[Play], dict[str, Any]]] = {
    "accounts.commands.issue_cards": lambda play: {"serials": ["QH-1"]},
    "accounts.commands.set_password": lambda play: {"password": "清河镇会议办公室2025"},
    "attendance.commands.decide_leave": lambda play: {"leave_id": _asked_leave()},
    "attendance.commands.take_leave_from_remarks": lambda play: {"remarks": [(_last(Deputy), "病假")]},
    "publication.page_commands.change_page": lambda play: {"words": PageWords(column="WORK", title="题", text="文")},
    "ratings.commands.keep_settings": lambda play: {"base": "ALL"},
    "roster.mandate_commands.end_mandate": lambda play: {"cause": EndCause.RESIGNED},
    "runsheet.commands.perform": lambda play: {"press": "READY"},
    "runsheet.layout.convene": lambda play: {"playbook": "by_election", "posts": [PostToFill("DEPUTY_HEAD", 1)]},
    "runsheet.rating.keep_settings": lambda play: {"base": "ALL"},
}
