"""A town with public pages of every kind, for a browser to read."""

from datetime import UTC, date, datetime, timedelta

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.publication import commands, page_commands, site_commands
from huitang.congress.publication.models import Release
from huitang.congress.publication.standing import board, sources
from huitang.congress.roster.models import Term, Town
from huitang.congress.sittings.models import CongressSession
from huitang.web.desk.public_pages import older_page
from tests.congress.publication import year_of_qinghe
from tests.congress.publication.year_of_qinghe import BOARD, JULY, PICTURE
from tests.web.portal.conftest import a_news_item, a_resolution, an_announcement

MOMENT = datetime(2025, 4, 1, 3, 32, 7, tzinfo=UTC)
SITE = site_commands.SiteWords(
    operator="清河镇人大办公室",
    contact="0000-0000000",
    address="清河镇人民路1号",
    icp_number="某ICP备00000000号",
    police_number="某公网安备00000000000000号",
    site_code="0000000000",
)


def fill(town: Town, monkeypatch) -> dict[str, str]:
    """Everything a reader can open, by what it is."""
    monkeypatch.setattr(board, "find_board", lambda town_id, *, year, on: BOARD if year == 2025 else None)
    monkeypatch.setattr(board, "list_years", lambda town_id: (2025,))
    monkeypatch.setattr(board, "find_photo", lambda sha256, *, town_id: (PICTURE, "image/jpeg"))
    office = Actor(town.pk, town.code, "办公室", Role.OFFICE)
    chair = Actor(town.pk, town.code, "执行主席", Role.CHAIR)
    year_of_qinghe.fill(town)
    for words in (year_of_qinghe.ABOUT, page_commands.PageWords(**older_page())):
        page_commands.write_page(words=words, actor=office, now=JULY)
    site_commands.keep_site(words=SITE, seen=0, actor=office, now=JULY)
    for kind, subject in sources.list_subjects(town.pk):
        commands.draft_standing(kind=kind, subject=subject, actor=office, now=JULY)
    for place, draft in enumerate(Release.objects.order_by("pk")):
        commands.release(release_id=draft.pk, actor=chair, now=JULY + timedelta(seconds=place))
    return {**_of_session(town), **_standing()}


def _of_session(town: Town) -> dict[str, str]:
    term, _is_new = Term.objects.get_or_create(
        town=town, number=6, defaults={"quota": 96, "began_on": date(2021, 9, 1)}
    )
    days = {"opens_on": date(2025, 3, 31), "closes_on": date(2025, 4, 1)}
    session = CongressSession.objects.create(term=term, number=8, playbook="spring", place="镇政府", **days)
    texts = {
        "announcement": _keep(session, 0, an_announcement(), number=1),
        "replaced": _keep(session, 1, a_resolution("会议同意这个报告，计划新建道路3公里。"), state="REPLACED"),
        "corrected": _keep(session, 2, a_resolution("会议同意这个报告，计划新建道路5公里。"), version=2),
        "withdrawn": _keep(
            session, 3, an_announcement("作废的公告"), state="WITHDRAWN", number=2, subject="election:9"
        ),
        "news": _keep(session, 4, a_news_item()),
    }
    addresses = {name: f"/releases/{text.pk}/" for name, text in texts.items()}
    return {**addresses, "session": f"/sessions/{session.pk}/", "in English": f"/en{addresses['corrected']}"}


def _standing() -> dict[str, str]:
    paths = (
        "/", "/en/", "/projects/2025/", "/deputies/", "/suggestions/", "/suggestions/2025-001/", "/supervision/2025/",
        "/money/2025/", "/targets/2025/", "/pages/about/", "/pages/older/", "/columns/announcement/", "/columns/page/",
        "/search/", "/search/?q=道路", "/search/?q=没有这个词", "/data/",
    )  # fmt: skip
    return {path: path for path in paths}


def _keep(session, minute, draft, *, state="RELEASED", version=1, number=None, subject="") -> Release:
    gone = {"withdrawn_at": MOMENT + timedelta(days=1), "withdrawn_because": "得票数有误"}
    return Release.objects.create(
        town=session.term.town,
        session=session,
        kind=draft.kind,
        subject=subject or draft.subject,
        version=version,
        number=number,
        title=draft.title,
        blocks=list(draft.blocks),
        facts=draft.facts,
        sha256=commands.fingerprint(draft),
        state=state,
        drafted_at=MOMENT,
        drafted_by="办公室",
        released_at=MOMENT + timedelta(minutes=minute),
        released_by="执行主席",
        **(gone if state == "WITHDRAWN" else {}),
    )
