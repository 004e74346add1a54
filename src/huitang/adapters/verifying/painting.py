"""The differences painted: for a terminal, and as one page of HTML that needs nothing else."""

import html
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from huitang.adapters.verifying.verdict import Change, Difference, Verdict

CONTEXT = 24  # characters shown on either side
RED, GREEN, YELLOW, PLAIN = "\x1b[1;97;41m", "\x1b[1;97;42m", "\x1b[30;43m", "\x1b[0m"
STYLE = """
body{font:18px/1.9 "Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;max-width:46em;margin:2em auto;padding:0 1em;color:#1a1a1a}
h1{font-size:1.5em}pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere}
ins{background:#ffd7d4;color:#8c0f0a;text-decoration:underline;text-decoration-thickness:2px}
del{background:#d9efdc;color:#14532d;text-decoration:line-through}
mark{background:#ffe9a8}.out{color:#666}li{margin:.4em 0}
"""


@dataclass(frozen=True)
class Spoken:
    """The words of a report in the reader's language."""

    title: str
    verdict: str
    legend: str
    lines: tuple[str, ...]
    changes: tuple[str, ...]


def ansi_line(one: Difference, text: str) -> str:
    """A difference in its line, the foreign words in red, the missing ones in green."""
    before = _flat(text[max(0, one.start - CONTEXT) : one.start])
    after = _flat(text[one.end : one.end + CONTEXT])
    colour = YELLOW if one.change is Change.REPEATED else RED
    gone = f"{GREEN}{_flat(one.ours)}{PLAIN}" if one.ours else ""
    here = f"{colour}{_flat(one.theirs)}{PLAIN}" if one.theirs else ""
    return f"{before}{gone}{here}{after}"


def place_of(one: Difference, text: str) -> tuple[int, int]:
    """Line and column in the text, both from 1."""
    line = text.count("\n", 0, one.start) + 1
    return line, one.start - (text.rfind("\n", 0, one.start) + 1) + 1


def html_page(verdict: Verdict, text: str, spoken: Spoken) -> str:
    """The whole text with what was put in underlined and what was taken out struck through."""
    said = "".join(f"<p>{html.escape(line)}</p>" for line in spoken.lines)
    changes = "".join(f"<li>{html.escape(line)}</li>" for line in spoken.changes)
    changes = f"<ol>{changes}</ol>" if changes else ""
    body = "".join(_painted(verdict, text))
    return (
        f'<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>{html.escape(spoken.title)}</title>'
        f"<style>{STYLE}</style></head><body><h1>{html.escape(spoken.verdict)}</h1>{said}{changes}"
        f"<p>{html.escape(spoken.legend)}</p><hr><pre>{body}</pre></body></html>\n"
    )


def _painted(verdict: Verdict, text: str) -> Iterator[str]:
    at = 0
    for one in verdict.differences:
        if one.start < at:
            continue
        yield from _outside(text, at, one.start, verdict)
        at = one.end
        if one.change is Change.REPEATED:
            yield f"<mark>{html.escape(one.theirs)}</mark>"
            continue
        yield f"<del>{html.escape(one.ours)}</del>" if one.ours else ""
        yield f"<ins>{html.escape(one.theirs)}</ins>" if one.theirs else ""
    yield from _outside(text, at, len(text), verdict)


def _outside(text: str, start: int, end: int, verdict: Verdict) -> Iterator[str]:
    """What lies outside of the article is shown fainter."""
    cuts = sorted({start, end, *(at for at in (verdict.start, verdict.end) if start < at < end)})
    for a, b in pairwise(cuts):
        words = html.escape(text[a:b])
        yield words if verdict.start <= a < verdict.end else f'<span class="out">{words}</span>'


def _flat(words: str) -> str:
    """One line; a foreign text may not steer the terminal."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())
