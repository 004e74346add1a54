"""The spring session with logins: what the tests of the floor and of the tellers' room stand on."""

from dataclasses import dataclass, field, replace

from django.test import Client

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.accounts.models import Account
from huitang.congress.attendance import queries as attendance
from huitang.congress.roster import commands as roster
from huitang.congress.runsheet import commands as runsheet
from huitang.congress.runsheet.commands import Press
from huitang.congress.sittings import queries as sittings
from tests.played_once import played_once
from tests.stage import Play, spring_session


@dataclass
class House:
    """Qinghe with its clerks; a client for each, logged in."""

    play: Play = field(default_factory=spring_session)

    def __post_init__(self) -> None:
        self.office = self.login("office", "办公室", Role.OFFICE)
        self.chair = self.login("chair", "执行主席", Role.CHAIR)
        self.teller_a = self.login("a", "甲", Role.TELLER)
        self.teller_b = self.login("b", "乙", Role.TELLER)
        self.public = Client()

    def login(self, name: str, label: str, role: Role, *, actor: Actor | None = None) -> Client:
        town_id = (actor or self.play.office).town_id
        # no password: hashing one takes longer than most tests
        account = Account.objects.create(town_id=town_id, name=name, label=label, role=role, password="!")
        client = Client()
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        return client

    def stranger(self) -> Client:
        """The office of another town."""
        town = roster.found_town(code="baihe", name="白河镇", province="", now=self.tick())
        actor = Actor(town, "baihe", "白河办公室", Role.OFFICE, account_id=99)
        return self.login("baihe", "白河办公室", Role.OFFICE, actor=actor)

    def tick(self):
        return self.play.clock.tick()

    @property
    def session_id(self) -> int:
        return self.play.session_id

    def sitting(self, kind: str = "PLENARY", number: int = 1):
        return next(s for s in sittings.list_sittings(self.session_id) if (s.kind, s.number) == (kind, number))

    def deputies(self, sitting_id: int):
        return attendance.get_attendance(sitting_id).deputies

    def run_to(self, deed: str, phase: str) -> None:
        """Press the chair's button until this kind of step is in this phase; everybody signs in, votes pass."""
        run_to(self.play, deed, phase)


@played_once
def run_to(play: Play, deed: str, phase: str) -> None:
    for _ in range(80):
        view = play.now()
        if view.step is not None and (view.step.deed, str(view.phase)) == (deed, phase):
            return
        if view.step.deed == "OPEN_SITTING" and view.sitting.is_of_all_deputies:
            play.seat_everybody(view.sitting.id)
        if str(view.phase) == "ISSUING":
            play.count(view.ballot.id, papers_of(view))
            continue
        hands = {"votes_for": 91, "votes_against": 0, "abstentions": 0, "not_voting": 0}
        press = Press(actor=play.chair, now=play.clock.tick(), phase=view.phase)
        runsheet.perform(step_id=view.step.id, press=replace(press, hands=hands if str(view.phase) == "OPEN" else {}))
    raise AssertionError(f"the run sheet never came to {deed} {phase}")


def papers_of(view) -> list[tuple[str, ...]]:
    if view.project_vote:
        few = tuple("CIRCLE" if line < 10 else "BLANK" for line in range(12))
        late = tuple("CIRCLE" if line >= 2 else "BLANK" for line in range(12))
        return [few] * 60 + [late] * 31
    return [("CIRCLE",)] * 88 + [("CROSS",)] * 3
