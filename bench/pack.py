"""How long the whole pack takes: every paper of a finished session, Word and PDF, as one zip; and the list of papers.

    python bench/pack.py

The spring session is rehearsed to its end first. The first pack reads the fonts; the others are what an office waits for.
"""

import io
import os
import tempfile
import time
from pathlib import Path

import django


def finish_session(home: Path) -> int:
    """A spring session played to its end, with everything typed that its papers wait for."""
    from django.utils import timezone

    from huitang.congress.accounts.actor import Actor
    from huitang.congress.accounts.deeds import Role
    from huitang.congress.documents import commands, queries
    from huitang.congress.documents.details import Kind
    from huitang.congress.sittings import queries as sittings
    from huitang.web.terminal.rehearsal import server
    from huitang.web.terminal.rehearsal.play import rehearse
    from huitang.web.terminal.rehearsal.shape import SPRING

    server.found_town(home)
    with server.serve(home) as base:
        session_id = rehearse(SPRING, base=base, out=home / "out", tell=False).session_id
    town_id = sittings.get_session(session_id).town_id
    made_up = {Kind.NUMBER: "3", Kind.DATE: "2025-03-20", Kind.PARAGRAPH: "孙丽 会务", Kind.LINE: "孙丽"}
    wanted = [row for row in queries.get_details(session_id, town_id=town_id, chain=server.CODE).rows if row.waiting]
    values = {row.detail.name: row.proposed or made_up[row.detail.kind] for row in wanted}
    office = Actor(town_id, server.CODE, "办公室", Role.OFFICE)
    commands.fill_details(session_id=session_id, values=values, actor=office, now=timezone.now())
    return session_id


def measure(session_id: int) -> None:
    from django.conf import settings
    from django.utils import timezone

    from huitang.congress.documents import glyphs, pack, queries
    from huitang.congress.documents.making import Format
    from huitang.congress.sittings import queries as sittings

    town_id = sittings.get_session(session_id).town_id
    fonts = glyphs.fonts_of(settings.FONT_FOLDERS)
    for _ in range(4):
        began = time.perf_counter()
        desk = queries.list_papers(session_id, town_id=town_id, font_folders=settings.FONT_FOLDERS)
        listed = time.perf_counter()
        plan = pack.plan_pack(session_id, town_id=town_id)
        packed = pack.write_pack(plan, formats=list(Format), fonts=fonts, target=io.BytesIO(), at=timezone.now())
        done = time.perf_counter()
        told = f"list of {len(desk.rows)} papers: {(listed - began) * 1000:.0f} ms"
        print(f"{told}; pack of {len(packed.files)} files: {done - listed:.2f} s")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="huitang-") as folder:
        os.environ["HUITANG_FONTS"] = os.environ.get("HUITANG_FONTS") or str(Path("var/fonts").resolve())
        os.environ["HUITANG_HOME"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huitang.config.settings")
        django.setup()
        measure(finish_session(Path(folder)))
