"""Makes sure there is a stock minisign for the tests that hold our signatures against it, or says what to install."""

import os
import shutil
import sys

from tools import debian

PACKAGES = ["minisign"]


def find_minisign() -> str | None:
    return os.environ.get("HUITANG_MINISIGN") or shutil.which("minisign")


def main() -> None:
    if find_minisign():
        return
    debian.install(*PACKAGES)
    if not find_minisign():
        sys.exit(
            "The tests of signatures need minisign. Install it (Debian: apt-get install minisign) or name one: "
            "HUITANG_MINISIGN=/path/to/minisign make test"
        )


if __name__ == "__main__":
    main()
