"""How a livelihood project stands: planned against actual, its colour, its money, and what may be changed.

Practice only. No national rule says which progress is green: the bands are the office's. That a change of an adopted
project goes back to the congress is an inference from Organic Law art. 12 (the congress decided it), not a text.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from huitang.rules import citation, project_citation
from huitang.rules.legal_text import Citation, Step, Text, refuse_impossible, step

WHOLE = 100


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One milestone: by its planned day so many per cent of the whole shall be done."""

    title: str
    share: int
    planned_on: date
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """One progress report: so many per cent of the whole were done on that day."""

    on: date
    percent: int


def planned_percent(
    on: date, *, steps: Sequence[PlannedStep], starts_on: date | None, due_on: date | None
) -> int | None:
    """How many per cent should be done at the end of that day; None where nothing was planned.

    The plan is a line through its points: nothing on the day it starts, each milestone's share on its planned day,
    all of it on the day it is due (or on the last milestone, if that comes later). Between two points it grows
    evenly with the days, and parts of a per cent are cut off, so that nobody is behind by a rounding. Before the
    first point nothing is due. Two milestones on one day: the larger share counts.
    """
    points = _points(steps, starts_on, due_on)
    if not points:
        return None
    passed = [point for point in points if point[0] <= on]
    if not passed:
        return 0
    (last_day, share), coming = passed[-1], next((point for point in points if point[0] > on), None)
    if coming is None:
        return share
    days, length = (on - last_day).days, (coming[0] - last_day).days
    return share + (coming[1] - share) * days // length


def _points(steps: Sequence[PlannedStep], starts_on: date | None, due_on: date | None) -> list[tuple[date, int]]:
    """The points of the plan by day, one a day, never falling."""
    known = [(one.planned_on, min(one.share, WHOLE)) for one in steps]
    if starts_on is not None:
        known.append((starts_on, 0))
    last = max([day for day, _ in known], default=None)
    if due_on is not None and (last is None or due_on >= last):
        known.append((due_on, WHOLE))
    points: dict[date, int] = {}
    highest = 0
    for day, share in sorted(known):
        highest = max(highest, share)
        points[day] = highest
    return sorted(points.items())


def actual_percent(on: date, *, steps: Sequence[PlannedStep], reports: Sequence[Reported], is_finished: bool) -> int:
    """How many per cent are done: all of a finished project; else the latest report up to that day (of two on one
    day the later in order), or the largest share of a milestone that is done, whichever is more."""
    if is_finished:
        return WHOLE
    told = [report for report in reports if report.on <= on]
    latest = max(enumerate(told), key=lambda pair: (pair[1].on, pair[0]))[1].percent if told else 0
    done = max((one.share for one in steps if one.done_on is not None and one.done_on <= on), default=0)
    return min(max(latest, done), WHOLE)


class Colour(StrEnum):
    """The colours a board may use; beside each stands a word. BLUE is kept for what is accepted."""

    GREEN = "GREEN"
    YELLOW = "YELLOW"
    ORANGE = "ORANGE"
    RED = "RED"
    BLUE = "BLUE"


@dataclass(frozen=True, slots=True)
class Band:
    """From so many points of a per cent ahead (behind: negative) on, this colour and these words."""

    at_least: int
    colour: Colour
    words: Text


ACCEPTED = Band(WHOLE, Colour.BLUE, Text("已验收", "Accepted"))
DEFAULT_BANDS: tuple[Band, ...] = (
    Band(0, Colour.GREEN, Text("按计划推进", "On plan")),
    Band(-10, Colour.YELLOW, Text("略慢于计划", "A little behind")),
    Band(-25, Colour.ORANGE, Text("明显慢于计划", "Clearly behind")),
    Band(-WHOLE, Colour.RED, Text("严重慢于计划", "Far behind")),
)


class BandFault(StrEnum):
    """Why a list of bands does not cover every case once."""

    NONE = "NONE"
    REPEATED = "REPEATED"
    OPEN_BELOW = "OPEN_BELOW"
    BLUE_IS_TAKEN = "BLUE_IS_TAKEN"
    WITHOUT_WORDS = "WITHOUT_WORDS"


