"""What the office does before the session: roll, session, leave, lists, candidates, cards, all through its pages."""

from datetime import datetime
from urllib.parse import urlsplit

from huitang.web.terminal import qinghe
from huitang.web.terminal.rehearsal.person import Page, Person
from huitang.web.terminal.rehearsal.shape import Shape

STAFF = (
    ("chair", "执行主席", "CHAIR"),
    ("teller1", "计票人甲", "TELLER"),
    ("teller2", "计票人乙", "TELLER"),
)


def id_in(path: str) -> int:
    """The last whole number in an address."""
    return int([part for part in path.split("/") if part.isdecimal()][-1])


def add_staff(desk: Person, password: str) -> None:
    for name, label, role in STAFF:
        desk.post("/desk/accounts/add/", {"name": name, "label": label, "role": role, "password": password})


def import_roll(desk: Person, shape: Shape) -> int:
    """Register the term, upload the roll as the office keeps it, commit what was previewed; returns the term's id."""
    began = f"{shape.opens_on.year - 4}-01-15"
    page = desk.post("/desk/roll/terms/", {"number": shape.term, "quota": shape.quota, "began_on": began})
    term_id = id_in(page.path)
    content = qinghe.read(shape.roll)
    preview = desk.post(f"/desk/roll/{term_id}/import/upload/", files={"file": (shape.roll, content)})
    write_what_was_shown(desk, preview, in_office_from=began)
    return term_id


def convene(desk: Person, shape: Shape, term_id: int) -> int:
    """Returns the new session's id."""
    return id_in(desk.post("/desk/sessions/new/", shape.new_session_fields(term_id)).path)


def grant_leave(desk: Person, session_id: int) -> int:
    """Turn the roll's remarks into requests and approve them; returns how many."""
    desk.post(f"/desk/sessions/{session_id}/leave/from-remarks/")
    asked = desk.get(f"/desk/sessions/{session_id}/leave/").forms("/decide/")
    addresses = list(dict.fromkeys(form.action for form in asked))
    for address in addresses:
        desk.post(address, {"is_approved": "yes"})
    return len(addresses)


def list_attendees(desk: Person, shape: Shape, session_id: int) -> None:
    for name, post, standing in shape.attendees:
        fields = {"name": name, "post": post, "standing": standing}
        desk.post(f"/desk/sessions/{session_id}/attendees/add/", fields)
    for form in desk.get(f"/desk/sessions/{session_id}/attendees/").forms("/mark/"):
        desk.post(form.action, {"is_present": "yes"})


def name_reporters(desk: Person, shape: Shape, session_id: int) -> None:
    """Say who gives each report, in the agenda's own forms."""
    for form in desk.get(f"/desk/sessions/{session_id}/agenda/").forms("/change/"):
        reporter = reporter_of(shape, form.fields.get("title", ""))
        if reporter:
            desk.post(form.action, {**form.fields, "reporter": reporter})


def reporter_of(shape: Shape, title: str) -> str:
    words = {
        "GOVERNMENT_REPORT": "政府工作报告",
        "PRESIDIUM_REPORT": "主席团工作报告",
        "BUDGET": "财政预算草案",
        "PROJECTS_DONE": "完成情况",
        "ECONOMIC_REPORT": "经济和社会发展",
    }
    return next((name for subject, name in shape.reporters.items() if words[subject] in title), "")


def name_bodies(desk: Person, session_id: int) -> None:
    """The presidium, the scrutineers and the tellers, chosen from those the pages offer."""
    page = desk.get(f"/desk/sessions/{session_id}/presidium/")
    offered = offered_values(page, "members")
    desk.post(f"/desk/sessions/{session_id}/presidium/", {"members": offered[1:10]})
    page = desk.get(f"/desk/sessions/{session_id}/scrutineers/")
    named = offered_values(page, "others")[20:26]
    fields = {"chief": named[0], "others": named[1:5]}
    desk.post(f"/desk/sessions/{session_id}/scrutineers/name/", fields)
    desk.post(f"/desk/sessions/{session_id}/scrutineers/tellers/", {"names": "计票人甲\n计票人乙"})


def offered_values(page: Page, name: str) -> list[str]:
    """Every value a page offers under one name: checkboxes or the options of a select."""
    boxes = [str(tag["value"]) for tag in page.soup.find_all("input", {"name": name, "value": True})]
    chosen = page.soup.select(f'select[name="{name}"] option[value]')
    return boxes or [str(option["value"]) for option in chosen if option["value"]]


def nominate(desk: Person, shape: Shape, session_id: int) -> None:
    """Presidium nominations for every post, then the candidates are fixed."""
    elections = f"/desk/sessions/{session_id}/elections/"
    addresses = [form.action for form in desk.get(elections).forms("/nominate/")]
    for address, post in zip(addresses, shape.posts, strict=True):
        for name in post.candidates:
            fields = {"name": name, "deputy_id": "", "by_presidium": "yes", "signers": "", "about": ""}
            desk.post(address, fields)
    for form in desk.get(elections).forms("/fix/"):
        desk.post(form.action)


def import_projects(desk: Person, shape: Shape, session_id: int) -> None:
    if shape.projects_file:
        files = {"file": (shape.projects_file, qinghe.read(shape.projects_file))}
        write_what_was_shown(desk, desk.post(f"/desk/sessions/{session_id}/projects/import/", files=files))


def write_what_was_shown(desk: Person, preview: Page, **typed: str) -> Page:
    """Confirm an import from its preview, with what the page asks for besides."""
    commit = preview.form("/commit/")
    return desk.post(commit.action, {**commit.fields, **typed})


def issue_cards(desk: Person, session_id: int) -> tuple[str, ...]:
    """Issue a card to every deputy who has none; returns the addresses the printed codes lead to."""
    cards = f"/desk/sessions/{session_id}/cards/"
    for form in desk.get(cards).forms("/cards/issue/"):
        if form.fields.get("which") == "missing":
            desk.post(form.action, form.fields)
    printed = desk.get(f"{cards}print/").soup.select("[data-door]")
    return tuple(urlsplit(str(card["data-door"])).path for card in printed)


def list_sitting_times(desk: Person, session_id: int) -> list[datetime]:
    record = desk.get(f"/desk/sessions/{session_id}/record.json").response.json()
    return [datetime.fromisoformat(sitting["starts_at"]) for sitting in record["sittings"]]
