"""A page in the office's own words, in the small Markdown its papers are written in; no HTML."""

from datetime import date

from huitang.adapters.papers import markup
from huitang.adapters.papers.paper import Paper
from huitang.congress.documents import texts
from huitang.congress.documents.texts import Draft
from huitang.congress.publication.models import OwnPage
from huitang.congress.publication.standing.blocks import Block


def draft(town_id: int, *, page_id: int, on: date) -> Draft | None:
    """None when there is no such page, or nothing is written on it."""
    page = OwnPage.objects.filter(pk=page_id, town_id=town_id).first()
    return draft_of(page) if page else None


def draft_of(page: OwnPage) -> Draft | None:
    """The same, of a page at hand."""
    told = read(page.text)
    if not told:
        return None
    return Draft("PAGE", f"page:{page.pk}", page.title, told, {"slug": page.slug, "column": page.column})


def read(text: str) -> tuple[Block, ...]:
    """:raises MarkupIsWrong: a box that is not known, or not in its place"""
    paper: Paper = markup.read_markup(text, name="")
    return tuple(block for block in map(texts.as_json, paper.blocks) if block is not None)
