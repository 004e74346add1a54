"""A server of our own for a rehearsal: a fresh folder, a fresh town, the real `huitang serve`."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from django.conf import settings

PASSWORD = "rehearsal-of-qinghe"  # noqa: S105  a rehearsal's town is fictional and its server stops with it
PASSPHRASE = "rehearsal of qinghe"  # noqa: S105  of a key that is thrown away with the rehearsal's folder
TOWN, CODE = "清河镇", "qinghe"


class ServerDidNotStart(Exception):
    """The server of the rehearsal gave no answer; its log says why."""


def environment(home: Path) -> dict[str, str]:
    fonts = os.pathsep.join(map(str, settings.FONT_FOLDERS))  # those of the real home
    told = {"HUITANG_HOME": str(home), "HUITANG_REHEARSAL": "1", "HUITANG_FONTS": fonts}
    return {**os.environ, **told, "HUITANG_PASSWORD": PASSWORD}


def found_town(home: Path, *, province: str = "") -> None:
    """Make the tables and the town in `home` (or in the database the environment names)."""
    begin = ["begin", "--town", TOWN, "--code", CODE, *(["--province", province] if province else [])]
    subprocess.run(command(*begin), env=environment(home), check=True, stdout=subprocess.DEVNULL)


def make_key(home: Path) -> None:
    """A signing key for the rehearsal's releases; without it they are sealed, but not signed."""
    told = {**environment(home), "HUITANG_PASSPHRASE": PASSPHRASE}
    subprocess.run(command("keys", "make"), env=told, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def serve(home: Path, *, port: int = 0, log: Path | None = None) -> Iterator[str]:
    """Run `huitang serve` on this machine only; yields its address. Its log goes to `home` unless told otherwise."""
    port = port or free_port()
    told = (log or home / "server.log").open("wb")
    words = command("serve", "--host", "127.0.0.1", "--port", str(port))
    process = subprocess.Popen(words, env=environment(home), stdout=told, stderr=told)
    base = f"http://127.0.0.1:{port}"
    try:
        wait_for(base, process)
        yield base
    finally:
        process.terminate()
        process.wait(timeout=20)
        told.close()


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "huitang.config.command_line", *words]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(base: str, process: "subprocess.Popen[bytes]", *, seconds: float = 40) -> None:
    """:raises ServerDidNotStart:"""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        try:
            httpx.get(f"{base}/door/sign-in/", timeout=2)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise ServerDidNotStart(f"no answer from {base}; see server.log")