def check_bands(bands: Sequence[Band]) -> BandFault | None:
    """What is wrong with the office's bands: every variance from -100 to 100 must fall into exactly one of them."""
    limits = [band.at_least for band in bands]
    if not bands:
        return BandFault.NONE
    if len(set(limits)) < len(limits):
        return BandFault.REPEATED
    if min(limits) > -WHOLE:
        return BandFault.OPEN_BELOW
    if any(band.colour is Colour.BLUE for band in bands):
        return BandFault.BLUE_IS_TAKEN
    return BandFault.WITHOUT_WORDS if any(not band.words.zh.strip() for band in bands) else None


def find_band(variance: int | None, *, bands: Sequence[Band], is_accepted: bool) -> Band | None:
    """The band a project falls into: blue once accepted, else the highest it reaches; None where nothing is planned.

    Source: practice; the bands are the office's choice (`project_citation.COLOUR_BANDS`).
    """
    if is_accepted:
        return ACCEPTED
    if variance is None:
        return None
    reached = [band for band in bands if variance >= band.at_least]
    return max(reached, key=lambda band: band.at_least, default=None)


def is_overdue(on: date, *, due_on: date | None, finished_on: date | None) -> bool:
    """Past its last day and not finished; on the day itself it is still in time."""
    return due_on is not None and finished_on is None and on > due_on


def paid_tenths(*, paid: int, budgeted: int) -> int | None:
    """What part of the money is paid, in tenths of a per cent, halves up; None where nothing is budgeted."""
    refuse_impossible(paid=paid, budgeted=budgeted)
    return (2000 * paid + budgeted) // (2 * budgeted) if budgeted else None


class Part(StrEnum):
    """What of an adopted project is changed by a change that may need the congress."""

    NAME = "NAME"
    SCALE = "SCALE"
    PLACE = "PLACE"
    MONEY = "MONEY"
    DUE = "DUE"
    STOP = "STOP"


DECIDED_BY_CONGRESS = frozenset({Part.NAME, Part.SCALE, Part.PLACE, Part.STOP})


@dataclass(frozen=True, slots=True)
class ChangeFinding:
    """Whether it may be changed; `needs` are the parts the congress has to decide."""

    is_allowed: bool
    needs: tuple[Part, ...]
    citations: tuple[Citation, ...]
    steps: tuple[Step, ...]


def may_change(
    parts: Collection[Part],
    *,
    money_before: int,
    money_after: int,
    free_percent: int,
    needs_congress: bool,
    is_decided: bool,
) -> ChangeFinding:
    """Whether an adopted project may be changed so.

    Name, scale, place and the end of a project, and more money than `free_percent` beyond what was adopted, need a
    decision of the congress; a later day and money within that share need only a reason. `needs_congress` is the
    town's own setting. Source: Organic Law art. 12(1)(3) decides projects; that their change goes back is inferred.
    """
    refuse_impossible(money_before=money_before, money_after=money_after, free_percent=free_percent)
    is_beyond = (money_after - money_before) * WHOLE > money_before * free_percent
    heavy = {part for part in parts if part in DECIDED_BY_CONGRESS or (part is Part.MONEY and is_beyond)}
    needs = tuple(part for part in Part if part in heavy) if needs_congress else ()
    cited = (citation.PROJECTS, project_citation.CHANGE_BY_CONGRESS) if heavy else ()
    return ChangeFinding(not needs or is_decided, needs, cited, (_reason(needs, is_decided, free_percent),))


def _reason(needs: tuple[Part, ...], is_decided: bool, free_percent: int) -> Step:
    if not needs:
        return step(
            f"这样的调整写明原因即可：总投资增加不超过 {free_percent}%，名称、规模、地点不变，项目不停建。",
            f"A reason is enough: no more than {free_percent} % more money, the same name, scale and place, no stop.",
        )
    if is_decided:
        return step("有代表大会的决定作依据。", "The congress has decided it.")
    return step("这样的调整须由代表大会决定。", "The congress has to decide such a change.")
