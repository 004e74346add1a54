"""Which texts hold on the day of the current session, with the province's parameters and what law leaves open."""

from dataclasses import dataclass
from datetime import date, datetime

from huitang.congress.journal import queries as journal
from huitang.congress.roster import queries as roster
from huitang.congress.sittings import province_words, queries
from huitang.congress.sittings.calendar import local_day
from huitang.congress.sittings.province_words import Parameter
from huitang.congress.sittings.queries import SessionRow
from huitang.rules import deadline, law_names, province, province_packs, statute
from huitang.rules.legal_text import Citation, Text
from huitang.rules.open_points import OPEN_POINTS, OpenPoint
from huitang.rules.province import ProvincePack
from huitang.rules.statute import StatuteSet

_ALWAYS = ("ZZF", "DBF", "XJF", "YSF", "YSR")


@dataclass(frozen=True)
class StatuteRow:
    """A text in force, and the edition the rules were read from."""

    law: str
    name: Text
    edition: str


@dataclass(frozen=True)
class Provision:
    """What a provision that changed with time is about."""

    about: Text
    citation: Citation


@dataclass(frozen=True)
class RulesPage:
    """`day` is the opening day of the current session, or today before the first one; `code` what the town chose."""

    session: SessionRow | None
    day: date
    law: StatuteSet
    statutes: tuple[StatuteRow, ...]
    provisions: tuple[Provision, ...]
    code: str
    pack: ProvincePack
    parameters: tuple[Parameter, ...]
    open_points: tuple[OpenPoint, ...]
    provinces: tuple[tuple[str, Text], ...]
    last_day_of_notice: date | None
    version: int

    @property
    def checked_until(self) -> date:
        """Up to this day the texts were read for these rules."""
        return statute.LAST_CHECKED

    @property
    def is_national(self) -> bool:
        """No province is chosen, or none of its rules is in force on that day."""
        return self.pack is province.NATIONAL


def get_rules(*, town_id: int, chain: str, now: datetime) -> RulesPage:
    """Everything the page of the rules shows."""
    version = journal.get_sequence(chain)
    session = queries.get_current_session(town_id)
    day = local_day(now) if session is None else session.opens_on
    law = statute.at(day)
    code = roster.find_province(town_id)
    pack = province.choose(province_packs.PACKS, code=code, day=day)
    return RulesPage(
        session=session,
        day=day,
        law=law,
        statutes=_statutes(law, pack),
        provisions=_provisions(law),
        code=code,
        pack=pack,
        parameters=province_words.describe(pack),
        open_points=OPEN_POINTS,
        provinces=roster.list_provinces(),
        last_day_of_notice=_last_day_of_notice(session, pack),
        version=version,
    )


def _statutes(law: StatuteSet, pack: ProvincePack) -> tuple[StatuteRow, ...]:
    editions = {**law_names.EDITIONS, "DBF": law.voting.edition}
    own = (cited.law for one in province_words.describe(pack) for cited in one.citations)
    laws = dict.fromkeys((*_ALWAYS, *own))
    return tuple(StatuteRow(key, law_names.FULL_NAMES.get(key, law_names.NAMES[key]), editions[key]) for key in laws)


def _provisions(law: StatuteSet) -> tuple[Provision, ...]:
    return tuple(Provision(about, getattr(law, name)) for name, about in _CHANGED.items())


_CHANGED = {
    "write_in": Text("另选他人", "write-in"),
    "voting": Text("表决", "voting"),
    "leave": Text("请假", "leave"),
    "motion_form": Text("议案的要件", "form of a motion"),
    "second_answer": Text("质询再作答复", "another answer to an inquiry"),
    "suggestion_reply": Text("建议的答复", "reply to a suggestion"),
    "suspension": Text("暂停执行代表职务", "suspension"),
    "mandate_ends": Text("代表资格终止", "end of a mandate"),
    "mandate_end_announced": Text("终止的公告", "announcing the end"),
}


def _last_day_of_notice(session: SessionRow | None, pack: ProvincePack) -> date | None:
    if session is None or pack.notice_days is None or (session.is_extra and pack.extra_without_notice):
        return None
    return deadline.give_notice_by(opens_on=session.opens_on, notice_days=pack.notice_days)
