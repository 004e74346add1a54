"""The folder of the office's keys: minisign.key, readable by its owner only, and minisign.pub. Nothing else knows the files."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from huitang.adapters.signing import keys
from huitang.adapters.signing.keys import MadeKeys, PublicKey, SigningKey
from huitang.adapters.signing.refusal import Fault, SigningIsRefused

OWNER_ONLY = 0o600


@dataclass(frozen=True)
class KeyFolder:
    """`minisign -S -s <folder>/minisign.key` signs with the same key."""

    path: Path

    @property
    def secret(self) -> Path:
        """The encrypted secret key."""
        return self.path / "minisign.key"

    @property
    def public(self) -> Path:
        """The public key."""
        return self.path / "minisign.pub"

    def has_key(self) -> bool:
        """Whether the secret key lies here."""
        return self.secret.exists()

    def read_public(self) -> PublicKey | None:
        """The public key of the secret one that lies here."""
        return PublicKey.read(self.public.read_text(encoding="ascii")) if self.public.exists() else None

    @contextmanager
    def opened(self, passphrase: str) -> Iterator[SigningKey]:
        """The secret key, open for a moment. :raises SigningIsRefused: no key, broken, or another passphrase"""
        with keys.opened(self._read_secret(), passphrase) as key:
            yield key

    def keep(self, made: MadeKeys) -> None:
        """Write a new pair. :raises SigningIsRefused: one lies there already"""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_privately(self.secret, made.secret_file)
        self.public.write_text(made.public.file, encoding="ascii")

    def set_aside(self) -> None:
        """Rename a key that counts no more after its id; nothing is destroyed."""
        public = self.read_public()
        mark = public.key_id if public else "unknown"
        for file in (self.secret, self.public):
            if file.exists():
                file.rename(file.with_name(f"{mark}{file.suffix}"))

    def back_up(self, to: Path) -> Path:
        """A copy of the encrypted key with its public one, as files and as text to print.

        :raises SigningIsRefused: no key here, or a key lies there already
        """
        secret, public = self._read_secret(), self.read_public()
        if public is None:
            raise SigningIsRefused(Fault.NO_KEY)
        to.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_privately(to / "minisign.key", secret)
        (to / "minisign.pub").write_text(public.file, encoding="ascii")
        _write_privately(to / "print-and-lock-away.txt", printable(secret, public).encode())
        return to

    def _read_secret(self) -> bytes:
        try:
            return self.secret.read_bytes()
        except FileNotFoundError as missing:
            raise SigningIsRefused(Fault.NO_KEY) from missing


def printable(secret_file: bytes, public: PublicKey) -> str:
    """The encrypted key as lines to print and type again: its letters in groups, without the passphrase."""
    comment, line = secret_file.decode("ascii").splitlines()[:2]
    rows = [line[at : at + 40] for at in range(0, len(line), 40)]
    return "\n".join(
        [
            "minisign.key: two lines. The second is these letters, joined without a break:",
            comment,
            *rows,
            "",
            f"minisign.pub: {public.line}",
            f"fingerprint: {public.fingerprint}",
            "",
        ]
    )


def _write_privately(path: Path, content: bytes) -> None:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    except FileExistsError as exists:
        raise SigningIsRefused(Fault.KEY_EXISTS) from exists
    with os.fdopen(handle, "wb") as file:
        file.write(content)
