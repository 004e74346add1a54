"""A ballot paper leads to nobody, the public page sees only what was released, and every contract bites."""

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/huitang"
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
PAPERS = list(apps.get_app_config("ballots").get_models())
TIMES = (models.DateField, models.TimeField, models.DurationField)

# one violation of each contract: files to plant below src/huitang, and what they say
PLANTED = {
    "storeys": [("rules/planted.py", "import huitang.adapters.names.cleaning")],
    "apps": [("congress/journal/planted.py", "import huitang.congress.roster.models")],
    "pure": [("rules/planted.py", "import random")],
    "adapters": [("adapters/planted.py", "import django.db")],
    "pages": [("web/desk/planted.py", "import huitang.congress.roster.models")],
    "papers": [("congress/elections/planted.py", "import huitang.congress.ballots.models")],
    "rooms": [("web/desk/planted.py", "import huitang.web.chair.urls")],
    "portal": [("web/portal/planted.py", "import huitang.congress.sittings.queries")],
    "cycles": [
        ("rules/planted.py", "import huitang.rules.planted_again"),
        ("rules/planted_again.py", "import huitang.rules.planted"),
    ],
}
# a place nobody listed in a contract that names them all
UNLISTED = {
    "storeys": [("planted/__init__.py", "")],
    "apps": [("congress/planted/__init__.py", "")],
    "rooms": [("web/planted/__init__.py", "")],
}


@pytest.mark.parametrize("model", PAPERS, ids=lambda model: model.__name__)
def test_no_paper_leads_to_a_deputy_or_a_login(model):
    related = {field.related_model._meta.app_label for field in model._meta.get_fields() if field.is_relation}
    assert related.isdisjoint({"roster", "accounts", "attendance", "auth"})


@pytest.mark.parametrize("model", PAPERS, ids=lambda model: model.__name__)
def test_no_paper_keeps_a_time(model):
    assert [field.name for field in model._meta.get_fields() if isinstance(field, TIMES)] == []


def test_there_are_papers_to_look_at():
    assert {model.__name__ for model in PAPERS} >= {"SecretBallot", "BallotSheet"}


def test_the_portal_takes_nothing_from_congress_but_the_public_queries():
    taken = {name for path in (SOURCE / "web/portal").rglob("*.py") for name in _imports(path)}
    of_congress = {name for name in taken if name.startswith("huitang.congress")}
    of_data = {f"huitang.congress.publication.open_record.{name}" for name in ("files", "linked", "record", "sitemap")}
    of_pages = {
        f"huitang.congress.publication.{name}"
        for name in ("differences", "front", "queries", "search", "site", "visits")
    }
    assert of_congress == of_data | of_pages | {
        "huitang.congress.seals.queries",
        "huitang.congress.seals.public_papers",
    }


def test_the_open_record_are_written_from_what_was_released_and_nothing_else():
    taken = {name for path in (SOURCE / "congress/publication/open_record").glob("*.py") for name in _imports(path)}
    of_congress = {name for name in taken if name.startswith("huitang.congress")}
    elsewhere = {name for name in of_congress if ".open_record." not in name and not name.endswith(".open_record")}
    assert elsewhere == {
        "huitang.congress.publication.figures",
        "huitang.congress.publication.queries",
    }


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name for name in whole if _is_module(name)} or {str(node.module)}
    return found


def _is_module(name: str) -> bool:
    place = SOURCE.parent.joinpath(*name.split("."))
    return place.with_suffix(".py").exists() or (place / "__init__.py").exists()


# the contracts of pyproject.toml, broken on purpose in a copy


@pytest.fixture(scope="module")
def tree(tmp_path_factory) -> Path:
    copy = tmp_path_factory.mktemp("tree")
    ignored = shutil.ignore_patterns("__pycache__", "templates", "static", "locale", "migrations")
    shutil.copytree(SOURCE, copy / "src/huitang", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def lint(tree: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    only = [word for name in contracts for word in ("--contract", name)]
    return subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), *only],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def lint_planted(tree: Path, contract: str, files: list[tuple[str, str]]) -> subprocess.CompletedProcess[str]:
    planted = [tree / "src/huitang" / name for name, _ in files]
    try:
        for path, (_, said) in zip(planted, files, strict=True):
            path.parent.mkdir(exist_ok=True)
            path.write_text(said + "\n", encoding="utf-8")
        return lint(tree, contract)
    finally:
        for path in planted:
            path.unlink()


def test_every_contract_is_tried():
    assert {contract["id"] for contract in CONTRACTS} == set(PLANTED)


def test_the_tree_as_it_stands_keeps_every_contract(tree):
    done = lint(tree)
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in done.stdout, done.stdout + done.stderr


@pytest.mark.parametrize("contract", PLANTED)
def test_a_planted_violation_breaks_its_contract(tree, contract):
    done = lint_planted(tree, contract, PLANTED[contract])
    assert done.returncode == 1
    assert "Contracts: 0 kept, 1 broken." in done.stdout, done.stdout + done.stderr


@pytest.mark.parametrize("contract", UNLISTED)
def test_an_unlisted_place_breaks_the_contract_that_lists_them_all(tree, contract):
    done = lint_planted(tree, contract, UNLISTED[contract])
    (tree / "src/huitang" / UNLISTED[contract][0][0]).parent.rmdir()
    assert done.returncode == 1, done.stdout + done.stderr
    assert "planted" in done.stdout
