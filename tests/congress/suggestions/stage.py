"""Qinghe with its roll, its units and a driver that walks one suggestion through its course."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.roster import queries as roster
from huitang.congress.suggestions import answer_commands, commands, handling_commands, import_commands, office_commands
from huitang.congress.suggestions import queries as rows
from huitang.congress.suggestions.answer_commands import AnswerDraft
from huitang.congress.suggestions.commands import Draft
from huitang.congress.suggestions.models import Suggestion
from huitang.web.terminal import qinghe
from tests.played_once import played_once
from tests.stage import Play

TABLE = (qinghe.FOLDER / "suggestions-10.xlsx").read_bytes()
TABLED = date(2025, 4, 7)
ASSIGNED = date(2025, 4, 10)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 2, tzinfo=UTC)


@dataclass
class Walk:
    play: Play
    units: list[int]
    deputies: list[int]

    def actor(self, role: Role = Role.OFFICE, deputy_id: int | None = None) -> Actor:
        return Actor(
            self.play.town_id, "qinghe", "某人", role, account_id=None if deputy_id else 1, deputy_id=deputy_id
        )

    def table(self, **more) -> int:
        told = {
            "kind": "SUGGESTION",
            "title": "关于修路的建议",
            "content": "路坏了",
            "plan": "",
            "lead": "1",
            "co_signers": "2、3",
            "tabled_on": TABLED,
            "session_id": None,
            **more,
        }
        draft = Draft(**told)
        now = at(max(draft.tabled_on, TABLED))
        return commands.table(term_id=self.play.term_id, draft=draft, actor=self.actor(), now=now)

    def admitted(self, **more) -> int:
        found = self.table(**more)
        commands.admit(suggestion_id=found, actor=self.actor(), now=at(TABLED))
        return found

    def assigned(self, *, on: date = ASSIGNED, assisting: bool = False, **more) -> int:
        found = self.admitted(**more)
        self.assign(found, on=on, assisting=assisting)
        return found

    def assign(self, found: int, *, on: date = ASSIGNED, assisting: bool = False) -> None:
        others = [self.units[1]] if assisting else []
        handling_commands.assign(
            suggestion_id=found,
            lead_id=self.units[0],
            assisting_ids=others,
            on=on,
            actor=self.actor(),
            now=at(max(on, TABLED)),
        )

    def answer(self, found: int, *, on: date = date(2025, 6, 1), mark: str = "A", **more) -> None:
        draft = AnswerDraft(mark=mark, text="已经修好。", signed_by="某主任", on=on, **more)
        answer_commands.answer(suggestion_id=found, draft=draft, actor=self.actor(), now=at(on))

    def evaluate(
        self, found: int, *, deputy: int | None = None, result: str = "SATISFIED", on=date(2025, 6, 3)
    ) -> None:
        deputy = deputy or self.deputies[0]
        answer_commands.evaluate(
            suggestion_id=found,
            deputy_id=deputy,
            attitude="SATISFIED",
            result=result,
            reason="还是坏的" if result == "NOT_SATISFIED" else "",
            on=on,
            actor=self.actor(Role.DEPUTY, deputy),
            now=at(on),
        )

    def answered(self, **more) -> int:
        found = self.assigned()
        self.answer(found, **more)
        return found

    def row(self, found: int) -> Suggestion:
        return Suggestion.objects.get(pk=found)


@played_once
def enrolled() -> Play:
    play = Play()
    play.import_roll("roster-95.xlsx", 96)
    return play


def begin() -> Walk:
    play = enrolled()
    everyone = roster.list_roll(play.term_id, on=TABLED)
    walk = Walk(play, [], [row.id for row in everyone])
    for name in ("镇农业办", "派出所", "供电所"):
        walk.units.append(office_commands.add_unit(name=name, actor=walk.actor(), now=at(TABLED)))
    return walk


def upload(walk: Walk, content: bytes, *, now: datetime | None = None) -> int:
    return import_commands.upload_table(
        term_id=walk.play.term_id,
        filename="建议.xlsx",
        content=content,
        actor=walk.actor(),
        now=now or at(date(2026, 1, 5)),
    )


def choices(walk: Walk, import_id: int) -> dict[int, list[int]]:
    """The first of each pair of namesakes is meant."""
    plan = rows.get_import(import_id, town_id=walk.play.town_id).plan
    return {row.row: [same.rows[0].id for same in row.unclear] for row in plan.unclear}


def commit(walk: Walk, import_id: int, *, now: datetime) -> int:
    seal = rows.get_import(import_id, town_id=walk.play.town_id).plan.seal
    chosen = choices(walk, import_id)
    return import_commands.commit_table(import_id=import_id, seal=seal, chosen=chosen, actor=walk.actor(), now=now)


def bring_in(walk: Walk, content: bytes = TABLE) -> int:
    now = at(date(2026, 1, 5))
    return commit(walk, upload(walk, content, now=now), now=now)


def later(day: date, days: int) -> date:
    return day + timedelta(days=days)
