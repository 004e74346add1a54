"""The three usual sessions as data: agenda, schedule and run sheet, in the verbs that carry legal meaning."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from huitang.congress.agenda.models import AgendaItem
from huitang.congress.agenda.queries import VERBS
from huitang.congress.sittings.titles import sitting_title
from huitang.rules.legal_text import Text

_FOLDER = Path(__file__).parent / "playbooks"
_PLACEHOLDER = re.compile(r"\{[^{}]+\}")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml, where the wheel has it
NAMES = ("spring", "midyear", "by_election")


@dataclass(frozen=True)
class PlannedItem:
    subject: str
    verb: str
    title: str
    needs_vote: bool

    @property
    def line(self) -> str:
        """As it will read on the agenda; what is not known yet stays a visible gap."""
        return f"{VERBS[AgendaItem.Verb(self.verb)].zh}{_PLACEHOLDER.sub('……', self.title)}"


@dataclass(frozen=True)
class PlannedStep:
    deed: str
    title: str
    words: str
    item: str = ""  # subject of the agenda item it belongs to
    matter: str = ""  # of a vote by hands
    text: str = ""


@dataclass(frozen=True)
class PlannedSitting:
    kind: str
    day: int
    time: str
    steps: tuple[PlannedStep, ...]
    number: int  # of its kind within the session

    @property
    def name(self) -> Text:
        return sitting_title(self.kind, self.number)


@dataclass(frozen=True)
class Playbook:
    name: str
    title: Text
    about: Text
    days: int
    agenda: tuple[PlannedItem, ...]
    sittings: tuple[PlannedSitting, ...]

    @property
    def usual_agenda(self) -> tuple[PlannedItem, ...]:
        """Without what comes only when the office lists something for it."""
        return tuple(item for item in self.agenda if item.subject != "RATING")


@cache
def get_playbook(name: str) -> Playbook:
    """:raises KeyError: no such playbook"""
    if name not in NAMES:
        raise KeyError(name)
    text = (_FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    read = yaml.load(text, _Loader)  # noqa: S506  a safe one
    return Playbook(
        name=name,
        title=Text(**read["title"]),
        about=Text(**read["about"]),
        days=read["days"],
        agenda=tuple(PlannedItem(**item) for item in read["agenda"]),
        sittings=_sittings(read["sittings"]),
    )


def list_playbooks() -> tuple[Playbook, ...]:
    return tuple(get_playbook(name) for name in NAMES)


def _sittings(read: list[dict[str, Any]]) -> tuple[PlannedSitting, ...]:
    kinds = [sitting["kind"] for sitting in read]
    return tuple(_sitting(sitting, kinds[: place + 1].count(sitting["kind"])) for place, sitting in enumerate(read))


def _sitting(read: dict[str, Any], number: int) -> PlannedSitting:
    steps = tuple(PlannedStep(**{"title": "", "words": "", **step}) for step in read["steps"])
    return PlannedSitting(read["kind"], read["day"], read["time"], steps, number)
