"""The point scheme of a town as it stands."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from huitang.congress.journal import queries as journal
from huitang.congress.performance.models import PointScheme
from huitang.congress.supervision import words
from huitang.congress.supervision.models import Activity

SITTING, SUGGESTION = "SITTING", "SUGGESTION"
COUNTED = (SITTING, *Activity.Kind.values, SUGGESTION)
HIGHEST = 100
# where no one has decided yet; the scheme is off until somebody does
_FIRST_WEIGHTS = {SITTING: 5, SUGGESTION: 3, "TRAINING": 2, "VOTERS": 2}
_OTHER_WEIGHT = 3


@dataclass(frozen=True)
class Weight:
    what: str
    name: str
    points: int


@dataclass(frozen=True)
class Scheme:
    is_on: bool
    weights: tuple[Weight, ...]
    version: int

    @property
    def by_what(self) -> dict[str, int]:
        return {weight.what: weight.points for weight in self.weights}


def get_scheme(*, town_id: int, chain: str) -> Scheme:
    version = journal.get_sequence(chain)
    kept = PointScheme.objects.filter(town_id=town_id).first()
    weights = kept.weights if kept else {}
    return Scheme(
        is_on=bool(kept and kept.is_on),
        weights=tuple(Weight(what, name_of(what), weights.get(what, first_weight(what))) for what in COUNTED),
        version=version,
    )


def first_weight(what: str) -> int:
    return _FIRST_WEIGHTS.get(what, _OTHER_WEIGHT)


def name_of(what: str) -> str:
    if what == SITTING:
        return _("出席会议")
    return _("提出建议") if what == SUGGESTION else words.kind_name(what)
