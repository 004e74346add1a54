"""The published schema is a schema, says what the rules ask for, and every word of it exists in both languages."""

import json
import re
import typing
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path

import jsonschema_rs
import pytest

from huitang.adapters.cases import shape, signature
from huitang.adapters.cases.field_words import NUMBERS
from huitang.adapters.cases.kinds import KINDS
from huitang.adapters.cases.reading import read_case
from huitang.adapters.cases.telling import REASONS
from huitang.adapters.cases.value_words import VALUES
from huitang.rules.legal_text import Citation, NextAct, Step, Text

ROOT = Path(__file__).parents[3]
CHINESE = re.compile(r"[一-鿿]")
EXAMPLES = sorted((ROOT / "docs/cases").iterdir())


def kinds_of_value(hint: typing.Any, found: set[type] | None = None) -> set[type]:
    """Every dataclass and enumeration an outcome is made of."""
    found = set() if found is None else found
    for part in typing.get_args(hint):
        kinds_of_value(part, found)
    if not isinstance(hint, type) or hint in found or hint in (Text, Citation, Step, NextAct):
        return found
    if issubclass(hint, Enum):
        found.add(hint)
    elif is_dataclass(hint):
        found.add(hint)
        for part in typing.get_type_hints(hint).values():
            kinds_of_value(part, found)
    return found


OUTCOMES = {kind for one in KINDS.values() for kind in kinds_of_value(typing.get_type_hints(one.rule)["return"])}


def test_the_schema_kept_in_docs_is_the_one_of_the_code():
    kept = json.loads((ROOT / "docs/case-schema.json").read_text(encoding="utf-8"))
    assert kept == shape.schema(), "run: huitang decide --schema > docs/case-schema.json"


def test_the_schema_is_itself_valid():
    assert jsonschema_rs.meta.is_valid(shape.schema())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_each_example_fits_the_published_schema_as_any_validator_reads_it(path):
    case = read_case(path.read_text(encoding="utf-8"))
    jsonschema_rs.Draft202012Validator(shape.schema(), validate_formats=True).validate(case)
    del case[next(name for name in shape.kind_schema(case["decide"])["required"] if name != "decide")]
    assert not jsonschema_rs.Draft202012Validator(shape.schema()).is_valid(case)


@pytest.mark.parametrize("name", KINDS)
def test_the_fields_of_a_kind_are_what_its_rule_asks_for(name):
    schema = shape.kind_schema(name)
    asked = signature.asked_by(KINDS[name].rule)
    plain = {one.field for one in asked if not signature.is_law(one.hint) and not signature.is_pack(one.hint)}
    told = set(schema["properties"]) - {"decide", "title", "day", "province"}
    on_paper = {"papers", "candidates", "projects", "method", "seal_required"} if KINDS[name].takes_papers else set()
    assert plain <= set(schema["properties"])
    assert told - plain <= on_paper


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_and_field_is_told_in_both_languages(name):
    kind = KINDS[name]
    assert CHINESE.search(kind.title.zh)
    assert not CHINESE.search(kind.title.en)
    for field, told in shape.kind_schema(name)["properties"].items():
        if field != "decide":
            zh, _, en = told["description"].partition(" / ")
            assert CHINESE.search(zh), field
            assert en, field
            assert not CHINESE.search(en), field


@pytest.mark.parametrize("outcome", sorted(OUTCOMES, key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__)
def test_every_number_and_every_value_of_an_outcome_has_a_word(outcome):
    if issubclass(outcome, Enum):
        words = [VALUES.get(f"{outcome.__name__}.{one.value}") or VALUES.get(one.value) for one in outcome]
        missing = [one.value for one, word in zip(outcome, words, strict=True) if word is None]
    else:
        hints = typing.get_type_hints(outcome)
        named = (field.name for field in fields(outcome) if hints[field.name] not in (Text, Citation))
        missing = [name for name in named if name not in NUMBERS and name not in (*REASONS, "numbers")]
    assert missing == []


def test_outcomes_of_many_kinds_were_looked_at():
    assert len(OUTCOMES) > 70
