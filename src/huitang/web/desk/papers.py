"""/desk/sessions/<id>/papers/: every paper of a session, ready or what it waits for; one as a file; one kept."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from huitang.congress.accounts.deeds import Role
from huitang.congress.documents import glyphs, keeping, keeping_commands, making, queries
from huitang.congress.documents.catalogue import Stage
from huitang.congress.documents.making import Format
from huitang.congress.seals import stamps
from huitang.web.desk import cards, papers_links
from huitang.web.desk.entry import page
from huitang.web.frame import clock, who
from huitang.web.frame.see_other import see_other

STAGES = {
    Stage.BEFORE: gettext_lazy("会前"),
    Stage.MEETING: gettext_lazy("会议"),
    Stage.VOTING: gettext_lazy("选举、票决"),
    Stage.AFTER: gettext_lazy("会后"),
}


@require_GET
@who.only(Role.OFFICE)
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    town_id = who.actor_of(request).town_id
    desk = queries.list_papers(
        session_id,
        town_id=town_id,
        font_folders=settings.FONT_FOLDERS,
        card_address=cards.address_before_token(request),
    )
    stages = [(STAGES[one.stage], papers_links.link_papers(one, desk.session)) for one in desk.stages]
    context = {"desk": desk, "stages": stages, "waiting": len(desk.rows) - desk.ready}
    return page(request, "desk/papers/show.html", context, here="papers", session=desk.session)


@require_GET
@who.only(Role.OFFICE)
def look(request: HttpRequest, session_id: int, key: str, subject: str) -> HttpResponse:
    """The paper on the screen, without its geometry; the PDF shows that."""
    view = queries.get_paper(
        session_id,
        key,
        subject,
        town_id=who.actor_of(request).town_id,
        card_address=cards.address_before_token(request),
    )
    context = {
        "row": view.row,
        "attempt": view.attempt,
        "overridden": view.overridden,
        "waits": papers_links.link_waits(view.row.waits, view.session),
    }
    return page(request, "desk/papers/look.html", context, here="papers", session=view.session)


@require_GET
@who.only(Role.OFFICE)
def make(request: HttpRequest, session_id: int, key: str, subject: str, suffix: str) -> HttpResponse:
    format = Format(suffix.upper())
    fonts = glyphs.fonts_of(settings.FONT_FOLDERS) if format is Format.PDF else None
    made = making.make_paper(
        session_id=session_id,
        town_id=who.actor_of(request).town_id,
        key=key,
        subject_key=subject,
        format=format,
        fonts=fonts,
        card_address=cards.address_before_token(request),
        stamping=stamps.find_stamp,
    )
    return file_of(made.content, made.filename, format, is_inline=request.GET.get("look") == "yes")


@require_POST
@who.only(Role.OFFICE)
def keep(request: HttpRequest, session_id: int, key: str, subject: str) -> HttpResponse:
    made = keeping_commands.keep_paper(
        session_id=session_id,
        key=key,
        subject_key=subject,
        fonts=glyphs.fonts_of(settings.FONT_FOLDERS),
        card_address=cards.address_before_token(request),
        stamping=stamps.find_stamp,
        actor=who.actor_of(request),
        now=clock.now(request),
    )
    messages.success(request, _("“{name}”已经存档。以后再改，存下的这一版不变。").format(name=made[0].name))
    return see_other("desk:paper", session_id, key, subject)


@require_GET
@who.only(Role.OFFICE)
def kept(request: HttpRequest, kept_id: int) -> HttpResponse:
    """Exactly the bytes that went out."""
    found = keeping.get_kept(kept_id, town_id=who.actor_of(request).town_id)
    return file_of(found.content, found.filename, found.format)


def file_of(content: bytes, filename: str, format: Format, *, is_inline: bool = False) -> HttpResponse:
    answer = HttpResponse(content, content_type=format.media_type)
    disposition = content_disposition_header(as_attachment=not is_inline, filename=filename)
    answer.headers["Content-Disposition"] = disposition or "attachment"
    return answer
