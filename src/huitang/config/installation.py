"""What an installation finds out about its own machine before settings can be read."""

import contextlib
import os
import secrets
import socket
from pathlib import Path


def read_or_make_secret_key(home: Path) -> str:
    """The key that signs cookies and deputies' cards; made once, readable by the owner only."""
    path = home / "secret.key"
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        home.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process was quicker; its key is the key
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        key = secrets.token_urlsafe(50)
        file.write(key)
    return key


def local_hosts() -> list[str]:
    """Names and addresses under which this laptop answers in the hall."""
    name = socket.gethostname()
    hosts = {"localhost", "127.0.0.1", "[::1]", "testserver", name.lower()}
    with contextlib.suppress(OSError):
        hosts.update(str(info[4][0]) for info in socket.getaddrinfo(name, None, socket.AF_INET))
    address = lan_address()
    if address:
        hosts.add(address)
    return sorted(hosts)


def lan_address() -> str | None:
    """The address of the interface that leads out of this machine; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        return str(probe.getsockname()[0])
