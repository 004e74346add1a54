"""/desk/public/export/: the office takes the whole public site away as one zip, and is told how far it is."""

import io
import re
import time
import zipfile
from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.test import override_settings

from huitang.congress.accounts.deeds import Role
from huitang.congress.publication import commands
from huitang.congress.publication.models import PublicPhoto, Release
from huitang.congress.publication.standing import sources
from huitang.web.desk import jobs
from tests.congress.publication import year_of_qinghe
from tests.congress.publication.year_of_qinghe import JULY, SHA256
from tests.web.desk.conftest import client_of

# the thread that copies reads by a connection of its own: what it reads must be written
pytestmark = pytest.mark.django_db(transaction=True)
ADDRESS = "/desk/public/export/"


def told(response) -> str:
    return response.content.decode()


@pytest.fixture
def public(swept, town, office, chair):
    """Every standing page of Qinghe in force."""
    year_of_qinghe.fill(town)
    for kind, subject in sources.list_subjects(town.pk):
        if sources.draft(town.pk, kind, subject, on=JULY.date()):
            commands.draft_standing(kind=kind, subject=subject, actor=office, now=JULY)
    for place, draft in enumerate(Release.objects.order_by("pk")):
        commands.release(release_id=draft.pk, actor=chair, now=JULY + timedelta(seconds=place))
    return town


def finished(desk, address: str) -> str:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        page = told(desk.get(address))
        if "hx-get" not in page.partition('id="export"')[2][:400]:
            return page
        time.sleep(0.1)
    raise AssertionError(page)


def test_the_office_takes_the_whole_public_site_away(public, desk, chair, office, now, tmp_path):
    with override_settings(HOME=tmp_path):
        assert "导出整个网站（压缩包）" in told(desk.get("/desk/public/"))
        led = desk.post(ADDRESS)
        assert led.status_code == 303
        address = led.headers["Location"]
        done = finished(desk, address)
        files = int(re.search(r"导出好了，共 (\d+) 个文件", done)[1])
        assert "链接打不开" not in done
        answer = desk.get(f"{address}file/")
        assert "清河镇公开网站" in unquote(answer["Content-Disposition"])
        zipped = zipfile.ZipFile(io.BytesIO(answer.content))
        assert zipped.testzip() is None
        names = set(zipped.namelist())
        assert {"说明.txt", "site/index.html", "site/en/index.html", "site/deputies/index.html"} <= names
        assert {"server/_nginx.conf", "server/_headers", "server/_manifest.json"} <= names
        assert len([name for name in names if name.startswith("site/")]) == files
        assert str(tmp_path) not in zipped.read("server/_nginx.conf").decode()
        assert "原样上传" in zipped.read("说明.txt").decode("utf-8-sig")
        assert not list((tmp_path / "packs").glob("*/site"))
        assert client_of(Role.CHAIR, office, now).get(f"{address}file/").status_code == 403
        assert desk.get(f"{ADDRESS}unknown/").status_code == 404


def test_a_link_that_leads_nowhere_is_told_beside_the_file(public, desk, tmp_path):
    PublicPhoto.objects.filter(sha256=SHA256).delete()
    with override_settings(HOME=tmp_path):
        address = desk.post(ADDRESS).headers["Location"]
        done = finished(desk, address)
        assert "个链接打不开" in done  # the page in both languages
        assert f"/supervision/2025/ → /photos/{SHA256}.jpg" in done
        assert "打不开（404）。" in done
        assert desk.get(f"{address}file/").status_code == 200


def test_when_nothing_is_public_the_office_is_told_so(swept, town, desk, tmp_path):
    with override_settings(HOME=tmp_path):
        refused = desk.post(ADDRESS)
    assert refused.status_code == 409
    assert "还没有发布过任何内容" in told(refused)
    assert not (tmp_path / "packs").exists()


def test_an_export_whose_server_was_stopped_and_one_that_failed_say_so(swept, town, desk, tmp_path):
    with override_settings(HOME=tmp_path):
        (tmp_path / "packs" / "abc").mkdir(parents=True)
        job = jobs.Job("abc", jobs.Progress(town.pk, "site", "x.zip", total=9))
        job.tell(3, total=12)
        assert desk.get(f"{ADDRESS}abc/progress/?seen=3").status_code == 204
        assert "已经写了 3 个文件" in told(desk.get(f"{ADDRESS}abc/progress/?seen=2"))
        assert desk.get(f"{ADDRESS}abc/file/").status_code == 404
        job.refuse("the disk is full.")
        failed = told(desk.get(f"{ADDRESS}abc/progress/?seen=3"))
        assert "没有导出。" in failed
        assert "the disk is full." in failed
