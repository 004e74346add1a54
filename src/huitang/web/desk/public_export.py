"""/desk/public/export/: the whole public site as one zip, for a web server or the county's CMS."""

import shutil
import zipfile
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from huitang.adapters.plain_files import serving
from huitang.adapters.plain_files.folder import MANIFEST, FolderIsNotUsable
from huitang.congress.accounts.deeds import Role
from huitang.congress.publication import queries as published
from huitang.congress.roster import queries as roster
from huitang.web.desk import entry, job_pages, jobs
from huitang.web.desk.jobs import Job, Progress
from huitang.web.frame import clock, refusals, who
from huitang.web.frame.public_copy.copying import Copied, Wishes, copy_public
from huitang.web.frame.see_other import see_other

SUBJECT = "site"
SITE, SERVER, READ_ME = "site", "server", "说明.txt"
ANY_ROOT = "/srv/www"  # what the server's file says instead of a folder of this machine
NOTES = (MANIFEST, *serving.FILES)


@require_POST
@who.only(Role.OFFICE)
def make(request: HttpRequest) -> HttpResponse:
    if not published.list_public_towns():
        return refusals.refuse(request, _("还没有发布过任何内容，没有可以导出的网站。请先请主席发布。"), status=409)
    actor = who.actor_of(request)
    filename = _("{town}公开网站-{day}.zip").format(
        town=roster.find_town(actor.town_id), day=f"{clock.now(request):%Y%m%d}"
    )
    language = translation.get_language() or settings.LANGUAGE_CODE
    token = jobs.start(Progress(actor.town_id, SUBJECT, filename, total=1), lambda job: _write(job, language))
    return see_other("desk:public_export", token)


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest, token: str) -> HttpResponse:
    context = {"progress": _find(request, token), "token": token}
    return entry.page(request, "desk/public/export.html", context, here="public")


@require_GET
@who.only(Role.OFFICE)
def progress(request: HttpRequest, token: str) -> HttpResponse:
    """The fragment that is polled; 204 while nothing was written since."""
    found = _find(request, token)
    if job_pages.is_unmoved(request, found):
        return HttpResponse(status=204)
    return render(request, "desk/public/_export.html", {"progress": found, "token": token})


@require_GET
@who.only(Role.OFFICE)
def download(request: HttpRequest, token: str) -> HttpResponse:
    return job_pages.download(_find(request, token), token)


def _find(request: HttpRequest, token: str) -> Progress:
    found = jobs.find(token, town_id=who.actor_of(request).town_id, subject=SUBJECT)
    if found is None:
        raise Http404
    return found


def _write(job: Job, language: str) -> None:
    """In a thread of its own: the copy, then the zip. Dead links are told beside it."""
    root = job.folder / SITE
    try:
        done = copy_public(root, Wishes(), lambda made, known: job.tell(made, total=known))
    except FolderIsNotUsable as refused:
        job.refuse(str(refused))
        return
    with translation.override(language):
        _zip(job, root, done)
        shutil.rmtree(root, ignore_errors=True)
        job.finish(
            files=done.files, left_out=tuple((f"{page} → {address}", _why(why)) for page, address, why in done.dead)
        )


def _zip(job: Job, root: Path, done: Copied) -> None:
    with zipfile.ZipFile(job.file, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr(READ_ME, "\ufeff" + _read_me(done).replace("\n", "\r\n"))
        for place in sorted(root.rglob("*")):
            name = str(place.relative_to(root).as_posix())
            if place.is_file() and name not in NOTES:
                zipped.write(place, f"{SITE}/{name}")
        for name in NOTES:
            text = (root / name).read_text(encoding="utf-8")
            zipped.writestr(f"{SERVER}/{name}", text.replace(str(root.resolve()), ANY_ROOT))


def _read_me(done: Copied) -> str:
    pages = _("网页：{n} 个").format(n=done.pages)
    return "\n\n".join(
        (
            _("这是已经发布的全部公开内容，和网站上的一样。"),
            _("公开网址：{address}").format(address=settings.SITE_ADDRESS),
            pages,
            _("site 文件夹里的全部文件原样上传到网站，不要改名，也不要改里面的内容。双击 index.html 就能先看一遍。"),
            _(
                "server 文件夹给管服务器的人：_nginx.conf 是 nginx 的设置，_headers 给认得它的主机，_manifest.json 是清单。"
            ),
            _("以后又发布了新内容，请重新导出，整个换掉。"),
        )
    )


def _why(told: str) -> str:
    """A sentence for what the copying noted of a link."""
    sentences = {
        "behind the door": _("这一页要登录才能看，公众打不开。"),
        "no such address": _("没有这个网址。"),
    }
    return sentences.get(told, _("打不开（{status}）。").format(status=told))
