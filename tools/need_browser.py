"""Makes sure there is a Chromium and a Chinese font for the browser tests, or says what to install."""

import os
import shutil
import sys

from tools import debian

NAMES = ("chromium", "chromium-browser", "google-chrome")
PACKAGES = ["chromium", "fonts-noto-cjk"]


def find_browser() -> str | None:
    return os.environ.get("HUITANG_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)


def main() -> None:
    if find_browser():
        return
    debian.install(*PACKAGES, recommended=True)
    if not find_browser():
        sys.exit(
            "The browser tests need Chromium. Install it (Debian: apt-get install chromium fonts-noto-cjk) "
            "or name one: HUITANG_BROWSER=/path/to/chromium make test"
        )


if __name__ == "__main__":
    main()
