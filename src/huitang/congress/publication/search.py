"""Looking for words in what is in force: every word must stand in the text, as it is written."""

from dataclasses import dataclass

from django.db.models import Case, Max, Min, Q, QuerySet, Value, When
from django.utils import timezone

from huitang.congress.publication import queries
from huitang.congress.publication.marked import Parts, excerpt, marked, words_of
from huitang.congress.publication.models import Release
from huitang.congress.publication.plain_words import plain_words
from huitang.congress.publication.queries import ReleaseRow

PER_PAGE = 20


@dataclass(frozen=True)
class Hit:
    """A text, its title and an excerpt with the words looked for apart."""

    row: ReleaseRow
    title: Parts
    excerpt: Parts


@dataclass(frozen=True)
class Found:
    """One page of what was found; `years` are those anything was released in."""

    words: tuple[str, ...]
    hits: tuple[Hit, ...]
    total: int
    page: int
    years: tuple[int, ...]

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PER_PAGE))


@dataclass(frozen=True)
class IndexRow:
    """A text as the search of a copy on plain files knows it."""

    row: ReleaseRow
    words: str


def search(town_id: int, *, asked: str, kind: str = "", year: int | None = None, page: int = 1) -> Found:
    """Texts in force with every word asked for, those with all of them in the title first, then the latest."""
    words = words_of(asked)
    ids = list(_found(town_id, words, kind, year)) if words or kind or year else []
    pages = max(1, -(-len(ids) // PER_PAGE))
    shown = min(max(page, 1), pages)
    here = ids[(shown - 1) * PER_PAGE : shown * PER_PAGE]
    rows = {row.id: row for row in queries.rows_of(Release.objects.filter(pk__in=here))}
    hits = tuple(_hit(rows[one], words) for one in here if one in rows)
    return Found(words, hits, len(ids), shown, _years(town_id))


def list_index(town_id: int) -> tuple[IndexRow, ...]:
    """Everything in force, the latest first, with its words."""
    return tuple(IndexRow(row, _words_after_title(row)) for row in queries.list_in_force(town_id))


def _found(town_id: int, words: tuple[str, ...], kind: str, year: int | None) -> QuerySet[Release, int]:
    found = Release.objects.filter(town_id=town_id, state=Release.State.RELEASED)
    in_title = Q()
    for word in words:
        found = found.filter(words__contains=word)
        in_title &= Q(title__icontains=word)
    if kind:
        found = found.filter(kind=kind)
    if year:
        found = found.filter(released_at__year=year)
    if words:
        found = found.annotate(rank=Case(When(in_title, then=Value(0)), default=Value(1)))
        return found.order_by("rank", "-released_at", "-pk").values_list("pk", flat=True)
    return found.order_by("-released_at", "-pk").values_list("pk", flat=True)


def _hit(row: ReleaseRow, words: tuple[str, ...]) -> Hit:
    return Hit(row, marked(row.title, words), excerpt(_words_after_title(row), words))


def _words_after_title(row: ReleaseRow) -> str:
    facts = row.facts if row.is_standing else {}
    whole = plain_words(row.title, row.blocks, facts)
    return whole.removeprefix(row.title).strip()


def _years(town_id: int) -> tuple[int, ...]:
    shown = Release.objects.filter(town_id=town_id, state=Release.State.RELEASED)
    ends = shown.aggregate(first=Min("released_at"), last=Max("released_at"))
    if ends["first"] is None:
        return ()
    first, last = (timezone.localtime(ends[end]).year for end in ("first", "last"))
    return tuple(range(last, first - 1, -1))
