"""What a town has set for itself, with the defaults of a town that has set nothing; its pack; its calendar."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from huitang.adapters.working_days.china import published_calendar
from huitang.congress.roster import queries as roster
from huitang.congress.suggestions.models import SuggestionSetting
from huitang.rules import province, province_packs
from huitang.rules.province import ProvincePack, Unit
from huitang.rules.suggestion_clock import Almanac, OfficeSpans, Span

DEFAULT_SPANS = {
    "assign": (10, Unit.WORKING_DAYS),
    "hand_back": (10, Unit.WORKING_DAYS),
    "contact": (20, Unit.WORKING_DAYS),
    "assisting": (30, Unit.WORKING_DAYS),
    "feedback": (20, Unit.WORKING_DAYS),
    "answer_again": (1, Unit.MONTHS),
}
REMIND_DAYS = 7


@dataclass(frozen=True)
class AnswerClass:
    """One result class of the office's list; one that promises is tracked until its due day."""

    mark: str
    meaning: str
    promises: bool


DEFAULT_CLASSES = (
    AnswerClass("A", "所提问题已经解决或者基本解决", False),
    AnswerClass("B", "正在解决或者列入计划，限期解决", True),
    AnswerClass("C", "因条件限制暂时不能解决，已作说明", False),
    AnswerClass("D", "留作参考，或者需报上级研究", False),
)


@dataclass(frozen=True)
class TownTerms:
    """`has_own` is whether the office has ever set anything."""

    spans: OfficeSpans
    classes: tuple[AnswerClass, ...]
    most_signers: int
    province: str
    has_own: bool

    def class_of(self, mark: str) -> AnswerClass | None:
        return next((one for one in self.classes if one.mark == mark), None)

    def pack_on(self, day: date) -> ProvincePack:
        return province.choose(province_packs.PACKS, code=self.province, day=day)


def terms_of(town_id: int) -> TownTerms:
    kept = SuggestionSetting.objects.filter(town_id=town_id).first()
    spans = {**DEFAULT_SPANS, **(kept.spans if kept else {})}
    return TownTerms(
        spans=OfficeSpans(
            **{name: Span(number, Unit(unit)) for name, (number, unit) in spans.items()},
            remind_days=kept.remind_days if kept else REMIND_DAYS,
        ),
        classes=tuple(AnswerClass(**one) for one in kept.classes) if kept and kept.classes else DEFAULT_CLASSES,
        most_signers=kept.most_signers if kept else 0,
        province=roster.find_province(town_id),
        has_own=kept is not None,
    )


@cache
def almanac() -> Almanac:
    found = published_calendar()
    return Almanac(found.calendar, found.years)
