"""Charts as inline SVG: no script, no inline style, the same bytes for the same figures (docs/decisions).

Lengths across are per cent and heights are in em, so a chart fits any width and its words grow with the reader's type.
Every bar has its number beside it and every series its own pattern: nothing is told by colour alone, and it prints in
black and white. What a chart shows is said in its `desc`, and its table stands below it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

Chart = Mapping[str, Any]  # form, title, sentence, unit, series, rows of label, values, told, side

_LINE = 34  # tenths of an em one label and its bar take
_BAR = 9  # tenths of an em of a bar's height
_GAP = 6
_PATTERNS = 4
_SHORTEST = 9  # letters a name has on a phone beside four numbers


@dataclass(frozen=True)
class Text:
    """`x` in per cent, `y` in em, as attributes of SVG."""

    x: str
    y: str
    words: str
    anchor: str = "start"
    kind: str = "label"


@dataclass(frozen=True)
class Bar:
    """`series` from 0 chooses the pattern."""

    x: str
    y: str
    width: str
    height: str
    series: int


@dataclass(frozen=True)
class Drawing:
    """A chart ready to be written down. `marks` are upright lines, such as the votes needed."""

    title: str
    desc: str
    height: str
    texts: tuple[Text, ...]
    bars: tuple[Bar, ...]
    marks: tuple[tuple[str, str, str], ...]
    legend: tuple[tuple[int, str], ...]
    unit: str
    mark_name: str


def draw(chart: Chart) -> Drawing:
    """Of a chart as released texts hold it. :raises KeyError: a form nobody draws"""
    return _FORMS[chart["form"]]({**chart, "rows": _told_apart(chart["rows"])})


def stacked(
    title: str, *, series: Sequence[str], rows: Sequence[tuple[str, Sequence[int]]], mark: int = 0, mark_name: str = ""
) -> Chart:
    """Rows of parts of a whole: attendance, votes. `mark` is where enough begins, on the scale of the values."""
    told = [{"label": label, "values": list(values), "told": [str(one) for one in values]} for label, values in rows]
    marked = {"mark": mark, "mark_name": mark_name, "sentence": f"{mark_name}；" if mark_name else ""}
    return {"form": "stacked", "title": title, "series": list(series), "rows": told, **marked}


def compared(title: str, *, series: Sequence[str], rows: Sequence[tuple[str, Sequence[tuple[int, str]]]]) -> Chart:
    """One or two bars a row, each an amount and how it is written: this year and last."""
    told = [
        {"label": label, "values": [value for value, _told in bars], "told": [told for _value, told in bars]}
        for label, bars in rows
    ]
    return {"form": "against" if len(series) > 1 else "bars", "title": title, "series": list(series), "rows": told}


def _drawing(
    chart: Chart, *, texts: list[Text], bars: list[Bar], tenths: int, marks: Sequence[tuple[str, str, str]] = ()
) -> Drawing:
    series = chart["series"]
    return Drawing(
        title=chart["title"],
        desc=_in_words(chart),
        height=_em(tenths),
        texts=tuple(texts),
        bars=tuple(bars),
        marks=tuple(marks),
        legend=tuple(enumerate(series)) if len(series) > 1 else (),
        unit=chart.get("unit", ""),
        mark_name=chart.get("mark_name", ""),
    )


def _bars(chart: Chart) -> Drawing:
    """One bar a row, all on one scale."""
    longest = _longest(chart["rows"])
    texts: list[Text] = []
    bars: list[Bar] = []
    for place, row in enumerate(chart["rows"]):
        top = place * _LINE
        texts += _label(row, top, row["told"][0])
        bars.append(_bar(0, row["values"][0], longest, top + 15, 0))
    return _drawing(chart, texts=texts, bars=bars, tenths=len(chart["rows"]) * _LINE)


def _stacked(chart: Chart) -> Drawing:
    """The parts of each row behind one another; every row on the scale of the largest whole."""
    whole = max((sum(row["values"]) for row in chart["rows"]), default=0)
    mark, marks = chart.get("mark", 0), []
    texts: list[Text] = []
    bars: list[Bar] = []
    for place, row in enumerate(chart["rows"]):
        top, begun = place * _LINE, 0
        texts += _label(row, top, " + ".join(row["told"]))
        for series, value in enumerate(row["values"]):
            bars.append(_bar(begun, value, whole, top + 15, series))
            begun += value
        if mark and whole:
            marks.append((_percent(mark, whole), _em(top + 13), _em(top + 15 + _BAR + 2)))
    return _drawing(chart, texts=texts, bars=bars, tenths=len(chart["rows"]) * _LINE, marks=marks)


def _against(chart: Chart) -> Drawing:
    """What was planned above what was done, both on one scale."""
    longest = _longest(chart["rows"])
    step = _LINE + _BAR + 2
    texts: list[Text] = []
    bars: list[Bar] = []
    for place, row in enumerate(chart["rows"]):
        top = place * step
        texts += _label(row, top, " / ".join(row["told"]))
        bars += [_bar(0, value, longest, top + 15 + at * (_BAR + 1), at) for at, value in enumerate(row["values"][:2])]
    return _drawing(chart, texts=texts, bars=bars, tenths=len(chart["rows"]) * step)


def _in_and_out(chart: Chart) -> Drawing:
    """Income first, then expense, each under its name and all on one scale."""
    longest = _longest(chart["rows"])
    texts: list[Text] = []
    bars: list[Bar] = []
    top = 0
    for side, name in enumerate(chart["series"]):
        rows = [row for row in chart["rows"] if row["side"] == side]
        if rows:
            texts.append(Text("0", _em(top + 12), name, kind="group"))
            top += 18
        for row in rows:
            texts += _label(row, top, row["told"][0])
            bars.append(_bar(0, row["values"][0], longest, top + 15, side))
            top += _LINE
        top += _GAP
    return _drawing(chart, texts=texts, bars=bars, tenths=top)


_FORMS = {"bars": _bars, "stacked": _stacked, "against": _against, "in_and_out": _in_and_out}


def _longest(rows: Sequence[Mapping[str, Any]]) -> int:
    return max((value for row in rows for value in row["values"]), default=0)


def _label(row: Mapping[str, Any], top: int, told: str) -> Iterator[Text]:
    """The name at the left, its number at the right, the bar below both; the table has long names whole.

    A name too long for a phone is cut there, and written further out where there is room.
    """
    room, wide = (most - len(told) // 2 for most in (15, 44))
    name = row["label"]
    apart = row.get("apart", name)
    if len(name) <= room:
        yield Text("0", _em(top + 11), name)
    else:
        yield Text("0", _em(top + 11), _cut(apart, room), kind="label narrow-only")
        yield Text("0", _em(top + 11), _cut(name, wide), kind="label wide-only")
    yield Text("100%", _em(top + 11), told, "end", "number")


def _told_apart(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Names that would be cut to the same letters are cut to what differs between them."""
    alike: dict[str, list[str]] = {}
    for row in rows:
        alike.setdefault(_cut(row["label"], _SHORTEST), []).append(row["label"].partition("（")[0])
    return [{**row, "apart": _differing(row["label"], alike[_cut(row["label"], _SHORTEST)])} for row in rows]


