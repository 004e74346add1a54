"""A folder an office can hand to the authorities: what was sent, to whom, when, and sums over every file."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from huitang.adapters.watching import screenshot
from huitang.adapters.watching.fetching import Fetched

SUMS = "SHA256SUMS"


def write_evidence(
    folder: Path, answers: Sequence[Fetched], *, texts: Mapping[str, str], browser: str | None
) -> tuple[str, ...]:
    """Write the folder anew; returns the names of its files.

    :param texts: further files by name, such as the report and the painted difference
    :param browser: path of a browser for the picture, or None for no picture
    :raises OSError: the folder cannot be written
    """
    folder.mkdir(parents=True, exist_ok=True)
    for number, answer in enumerate(answers, start=1):
        stem = f"{number}-{answer.visitor.name.replace(' ', '-')}"
        (folder / f"{stem}.html").write_bytes(answer.content)
        (folder / f"{stem}.headers.txt").write_text(_headers(answer), encoding="utf-8")
        (folder / f"{stem}.txt").write_text(answer.page.text + "\n", encoding="utf-8")
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    if browser and answers:
        screenshot.take_picture(browser, answers[0].asked, folder / "screenshot.png")
    return _sum_up(folder)


def _headers(answer: Fetched) -> str:
    lines = [
        f"asked: {answer.asked}",
        f"at: {answer.at.isoformat()}",
        f"user-agent: {answer.visitor.agent}",
        f"referer: {answer.visitor.referer}",
        *(f"went through: {step}" for step in answer.came_from),
        f"status: {answer.status}",
        f"sha256: {hashlib.sha256(answer.content).hexdigest()}",
        "",
        *(f"{name}: {value}" for name, value in answer.headers),
    ]
    return "\n".join(lines) + "\n"


def _sum_up(folder: Path) -> tuple[str, ...]:
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != SUMS)
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in files]
    (folder / SUMS).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return (*(path.name for path in files), SUMS)
