"""A folder we write plain files into: each whole or not at all, and nothing removed that is not ours."""

import errno
import hashlib
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from huitang.adapters.plain_files import links

MANIFEST = "_manifest.json"
BEGUN = "_begun.txt"  # names written since the manifest was: an interrupted run leaves nothing nobody owns
_FORMAT = "huitang-export-1"
_SMALL_TROUBLES = {".DS_Store", "Thumbs.db", "desktop.ini"}


class FolderIsNotUsable(Exception):
    """A sentence: which folder or file, what is wrong, what to do."""


@dataclass(frozen=True)
class Entry:
    """One address as it was written; `links` are the numbers of the addresses it leads to."""

    path: str
    file: str
    status: int
    sha256: str
    etag: str
    content_type: str
    links: tuple[int, ...] = ()


@dataclass(frozen=True)
class Manifest:
    """What the folder holds of ours; `names` are all addresses by number.

    `made_by` names the programme and its settings, `stand` the records it was drawn from.
    """

    made_by: str = ""
    site: str = ""
    names: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    stand: str = ""

    def by_path(self) -> dict[str, Entry]:
        """Each file by its address."""
        return {entry.path: entry for entry in self.entries}


class PlainFolder:
    """Opened by `open_folder`."""

    def __init__(self, root: Path, manifest: Manifest, extra: Iterable[str]) -> None:
        self.root, self.manifest = root, manifest
        self.known = {entry.file: entry.sha256 for entry in manifest.entries} | dict.fromkeys(extra, "")
        self.written: set[str] = set()
        self.unchanged = 0
        self.removed: list[str] = []
        self.kept_back: list[str] = []  # ours by name, changed by somebody since: left alone

    def has(self, file: str, sha256: str) -> bool:
        """The file stands there, byte for byte."""
        try:
            return hashlib.sha256(self._place(file).read_bytes()).hexdigest() == sha256
        except OSError:
            return False

    def is_whole(self) -> bool:
        """The last run came to its end, and every file of it stands there, byte for byte."""
        is_finished = not (self.root / BEGUN).exists()
        return is_finished and all(self.has(entry.file, entry.sha256) for entry in self.manifest.entries)

    def put(self, file: str, content: bytes) -> str:
        """Writes the file if it is not there yet with these bytes; its SHA-256.

        :raises FolderIsNotUsable: somebody else's file is in the way, or the disk refuses
        """
        sha256 = hashlib.sha256(content).hexdigest()
        if self.has(file, sha256):
            self.unchanged += 1
            return sha256
        place = self._place(file)
        if file not in self.known and place.exists():
            raise FolderIsNotUsable(
                f"{place} was not written by us and is in the way. Move it, or choose another folder."
            )
        _trying(lambda: self._write(file, place, content), place)
        self.written.add(file)
        return sha256

    def finish(self, manifest: Manifest, own: Iterable[str]) -> None:
        """Removes what is ours and has no page any more, then keeps the manifest. `own`: files without an address."""
        wanted = {entry.file for entry in manifest.entries} | set(own)
        for file, sha256 in self.known.items():
            if file not in wanted:
                self._remove(file, sha256)
        told = _written(manifest).encode()
        if not self.has(MANIFEST, hashlib.sha256(told).hexdigest()):
            _trying(lambda: _replace(self.root / MANIFEST, told), self.root / MANIFEST)
        (self.root / BEGUN).unlink(missing_ok=True)

    def _place(self, file: str) -> Path:
        if not links.is_safe(file):
            raise FolderIsNotUsable(
                f"{self.root / MANIFEST} names {file!r}, which is no file of ours. Choose another folder."
            )
        place = self.root / file
        if self.root not in place.parent.resolve().parents and place.parent.resolve() != self.root:
            raise FolderIsNotUsable(f"{place} leads out of {self.root}. Remove the link, or choose another folder.")
        return place

    def _write(self, file: str, place: Path, content: bytes) -> None:
        if file not in self.known:
            with (self.root / BEGUN).open("a", encoding="utf-8") as begun:
                begun.write(f"{file}\n")
        place.parent.mkdir(parents=True, exist_ok=True)
        _replace(place, content)

    def _remove(self, file: str, sha256: str) -> None:
        place = self._place(file)
        if not place.is_file():
            return
        if sha256 and not self.has(file, sha256):
            self.kept_back.append(file)
            return
        _trying(place.unlink, place)
        self.removed.append(file)
        for above in place.parents:
            if above == self.root or any(above.iterdir()):
                return
            above.rmdir()


