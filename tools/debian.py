"""Installs packages where that is ours to do: on a Debian, as root. Elsewhere nothing happens; the caller looks again."""

import os
import shutil
import subprocess


def install(*packages: str, recommended: bool = False) -> None:
    apt = shutil.which("apt-get")
    if not apt or os.geteuid() != 0:
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    alone = [] if recommended else ["--no-install-recommends"]
    if subprocess.run([apt, "update", "-qq"], env=quiet).returncode == 0:
        subprocess.run([apt, "install", "-y", "-qq", *alone, *packages], env=quiet, stdout=subprocess.DEVNULL)
