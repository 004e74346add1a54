"""The session's 选举办法 between its table and `rules.election_method`."""

from huitang.congress.elections.models import ElectionMethod
from huitang.rules.ballot import Mark, RawMark, Scheme, Unclear
from huitang.rules.election_method import SessionMethod

_TICK = ((RawMark.TICK, Mark.FOR),)


def method_of(session_id: int) -> SessionMethod:
    """The method of a session; the defaults of law.md 2.17 where the office has set nothing."""
    kept = ElectionMethod.objects.filter(session_id=session_id).first() or ElectionMethod()
    return SessionMethod(
        scheme=Scheme(kept.scheme),
        accepted_marks=_TICK if kept.accepts_tick else (),
        unclear=Unclear(kept.unclear),
        writein_requires_against=kept.writein_requires_against,
        seal_required=kept.seal_required,
        revote_majority_again=kept.revote_majority_again,
        competitive_in_by_election=kept.competitive_in_by_election,
    )
