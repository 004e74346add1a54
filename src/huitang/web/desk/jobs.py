"""What takes longer than a request is made beside it; its page says how far it is, its file stays for an hour."""

import json
import secrets
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from threading import Thread
from time import monotonic, time

from django.conf import settings
from django.db import connections

_KEPT_FOR = 3600  # seconds
_SILENT = 60  # seconds without a word: the server was stopped meanwhile
_BETWEEN = 0.2  # seconds between two words
_TOKEN_BYTES = 12
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Progress:
    """What every server process can read. `subject` is what the job is about; `left_out` are names and why.

    `refused` is the sentence of a job that ended without a file.
    """

    town_id: int
    subject: str
    filename: str
    total: int
    done: int = 0
    last: str = ""
    files: int = 0
    left_out: Pairs = ()
    refused: str = ""
    is_finished: bool = False
    is_lost: bool = False


class Job:
    """One of them, as its maker sees it."""

    def __init__(self, token: str, begun: Progress) -> None:
        self.token, self.progress = token, begun
        self.told_at = 0.0

    @property
    def file(self) -> Path:
        """Where what was made is to stand."""
        return file_of(self.token)

    @property
    def folder(self) -> Path:
        """A place of its own for what is half made; it goes with the rest."""
        return _folder(self.token)

    def tell(self, done: int, last: str = "", *, total: int | None = None) -> None:
        """How far it is; every word but a few a second is left unsaid."""
        if monotonic() - self.told_at > _BETWEEN:
            self.told_at = monotonic()
            self.progress = replace(self.progress, done=done, last=last, total=total or self.progress.total)
            _tell(self.token, self.progress)

    def finish(self, *, files: int, left_out: Pairs = ()) -> None:
        told = replace(self.progress, done=self.progress.total, files=files, left_out=left_out, is_finished=True)
        _tell(self.token, told)

    def refuse(self, sentence: str) -> None:
        _tell(self.token, replace(self.progress, refused=sentence))


def start(begun: Progress, make: Callable[[Job], None]) -> str:
    """`make` runs in a thread of its own; returns the token the job is found by."""
    _clear_old()
    token = secrets.token_hex(_TOKEN_BYTES)
    _folder(token).mkdir(parents=True)
    _tell(token, begun)
    Thread(target=_run, args=(make, Job(token, begun)), name=f"job-{token}", daemon=True).start()
    return token


def find(token: str, *, town_id: int, subject: str) -> Progress | None:
    """None for a token that is unknown, too old, or of another town or subject."""
    file = _folder(token) / "progress.json"
    if not file.exists():
        return None
    told = json.loads(file.read_text(encoding="utf-8"))
    found = Progress(**{**told, "left_out": tuple((name, why) for name, why in told["left_out"])})
    if (found.town_id, found.subject) != (town_id, subject):
        return None
    is_silent = not (found.is_finished or found.refused) and time() - file.stat().st_mtime > _SILENT
    return replace(found, is_lost=is_silent)


def file_of(token: str) -> Path:
    return _folder(token) / "pack.zip"


def _run(make: Callable[[Job], None], job: Job) -> None:
    try:
        make(job)
    finally:
        connections.close_all()  # this thread's own


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
