"""Says a decided case: for people in one language, and for programs as plain values."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from huitang.adapters.cases.decide import Decided
from huitang.adapters.cases.field_words import NUMBERS
from huitang.adapters.cases.value_words import VALUES
from huitang.rules import next_act_names
from huitang.rules.legal_text import Citation, NextAct, Step, Text

REASONS = ("steps", "citations", "next_acts")
_FLAT = ("numbers", "vote")
_UNSAID = Text("还不能判断：计算的起点没有写，或者本省没有这项规定。", "Nothing can be said yet: no start, or no rule.")
_HEADS = {
    "numbers": Text("数字", "Numbers"),
    "tally": Text("逐张读票", "The papers as read"),
    "steps": Text("理由", "Reasons"),
    "citations": Text("依据", "Provisions"),
    "next_acts": Text("下一步", "What may be done next"),
}


def tell(decided: Decided, *, english: bool) -> str:
    """The outcome, its numbers, reasons and provisions, line by line."""
    voice = _Voice(english=english)
    return "\n".join(voice.lines(decided)) + "\n"


def plain(decided: Decided) -> dict[str, Any]:
    """The same for a program; every sentence in both languages."""
    outcome = decided.outcome
    return {
        "decide": decided.kind.name,
        "title": decided.title,
        "outcome": None if outcome is None else {name: _plain(told) for name, told in _numbers(outcome)},
        "tally": _plain(decided.tally),
        "steps": [_plain(step.text) for step in gather(outcome, "steps")],
        "citations": [_plain_citation(cited) for cited in gather(outcome, "citations")],
        "next_acts": [{"act": act.value, **_plain(next_act_names.NAMES[act])} for act in gather(outcome, "next_acts")],
    }


def gather(outcome: Any, name: str) -> tuple[Any, ...]:
    """The steps, citations or next acts of an outcome, or of the findings it is made of, each once."""
    if hasattr(outcome, name):
        return tuple(dict.fromkeys(getattr(outcome, name)))
    return tuple(dict.fromkeys(one for found in getattr(outcome, "findings", ()) for one in getattr(found, name)))


def _numbers(outcome: Any) -> Iterator[tuple[str, Any]]:
    told: set[str] = set()
    for field in fields(outcome):
        value = getattr(outcome, field.name)
        if field.name in _FLAT and is_dataclass(value):
            pairs = [pair for pair in _numbers(value) if pair[0] != "state" and pair[0] not in told]
        else:
            pairs = [] if _is_reason(field.name, value) else [(field.name, value)]
        told |= {name for name, _ in pairs}
        yield from pairs


def _is_reason(name: str, value: Any) -> bool:
    return name in REASONS or isinstance(value, Text | Citation)


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Text):
        return {"zh": value.zh, "en": value.en}
    if is_dataclass(value):
        return {name: _plain(told) for name, told in _numbers(value)}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _plain_citation(cited: Citation) -> dict[str, Any]:
    return {
        "key": cited.key,
        "law": cited.law,
        "article": cited.article,
        "edition": cited.edition,
        "by_analogy": cited.by_analogy,
        "label": {"zh": cited.label_zh, "en": cited.label_en},
        "gist": _plain(cited.gist),
    }


class _Voice:
    """One of the two languages."""

    def __init__(self, *, english: bool) -> None:
        self.english = english

    def say(self, text: Text) -> str:
        return text.en if self.english else text.zh

    def lines(self, decided: Decided) -> Iterator[str]:
        outcome = decided.outcome
        if decided.title:
            yield decided.title
        if outcome is None:
            yield self.say(_UNSAID)
            return
        numbers = list(_numbers(outcome))
        state = next((self.value(told) for name, told in numbers if name == "state"), "")
        yield f"{self.say(decided.kind.title)}{self.colon}{state}" if state else self.say(decided.kind.title)
        yield from self._part("numbers", self._rows(pair for pair in numbers if pair[0] != "state"))
        if decided.tally is not None:
            yield from self._part("tally", self._rows(_numbers(decided.tally)))
        steps: tuple[Step, ...] = gather(outcome, "steps")
        yield from self._part("steps", (f"{n}. {self.say(step.text)}" for n, step in enumerate(steps, 1)))
        yield from self._part("citations", map(self.citation, gather(outcome, "citations")))
        acts: tuple[NextAct, ...] = gather(outcome, "next_acts")
        yield from self._part("next_acts", (self.say(next_act_names.NAMES[act]) for act in acts))

    def _rows(self, pairs: Iterable[tuple[str, Any]]) -> Iterator[str]:
        return (f"{self.say(NUMBERS[name])}{self.colon}{self.value(told)}" for name, told in pairs)

    @property
    def colon(self) -> str:
        return ": " if self.english else "："

    def _part(self, head: str, lines: Iterable[str]) -> Iterator[str]:
        found = list(lines)
        if found:
            yield ""
            yield self.say(_HEADS[head])
            yield from (f"  {line}" for line in found)

    def citation(self, cited: Citation) -> str:
        label = cited.label_en if self.english else cited.label_zh
        edition = f" [{cited.edition}]" if cited.edition else ""
        return f"{label}{edition}{self.colon}{self.say(cited.gist)}"

    def value(self, told: Any) -> str:
        if isinstance(told, bool):
            return self.say(_YES if told else _NO)
        if told is None:
            return "–"
        if isinstance(told, Enum):
            return self._word(told)
        if isinstance(told, Fraction):
            return _percent(told)
        if is_dataclass(told):
            return self.row(told)
        if isinstance(told, tuple):
            return self._list(told)
        return str(told)

    def _word(self, told: Enum) -> str:
        name = str(told.value)
        word = VALUES.get(f"{type(told).__name__}.{name}") or VALUES[name]
        return f"{self.say(word)} [{name}]"

    def _list(self, told: tuple[Any, ...]) -> str:
        pairs = told and all(isinstance(one, tuple) for one in told)
        shown = [f"{one[0]} {one[1]}" if pairs else self.value(one) for one in told]
        if told and all(is_dataclass(one) for one in told):
            return ("; " if self.english else "；").join(shown)
        between = ", " if self.english else "、"
        return between.join(shown) if shown else self.say(_NOBODY)

    def row(self, told: Any) -> str:
        usual = {field.name: field.default for field in fields(told)}
        unlike = [(name, value) for name, value in _numbers(told) if value is not None and value != usual[name]]
        name = [str(value) for field, value in unlike if field == "candidate_key"]
        rows = self._rows(pair for pair in unlike if pair[0] != "candidate_key")
        return (", " if self.english else "，").join([*name, *rows])


def _percent(told: Fraction) -> str:
    tenths = (2000 * told.numerator + told.denominator) // (2 * told.denominator)
    return f"{told.numerator}/{told.denominator} = {tenths // 10}.{tenths % 10}%"


_YES = Text("是", "yes")
_NO = Text("否", "no")
_NOBODY = Text("无", "none")
