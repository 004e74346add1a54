"""Makes sure there is a LibreOffice for the tests that open Word files, or says what to install."""

import os
import shutil
import sys
from pathlib import Path

from tools import debian

NAMES = ("soffice", "libreoffice")
PLACES = (Path("/usr/lib/libreoffice/program/soffice"), Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"))
PACKAGES = ["libreoffice-writer-nogui"]


def find_office() -> str | None:
    named = os.environ.get("HUITANG_OFFICE")
    found = filter(None, map(shutil.which, NAMES))
    placed = (str(place) for place in PLACES if place.exists())
    return named or next(found, None) or next(placed, None)


def main() -> None:
    if find_office():
        return
    debian.install(*PACKAGES)
    if not find_office():
        sys.exit(
            "The tests of Word files need LibreOffice Writer. Install it (Debian: apt-get install "
            "--no-install-recommends libreoffice-writer-nogui) or name one: HUITANG_OFFICE=/path/to/soffice make test"
        )


if __name__ == "__main__":
    main()
