"""Keys and signatures in minisign's format (https://jedisct1.github.io/minisign/): its own tool reads and makes the same.

Every signature is the prehashed kind (BLAKE2b, then Ed25519), and its trusted comment is signed too.
"""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

import minisign

from huitang.adapters.signing import canonical
from huitang.adapters.signing.refusal import Fault, SigningIsRefused

PASSPHRASE = 10  # characters at least
ALGORITHM, KEY_ID, SIGNATURE = 2, 8, 64  # bytes of a signature line


@dataclass(frozen=True)
class PublicKey:
    """`line` is the one line of letters people pin and compare."""

    line: str

    @classmethod
    def read(cls, text: str) -> Self:
        """From a .pub file or its one line. :raises SigningIsRefused:"""
        lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
        if not lines:
            raise SigningIsRefused(Fault.BROKEN_KEY)
        return cls(lines[-1]).checked()

    def checked(self) -> Self:
        """:raises SigningIsRefused: no key of this format"""
        self._key()
        return self

    @property
    def raw(self) -> bytes:
        """The 32 bytes of the Ed25519 key."""
        return base64.b64decode(self.line)[ALGORITHM + KEY_ID :]

    @property
    def key_id(self) -> str:
        """As minisign names it in its files: sixteen hexadecimal digits."""
        return base64.b64decode(self.line)[ALGORITHM : ALGORITHM + KEY_ID][::-1].hex().upper()

    @property
    def fingerprint(self) -> str:
        """A hundred bits of its SHA-256 in four groups, for paper and for reading aloud."""
        return canonical.grouped(canonical.check_code(canonical.sha256_hex(self.raw), 20))

    @property
    def file(self) -> str:
        """The file stock minisign takes with -p."""
        return f"untrusted comment: minisign public key {self.key_id}\n{self.line}\n"

    def verify(self, content: bytes, signature: str) -> str:
        """Returns the trusted comment. :raises SigningIsRefused: other bytes, another key, or no signature"""
        held = _read_signature(signature)
        try:
            self._key().verify(content, held)
        except minisign.VerifyError as wrong:
            raise SigningIsRefused(Fault.WRONG_SIGNATURE) from wrong
        return str(held.trusted_comment)

    def _key(self) -> minisign.PublicKey:
        try:
            return minisign.PublicKey.from_base64(self.line)
        except minisign.Error as broken:
            raise SigningIsRefused(Fault.BROKEN_KEY) from broken


@dataclass(frozen=True)
class MadeKeys:
    """A new pair: the secret one is already encrypted."""

    secret_file: bytes
    public: PublicKey


class SigningKey:
    """A secret key while it is open; it never shows itself."""

    def __init__(self, held: minisign.SecretKey) -> None:
        self._held = held
        self.public = _public_of(held)

    def sign(self, content: bytes, *, comment: str) -> str:
        """The text of a .minisig file; `comment` is signed with it and holds printable ASCII only."""
        said = f"signature of {self.public.key_id}"
        signed = self._held.sign(content, trusted_comment=comment, untrusted_comment=said)
        return bytes(signed).decode("ascii") + "\n"

    def sign_plainly(self, content: bytes) -> bytes:
        """The 64 bytes of a plain Ed25519 signature, as signed notes want it."""
        signed = self._held.sign(content, prehash=False, trusted_comment="note")
        return base64.b64decode(bytes(signed).splitlines()[1])[-SIGNATURE:]


def make_keys(passphrase: str) -> MadeKeys:
    """A new pair by the system's randomness. :raises SigningIsRefused: too short a passphrase"""
    must_be_strong(passphrase)
    pair = minisign.KeyPair.generate()
    with pair.secret_key as secret:
        public = PublicKey(pair.public_key.to_base64().decode("ascii"))
        secret.encrypt(passphrase)
        secret.untrusted_comment = f"minisign encrypted secret key {public.key_id}"
        return MadeKeys(bytes(secret) + b"\n", public)


@contextmanager
def opened(secret_file: bytes, passphrase: str) -> Iterator[SigningKey]:
    """The key of a file that we or stock minisign made, wiped afterwards. :raises SigningIsRefused:"""
    try:
        held = minisign.SecretKey.from_bytes(secret_file)
    except minisign.Error as broken:
        raise SigningIsRefused(Fault.BROKEN_KEY) from broken
    with held:
        try:
            held.decrypt(passphrase)
        except minisign.Error as wrong:
            raise SigningIsRefused(Fault.WRONG_PASSPHRASE) from wrong
        yield SigningKey(held)


def must_be_strong(passphrase: str) -> None:
    """:raises SigningIsRefused: shorter than ten characters, or one character over and over"""
    if len(passphrase) < PASSPHRASE or len(set(passphrase)) < PASSPHRASE // 2:
        raise SigningIsRefused(Fault.WEAK_PASSPHRASE)


def signer_of(signature: str) -> str:
    """The key id a signature names; nothing is proved by it. :raises SigningIsRefused:"""
    held = bytes(_read_signature(signature)).splitlines()[1]
    return base64.b64decode(held)[ALGORITHM : ALGORITHM + KEY_ID][::-1].hex().upper()


def _public_of(held: minisign.SecretKey) -> PublicKey:
    return PublicKey(held.get_public_key().to_base64().decode("ascii"))


def _read_signature(signature: str) -> minisign.Signature:
    try:
        return minisign.Signature.from_bytes(signature.encode())
    except (minisign.Error, UnicodeEncodeError) as broken:
        raise SigningIsRefused(Fault.BROKEN_SIGNATURE) from broken
