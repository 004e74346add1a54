"""The map is true: every path it names exists, and every app and room stands on it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAP = (ROOT / "docs/map.md").read_text(encoding="utf-8")
SOURCE = ROOT / "src/huitang"
PATHS = sorted(set(re.findall(r"`((?:rules|congress|web|tests|docs|config)/[\w/.*<>-]*)`", MAP)))


@pytest.mark.parametrize("path", PATHS)
def test_every_path_on_the_map_exists(path):
    pattern = path.replace("<thing>", "*").rstrip("/")
    assert list(ROOT.glob(pattern)) or list(SOURCE.glob(pattern)), path


@pytest.mark.parametrize("folder", ["congress", "web"])
def test_every_app_and_room_stands_on_the_map(folder):
    places = [place.name for place in (SOURCE / folder).iterdir() if (place / "__init__.py").exists()]
    assert places
    assert [name for name in places if f"`{name}`" not in MAP] == []


def test_the_functions_of_the_traced_deed_exist():
    traced = MAP.partition("One deed, traced")[2].partition("## Where")[0]
    named = re.findall(r"`(?:\w+/)*(\w+)\.py` `(\w+)`", traced)
    assert len(named) >= 4
    for module, function in named:
        sources = [path.read_text(encoding="utf-8") for path in SOURCE.rglob(f"{module}.py")]
        assert any(f"def {function}(" in source for source in sources), f"{module}.{function}"
