"""Makes sure there is an nginx for the tests that serve the plain files, or says what to install."""

import os
import shutil
import sys
from pathlib import Path

from tools import debian

PLACES = (Path("/usr/sbin/nginx"), Path("/usr/local/sbin/nginx"), Path("/opt/homebrew/bin/nginx"))
PACKAGES = ["nginx-light"]


def find_nginx() -> str | None:
    """Debian keeps it where only root looks."""
    placed = (str(place) for place in PLACES if place.exists())
    return os.environ.get("HUITANG_NGINX") or shutil.which("nginx") or next(placed, None)


def main() -> None:
    if find_nginx():
        return
    debian.install(*PACKAGES)
    if not find_nginx():
        sys.exit(
            "The tests of the plain files need nginx. Install it (Debian: apt-get install nginx-light) or name one: "
            "HUITANG_NGINX=/path/to/nginx make test"
        )


if __name__ == "__main__":
    main()
