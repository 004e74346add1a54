"""Checkpoints of a log as signed notes, in the formats of C2SP (c2sp.org/tlog-checkpoint, c2sp.org/signed-note)."""

import base64
import binascii
import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from huitang.adapters.signing.keys import PublicKey, SigningKey
from huitang.adapters.signing.refusal import Fault, SigningIsRefused

ED25519 = b"\x01"
MARK = "— "
HASH = 4  # bytes of a key's hash before its signature


@dataclass(frozen=True)
class Checkpoint:
    """What a log was when it was signed."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The lines that are signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


def sign_checkpoint(checkpoint: Checkpoint, key: SigningKey) -> str:
    """The note as it is published; the key signs under the name of the log."""
    signature = key.sign_plainly(checkpoint.text.encode())
    told = base64.b64encode(key_hash(checkpoint.origin, key.public) + signature).decode()
    return f"{checkpoint.text}\n{MARK}{checkpoint.origin} {told}\n"


def read_checkpoint(note: str, key: PublicKey) -> Checkpoint:
    """A checkpoint this key has signed. :raises SigningIsRefused: not of the format, or not signed by it"""
    text, parted, signatures = note.partition("\n\n")
    text += "\n"
    checkpoint = _read_text(text)
    if not parted or not signatures.endswith("\n"):
        raise SigningIsRefused(Fault.BROKEN_NOTE)
    own = key_hash(checkpoint.origin, key)
    for line in signatures.splitlines():
        name, _, told = line.removeprefix(MARK).partition(" ")
        signature = _decode(told)
        if line.startswith(MARK) and name == checkpoint.origin and signature[:HASH] == own:
            _verify(key, signature[HASH:], text)
            return checkpoint
    raise SigningIsRefused(Fault.WRONG_SIGNATURE)


def key_hash(name: str, key: PublicKey) -> bytes:
    """Four bytes that tell keys apart, as signed notes define them."""
    return hashlib.sha256(name.encode() + b"\n" + ED25519 + key.raw).digest()[:HASH]


def verifier_key(name: str, key: PublicKey) -> str:
    """The key in the spelling of programs that read signed notes: name+hash+key."""
    return f"{name}+{key_hash(name, key).hex()}+{base64.b64encode(ED25519 + key.raw).decode()}"


def _read_text(text: str) -> Checkpoint:
    lines = text.splitlines()
    has_size = len(lines) >= 3 and lines[1].isascii() and lines[1].isdecimal() and str(int(lines[1])) == lines[1]
    if not has_size or not lines[0]:
        raise SigningIsRefused(Fault.BROKEN_NOTE)
    return Checkpoint(lines[0], int(lines[1]), _decode(lines[2]))


def _verify(key: PublicKey, signature: bytes, text: str) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(key.raw).verify(signature, text.encode())
    except InvalidSignature as wrong:
        raise SigningIsRefused(Fault.WRONG_SIGNATURE) from wrong


def _decode(told: str) -> bytes:
    try:
        return base64.b64decode(told, validate=True)
    except (binascii.Error, ValueError) as broken:
        raise SigningIsRefused(Fault.BROKEN_NOTE) from broken
