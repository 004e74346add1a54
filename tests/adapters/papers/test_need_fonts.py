"""The tool that fetches fonts is quick when they are there and says one sentence when it cannot."""

import os
import subprocess
import sys

import pytest
from tools import need_fonts


def run(home, *arguments, **environment):
    """Without apt-get or dpkg-deb in reach."""
    command = [sys.executable, "tools/need_fonts.py", *arguments]
    outside = {**os.environ, "HUITANG_HOME": str(home), "PATH": str(home), **environment}
    return subprocess.run(command, capture_output=True, text=True, env=outside)


def test_nothing_is_fetched_when_all_are_there(fonts):
    told = run(need_fonts.HOME)
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")


def test_a_machine_that_cannot_fetch_is_told_what_to_do(tmp_path):
    told = run(tmp_path)
    assert told.returncode == 1
    assert told.stderr.count("\n") == 1
    assert "FandolFang-Regular.otf" in told.stderr
    assert str(tmp_path / "fonts") in told.stderr
    assert "HUITANG_FONTS" in told.stderr


def test_an_office_with_fonts_of_its_own_needs_none_of_ours(tmp_path, fonts):
    told = run(tmp_path, "--if-missing", HUITANG_FONTS=str(need_fonts.FOLDER))
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")


@pytest.mark.parametrize("name", sorted(need_fonts.FILES))
def test_a_font_is_kept_whole_or_not_at_all(name, fonts):
    assert (need_fonts.FOLDER / name).stat().st_size > 4_000_000
    assert not list(need_fonts.FOLDER.glob("*.part"))
