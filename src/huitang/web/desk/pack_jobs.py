"""A pack is made beside the request, so that its page can say how far it is; its file stays for an hour."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Thread
from time import time

from django.conf import settings

from huitang.adapters.papers.fonts import FontSet
from huitang.congress.documents import pack
from huitang.congress.documents.making import Format
from huitang.congress.documents.pack import PackPlan

_KEPT_FOR = 3600  # seconds
_SILENT = 60  # seconds without a word: the server was stopped meanwhile


@dataclass(frozen=True)
class Progress:
    """What every server process can read; `left_out` are names and why."""

    town_id: int
    session_id: int
    filename: str
    total: int
    done: int = 0
    last: str = ""
    files: int = 0
    left_out: tuple[tuple[str, str], ...] = ()
    is_finished: bool = False
    is_lost: bool = False


def start(
    token: str, plan: PackPlan, *, town_id: int, formats: Sequence[Format], fonts: FontSet | None, at: datetime
) -> None:
    """The facts are gathered already: the making needs no database."""
    _clear_old()
    begun = Progress(town_id, plan.session.id, plan.filename, plan.files(formats))
    _folder(token).mkdir(parents=True)
    _tell(token, begun)
    Thread(target=_make, args=(token, begun, plan, formats, fonts, at), name=f"pack-{token}", daemon=True).start()


def find(token: str, *, town_id: int, session_id: int) -> Progress | None:
    """None for a token that is unknown, too old, or of another town or session."""
    file = _folder(token) / "progress.json"
    if not file.exists():
        return None
    told = json.loads(file.read_text(encoding="utf-8"))
    found = Progress(**{**told, "left_out": tuple((name, why) for name, why in told["left_out"])})
    if (found.town_id, found.session_id) != (town_id, session_id):
        return None
    is_silent = not found.is_finished and time() - file.stat().st_mtime > _SILENT
    return replace(found, is_lost=is_silent)


def zip_of(token: str) -> Path:
    return _folder(token) / "pack.zip"


def _make(
    token: str, begun: Progress, plan: PackPlan, formats: Sequence[Format], fonts: FontSet | None, at: datetime
) -> None:
    with zip_of(token).open("wb") as target:
        packed = pack.write_pack(
            plan,
            formats=formats,
            fonts=fonts,
            target=target,
            at=at,
            told=lambda done, name: _tell(token, replace(begun, done=done, last=name)),
        )
    left_out = tuple((one.name, one.why) for one in packed.left_out)
    _tell(token, replace(begun, done=begun.total, files=len(packed.files), left_out=left_out, is_finished=True))


def _tell(token: str, progress: Progress) -> None:
    """Replaced whole: whoever reads sees the last word or the one before."""
    written = _folder(token) / "progress.next"
    written.write_text(json.dumps(asdict(progress), ensure_ascii=False), encoding="utf-8")
    written.replace(_folder(token) / "progress.json")


def _folder(token: str) -> Path:
    return Path(settings.HOME) / "packs" / token


def _clear_old() -> None:
    for folder in (Path(settings.HOME) / "packs").glob("*"):
        if time() - folder.stat().st_mtime > _KEPT_FOR:
            shutil.rmtree(folder, ignore_errors=True)
