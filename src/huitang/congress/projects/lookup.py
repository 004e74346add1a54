"""Finding ideas and projects inside the actor's own town, moving them, and the checks every deed shares."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from huitang.congress.accounts.actor import Actor
from huitang.congress.journal.refusal import must_fit
from huitang.congress.projects import refusals, words
from huitang.congress.projects.models import Project, ProjectIdea
from huitang.congress.sittings.calendar import local_day

EARLIEST_YEAR, LATEST_YEAR = 1979, 2200
MOST_YUAN = 10**12
State = Project.State
OPEN = (State.ADOPTED, State.BUILDING)


def idea_of(actor: Actor, idea_id: int) -> ProjectIdea:
    """:raises IdeaIsUnknown: also for one of another town"""
    idea = ProjectIdea.objects.filter(pk=idea_id, town_id=actor.town_id).first()
    if idea is None:
        raise refusals.IdeaIsUnknown()
    return idea


def project_of(actor: Actor, project_id: int) -> Project:
    """:raises ProjectIsUnknown: also for one of another town"""
    project = Project.objects.filter(pk=project_id, town_id=actor.town_id).first()
    if project is None:
        raise refusals.ProjectIsUnknown()
    return project


def row_of(actor: Actor, rows: Any, row_id: int) -> Any:
    """A milestone, report, payment or photo with its project. :raises RowIsUnknown: also for another town's"""
    found = rows.objects.select_related("project").filter(pk=row_id, project__town_id=actor.town_id).first()
    if found is None:
        raise refusals.RowIsUnknown()
    return found


def move_idea(idea: ProjectIdea, *, while_in: Collection[str], deed: Any, **changes: Any) -> None:
    """Change it only where it still stands as it must. :raises IdeaIsNotThere: somebody was quicker"""
    if not ProjectIdea.objects.filter(pk=idea.pk, state__in=while_in).update(**changes):
        idea.refresh_from_db()
        state = words.idea_state_name(idea.state)
        raise refusals.IdeaIsNotThere(title=idea.title, state=state, deed=deed)


def move(project: Project, *, while_in: Collection[str], deed: Any, **changes: Any) -> None:
    """Change it only where it still stands as it must. :raises ProjectIsNotThere: somebody was quicker"""
    changes = changes or {"name": project.name}  # nothing changes: the update holds the row while it is asked
    if not Project.objects.filter(pk=project.pk, state__in=while_in).update(**changes):
        project.refresh_from_db()
        raise refusals.ProjectIsNotThere(name=project.name, state=words.state_name(project.state), deed=deed)


def refuse_year(year: int) -> None:
    """:raises YearIsWrong:"""
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise refusals.YearIsWrong(year=year)


def refuse_future(day: date, *, now: datetime) -> None:
    """:raises DayHasNotCome:"""
    if day > local_day(now):
        raise refusals.DayHasNotCome(day=day)


def refuse_earlier(day: date, *, than: date | None, what: Any) -> None:
    """:raises DayIsTooEarly:"""
    if than is not None and day < than:
        raise refusals.DayIsTooEarly(day=day, earliest=than, what=what)


def said(text: str, room: int) -> str:
    """Words that must be there. :raises WordsAreMissing: :raises TextIsTooLong:"""
    if not text.strip():
        raise refusals.WordsAreMissing()
    must_fit(text.strip(), room)
    return text.strip()


def fitted(model: Any, **texts: str) -> dict[str, str]:
    """Texts without the blanks around them, each short enough for its column. :raises TextIsTooLong:"""
    kept = {name: text.strip() for name, text in texts.items()}
    for name, text in kept.items():
        must_fit(text, model._meta.get_field(name).max_length)
    return kept
