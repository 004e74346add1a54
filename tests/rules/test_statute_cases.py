"""Every worked case of the law, kept as YAML so that a lawyer can read and check it."""

from pathlib import Path
from typing import Any

import pytest

from tests.rules import statute_pages
from tests.rules.statute_case import RULES, found_in, plain

FOLDER = Path(__file__).resolve().parents[1] / "statute_cases"
CASES: list[dict[str, Any]] = [case for path in sorted(FOLDER.glob("*.yaml")) for case in statute_pages.read_yaml(path)]
TRANSCRIPT = "".join(path.read_text(encoding="utf-8") for path in sorted(statute_pages.PAGES.glob("cases-*.md")))
NUMBERED = {
    "Q": 10, "R": 12, "N": 14, "W": 17, "C": 12, "M": 11, "T": 3, "X": 6, "B": 9, "PJ": 12, "S": 8,
    "K": 8, "DE": 8, "PZ": 7, "J": 8, "BU": 13, "DL": 9,
}  # fmt: skip


def name(case: dict[str, Any]) -> str:
    return f"{case['id']}-{case['part']}" if "part" in case else str(case["id"])


@pytest.mark.parametrize("case", CASES, ids=name)
def test_the_rule_decides_the_worked_case_as_the_law_does(case: dict[str, Any]) -> None:
    outcome = RULES[case["rule"]](case["given"])
    assert case["expect"]
    for key, expected in case["expect"].items():
        assert found_in(outcome, key) == plain(expected), key


@pytest.mark.parametrize("case", CASES, ids=name)
def test_the_reasons_read_as_the_transcript_has_them(case: dict[str, Any]) -> None:
    assert "\n".join(statute_pages.describe_case(case)) in TRANSCRIPT


def test_every_worked_case_of_the_law_is_here() -> None:
    wanted = {f"{letter}{number}" for letter, last in NUMBERED.items() for number in range(1, last + 1)}
    assert wanted <= {case["id"] for case in CASES}


def test_no_case_is_written_twice() -> None:
    names = [name(case) for case in CASES]
    assert len(set(names)) == len(names)
