"""Who opens the pages in the tests: a browser for each role, and a hall full of deputies."""

from django.test import Client

from huitang.congress.accounts import commands as accounts
from huitang.congress.accounts import queries as account_rows
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.accounts.models import Account
from huitang.congress.attendance import queries as attendance
from huitang.congress.attendance.models import SignIn
from huitang.congress.roster import commands as roster
from huitang.congress.runsheet import seat as seats
from tests.played_once import played_once
from tests.stage import Play


def staff(play: Play, role: Role, *, town_id: int | None = None) -> Client:
    """A browser logged in as a new member of staff."""
    actor = Actor(town_id or play.town_id, "qinghe", "办公室", Role.OFFICE, account_id=1)
    name = f"{role.lower()}-{Account.objects.count()}"
    now = play.clock.tick()
    account_id = accounts.create_account(
        name=name, label=f"测试{role}", role=role, password="qinghe-2025-x", actor=actor, now=now
    )
    client = Client()
    client.force_login(Account.objects.get(pk=account_id), backend="django.contrib.auth.backends.ModelBackend")
    return client


def deputy(play: Play, deputy_id: int) -> Client:
    """A browser that came in with the QR of a deputy's card."""
    accounts.issue_cards(
        deputy_ids=[deputy_id], serials=[f"serial-{deputy_id}"], actor=play.office, now=play.clock.tick()
    )
    token = account_rows.list_cards((deputy_id,))[0].token
    client = Client()
    assert client.get(f"/door/card/{token}/").status_code == 302
    return client


def other_town(play: Play) -> int:
    return roster.found_town(code="linjiang", name="临江镇", province="", now=play.clock.tick())


def seat(play: Play, *, leave_out: int = 0) -> None:
    """Everybody not on leave is in the hall of the current sitting, except the last few."""
    sitting_id = play.now().sitting.id
    absent = [row for row in attendance.get_attendance(sitting_id).deputies if row.mark == "ABSENT"]
    SignIn.objects.bulk_create(
        SignIn(sitting_id=sitting_id, deputy_id=row.deputy_id, at=play.clock.tick(), by="办公室")
        for row in absent[: len(absent) - leave_out]
    )
    seats.forget()  # these sign-ins passed the journal by


@played_once
def go_to(play: Play, *, deed: str, title: str = "") -> None:
    """Press on, unanimously, until a step of this kind is current and not yet begun."""
    for _ in range(60):
        view = play.now()
        if view.step.deed == deed and view.phase == "READY" and title in view.step.title:
            return
        if view.step.deed == "OPEN_SITTING" and view.sitting.is_of_all_deputies:
            seat(play)
        hands = {"votes_for": 91, "votes_against": 0, "abstentions": 0, "not_voting": 0}
        play.press(hands=hands if view.phase == "OPEN" else {})
    raise AssertionError(f"no step {deed} {title}")
