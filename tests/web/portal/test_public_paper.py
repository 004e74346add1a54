"""A released text as a paper anyone may take: the same bytes each time, whole, and gone once it is withdrawn."""

import pytest
from django.conf import settings

from huitang.adapters.verifying.suspect import read_suspect
from huitang.adapters.verifying.trusted import read_record
from huitang.adapters.verifying.verdict import Answer, judge
from huitang.congress.publication import queries as published
from huitang.congress.seals import commands as sealing
from huitang.congress.seals import public_papers
from huitang.congress.seals import queries as seals
from huitang.congress.seals.site import Site
from huitang.web.portal import every_address
from tests.congress.publication.year_of_qinghe import JULY
from tests.web.portal.conftest import MOMENT, a_resolution

pytestmark = pytest.mark.django_db
SITE = Site("https://rd.qinghe.example", "rd.qinghe.example")


@pytest.fixture
def logged(announcement, resolution, news, office):
    sealing.seal_released(site=SITE, actor=office, now=MOMENT)
    return announcement, resolution, news


def test_it_bears_code_and_address_is_whole_and_the_same_bytes_each_time(client, logged):
    for release in logged:
        address = f"/releases/{release.pk}.pdf"
        assert f'href="{address}"' in client.get(f"/releases/{release.pk}/").content.decode()
        answer = client.get(address)
        assert answer["Content-Type"] == "application/pdf"
        text = read_suspect(answer.content)
        assert published.get_public_release(release.pk).check_code in text
        assert SITE.release_address(release.pk) in text
        record = read_record(seals.get_record(release.pk).content)
        assert judge(record, text).differences == ()
        assert judge(record, text.replace("会议", "会场", 1)).answer is Answer.ALTERED
        public_papers._drawn.cache_clear()
        assert client.get(address).content == answer.content
        assert client.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304
        assert address in every_address.list_all_addresses()


def test_a_withdrawn_text_has_no_paper_any_more(client, logged, chair):
    gone = logged[1]
    assert client.get(f"/releases/{gone.pk}.pdf").status_code == 200
    sealing.withdraw(release_id=gone.pk, reason="有误", site=SITE, actor=chair, now=MOMENT)
    answer = client.get(f"/releases/{gone.pk}.pdf")
    assert (answer.status_code, answer["Content-Type"]) == (410, "text/plain; charset=utf-8")
    assert ".pdf" not in client.get(f"/releases/{gone.pk}/").content.decode()
    assert f"/releases/{gone.pk}.pdf" not in every_address.list_all_addresses()


def test_a_page_between_sessions_has_none(client, released, office):
    sealing.seal_released(site=SITE, actor=office, now=JULY)
    for release in released.values():
        assert client.get(f"/releases/{release.pk}.pdf").status_code == 404


def test_a_replaced_text_keeps_its_paper_and_a_draft_has_none(client, keep, office):
    old, draft = keep(a_resolution(), state="REPLACED"), keep(a_resolution("再议。"), state="DRAFT", version=2)
    assert client.get(f"/releases/{old.pk}.pdf").status_code == 404  # not in the log yet
    sealing.seal_released(site=SITE, actor=office, now=MOMENT)
    assert client.get(f"/releases/{old.pk}.pdf").status_code == 200
    assert client.get(f"/releases/{draft.pk}.pdf").status_code == 404


def test_on_a_machine_without_fonts_no_page_offers_a_paper(client, logged, monkeypatch):
    monkeypatch.setattr(settings, "FONT_FOLDERS", ())
    assert ".pdf" not in client.get(f"/releases/{logged[0].pk}/").content.decode()
    assert not any(path.endswith(".pdf") for path in every_address.list_all_addresses())