def _differing(name: str, alike: Sequence[str]) -> str:
    """Without the beginning and the end that all of them have; an ellipsis stands for each."""
    if len(set(alike)) == 1:
        return name
    first = _shared(alike)
    last = _shared([one[first:][::-1] for one in alike])
    plain = name.partition("（")[0]
    return f"…{plain[first : len(plain) - last]}…"


def _shared(names: Sequence[str]) -> int:
    """With how many equal letters all begin."""
    return sum(1 for _same in takewhile(lambda letters: len(set(letters)) == 1, zip(*names, strict=False)))


def _cut(name: str, room: int) -> str:
    """Its end is kept, but for what stands there in brackets: titles that begin alike differ there."""
    if len(name) > room:
        name = name.partition("（")[0] or name
    if len(name) > room and name.startswith("…"):
        return f"{name[: room - 1]}…"
    return name if len(name) <= room else f"{name[:3]}…{name[-(room - 4) :]}"


def _bar(begin: int, value: int, whole: int, top: int, series: int) -> Bar:
    return Bar(_percent(begin, whole), _em(top), _percent(value, whole), _em(_BAR), series % _PATTERNS)


def _percent(part: int, whole: int) -> str:
    hundredths = 10_000 * part // whole if whole > 0 else 0
    return f"{hundredths // 100}.{hundredths % 100:02d}%"


def _em(tenths: int) -> str:
    return f"{tenths // 10}.{tenths % 10}em"


def _in_words(chart: Chart) -> str:
    """The sentence, and then every number with its name."""
    told = (_row_in_words(row, chart["series"]) for row in chart["rows"])
    unit = f"（{chart['unit']}）" if chart.get("unit") else ""
    return f"{chart.get('sentence', '')}{unit}{'；'.join(told)}"


def _row_in_words(row: Mapping[str, Any], series: Sequence[str]) -> str:
    if len(row["told"]) == 1:
        return f"{row['label']} {row['told'][0]}"
    parts = (f"{name} {told}" for name, told in zip(series, row["told"], strict=False))
    return f"{row['label']}：{'，'.join(parts)}"
