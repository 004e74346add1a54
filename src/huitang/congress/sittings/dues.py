"""What a session in preparation makes due: its notice, where the province says how early, and its opening."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from huitang.congress.roster import queries as roster
from huitang.congress.roster.words import in_language
from huitang.congress.sittings.models import CongressSession
from huitang.congress.sittings.titles import SessionTitle
from huitang.rules import deadline, province, province_packs
from huitang.rules.due import Due
from huitang.rules.legal_text import Citation

NOTICE = "NOTICE"  # nothing here records that it was given: who gathers duties lets the office say so
NOTICE_REMIND_DAYS = 3  # before the last day of notice; the office's choice
OPENING_REMIND_DAYS = 14  # before the opening; the office's choice


def list_dues(town_id: int, *, on: date) -> tuple[Due, ...]:
    """Of every session in preparation; two queries. A notice counts back from a day, so no day of rest moves it."""
    coming = CongressSession.objects.filter(term__town_id=town_id, state=CongressSession.State.PREPARING)
    code = roster.find_province(town_id)
    found = coming.select_related("term__town").order_by("opens_on", "pk")
    return tuple(due for session in found for due in _dues_of(session, code))


def _dues_of(session: CongressSession, code: str) -> Iterator[Due]:
    pack = province.choose(province_packs.PACKS, code=code, day=session.opens_on)
    if pack.notice_days is not None and not (session.called_by and pack.extra_without_notice):
        last = deadline.give_notice_by(opens_on=session.opens_on, notice_days=pack.notice_days)
        cited = (pack.notice_citation,) if pack.notice_citation else ()
        yield _due(session, NOTICE, _("通知代表开会"), last, NOTICE_REMIND_DAYS, cited)
    yield _due(session, "OPEN", _("开幕"), session.opens_on, OPENING_REMIND_DAYS)


def _due(
    session: CongressSession, clock: str, what: str, last: date, remind: int, cited: tuple[Citation, ...] = ()
) -> Due:
    return Due(
        subject=f"session:{session.pk}",
        clock=clock,
        title=title_of(session),
        what=what,
        owes=_("办公室"),
        waits=_("代表"),
        last_day=last,
        if_moved=last,
        remind_days=remind,
        citations=cited,
    )


def title_of(session: CongressSession) -> str:
    """`session.term.town` must be loaded, or each costs a query."""
    return in_language(SessionTitle(session.term.town.name, session.term.number, session.number).short)