def open_folder(root: Path, *, own: Iterable[str], is_shared: bool = False) -> PlainFolder:
    """The folder, made if there is none. `own`: files of ours without an address; `is_shared`: others' may stand in it.

    :raises FolderIsNotUsable:
    """
    if root.exists() and not root.is_dir():
        raise FolderIsNotUsable(f"{root} is a file. Name a folder.")
    _trying(lambda: root.mkdir(parents=True, exist_ok=True), root)
    root = root.resolve()
    if not os.access(root, os.R_OK | os.W_OK | os.X_OK):
        raise FolderIsNotUsable(f"{root}: permission denied. Choose a folder you may write to.")
    manifest = _read(root / MANIFEST)
    begun = root / BEGUN
    names = begun.read_text(encoding="utf-8").split("\n") if begun.is_file() else []
    if manifest is None and not begun.is_file() and not is_shared:
        _refuse_foreign(root)
    return PlainFolder(root, manifest or Manifest(), [*filter(links.is_safe, names), *own] if manifest or names else [])


def _refuse_foreign(root: Path) -> None:
    foreign = sorted(one.name for one in root.iterdir() if one.name not in _SMALL_TROUBLES)
    if foreign:
        raise FolderIsNotUsable(
            f"{root} holds files we did not write ({foreign[0]}{' …' if len(foreign) > 1 else ''}). Choose an empty folder, "
            "or say --into-foreign: they are then left alone."
        )


def _read(place: Path) -> Manifest | None:
    if not place.exists():
        return None
    try:
        told = json.loads(place.read_text(encoding="utf-8"))
        if told["format"] != _FORMAT:
            raise ValueError(told["format"])
        entries = tuple(Entry(**{**one, "links": tuple(one["links"])}) for one in told["files"])
        return Manifest(told["made_by"], told["site"], tuple(told["addresses"]), entries, told.get("stand", ""))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FolderIsNotUsable(f"{place} cannot be read ({error}). Choose an empty folder.") from error


def _written(manifest: Manifest) -> str:
    """One line for each file, so that two manifests can be compared by eye."""
    files = ",\n".join(json.dumps(asdict(entry), ensure_ascii=False) for entry in manifest.entries)
    head = {
        "format": _FORMAT,
        "made_by": manifest.made_by,
        "stand": manifest.stand,
        "site": manifest.site,
        "addresses": manifest.names,
    }
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "files": [\n{files}\n]}}\n'


def _replace(place: Path, content: bytes) -> None:
    written = place.with_name(f"{place.name}.part")
    try:
        written.write_bytes(content)
        written.replace(place)
    except OSError:
        written.unlink(missing_ok=True)
        raise


def _trying(deed: Callable[[], object], place: Path) -> None:
    """:raises FolderIsNotUsable: with a sentence for what the disk said"""
    try:
        deed()
    except OSError as error:
        words = {
            errno.ENOSPC: "the disk is full. What was written so far is whole; make room and run again.",
            getattr(errno, "EDQUOT", -1): "your share of the disk is used up. Make room and run again.",
            errno.EACCES: "permission denied. Choose a folder you may write to.",
            errno.EPERM: "permission denied. Choose a folder you may write to.",
            errno.EROFS: "the disk may only be read. Choose another folder.",
            errno.ENOTDIR: "a file stands where a folder is needed. Choose another folder.",
            errno.EEXIST: "a file stands where a folder is needed. Choose another folder.",
            errno.EISDIR: "a folder stands where a file is needed. Choose another folder.",
        }
        raise FolderIsNotUsable(f"{place}: {words.get(error.errno or 0, error.strerror)}") from error
