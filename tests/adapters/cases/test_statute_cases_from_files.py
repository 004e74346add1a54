"""The worked cases of the law, written as files, come out as they must: the same facts through the schema."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from huitang.adapters.cases import reading, shape, telling
from huitang.adapters.cases.decide import decide
from huitang.adapters.cases.kinds import KINDS
from tests.rules import statute_pages

FOLDER = Path(__file__).parents[2] / "statute_cases"
DAY = "2025-04-01"
CALENDAR = {"holidays": ["2025-06-02", *(f"2025-10-0{day}" for day in range(1, 9))], "working_days": ["2026-02-28"]}
OTHER_NAMES = {
    "reply": "suggestion_reply",
    "term": "suggestion_term",
    "district": "district_election",
    "district_further": "district_further_election",
    "size_of_congress": "congress_size",
}
USUAL = {"occasion": "FULL_TERM", "decided_by": "CONGRESS", "form_complete": True, "made_in_session": False}
USUAL |= {"difficult": False, "deputies": [], "relatives": [], "void_papers": 0, "quorum": "HALF"}
USUAL |= {"votes_against": 0, "abstentions": 0, "not_voting": 0, "presidium_nominees": [], "joint": []}
OTHER_NUMBERS = {"standing": "state", "in_base": "counts_in_base", "in_office": "deputies_in_office"}
OTHER_NUMBERS |= {"able": "able_to_attend", "majority": "votes_needed", "fifth": "proposers_needed"}


def plain_days(told: Any) -> Any:
    if isinstance(told, dict):
        return {key: plain_days(value) for key, value in told.items()}
    if isinstance(told, list):
        return [plain_days(value) for value in told]
    return told.isoformat() if isinstance(told, date) else told


def as_told(name: str, value: Any) -> Any:
    return value.replace(":", "/") if name == "rate" and value else plain_days(value)


def told_as(name: str, expected: dict[str, Any]) -> str:
    thresholds = "quorum" in expected and "majority" in expected
    return "deputies_required" if thresholds and name == "quorum" else OTHER_NUMBERS.get(name, name)


def written_as_a_file(row: dict[str, Any]) -> str | None:
    """The case in JSON; None where a test's own shorthand has no field in a case."""
    name = OTHER_NAMES.get(row["rule"], row["rule"])
    if name not in KINDS:
        return None
    schema = shape.kind_schema(name)
    wanted = {*schema["required"], *schema.get("else", {}).get("required", [])} - {"decide"}
    given = {**{key: USUAL[key] for key in wanted if key in USUAL}, **plain_days(dict(row["given"]))}
    given = in_full(name, given, schema["properties"])
    if not wanted <= set(given) or not set(given) <= set(schema["properties"]):
        return None
    return json.dumps({"decide": name, **given}, ensure_ascii=False)


def in_full(name: str, given: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
    """What the worked cases write shortly: the papers that came back, the deputies d1 to d95, a vote."""
    if "papers_issued" in fields:
        given.setdefault("papers_collected", given.get("papers_issued"))
    if "valid_papers" in fields:
        given.setdefault("valid_papers", given["papers_collected"] - given.get("void_papers", 0))
    given |= {"calendar": CALENDAR} if "calendar" in fields else {}
    given |= {"day": given.get("day", DAY)} if "day" in fields else {}
    if "vote" in given:
        given["vote"] = {"votes_against": 0, "abstentions": 0, "not_voting": 0, **given["vote"]}
    if isinstance(given.get("threshold"), list):
        given["threshold"] = "{}/{}".format(*given["threshold"])
    return nominations(given) if name == "nominations" else given


def nominations(given: dict[str, Any]) -> dict[str, Any]:
    """The worked cases write the deputies d1 to d95 as 1-95, and the presidium's nominees shortly."""
    joint = [{**one, "signers": people(one["signers"])} for one in given.pop("joint")]
    nominees = given.pop("presidium", given["presidium_nominees"])
    deputies = people(given.pop("deputies") or "1-95")
    return {**given, "presidium_nominees": nominees, "joint": joint, "deputies": deputies}


def people(told: str | list[str]) -> list[str]:
    if isinstance(told, list):
        return told
    first, last = told.split("-")
    return [f"d{number}" for number in range(int(first), int(last) + 1)]


def every_case() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for row in statute_pages.read_yaml(path):
            text = None if "raises" in row or "expect" not in row else written_as_a_file(row)
            if text is not None:
                found.append(pytest.param(text, row["expect"], id=f"{path.stem}-{row['id']}-{row.get('part', '')}"))
    return found


CASES = every_case()


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_worked_case_from_a_file_comes_out_as_the_law_says(text, expected):
    decided = decide(reading.read_case(text))
    told = telling.plain(decided)
    outcome = told["outcome"] or {}
    for name, value in expected.items():
        name = told_as(name, expected)
        if name == "cites":
            assert {cited["key"] for cited in told["citations"]} == set(value)
        elif name == "next_acts":
            assert [act["act"] for act in told["next_acts"]] == value
        elif name in outcome:
            assert outcome[name] == as_told(name, value), name
    assert telling.tell(decided, english=True)
    assert telling.tell(decided, english=False)


def test_most_of_the_worked_cases_can_be_written_as_files():
    everything = [row for path in FOLDER.glob("*.yaml") for row in statute_pages.read_yaml(path)]
    assert len(CASES) * 10 >= len(everything) * 6, f"{len(CASES)} of {len(everything)}"


def test_most_of_what_they_expect_is_among_the_numbers_told():
    shown, expected = 0, 0
    for case in CASES:
        text, wanted = case.values
        outcome = telling.plain(decide(reading.read_case(text)))["outcome"] or {}
        expected += len(wanted)
        shown += sum(name in ("cites", "next_acts") or told_as(name, wanted) in outcome for name in wanted)
    assert expected > 400
    assert shown * 10 >= expected * 9, f"{shown} of {expected}"
