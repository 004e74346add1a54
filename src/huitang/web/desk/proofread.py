"""/desk/sessions/<id>/proofread/: any text held against the record. The page carries the text; nothing is kept."""

import base64
import binascii
from pathlib import PurePath
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from huitang.adapters.texts.reading import MAX_BYTES
from huitang.congress.accounts.deeds import Role
from huitang.congress.proofreading import queries
from huitang.congress.proofreading.brought import Brought, bring_file
from huitang.congress.proofreading.file_refusal import TextFileIsRefused
from huitang.congress.proofreading.queries import ProofDesk
from huitang.web.desk import floor_page
from huitang.web.frame import who

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
UNNAMED = "text"


@require_http_methods(["GET", "HEAD", "POST"])
@who.only(Role.OFFICE)
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    if request.method != "POST":
        return _ask(request, session_id)
    try:
        return _found(request, _proof(request, session_id, _newly_brought(request)))
    except TextFileIsRefused as refused:
        return _ask(request, session_id, sentence=str(refused))


@require_POST
@who.only(Role.OFFICE)
def correct(request: HttpRequest, session_id: int) -> HttpResponse:
    keys = request.POST.getlist("correct")
    try:
        desk = _proof(request, session_id, _carried(request), keys)
    except TextFileIsRefused as refused:
        return _ask(request, session_id, sentence=str(refused))
    if desk.made:
        messages.success(request, _("改了 {n} 处。").format(n=desk.made))
    else:
        messages.info(request, _("这一处已经不在文中，没有改动。"))
    return _found(request, desk)


@require_POST
@who.only(Role.OFFICE)
def download(request: HttpRequest, session_id: int) -> HttpResponse:
    queries.get_session(session_id, town_id=who.actor_of(request).town_id)
    brought = _carried(request)
    stem = PurePath(brought.name).stem or UNNAMED
    if brought.is_word:
        return _file(brought.word_file, WORD, _("{name}（已校对）.docx").format(name=stem))
    content = brought.words.replace("\r\n", "\n").replace("\n", "\r\n").encode("utf-8-sig")
    return _file(content, "text/plain; charset=utf-8", _("{name}（已校对）.txt").format(name=stem))


def _newly_brought(request: HttpRequest) -> Brought:
    """A chosen file goes before pasted words."""
    file = request.FILES.get("file")
    if file is not None:
        return bring_file(file.read(MAX_BYTES + 1), file.name or UNNAMED)
    return Brought(words=request.POST.get("words", ""), name=request.POST.get("name", ""))


def _carried(request: HttpRequest) -> Brought:
    """The text as the page sent it back; a page that was tampered with carries nothing."""
    try:
        word_file = base64.b64decode(request.POST.get("word_file", ""), validate=True)
    except (binascii.Error, ValueError):
        word_file = b""
    return Brought(request.POST.get("words", ""), word_file, request.POST.get("name", ""))


def _proof(request: HttpRequest, session_id: int, brought: Brought, keys: list[str] | None = None) -> ProofDesk:
    town_id = who.actor_of(request).town_id
    return queries.get_proof(session_id, town_id=town_id, brought=brought, correct=keys or ())


def _ask(request: HttpRequest, session_id: int, sentence: str = "") -> HttpResponse:
    session = queries.get_session(session_id, town_id=who.actor_of(request).town_id)
    context = {"sentence": sentence, "words": request.POST.get("words", "") if sentence else ""}
    status = 422 if sentence else 200
    return floor_page.show(
        request, "desk/proofread/ask.html", session=session, here="session", status=status, **context
    )


def _found(request: HttpRequest, desk: ProofDesk) -> HttpResponse:
    carried = base64.b64encode(desk.brought.word_file).decode("ascii")
    return floor_page.show(
        request, "desk/proofread/found.html", session=desk.session, here="session", desk=desk, carried=carried
    )


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["X-Content-Type-Options"] = "nosniff"
    return response
