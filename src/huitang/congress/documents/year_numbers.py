"""The numbers of the year before, as the presidium's report tells them: from the record, or typed where there is none."""

from collections.abc import Mapping, Sequence
from datetime import date

from huitang.congress.performance.suggestions_seam import SuggestionLine
from huitang.congress.suggestions import for_files
from huitang.congress.yearly import queries as yearly
from huitang.congress.yearly.numbers import Key
from huitang.congress.yearly.queries import ReportNumbers

# the name of the detail that may be typed instead, and what it counts
COUNTED: Mapping[str, tuple[Key, ...]] = {
    "补选代表人次": (Key.TOWN_SEATS, Key.COUNTY_SEATS),
    "执法检查次数": (Key.ENFORCEMENT,),
    "视察调研次数": (Key.VISITS, Key.SURVEYS),
    "交办建议件数": (Key.SUGGESTIONS,),
}


def of_year(town_id: int, year: int) -> ReportNumbers | None:
    """None where nothing of that year is on record: the office may have begun later."""
    found = yearly.numbers_for_report(town_id=town_id, year=year, suggestions=_assigned)
    return found if found.is_recorded else None


def counted(found: ReportNumbers | None) -> dict[str, str]:
    """By the name under which templates ask for it; nothing where nothing is on record."""
    if found is None:
        return {}
    return {name: str(sum(found.numbers.count(key) for key in keys)) for name, keys in COUNTED.items()}


def overridden(found: ReportNumbers | None, typed: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """What was typed otherwise than the record gives it, and is printed: the typed and the counted number."""
    numbers = counted(found)
    return {name: (typed[name], n) for name, n in numbers.items() if typed.get(name) and typed[name] != n}


def _assigned(*, town_id: int, since: date, until: date) -> Sequence[SuggestionLine]:
    """Nobody opens the records behind a number printed on paper, so they have no address."""
    found = for_files.list_assigned(town_id=town_id, since=since, until=until)
    return [SuggestionLine(one.id, one.title, one.on, "", one.is_public) for one in found]
