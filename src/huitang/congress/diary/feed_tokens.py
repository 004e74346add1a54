"""What the address of a calendar feed carries: a serial and a signature made with the installation's key."""

from django.utils.crypto import constant_time_compare, salted_hmac

_SALT = "huitang.congress.diary.feed_tokens"
_SIGNATURE_CHARS = 40  # 160 bits: nobody types it


def token_of(serial: str) -> str:
    signature = salted_hmac(_SALT, serial, algorithm="sha256").hexdigest()[:_SIGNATURE_CHARS]
    return f"{serial}-{signature}"


def serial_in(token: str) -> str | None:
    """The serial, when the signature is ours; None otherwise."""
    serial = token.rpartition("-")[0]
    return serial if serial and constant_time_compare(token_of(serial), token) else None
