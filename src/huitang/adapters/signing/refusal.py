"""Why a key, a signature or a note was refused: a code; whoever shows it writes the sentence."""

from enum import StrEnum


class Fault(StrEnum):
    """What is wrong."""

    WRONG_PASSPHRASE = "WRONG_PASSPHRASE"  # noqa: S105  a code
    WEAK_PASSPHRASE = "WEAK_PASSPHRASE"  # noqa: S105  a code
    BROKEN_KEY = "BROKEN_KEY"
    NO_KEY = "NO_KEY"
    KEY_EXISTS = "KEY_EXISTS"
    BROKEN_SIGNATURE = "BROKEN_SIGNATURE"  # no signature of this format
    WRONG_SIGNATURE = "WRONG_SIGNATURE"  # of other bytes, or by another key
    BROKEN_NOTE = "BROKEN_NOTE"
    BROKEN_LIST = "BROKEN_LIST"  # of keys or of leaves


class SigningIsRefused(Exception):
    """Raised with one `Fault`; never carries a passphrase or key."""

    def __init__(self, code: Fault) -> None:
        super().__init__(code)
        self.code = code
