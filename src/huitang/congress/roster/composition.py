"""The make-up of the roll: sex, age, nationality, party, education."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from huitang.congress.roster.queries import RollRow


@dataclass(frozen=True)
class Share:
    label: str
    number: int
    of: int

    @property
    def percent(self) -> str:
        """To one place, half up, in whole numbers only."""
        tenths = (2000 * self.number + self.of) // (2 * self.of) if self.of else 0
        return f"{tenths // 10}.{tenths % 10}%"


@dataclass(frozen=True)
class Part:
    """One way to divide the roll; its shares add up to the whole."""

    title: str
    shares: tuple[Share, ...]


def make_up(roll: Sequence[RollRow], *, on: date) -> tuple[Part, ...]:
    """The five divisions an office reports; what is not known is shown as such."""
    if not roll:
        return ()
    bands = age_bands()
    return (
        _part(_("性别"), roll, lambda row: row.sex, order=("女", "男")),
        _part(_("年龄"), roll, lambda row: _age_band(row.born, on, bands), order=[name for _limit, name in bands]),
        _part(_("民族"), roll, lambda row: row.ethnicity, order=("汉族",)),
        _part(_("政治面貌"), roll, lambda row: row.party, order=("中共党员",)),
        _part(
            _("文化程度"),
            roll,
            lambda row: row.education,
            order=("研究生", "本科", "大专", "中专", "高中", "初中", "小学"),
        ),
    )


def age_bands() -> Sequence[tuple[int, str]]:
    return (
        (36, _("35 岁以下")),
        (46, _("36–45 岁")),
        (56, _("46–55 岁")),
        (66, _("56–65 岁")),
        (200, _("66 岁以上")),
    )


def age_on(born: str, on: date) -> int | None:
    """Years completed by the end of the month of birth; None when the month is not known."""
    if len(born) < 7:
        return None
    year, month = int(born[:4]), int(born[5:7])
    return on.year - year - (on.month < month)


def _age_band(born: str, on: date, bands: Sequence[tuple[int, str]]) -> str:
    age = age_on(born, on)
    if age is None:
        return ""
    return next(name for limit, name in bands if age < limit)


def _part(title: str, roll: Sequence[RollRow], label_of: Callable[[RollRow], str], order: Sequence[str]) -> Part:
    counts = Counter(label_of(row) for row in roll)
    labels = sorted(counts, key=lambda label: _rank(label, order, counts))
    return Part(title, tuple(Share(label or _("未填写"), counts[label], len(roll)) for label in labels))


def _rank(label: str, order: Sequence[str], counts: Mapping[str, int]) -> tuple[int, int, str]:
    """First those with a fixed place, then the most frequent; what is not filled in comes last."""
    if not label:
        return (len(order) + 1, 0, "")
    return (order.index(label) if label in order else len(order), -counts[label], label)
