"""Two people doing the same deed at once, and a server killed in the middle of its work."""

import signal
import subprocess
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from huitang.web.terminal import qinghe
from huitang.web.terminal.rehearsal import office, server
from huitang.web.terminal.rehearsal.clock import RehearsalClock
from huitang.web.terminal.rehearsal.office import id_in
from huitang.web.terminal.rehearsal.play import Cast, session_begins
from huitang.web.terminal.rehearsal.shape import SPRING


class House:
    """A prepared session behind a server that can be killed and started again."""

    def __init__(self, home):
        self.home = home
        server.found_town(home)
        self.start()
        self.cast = Cast(self.base, RehearsalClock(session_begins(SPRING)))
        self.cast.log_in("office")
        desk = self.cast["office"]
        office.add_staff(desk, server.PASSWORD)
        self.cast.log_in("chair")
        self.session_id = office.convene(desk, SPRING, office.import_roll(desk, SPRING))
        schedule = desk.get(f"/desk/sessions/{self.session_id}/sign-in/")
        self.sitting = id_in(schedule.links("/sittings/")[0])

    def start(self):
        port = server.free_port()
        self.base = f"http://127.0.0.1:{port}"
        words = server.command("serve", "--host", "127.0.0.1", "--port", str(port))
        self.log = (self.home / "server.log").open("ab")
        self.process = subprocess.Popen(words, env=server.environment(self.home), stdout=self.log, stderr=self.log)
        server.wait_for(self.base, self.process)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.log.close()

    def sign_in(self, desk, number):
        return desk.attempt(f"/desk/sittings/{self.sitting}/sign-in/do/", {"who": str(number)})


@pytest.fixture
def house(home):
    house = House(home)
    yield house
    house.cast.leave()
    house.kill()


@pytest.mark.story
def test_of_ten_clerks_signing_in_one_deputy_one_wins_and_nine_are_told(house):
    clerks = [house.cast[f"clerk{n}"] for n in range(10)]
    for clerk in clerks:
        clerk.log_in("office", server.PASSWORD)
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda clerk: house.sign_in(clerk, 10), clerks))
    assert sorted(status for status, _ in answers) == [200] + [409] * 9
    assert all("重复" in page.text for status, page in answers if status == 409)
    counts = house.cast["office"].get(f"/desk/sittings/{house.sitting}/sign-in/counts/").soup
    assert counts.select_one(".figure.main dd").get_text(strip=True).startswith("1")


@pytest.mark.story
@pytest.mark.parametrize(
    ("file", "address", "fields", "kept"),
    [
        ("targets-2025.csv", "/desk/targets/import/", {"year": "2025"}, "/desk/targets/?year=2025"),
        ("projects-12-choose-10.xlsx", "/desk/sessions/{id}/projects/import/", {}, "/desk/sessions/{id}/projects/"),
    ],
    ids=["targets", "projects"],
)
def test_of_two_clerks_importing_one_file_one_writes_it_and_the_other_is_told(house, file, address, fields, kept):
    clerks = [house.cast["office"], house.cast["second"]]
    clerks[1].log_in("office", server.PASSWORD)
    address, kept = address.format(id=house.session_id), kept.format(id=house.session_id)
    files = {"file": (file, qinghe.read(file))}
    forms = [clerk.post(address, fields, files=files).form("/commit/") for clerk in clerks]
    with ThreadPoolExecutor(2) as pool:
        answers = list(
            pool.map(lambda pair: pair[0].attempt(pair[1].action, pair[1].fields), zip(clerks, forms, strict=True))
        )
    assert sorted(status for status, _ in answers) == [200, 409]
    told = next(page.text for status, page in answers if status == 409)
    assert "预览之后" in told
    assert "完全一致" in told
    rows = clerks[0].get(kept).soup.select("table.data tbody tr")
    assert len(rows) == {"targets-2025.csv": 7}.get(file, 12)


@pytest.mark.story
def test_of_two_chairs_pressing_one_button_one_wins_and_the_other_is_told(house):
    for number in range(1, 96):
        house.sign_in(house.cast["office"], number)
    chairs = [house.cast["chair"], house.cast["second"]]
    chairs[1].log_in("chair", server.PASSWORD)
    form = chairs[0].get(f"/chair/?session={house.session_id}").form("/chair/steps/")

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda chair: chair.attempt(form.action, form.fields), chairs))
    assert sorted(status for status, _ in answers) == [200, 409]
    refused = next(page.text for status, page in answers if status == 409)
    assert "办过" in refused or "刚刚变了" in refused


@pytest.mark.story
def test_what_was_acknowledged_is_there_after_the_server_is_killed(house):
    desk = house.cast["office"]
    acknowledged = []
    with ThreadPoolExecutor(1) as pool:

        def keep_signing_in():
            for number in range(1, 96):
                try:
                    house.sign_in(desk, number)
                except httpx.TransportError:
                    return
                acknowledged.append(number)
                if number == 40:
                    pool.submit(house.kill)

        with ThreadPoolExecutor(1) as clerk:
            clerk.submit(keep_signing_in).result()
    assert 40 <= len(acknowledged) < 95
    house.start()
    again = Cast(house.base, house.cast.clock)
    again.log_in("office")
    answers = {number: house.sign_in(again["office"], number)[0] for number in acknowledged}
    assert [number for number, status in answers.items() if status != 409] == []  # each was there already
    verified = subprocess.run(
        server.command("journal", "verify"), env=server.environment(house.home), capture_output=True
    )
    assert verified.returncode == 0, verified.stderr
    again.leave()
