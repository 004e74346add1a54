"""A picture of a page, taken by whatever Chromium, Chrome or Edge this machine has."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge", "microsoft-edge")
SECONDS = 60


def find_browser(named: str = "") -> str | None:
    """The path of a browser, or None; `named` is what the office says it is."""
    candidates = (named,) if named else BROWSERS
    return next((found for name in candidates if (found := shutil.which(name))), None)


def take_picture(browser: str, address: str, target: Path) -> bool:
    """Write a PNG of the page as it looks at 1280 × 2000; False when the browser did not manage."""
    with tempfile.TemporaryDirectory(prefix="huitang-watch-") as profile:
        command = [
            browser,
            "--headless=new",
            "--disable-gpu",
            "--no-first-run",
            "--hide-scrollbars",
            f"--user-data-dir={profile}",
            "--window-size=1280,2000",
            f"--screenshot={target}",
            *(["--no-sandbox"] if _is_root() else []),
            address,
        ]
        try:
            done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except (subprocess.TimeoutExpired, OSError):
            return False
    return done.returncode == 0 and target.exists()


def _is_root() -> bool:
    """Chromium keeps no sandbox for root."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
