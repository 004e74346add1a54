"""What a web server must be told about the folder: nginx's snippet, and the `_headers` file some hosts read."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from huitang.adapters.plain_files.folder import Entry

NGINX, HEADERS = "_nginx.conf", "_headers"
FILES = (NGINX, HEADERS)
STATIC = "/static/"
GONE, MISSING = 410, 404


@dataclass(frozen=True)
class Told:
    """Headers of pages and of static files as the live server gives them, without content type; `each` by address."""

    pages: Mapping[str, str]
    static: Mapping[str, str]
    each: Mapping[str, Mapping[str, str]]

    def of(self, path: str) -> Mapping[str, str]:
        """Of one address."""
        return self.each.get(path, self.static if path.startswith(STATIC) else self.pages)


def nginx_conf(entries: Iterable[Entry], told: Told, *, root: Path, host: str) -> str:
    """A `server` to be included in nginx's `http`; the folder is all it needs."""
    held = tuple(entries)
    types, odd = _types(held)
    gone = [name for entry in held if entry.status == GONE for name in _names(entry)]
    lines = [
        "# Written by huitang publish. Include it in nginx's http block; set listen, server_name and root as they are there.",
        "server {",
        "    listen 80;",
        f"    server_name {host};",
        f"    root {_quoted(str(root))};",
        "    index index.html;",
        "    absolute_redirect off;",
        "    server_tokens off;",
        "    etag on;",
        "    error_page 404 /404.html;",
        "    location = /404.html { internal; }",
        "    location = /en/404.html { internal; }",
        "    error_page 410 @gone;",
        *_block("types", [f"{_quoted(kind)} {suffix};" for suffix, kind in sorted(types.items())]),
        "    default_type application/octet-stream;",
        *[f"    {line}" for line in _added(told.pages)],
        "    location / { try_files $uri $uri/ =404; }",
        "    location /en/ { error_page 404 /en/404.html; error_page 410 @gone; try_files $uri $uri/ =404; }",
        *_block("location @gone", ["try_files $uri $uri/index.html $uri/ =404;"]),
        *_block(f"location ^~ {STATIC}", _added(told.static)),
        "    location ^~ /_ { return 404; }  # our own notes",
        *[line for key, headers in _families(held, told).items() for line in _block(_pattern(key), _added(headers))],
        *[line for path, kind in odd for line in _oddly(path, kind, told)],
        *[f"    location = {_quoted(path)} {{ return 410; }}" for path in gone],
        "}",
    ]
    return "\n".join(lines) + "\n"


def headers_file(entries: Iterable[Entry], told: Told) -> str:
    """The same headers for hosts that read `_headers`; what was withdrawn is named, for such hosts know no 410."""
    lines = ["/*", *[f"  {name}: {value}" for name, value in told.pages.items()]]
    lines += [f"{STATIC}*", *_changed(told.pages, told.static)]
    odd = dict(_types(tuple(entries))[1])
    for entry in entries:
        usual = told.static if entry.path.startswith(STATIC) else told.pages
        changed = _changed(usual, told.of(entry.path))
        changed += [f"  Content-Type: {odd[entry.path]}"] if entry.path in odd else []
        lines += [entry.path, *changed] if changed and entry.status != GONE else []
    gone = [entry.path for entry in entries if entry.status == GONE]
    return "\n".join([*lines, *[f"# withdrawn, should answer 410: {path}" for path in gone]]) + "\n"


def _types(entries: tuple[Entry, ...]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The content type of each suffix, and the files that differ from it or have no suffix."""
    counted: dict[str, Counter[str]] = {}
    for entry in entries:
        counted.setdefault(_suffix(entry.file), Counter())[entry.content_type] += 1
    types = {suffix: kinds.most_common(1)[0][0] for suffix, kinds in counted.items() if suffix}
    kept = [entry for entry in entries if entry.status != GONE]
    odd = [(entry.path, entry.content_type) for entry in kept if types.get(_suffix(entry.file)) != entry.content_type]
    return types, odd


def _suffix(file: str) -> str:
    return PurePosixPath(file).suffix.removeprefix(".")


def _names(entry: Entry) -> list[str]:
    return [entry.path, f"/{entry.file}"] if entry.path.endswith("/") else [entry.path]


def _added(headers: Mapping[str, str]) -> list[str]:
    return [f"add_header {name} {_quoted(value)} always;" for name, value in headers.items()]


def _changed(usual: Mapping[str, str], headers: Mapping[str, str]) -> list[str]:
    away = [f"  ! {name}" for name in usual if headers.get(name) != usual[name]]
    return away + [f"  {name}: {value}" for name, value in headers.items() if value != usual.get(name)]


def _oddly(path: str, kind: str, told: Told) -> list[str]:
    """A file whose suffix says nothing, or something else. A place of its own inherits no headers once it has one."""
    lines = ["types { }", f"default_type {_quoted(kind)};", *_added(told.of(path))]
    return _block(f"location = {_quoted(path)}", lines)


def _families(entries: tuple[Entry, ...], told: Told) -> dict[tuple[str, str], Mapping[str, str]]:
    """Files below one folder with one suffix whose headers are not those of pages, such as data for other sites."""
    found: dict[tuple[str, str], Mapping[str, str]] = {}
    for entry in entries:
        if not entry.path.startswith(STATIC) and entry.status != GONE and entry.status != MISSING:
            key = (_family(entry.path), _suffix(entry.file))
            if found.setdefault(key, told.of(entry.path)) != told.of(entry.path):
                raise ValueError(f"{entry.path} has other headers than the files beside it")
    return {key: headers for key, headers in found.items() if headers != told.pages}


def _family(path: str) -> str:
    """The first folder of an address, that of a town left out; for a file in no folder its name."""
    parts = re.sub(r"^/t/[^/]+", "", path).split("/")
    return f"{parts[1]}/" if len(parts) > 2 else parts[1]


def _pattern(key: tuple[str, str]) -> str:
    family, suffix = key
    rest = f"{re.escape(family)}.*\\.{suffix}$" if family.endswith("/") else f"{re.escape(family)}$"
    return f'location ~ "^(?:/t/[^/]+)?/{rest}"'


def _block(name: str, lines: list[str]) -> list[str]:
    return [f"    {name} {{", *[f"        {line}" for line in lines], "    }"]


def _quoted(text: str) -> str:
    """:raises ValueError: nginx would read a variable or a new line"""
    if "\n" in text or "$" in text:
        raise ValueError(f"nginx cannot be told {text!r}")
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
