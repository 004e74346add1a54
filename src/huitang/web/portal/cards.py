"""The blocks of a released text laid out as cards: the same words in the same order, since they are what was signed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile, zip_longest

from django.utils.html import format_html

from huitang.web.portal import shapes
from huitang.web.portal.shapes import Block

BETWEEN = "\u3000"  # the ideographic space between the parts of a line
LOOKS = {"逾期": "wrong", "代表评价：不满意": "wrong", "代表评价：基本满意": "warned", "代表评价：满意": "done"}


@dataclass(frozen=True)
class Card:
    """What stands under one heading; `url` is the page it has of its own."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    url: str = ""

    @property
    def is_folded(self) -> bool:
        """What has a page of its own shows its first paragraph; the rest can be opened."""
        return bool(self.url) and len(self.blocks) > 1

    @property
    def sentences(self) -> list[str]:
        """Of its first paragraph."""
        return sentences(self.blocks)

    @property
    def band(self) -> str:
        """The colour of its edge."""
        return next((block["band"] for block in self.blocks if block.get("band")), "")


@dataclass
class Group:
    """Cards under a heading of their own, or under none."""

    id: str = ""
    title: str = ""
    cards: list[Card] = field(default_factory=list)


Lead = list[tuple[Block | None, Block | None]]


def laid_out(blocks: Iterable[Block], urls: Mapping[str, str]) -> dict[str, object]:
    """What stands above the cards, each chart with its table; then the cards. `urls` are by heading."""
    found = list(blocks)
    lead = list(takewhile(lambda block: block["type"] != "h", found))
    groups = _groups(found[len(lead) :], urls)
    return {"lead": _lead(lead, _anchors(groups)), "groups": groups}


def parts_of(blocks: Iterable[Block]) -> list[tuple[str, tuple[Block, ...]]]:
    """Each heading with what stands below it, as the verifier takes it."""
    parts: list[tuple[str, tuple[Block, ...]]] = []
    for block in blocks:
        if block["type"] == "h":
            parts.append((block["text"], ()))
        elif parts:
            parts[-1] = (parts[-1][0], (*parts[-1][1], block))
    return parts


def sentences(blocks: Sequence[Block]) -> list[str]:
    """Of the first paragraph, to be set one below the other."""
    return re.findall(r"[^。]+。?", blocks[0].get("text", "")) if blocks else []


def _groups(blocks: list[Block], urls: Mapping[str, str]) -> list[Group]:
    """A heading directly above another is that of a group."""
    groups: list[Group] = []
    for number, (block, then) in enumerate(zip_longest(blocks, blocks[1:])):
        is_heading = block["type"] == "h"
        if is_heading and then and then["type"] == "h":
            groups.append(Group(f"group-{number}", block["text"]))
        elif is_heading:
            groups = groups or [Group()]
            card = Card(f"card-{number}", block["text"], (), urls.get(block["text"], ""))
            groups[-1].cards.append(card)
        else:
            cards = groups[-1].cards
            cards[-1] = replace(cards[-1], blocks=(*cards[-1].blocks, _parted(block)))
    return groups


def _anchors(groups: Iterable[Group]) -> dict[str, list[str]]:
    """Where each name stands; of two deputies of one name the first is told first."""
    places: dict[str, list[str]] = {}
    for group in groups:
        for name, place in ((group.title.partition("（")[0], group.id), *((one.title, one.id) for one in group.cards)):
            places.setdefault(name, []).append(place)
    return places


def _lead(blocks: list[Block], anchors: Mapping[str, list[str]]) -> Lead:
    told: Lead = []
    for block in blocks:
        if block["type"] == "table" and told and told[-1][0] and told[-1][1] is None:
            told[-1] = (told[-1][0], _linked(block, anchors))
        elif block["type"] == "table":
            told.append((None, _linked(block, anchors)))
        else:
            told.append((block, None) if block["type"] == "chart" else (None, block))
    return told


def _linked(table: Block, anchors: Mapping[str, list[str]]) -> Block:
    """The names in the first column lead to their cards."""
    left = {name: list(places) for name, places in anchors.items()}
    shaped = shapes.shaped(table)
    for row in shaped["rows"]:
        label, name, right = row[0]  # no column is drawn that says nothing
        if left.get(name):
            row[0] = (label, format_html('<a href="#{}">{}</a>', left[name].pop(0), name), right)
    return shaped


def _parted(block: Block) -> Block:
    """The parts of a line, as they are drawn; a table's cells."""
    form, words = block.get("as"), block.get("text", "").split(BETWEEN)
    if form == "chips":
        return {**block, "parts": [(word, LOOKS.get(word, "band" if block.get("band") else "")) for word in words]}
    if form == "progress":
        return {**block, "parts": list(zip(words, block["percents"], strict=True))}
    if form == "named":
        return {**block, "parts": [_name_and_value(word) for word in words]}
    if form == "list":
        name, *lines = block["text"].split("\n")
        return {**block, "name": name, "parts": lines}
    return shapes.shaped(block)


def _name_and_value(word: str) -> tuple[str, str]:
    name, colon, value = word.partition("：")
    return f"{name}{colon}", value
