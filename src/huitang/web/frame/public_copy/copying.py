"""Walks from the first pages to everything they lead to, and writes it down."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from huitang.adapters.plain_files import links, serving
from huitang.adapters.plain_files.folder import Entry, FolderIsNotUsable, Manifest, PlainFolder, open_folder
from huitang.congress.journal import queries as journal
from huitang.congress.journal.one_look import one_look
from huitang.congress.publication import queries as published
from huitang.web.frame.public_copy import addresses
from huitang.web.frame.public_copy.addresses import Kind
from huitang.web.frame.public_copy.visitor import Answer, Visitor, quietly

MISSING = "/404.html"
_NOT_MODIFIED, _OK, _GONE, _NOT_FOUND = 304, 200, 410, 404
_READ_FOR_ADDRESSES = ("application/json", "application/xml", "application/atom+xml", "text/xml", "text/calendar")


@dataclass(frozen=True)
class Wishes:
    """How the copy is to be made. `since_last`: pages the portal says are unchanged are not drawn again."""

    since_last: bool = False
    is_clean: bool = False  # links to folders, for web servers only
    is_shared: bool = False  # the folder may hold files of others


@dataclass(frozen=True)
class Copied:
    """What was done; `dead` are links that lead nowhere: the page, the address, why."""

    pages: int
    files: int
    tombstones: int
    written: int
    unchanged: int
    removed: int
    kept_back: tuple[str, ...]
    dead: tuple[tuple[str, str, str], ...]


class Copy:
    """One run: what is known, what waits, what was written."""

    def __init__(self, folder: PlainFolder, wishes: Wishes, told: Callable[[int, int], None]) -> None:
        self.folder, self.wishes, self.told = folder, wishes, told
        self.visitor = Visitor()
        self.made_by, self.stand = _made_by(wishes), journal.stand_of_all()
        is_same = wishes.since_last and folder.manifest.made_by == self.made_by
        self.before = folder.manifest.by_path() if is_same else {}
        self.names_before = folder.manifest.names
        self.waiting: list[str] = []  # the last met comes first: one town after the other
        self.seen: dict[str, str] = {}  # each address, and the page that led to it; empty: nobody did
        self.entries: dict[str, Entry] = {}
        self.leads: dict[str, tuple[str, ...]] = {}
        self.dead: list[tuple[str, str, str]] = []
        self.headers: dict[str, dict[str, str]] = {}

    def run(self) -> Copied:
        if self._is_as_left():
            self.folder.unchanged = len(self.before)
            return self._copied(tuple(self.before.values()))
        self._meet(addresses.beginnings())
        self._meet(addresses.withdrawn())
        self._meet(self.folder.manifest.names)  # what is gone since may be a tombstone now
        while self.waiting:
            path = self.waiting.pop()
            self._take(path)
            self.told(len(self.seen) - len(self.waiting), len(self.seen))
        return self._finish()

    def _is_as_left(self) -> bool:
        """Nothing was recorded since the last time, and nobody touched a file."""
        return bool(self.before) and self.folder.manifest.stand == self.stand and self.folder.is_whole()

    def _meet(self, paths: Iterable[str], *, led_by: str = "") -> None:
        for path in paths:
            if path not in self.seen:
                self.seen[path] = led_by
                self.waiting.append(path)

    def _take(self, path: str) -> None:
        held = self.before.get(path)
        if held and not self.folder.has(held.file, held.sha256):
            held = None
        if _kind(path) is Kind.STATIC:
            held = None  # whole in a moment; an unchanged one is answered without some of its headers
        answer = self.visitor.ask(path, etag=held.etag if held else "")
        self.headers[path] = answer.headers
        if answer.status == _NOT_MODIFIED and held:
            self._keep(held)
        elif answer.status in (_OK, _GONE) or (answer.status == _NOT_FOUND and path.endswith(MISSING)):
            self._write(path, answer)
        elif self.seen[path]:
            self.dead.append((self.seen[path], path, str(answer.status)))

    def _keep(self, held: Entry) -> None:
        self.folder.unchanged += 1
        self._note(held, [self.names_before[number] for number in held.links])

    def _write(self, path: str, answer: Answer) -> None:
        content, found = answer.content, []
        kind = answer.content_type.partition(";")[0]
        is_static = _kind(path) is Kind.STATIC
        if kind == "text/html" and not is_static:
            html = links.without_live_only(content.decode())
            found = self._public(path, links.addresses_in(html))
            content = links.rewritten(html, link=self._link_from(path), whole=_whole).encode()
        elif kind == "text/css":
            found = links.addresses_in_style(content.decode(), address=path)
        elif kind in _READ_FOR_ADDRESSES:
            told = map(links.path_of, links.addresses_told(content.decode(), site=settings.SITE_ADDRESS))
            found = [one for one in dict.fromkeys(told) if _kind(one) is Kind.PAGE]
        file = links.file_of(path)
        sha256 = self.folder.put(file, content)
        self._note(Entry(path, file, answer.status, sha256, answer.etag, answer.content_type), found)

    def _note(self, entry: Entry, found: Iterable[str]) -> None:
        self.entries[entry.path] = entry
        self.leads[entry.path] = tuple(found)
        is_read = entry.content_type.startswith(("text/html", "text/css"))  # by people: its links must lead somewhere
        self._meet(self.leads[entry.path], led_by=entry.path if is_read else "")
        if _kind(entry.path) is Kind.PAGE:
            self._meet(addresses.beside(entry.path))

    def _public(self, page: str, told: Iterable[str]) -> list[str]:
        """The addresses of a page that are to be copied too; those that are none of ours are noted."""
        found: dict[str, None] = {}
        for path in dict.fromkeys(map(links.path_of, told)):
            kind = _kind(path)
            if kind in (Kind.PAGE, Kind.STATIC):
                found[path] = None
            else:
                self.dead.append((page, path, "behind the door" if kind is Kind.ROOM else "no such address"))
        return list(found)

    def _link_from(self, page: str) -> Callable[[str], str]:
        def link(address: str) -> str:
            if _kind(links.path_of(address)) not in (Kind.PAGE, Kind.STATIC):
                return _whole(address)
            if page.endswith(MISSING):  # it is shown at any address: no relative link would be right
                return urlsplit(settings.SITE_ADDRESS).path + address
            return links.relative(address, page=page, keeps_index=not self.wishes.is_clean)

        return link

    def _finish(self) -> Copied:
        numbers = {name: number for number, name in enumerate(sorted(self.entries))}
        entries = tuple(self._numbered(self.entries[path], numbers) for path in sorted(self.entries))
        serve = serving.Told(self._headers_of(entries, Kind.PAGE), self._headers_of(entries, Kind.STATIC), self.headers)
        self._write_beside(entries, serve)
        stand = "" if self.dead else self.stand  # what leads nowhere is told each time
        manifest = Manifest(self.made_by, settings.SITE_ADDRESS, tuple(numbers), entries, stand)
        self.folder.finish(manifest, serving.FILES)
        return self._copied(entries)

    def _copied(self, entries: tuple[Entry, ...]) -> Copied:
        return Copied(
            pages=sum(entry.content_type.startswith("text/html") for entry in entries),
            files=len(entries),
            tombstones=sum(entry.status == _GONE for entry in entries),
            written=len(self.folder.written - set(serving.FILES)),
            unchanged=self.folder.unchanged,
            removed=len(self.folder.removed),
            kept_back=tuple(self.folder.kept_back),
            dead=tuple(sorted(set(self.dead))),
        )

    def _headers_of(self, entries: tuple[Entry, ...], kind: Kind) -> dict[str, str]:
        """As the first of its kind has them: of pages that is the first page of all."""
        return next((self.headers[entry.path] for entry in entries if _kind(entry.path) is kind), {})

    def _numbered(self, entry: Entry, numbers: dict[str, int]) -> Entry:
        return replace(entry, links=tuple(numbers[path] for path in self.leads[entry.path] if path in numbers))

    def _write_beside(self, entries: tuple[Entry, ...], serve: serving.Told) -> None:
        host = urlsplit(settings.SITE_ADDRESS).hostname or "_"
        nginx = serving.nginx_conf(entries, serve, root=self.folder.root, host=host)
        beside = {serving.NGINX: nginx, serving.HEADERS: serving.headers_file(entries, serve)}
        for file, text in beside.items():
            if not self.folder.has(file, hashlib.sha256(text.encode()).hexdigest()):
                self.folder.put(file, text.encode())


def copy_public(root: Path, wishes: Wishes, told: Callable[[int, int], None] = lambda done, known: None) -> Copied:
    """Everything public into the folder; `told` hears how many addresses are done and known.

    :raises FolderIsNotUsable:
    """
    folder = open_folder(root, own=serving.FILES, is_shared=wishes.is_shared)
    _same_site(folder)
    with quietly(), one_look():
        return Copy(folder, wishes, told).run()


def _same_site(folder: PlainFolder) -> None:
    """A wrong HUITANG_HOME must not empty a folder."""
    if folder.manifest.entries and not published.list_public_towns():
        raise FolderIsNotUsable(
            f"Nothing is public here ({settings.HOME}), but {folder.root} holds published pages. "
            "Is HUITANG_HOME right? To begin anew, choose another folder."
        )


def _whole(address: str) -> str:
    return settings.SITE_ADDRESS + address


@cache
def _kind(path: str) -> Kind:
    return addresses.kind_of(path)


def _made_by(wishes: Wishes) -> str:
    """What the pages depend on besides the records: programme, settings, the towns that share the site."""
    told = [version("huitang"), settings.SITE_ADDRESS, settings.SITE_ID, settings.TIME_ZONE]
    told += [str(settings.REHEARSAL), str(wishes.is_clean)]
    told += [f"{town.code}:{town.name}" for town in published.list_public_towns()]
    for file in sorted(settings.PACKAGE.rglob("*")):
        if file.suffix in (".py", ".html", ".mo", ".css", ".js", ".svg"):
            stat = file.stat()
            told.append(f"{file.name}:{stat.st_size}:{stat.st_mtime_ns}")
    return hashlib.sha256("\n".join(told).encode()).hexdigest()
