"""Makes sure there is a LibreOffice for the tests that open Word files, or says what to install."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

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
    apt = shutil.which("apt-get")
    if apt and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = [apt, "install", "-y", "-qq", "--no-install-recommends", *PACKAGES]
        updated = subprocess.run([apt, "update", "-qq"], env=quiet)
        if updated.returncode == 0:
            subprocess.run(install, env=quiet, stdout=subprocess.DEVNULL)
    if not find_office():
        sys.exit(
            "The tests of Word files need LibreOffice Writer. Install it (Debian: apt-get install "
            "--no-install-recommends libreoffice-writer-nogui) or name one: HUITANG_OFFICE=/path/to/soffice make test"
        )


if __name__ == "__main__":
    main()
