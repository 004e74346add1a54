"""What the public reads besides the texts of a session: written and drafted by the office, released by the chair, signed."""

import re
from datetime import date

from huitang.web.terminal.rehearsal.person import Person
from huitang.web.terminal.rehearsal.server import PASSPHRASE

PUBLIC, CHAIR, SEALS = "/desk/public/", "/chair/releases/", "/desk/seals/"
NEW_PAGE, SITE = f"{PUBLIC}pages/new/", f"{PUBLIC}site/"
BOARD, MONEY = "/desk/projects/", "/desk/money/"
ABOUT = {
    "column": "机构简介",
    "title": "清河镇人民代表大会简介",
    "slug": "about",
    "text": """清河镇人民代表大会是本镇的国家权力机关，由选民直接选举的代表组成，每届任期五年，每年一般举行两次会议。

## 主席团

会议由主席团主持。闭会期间，镇人大主席、副主席负责联系代表，组织代表开展活动，反映代表和群众对本级人民政府工作的意见。

## 办公室

镇人大办公室办理会议和代表工作的具体事务，接待来信来访。

| 事项 | 时间 |
|---|---|
| 代表接待选民 | 每月十五日上午 |
| 办公室接待 | 工作日 |""",
}
SITE_WORDS = {
    "operator": "清河镇人大办公室",
    "contact": "0000-5550123",
    "address": "清河镇人民路1号",
    "icp_number": "某ICP备00000000号",
    "police_number": "某公网安备00000000000000号",
    "site_code": "0000000000",
}


def open_house_to_public(desk: Person, chair: Person, *, closed_on: date) -> tuple[int, int]:
    """Everything between sessions that the town has; returns how many pages were released and how many records signed."""
    take_adopted(desk, closed_on.year)
    approve_accounts(desk, closed_on)
    write_own_pages(desk)
    released = release_standing(desk, chair)
    return len(released), sign(desk)


def take_adopted(desk: Person, year: int) -> None:
    """The projects the session adopted go onto the board, if it adopted any."""
    for form in desk.get(f"{BOARD}?year={year}").forms("/projects/take/"):
        desk.post(form.action, form.fields)


def approve_accounts(desk: Person, on: date) -> None:
    """The budget the session approved, if accounts were brought in."""
    for form in desk.get(f"{MONEY}?year={on.year}").forms("/approve/"):
        if int(form.fields.get("year", on.year)) == on.year:
            desk.post(form.action, {**form.fields, "approved_on": on.isoformat()})


def write_own_pages(desk: Person) -> None:
    """Who the office is, the older readers' page as it is offered, and what stands at the foot of every page."""
    desk.post(NEW_PAGE, ABOUT)
    offered = next(form for form in desk.get(f"{NEW_PAGE}?of=older").forms("") if "slug" in form.fields)
    desk.post(NEW_PAGE, offered.fields)
    held = next(form for form in desk.get(SITE).forms("") if "seen" in form.fields)
    desk.post(SITE, {**held.fields, **SITE_WORDS})


def release_standing(desk: Person, chair: Person) -> list[dict[str, str]]:
    """Every page that is offered, drafted; all that waits, released by the second person. Returns what was offered."""
    offered = [form.fields for form in desk.get(PUBLIC).forms("/draft/")]
    for fields in offered:
        desk.post(f"{PUBLIC}draft/", fields)
    waiting = {link for link in chair.get(CHAIR).links(CHAIR) if re.search(r"/releases/\d+/$", link)}
    for address in sorted(waiting):
        if chair.get(address).forms("/release/"):
            chair.post(f"{address}release/")
    return offered


def sign(desk: Person) -> int:
    """What waits, with the key of the rehearsal; nothing where there is no key. Returns how many records were signed."""
    if not desk.get(SEALS).forms("/seals/sign/"):
        return 0
    told = re.search(r"已签名 (\d+) 份", desk.post(f"{SEALS}sign/", {"passphrase": PASSPHRASE}).text)
    return int(told[1]) if told else 0


def find_unreleased(desk: Person, chair: Person, session_id: int) -> tuple[str, ...]:
    """One sentence for each place where something waits for the chair or a signature, or is not as the record has it."""
    places = {
        f"{CHAIR}?session={session_id}": chair.get(f"{CHAIR}?session={session_id}"),
        PUBLIC: desk.get(PUBLIC),
        SEALS: desk.get(SEALS),
    }
    waiting = {place: len(page.soup.select("td .chip.warned, td.chip.warned")) for place, page in places.items()}
    if not places[SEALS].forms("/seals/sign/"):
        waiting.pop(SEALS)  # no key: nothing can be signed
    return tuple(f"public: {number} rows wait at {place}" for place, number in waiting.items() if number)
