"""The parts of a paper on a page: which template draws a block."""

from django import template

from huitang.adapters.papers.paper import Block, Paper

register = template.Library()


@register.filter
def part(block: Block) -> str:
    """Title, Note, Heading, Paragraph …"""
    return type(block).__name__


@register.filter
def is_text(paper: object) -> bool:
    """Made of blocks; the others are drawn by layout and only a PDF shows them."""
    return isinstance(paper, Paper)


@register.filter
def lines(text: str) -> list[str]:
    return text.split("\n")
