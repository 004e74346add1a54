"""Making findings of places in a line, with less to write."""

from collections.abc import Mapping

from django.utils.functional import Promise

from huitang.congress.proofreading.finding import Finding, Kind, Severity
from huitang.congress.proofreading.passages import Line


def error(
    line: Line,
    place: tuple[int, int],
    kind: Kind,
    words: "str | Promise",
    *,
    should: str = "",
    correction: str | None = None,
    facts: Mapping[str, object] | None = None,
) -> Finding:
    return _made(Severity.ERROR, line, place, kind, words, should, correction, facts)


def doubt(
    line: Line,
    place: tuple[int, int],
    kind: Kind,
    words: "str | Promise",
    *,
    should: str = "",
    correction: str | None = None,
    facts: Mapping[str, object] | None = None,
) -> Finding:
    return _made(Severity.DOUBT, line, place, kind, words, should, correction, facts)


def _made(
    severity: Severity,
    line: Line,
    place: tuple[int, int],
    kind: Kind,
    words: "str | Promise",
    should: str,
    correction: str | None,
    facts: Mapping[str, object] | None,
) -> Finding:
    start, end = place
    return Finding(
        paragraph=line.number,
        start=start,
        end=end,
        kind=kind,
        severity=severity,
        says=line.source.text[start:end],
        words=words,
        facts=facts or {},
        should=should,
        correction=correction,
    )
