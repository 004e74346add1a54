"""The stock minisign program, as Debian packs it."""

import subprocess
from pathlib import Path

import pytest
from tools.need_minisign import find_minisign


@pytest.fixture(scope="session")
def stock():
    """Runs minisign with these arguments; the passphrase is typed where it asks."""
    program = find_minisign()
    if not program:
        pytest.fail("no minisign: run `python -m tools.need_minisign`")

    def run(*arguments: str | Path, typed: str = "") -> subprocess.CompletedProcess[str]:
        command = [program, *map(str, arguments)]
        return subprocess.run(command, input=typed, capture_output=True, text=True, check=False, timeout=60)

    return run
