"""Makes sure there is a stock minisign for the tests that hold our signatures against it, or says what to install."""

import os
import shutil
import subprocess
import sys

PACKAGES = ["minisign"]


def find_minisign() -> str | None:
    return os.environ.get("HUITANG_MINISIGN") or shutil.which("minisign")


def main() -> None:
    if find_minisign():
        return
    apt = shutil.which("apt-get")
    if apt and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = [apt, "install", "-y", "-qq", "--no-install-recommends", *PACKAGES]
        updated = subprocess.run([apt, "update", "-qq"], env=quiet)
        if updated.returncode == 0:
            subprocess.run(install, env=quiet, stdout=subprocess.DEVNULL)
    if not find_minisign():
        sys.exit(
            "The tests of signatures need minisign. Install it (Debian: apt-get install minisign) or name one: "
            "HUITANG_MINISIGN=/path/to/minisign make test"
        )


if __name__ == "__main__":
    main()
