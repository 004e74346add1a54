"""The parts of a standing page: paragraphs, tables, charts and photos, as JSON that any page can draw.

A chart holds whole numbers to draw and the words to write beside them; its table always follows it.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

Block = dict[str, Any]
Facts = dict[str, Any]
BETWEEN = "\u3000"  # an ideographic space: between the parts of a line, never within one


def paragraph(text: str) -> Block:
    return {"type": "p", "text": text}


def chips(words: Iterable[str], **drawn: object) -> list[Block]:
    """A line of short words; nothing of none. `drawn` says how they look, never more than they say."""
    return _line(words, "chips", **drawn)


def named(values: Iterable[tuple[str, str | None]]) -> list[Block]:
    """What is known of one thing, each with its name; what is empty is left out."""
    return _line((f"{name}：{value}" for name, value in values if value), "named")


def progress(planned: int, actual: int) -> Block:
    (told,) = _line((f"计划进度 {planned}%", f"实际进度 {actual}%"), "progress", percents=[planned, actual])
    return told


def listed(name: str, lines: Iterable[str]) -> list[Block]:
    """A list under its name; nothing of none."""
    told = [" ".join(line.split()) for line in lines]
    return [{**paragraph("\n".join([f"{name}：", *told])), "as": "list"}] if told else []


def _line(words: Iterable[str], form: str, **drawn: object) -> list[Block]:
    """A paragraph in any reading; a page may draw its parts one by one, in the same order."""
    told = [" ".join(word.split()) for word in words if word]
    return [{**paragraph(BETWEEN.join(told)), "as": form, **drawn}] if told else []


def heading(text: str) -> Block:
    return {"type": "h", "text": text}


def as_of(on: date) -> Block:
    """The day the figures were read; not a matter of substance, so it alone makes no new version."""
    return {"type": "as_of", "on": on.isoformat(), "text": f"数据截至{chinese_day(on)}。"}


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> Block:
    """A column in which nobody has anything yet is left out."""
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    said = [place for place in range(len(head)) if not cells or any(row[place] for row in cells)]
    rows_said = [[row[place] for place in said] for row in cells]
    return {"type": "table", "caption": caption, "head": [head[place] for place in said], "rows": rows_said}


def photo(found: Facts) -> Block:
    """`found` names a picture by its `sha256`, with its caption and size."""
    return {"type": "photo", **{key: found[key] for key in ("sha256", "caption", "width", "height")}}


def chart(
    form: str, title: str, *, series: Sequence[str], rows: Iterable[Block], sentence: str = "", unit: str = ""
) -> Block:
    """`form` is bars, stacked, against (planned, actual) or in_and_out; `rows` come from `row`."""
    told = {"form": form, "title": title, "sentence": sentence, "unit": unit}
    return {"type": "chart", **told, "series": list(series), "rows": list(rows)}


def row(label: str, values: Sequence[int], told: Sequence[str] | None = None, *, side: int = 0) -> Block:
    """One line of a chart: what is drawn and what is written; `side` 0 is in, 1 is out."""
    return {"label": label, "values": list(values), "told": list(told or map(str, values)), "side": side}


def chinese_day(on: date) -> str:
    return f"{on.year}年{on.month}月{on.day}日"


def iso(on: date | None) -> str | None:
    return on.isoformat() if on else None
