"""The English catalogue: `python tools/messages.py` brings it up to date and says what still has no English.

Chinese is the msgid. The tool reads every Python file and template of src/huitang, keeps the translations there are,
drops what is no longer said, and compiles the catalogue. It needs Babel, no gettext binaries, no settings.
"""

import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "huitang"
CATALOGUE = SOURCES / "web/frame/locale/en/LC_MESSAGES/django.po"

# which arguments are words, as Babel writes it; "c" marks the context
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...]] = {
    "_": (1,),
    "__": (1,),
    "gettext": (1,),
    "gettext_lazy": (1,),
    "gettext_noop": (1,),
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\([^()]*\)[sd]|\{\w*\}|%[sd]")

Words = str | tuple[str, str]


@dataclass(frozen=True)
class Said:
    """One string of the interface: what is said, in which context, and where."""

    words: Words
    context: str | None
    file: str
    line: int


@dataclass(frozen=True)
class Report:
    missing: tuple[Said, ...]
    obsolete: tuple[str, ...]


def extract(sources: Path = SOURCES) -> Iterator[Said]:
    """Every string handed to gettext below a folder, in the order of files and lines."""
    for file in sorted(sources.rglob("*")):
        if file.suffix in (".py", ".html", ".txt") and "migrations" not in file.parts:
            yield from extract_file(file)


def extract_file(file: Path) -> Iterator[Said]:
    text = file.read_text(encoding="utf-8")
    code = text if file.suffix == ".py" else _flush_left(templatize(text, origin=str(file)))
    name = file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else file.name
    for line, function, told, _ in extract_python(io.BytesIO(code.encode()), list(KEYWORDS), [], {"encoding": "utf-8"}):
        said = read_call(function, told)
        if said:
            yield Said(said[0], said[1], name, line)


def _flush_left(code: str) -> str:
    """A template's indentation is none of Python's."""
    return "\n".join(line.lstrip() for line in code.splitlines())


def read_call(function: str | None, told: object) -> tuple[Words, str | None] | None:
    """The words and the context of one call; None when the words are not written there (a variable)."""
    arguments = told if isinstance(told, tuple | list) else (told,)
    spec = KEYWORDS[function or ""]
    places = [part[0] if isinstance(part, tuple) else part for part in spec]
    if len(arguments) < max(places) or not all(isinstance(arguments[place - 1], str) for place in places):
        return None
    context = arguments[0] if isinstance(spec[0], tuple) else None
    words = tuple(arguments[part - 1] for part in spec if isinstance(part, int))
    return (words[0] if len(words) == 1 else words), context


def read_catalogue(path: Path = CATALOGUE) -> Catalog:
    if not path.exists():
        return Catalog(locale="en")
    with path.open("rb") as lines:
        return read_po(lines, locale="en")


def refresh(held: Catalog, said: list[Said]) -> tuple[Catalog, Report]:
    """The catalogue of what is said now, with the translations held; and what is missing or obsolete."""
    fresh = Catalog(locale="en", project="Huitang", version="1", fuzzy=False, header_comment="# Huitang in English.")
    fresh.revision_date = fresh.creation_date = datetime(2025, 1, 1, tzinfo=UTC)  # a date would only make diffs
    for one in said:
        message = _held(held, one)
        words = message.string if message else ""
        fresh.add(one.words, words, locations=[(one.file, 0)], context=one.context)
    missing = {
        (_key(one.words), one.context): one for one in said if not is_translated(fresh.get(one.words, one.context))
    }
    obsolete = [str(_key(m.id)) for m in held if m.id and fresh.get(m.id, m.context) is None]
    return fresh, Report(tuple(missing.values()), (*obsolete, *map(str, held.obsolete)))


def is_translated(message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    words = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(words)


def placeholders(words: object) -> list[frozenset[str]]:
    """The set of placeholders of each form of a message."""
    forms = words if isinstance(words, tuple | list) else (words,)
    return [frozenset(PLACEHOLDER.findall(str(form).replace("%%", ""))) for form in forms]


def keeps_placeholders(message: Message) -> bool:
    """True when no form of the translation invents or loses a placeholder ("one item" may leave out its number)."""
    wanted = frozenset().union(*placeholders(message.id))
    singular, *others = placeholders(message.string)
    if not others:
        return singular == wanted
    return singular <= wanted and all(form == wanted for form in others)


def write_catalogue(catalogue: Catalog, path: Path = CATALOGUE) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as target:
        write_po(target, catalogue, width=0, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    with path.with_suffix(".mo").open("wb") as target:
        write_mo(target, catalogue)


def fill(catalogue: Catalog, translations: Catalog) -> int:
    """Take over the translations of another file (`--from more.po`); returns how many were of use."""
    taken = 0
    for message in translations:
        here = catalogue.get(message.id, message.context) if message.id else None
        if here is not None and is_translated(message):
            here.string, taken = message.string, taken + 1
    return taken


def main(arguments: list[str]) -> int:
    catalogue, report = refresh(read_catalogue(), list(extract()))
    for file in arguments:
        print(f"{fill(catalogue, read_catalogue(Path(file)))} translations taken from {file}")
    write_catalogue(catalogue)
    missing = [one for one in report.missing if not is_translated(catalogue.get(one.words, one.context))]
    for one in missing:
        print(f"{one.file}:{one.line}: no English for {one.words!r}")
    for words in report.obsolete:
        print(f"dropped, no longer said: {words}")
    print(f"{len(catalogue)} messages, {len(missing)} without English, {len(report.obsolete)} dropped")
    return 1 if missing else 0


def _held(held: Catalog, one: Said) -> Message | None:
    message = held.get(one.words, one.context)
    # Babel finds plurals by their singular: only the same shape is the same message
    return message if message and isinstance(message.id, str) == isinstance(one.words, str) else None


def _key(words: object) -> object:
    return words[0] if isinstance(words, tuple | list) else words


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
