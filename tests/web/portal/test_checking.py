"""docs/checking.md tells the truth: its program finds a released text the same, and a changed one changed."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from huitang.congress.publication import queries as published

PAGE = (Path(__file__).parents[3] / "docs/checking.md").read_text(encoding="utf-8")
PROGRAM = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)[1]


def run(told: dict) -> str:
    given = json.dumps(told, ensure_ascii=False)
    done = subprocess.run([sys.executable, "-c", PROGRAM], input=given.encode(), capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.mark.django_db
def test_the_program_of_the_manual_finds_what_was_released_and_what_was_changed(client, announcement):
    told = json.loads(client.get(f"/releases/{announcement.pk}.json").content)
    assert run(told) == f"same {published.get_public_release(announcement.pk).check_code}"
    told["facts"]["rounds"][0]["votes"][0]["for"] += 1
    assert run(told).startswith("CHANGED")
