"""What a web server must be told about the folder: nginx's snippet, and the `_headers` file some hosts read."""

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
    """Headers of pages and of static files as the live server gives them, without content type."""

    pages: Mapping[str, str]
    static: Mapping[str, str]


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
        *[line for path, kind in odd for line in _oddly(path, kind, told)],
        *[f"    location = {_quoted(path)} {{ return 410; }}" for path in gone],
        "}",
    ]
    return "\n".join(lines) + "\n"


def headers_file(entries: Iterable[Entry], told: Told) -> str:
    """The same headers for hosts that read `_headers`; what was withdrawn is named, for such hosts know no 410."""
    static = {name: told.static.get(name, "") for name in {**told.pages, **told.static}}
    lines = ["/*", *[f"  {name}: {value}" for name, value in told.pages.items()], f"{STATIC}*"]
    for name, value in static.items():
        lines += [f"  ! {name}"] if name in told.pages and value != told.pages[name] else []
        lines += [f"  {name}: {value}"] if value and value != told.pages.get(name) else []
    for path, kind in _types(tuple(entries))[1]:
        lines += [path, f"  Content-Type: {kind}"]
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


def _oddly(path: str, kind: str, told: Told) -> list[str]:
    """A file whose suffix says nothing, or something else. A place of its own inherits no headers once it has one."""
    headers = _added(told.static) if path.startswith(STATIC) else []
    return _block(f"location = {_quoted(path)}", ["types { }", f"default_type {_quoted(kind)};", *headers])


def _block(name: str, lines: list[str]) -> list[str]:
    return [f"    {name} {{", *[f"        {line}" for line in lines], "    }"]


def _quoted(text: str) -> str:
    """:raises ValueError: nginx would read a variable or a new line"""
    if "\n" in text or "$" in text:
        raise ValueError(f"nginx cannot be told {text!r}")
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
