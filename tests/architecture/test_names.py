"""A module is named for what it holds, never for being of use."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAY_NOTHING = {"utils", "helpers", "shared", "common", "core", "manager", "service", "data", "info"}
SAY_NOTHING |= {"util", "helper", "managers", "services", "misc"}


def names_below(folder: Path) -> dict[Path, str]:
    places = [path for path in folder.rglob("*") if path.suffix == ".py" or (path / "__init__.py").exists()]
    return {path: path.stem for path in places}


def faults_below(folder: Path) -> list[str]:
    return [str(path) for path, name in names_below(folder).items() if set(name.split("_")) & SAY_NOTHING]


@pytest.mark.parametrize("folder", ["src", "tests", "tools"])
def test_no_module_or_package_has_a_name_that_says_nothing(folder):
    assert len(names_below(ROOT / folder)) > 2
    assert faults_below(ROOT / folder) == []


@pytest.mark.parametrize("planted", ["utils.py", "roll_helpers.py", "common/__init__.py"])
def test_such_a_name_is_found(tmp_path, planted):
    path = tmp_path / planted
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    assert faults_below(tmp_path)
