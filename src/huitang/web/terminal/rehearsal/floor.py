"""The two days themselves: the chair presses, the desk signs in, two tellers read the papers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from huitang.web.terminal.rehearsal import papers
from huitang.web.terminal.rehearsal.office import id_in
from huitang.web.terminal.rehearsal.papers import SimulatedPaper
from huitang.web.terminal.rehearsal.person import Form, Page, PageWentWrong, Person
from huitang.web.terminal.rehearsal.shape import Shape
from huitang.web.terminal.rehearsal.timeline import Timeline

MISREAD = 17  # the paper the second teller reads wrongly, so that there is a difference to resolve
MOST_PRESSES = 400
OPENING = "宣布开会"


@dataclass
class Floor:
    """Who is in the hall. `watch` is called after every deed, with the title of the page."""

    shape: Shape
    session_id: int
    desk: Person
    chair: Person
    tellers: tuple[Person, Person]
    timeline: Timeline
    watch: Callable[[str], None]
    due: list[datetime]  # when the sittings still to be opened begin


def conduct(floor: Floor, *, until: str = "") -> None:
    """Follow the run sheet to its end, or until a ballot whose title holds `until` is half read.

    :raises PageWentWrong: the run sheet does not come to its end
    """
    for _ in range(MOST_PRESSES):
        page = floor.chair.get(f"/chair/?session={floor.session_id}")
        forms = page.forms("/chair/steps/")
        if forms and forms[0].is_disabled:
            _sign_everybody_in(floor)
        elif forms:
            _press(floor, page, forms[0])
        elif page.links("/tellers/ballots/"):
            ballot = id_in(page.links("/tellers/ballots/")[0])
            if not _count(floor, ballot, until=until):
                return
        else:
            return
    raise PageWentWrong("the run sheet does not end")


def _press(floor: Floor, page: Page, form: Form) -> None:
    title = _heading(page)
    if title == OPENING:
        _wait_until_due(floor)
        floor.due = floor.due[1:]
    fields: dict[str, str | list[str]] = dict(form.fields)
    if form.fields["phase"] == "OPEN":
        fields |= _hands(floor.shape, title)
    floor.desk.clock.tick(20)
    floor.chair.post(form.action, fields)
    floor.timeline.note(floor.chair.name, f"{title}: {form.buttons[0]}")
    floor.watch(title)


def _heading(page: Page) -> str:
    head = page.soup.find("h1")
    return " ".join(head.get_text(" ").split()) if head else ""


def _hands(shape: Shape, title: str) -> dict[str, str | list[str]]:
    against, abstaining = next((votes for word, votes in shape.dissent.items() if word in title), (0, 0))
    return {
        "votes_for": str(shape.present - against - abstaining),
        "votes_against": str(against),
        "abstentions": str(abstaining),
        "not_voting": "0",
    }


def _sign_everybody_in(floor: Floor) -> None:
    """The desk, at the sitting the chair is waiting for: one card number after the other."""
    waiting = floor.desk.get(f"/chair/?session={floor.session_id}")
    links = waiting.links("/sign-in/")
    if not links:
        raise PageWentWrong(f"the chair's button is closed, and not for want of deputies: {waiting.text[:400]}")
    sitting = id_in(links[0])
    _wait_until_due(floor, minutes_before=20)
    leave = _numbers_on_leave(floor)
    numbers = [number for number in floor.shape.numbers_on_roll if number not in leave]
    for number in numbers:
        floor.desk.clock.tick(2)
        floor.desk.do(f"/desk/sittings/{sitting}/sign-in/do/", {"who": str(number)})
    floor.timeline.note(floor.desk.name, f"{len(numbers)} deputies signed in")
    floor.watch("签到")


def _wait_until_due(floor: Floor, *, minutes_before: int = 0) -> None:
    """Nobody opens a sitting before its time."""
    if floor.due:
        floor.desk.clock.not_before(floor.due[0] - timedelta(minutes=minutes_before))


def _numbers_on_leave(floor: Floor) -> set[int]:
    page = floor.desk.get(f"/desk/sessions/{floor.session_id}/leave/")
    return {int(row) for row in page.numbers_of_rows("已批准")}


def _count(floor: Floor, ballot: int, *, until: str) -> bool:
    """Issue, collect, read twice, resolve, finish; returns False when it stopped half-way on purpose."""
    first, second = floor.tellers
    address = f"/tellers/ballots/{ballot}/"
    title = _heading(first.get(address))
    pile = pile_of(floor.shape, title)
    first.post(f"{address}issue/", {"papers_issued": len(pile)})
    floor.desk.clock.tick(600)
    first.post(f"{address}collect/", {"papers_collected": len(pile), "confirm": "yes"})
    floor.timeline.note(first.name, f"{title}: {len(pile)} papers issued and collected")
    floor.watch(title)
    if until and until in title:
        _read(first, address, pile[: len(pile) // 2])
        _read(second, address, pile[: len(pile) // 3])
        return False
    _read(first, address, pile)
    _read(second, address, _misread(pile))
    _resolve(first, address, pile)
    first.post(f"{address}finish/")
    floor.timeline.note(second.name, f"{title}: {len(pile)} papers read twice, one difference resolved")
    floor.watch(title)
    return True


def pile_of(shape: Shape, title: str) -> list[SimulatedPaper]:
    """The papers of the ballot with this title."""
    if "票决" in title:
        return papers.project_pile(shape.project_votes, shape.projects_to_choose, shape.present, seed=shape.number)
    if "测评" in title:
        return papers.rating_pile(shape.ratings, shape.present, seed=shape.number)
    deputy_head = "副镇长" in title
    post = next(post for post in shape.posts if (post.post == "DEPUTY_HEAD") == deputy_head)
    return papers.election_pile(post, shape.present, seed=shape.number)


def _read(teller: Person, address: str, pile: list[SimulatedPaper]) -> None:
    for number, paper in enumerate(pile, start=1):
        teller.clock.tick(3)
        teller.do(f"{address}sheets/{number}/enter/", fields_of(paper))


def _misread(pile: list[SimulatedPaper]) -> list[SimulatedPaper]:
    return [*pile[: MISREAD - 1], papers.misread(pile[MISREAD - 1]), *pile[MISREAD:]]


def _resolve(teller: Person, address: str, pile: list[SimulatedPaper]) -> None:
    fields = {**fields_of(pile[MISREAD - 1]), "reason": "监票人当场看票认定"}
    teller.post(f"{address}sheets/{MISREAD}/resolve/", fields)


def fields_of(paper: SimulatedPaper) -> dict[str, str | list[str]]:
    marks: dict[str, str | list[str]] = {f"mark_{line}": mark for line, mark in enumerate(paper.marks, start=1)}
    return {**marks, "write_in": list(paper.write_ins), "sealed": "yes"}
