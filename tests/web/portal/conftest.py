"""A session of Qinghe with texts released, drafted, replaced and withdrawn."""

from datetime import UTC, date, datetime, timedelta

import pytest

from huitang.adapters.papers.paper import Note, Paragraph, Run, Signature, Table
from huitang.congress.documents.texts import Draft, as_json
from huitang.congress.publication import commands as publication
from huitang.congress.publication import page_commands
from huitang.congress.publication.models import Release
from huitang.congress.publication.open_record import files
from huitang.congress.publication.standing import board, sources
from huitang.congress.roster.models import Term
from huitang.congress.sittings.models import CongressSession
from tests.congress.publication import year_of_qinghe
from tests.congress.publication.year_of_qinghe import ABOUT, BOARD, JULY, PICTURE

MOMENT = datetime(2025, 4, 1, 3, 32, 7, tzinfo=UTC)  # 11:32:07 in Qinghe

ATTENDANCE = {"in_office": 95, "on_leave": 3, "present": 91, "absent": 1, "required": 64}
VOTE = {
    "id": 3,
    "matter": "RESOLUTION",
    "title": "关于政府工作报告的决议",
    "in_office": 95,
    "present": 91,
    "for": 83,
    "against": 2,
    "abstentions": 5,
    "not_voting": 1,
    "needed": 48,
    "is_passed": True,
}
ELECTION = {
    "id": 2,
    "post": "DEPUTY_HEAD",
    "post_zh": "镇人民政府副镇长",
    "seats": 1,
    "elected": ["陆文清"],
    "rounds": [
        {
            "kind": "FIRST",
            "state": "COMPLETE",
            "in_office": 95,
            "present": 91,
            "issued": 91,
            "collected": 90,
            "valid": 88,
            "void": 2,
            "needed": 48,
            "votes": [{"name": "陆文清", "for": 70}, {"name": "方志远", "for": 17}],
        }
    ],
}
NEWS = {
    "session": "清河镇第六届人民代表大会第八次会议",
    "opens_on": "2025-03-31",
    "closes_on": "2025-04-01",
    "state": "CLOSED",
    "attendance": ATTENDANCE,
    "sittings": [{"title": "预备会议", "starts_at": "2025-03-31T08:30:00+08:00", "attendance": ATTENDANCE}],
    "agenda": ["听取和审议政府工作报告"],
    "votes": [VOTE],
    "elections": [ELECTION],
    "projects": None,
}


@pytest.fixture(autouse=True)
def nothing_kept():
    """Records come and go with each test; what was written of one is not another's."""
    files.forget()


@pytest.fixture
def session(town) -> CongressSession:
    told = {"quota": 96, "began_on": date(2021, 9, 1)}
    term, _is_new = Term.objects.get_or_create(town=town, number=6, defaults=told)
    return CongressSession.objects.create(
        term=term,
        number=8,
        playbook="spring",
        opens_on=date(2025, 3, 31),
        closes_on=date(2025, 4, 1),
        place="镇政府三楼会议室",
    )


@pytest.fixture
def keep(session):
    """Keeps one text in a state; the moment of release grows with each."""
    moments = iter(MOMENT + timedelta(minutes=step) for step in range(99))

    def keep_text(draft: Draft, *, state: str = "RELEASED", version: int = 1, number: int | None = None) -> Release:
        return Release.objects.create(
            town=session.term.town,
            session=session,
            kind=draft.kind,
            subject=draft.subject,
            version=version,
            number=number,
            title=draft.title,
            blocks=list(draft.blocks),
            facts=draft.facts,
            sha256=publication.fingerprint(draft),
            state=state,
            drafted_at=MOMENT,
            drafted_by="办公室",
            released_at=None if state == "DRAFT" else next(moments),
            released_by="" if state == "DRAFT" else "执行主席",
        )

    return keep_text


@pytest.fixture
def projects(monkeypatch):
    monkeypatch.setattr(board, "find_board", lambda town_id, *, year, on: BOARD if year == 2025 else None)
    monkeypatch.setattr(board, "list_years", lambda town_id: (2025,))
    monkeypatch.setattr(board, "find_photo", lambda sha256, *, town_id: (PICTURE, "image/jpeg"))


@pytest.fixture
def released(town, office, chair, projects) -> dict[str, Release]:
    """Everything the town has, in force."""
    year_of_qinghe.fill(town)
    page_commands.write_page(words=ABOUT, actor=office, now=JULY)
    for kind, subject in sources.list_subjects(town.pk):
        publication.draft_standing(kind=kind, subject=subject, actor=office, now=JULY)
    for place, draft in enumerate(Release.objects.order_by("pk")):
        publication.release(release_id=draft.pk, actor=chair, now=JULY + timedelta(seconds=place))
    return {row.kind: row for row in Release.objects.all()}


@pytest.fixture
def announcement(keep) -> Release:
    return keep(an_announcement(), number=1)


@pytest.fixture
def resolution(keep) -> Release:
    return keep(a_resolution())


@pytest.fixture
def news(keep) -> Release:
    return keep(a_news_item())


def an_announcement(title: str = "清河镇第六届人民代表大会公告") -> Draft:
    blocks = (
        paragraph("陆文清为清河镇人民政府副镇长。"),
        as_json(
            Table(("姓名", "得票", "结果"), (("陆文清", "70", "当选"), ("方志远", "17", "未当选")), caption="得票情况")
        ),
        paragraph("现予公告。"),
        as_json(Signature("清河镇第六届人民代表大会第八次会议主席团", "2025年4月1日")),
    )
    return Draft("ANNOUNCEMENT", "election:2", title, blocks, ELECTION)


def a_resolution(words: str = "会议同意这个报告，决定予以通过。") -> Draft:
    blocks = (as_json(Note("（2025年4月1日清河镇第六届人民代表大会第八次会议通过）")), paragraph(words))
    return Draft("RESOLUTION", "hand_vote:3", "关于政府工作报告的决议", blocks, VOTE)


def a_news_item() -> Draft:
    words = "应到代表95名，实到代表91名。"
    return Draft("NEWS", "session", "清河镇第六届人民代表大会第八次会议召开", (paragraph(words),), NEWS)


def paragraph(text: str) -> dict:
    return as_json(Paragraph((Run(text),)))
