"""A paper read as a reader would: its paragraphs, its tables, and the facts the proofreader finds in them."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from huitang.adapters.papers.paper import Paper
from huitang.adapters.texts.of_paper import paragraphs_of_paper
from huitang.adapters.texts.text import Part, TextParagraph
from huitang.congress.documents.drawing import Drawn
from huitang.congress.documents.source import Source
from huitang.congress.proofreading.date_words import DateSaid
from huitang.congress.proofreading.facts_in import FoundFacts, facts_found
from huitang.congress.proofreading.numerals import read_number
from huitang.congress.record.queries import SessionRecord
from huitang.congress.sittings.calendar import local_zone
from huitang.congress.sittings.queries import SittingRow


@dataclass(frozen=True)
class ReadBack:
    """One text paper beside what it was drawn from."""

    drawn: Drawn
    source: Source

    @property
    def record(self) -> SessionRecord:
        return self.source.record

    @property
    def id(self) -> int:
        return self.drawn.subject.id

    @cached_property
    def paragraphs(self) -> tuple[TextParagraph, ...]:
        assert isinstance(self.drawn.paper, Paper)
        return paragraphs_of_paper(self.drawn.paper)

    @cached_property
    def found(self) -> FoundFacts:
        return facts_found(self.paragraphs)

    @cached_property
    def lines(self) -> list[str]:
        """Everything outside tables."""
        return [one.text for one in self.paragraphs if one.part is not Part.CELL]

    @cached_property
    def words(self) -> str:
        return "\n".join(self.lines)

    @cached_property
    def headings(self) -> list[str]:
        return [one.text for one in self.paragraphs if one.part is Part.HEADING]

    @cached_property
    def tables(self) -> list[list[list[str]]]:
        """Cells by table and row, the head first."""
        found: dict[int, dict[int, list[str]]] = {}
        for one in self.paragraphs:
            if one.cell:
                found.setdefault(one.cell.table, {}).setdefault(one.cell.row, []).append(one.text)
        return [[rows[row] for row in sorted(rows)] for rows in found.values()]

    def behind(self, label: str) -> str:
        """地点：… of the one line that begins so."""
        (line,) = [line for line in self.lines if line.startswith(f"{label}：")]
        return line.removeprefix(f"{label}：")

    def list_under(self, heading: str) -> list[str]:
        """The names in the paragraph below a heading."""
        return self.lines[self.lines.index(heading) + 1].split("、")

    def numbers(self, pattern: str) -> list[int]:
        """Every number the pattern captures, wherever it stands."""
        return [read_number(found) or 0 for found in re.findall(pattern, self.words)]

    def steps(self) -> list[str]:
        """Paragraphs that begin with 一、 二、 …: their words, in order, the numbers counted."""
        told = [re.match(r"([一二三四五六七八九十]+)、(.*)", line) for line in self.lines]
        numbered = [(read_number(found[1]), found[2]) for found in told if found]
        assert [number for number, _ in numbered] == list(range(1, len(numbered) + 1))
        return [words for _, words in numbered]


def days_of(dates: tuple[DateSaid, ...]) -> list[tuple[int | None, int, int]]:
    return [(one.year, one.month, one.day) for one in dates]


def whole(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def sitting_of(back: ReadBack) -> SittingRow:
    return next(row for row in back.record.sittings if row.id == back.id)


def says_when(back: ReadBack, sitting: SittingRow, words: str) -> None:
    """2025年3月31日（星期一）9:00."""
    at = sitting.starts_at.astimezone(local_zone())
    said = facts_found([TextParagraph(words)]).dates
    assert days_of(said[:1]) == [whole(at.date())]
    assert said[0].weekday == at.weekday()
    assert re.findall(r"(\d+):(\d\d)", words) == [(str(at.hour), f"{at.minute:02d}")]


def own_session(record: SessionRecord) -> set[tuple[str, int, int]]:
    title = record.session.title
    return {(title.town, title.term, title.number)}


def sessions_named(found: FoundFacts) -> set[tuple[str, int, int]]:
    return {(one.town, one.term, one.number) for one in found.sessions}


def post_without_town(post: str) -> str:
    return post.removeprefix("镇")
