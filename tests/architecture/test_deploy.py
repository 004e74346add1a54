"""Django's own checks for a server on the Internet find nothing."""

import os
import subprocess
import sys


def test_the_deployment_check_is_clean_behind_https(tmp_path):
    environment = {**os.environ, "HUITANG_HOME": str(tmp_path), "HUITANG_TLS": "1"}
    command = [sys.executable, "-m", "huitang.config.command_line", "check", "--deploy", "--fail-level", "INFO"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout
