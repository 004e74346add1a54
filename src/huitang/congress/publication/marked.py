"""Where the words somebody looks for stand in a text."""

import re
from collections.abc import Sequence

Parts = tuple[tuple[bool, str], ...]  # in order; True: one of the words looked for

AROUND = 48  # characters of an excerpt before the first word found, and twice as many after
MOST_WORDS, LONGEST = 8, 40


def words_of(asked: str) -> tuple[str, ...]:
    """What was typed, word by word, in small letters; no more than anyone means."""
    return tuple(word[:LONGEST] for word in dict.fromkeys(asked.lower().split()))[:MOST_WORDS]


def marked(text: str, words: Sequence[str]) -> Parts:
    """The whole text, the words looked for apart."""
    if not words:
        return ((False, text),)
    any_of = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    pieces = re.split(f"({any_of})", text, flags=re.IGNORECASE)
    return tuple((place % 2 == 1, piece) for place, piece in enumerate(pieces) if piece)


def excerpt(text: str, words: Sequence[str]) -> Parts:
    """The surroundings of the first word found, else the beginning; in one line."""
    line = " ".join(text.split())
    low = line.lower()
    found = [at for word in words if (at := low.find(word)) >= 0]
    start = max(0, min(found, default=0) - AROUND)
    end = start + 3 * AROUND
    cut = f"{'…' if start else ''}{line[start:end]}{'…' if end < len(line) else ''}"
    return marked(cut, words)
