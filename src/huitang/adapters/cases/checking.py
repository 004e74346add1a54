"""Holds a case against the schema and names every wrong field by its path, and what it must be."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any

import jsonschema_rs

from huitang.adapters.cases import shape
from huitang.adapters.cases.fault import CaseHasFaults, CaseIsWrong, Fault, Path
from huitang.adapters.cases.kinds import KINDS, Kind
from huitang.rules.legal_text import Text

MOST_FAULTS = 20
_LONGEST = 40


def check(case: Mapping[str, Any]) -> Kind:
    """The kind of a case that fits its schema.

    :raises CaseHasFaults: with the path of each wrong field and what was expected.
    """
    kind = _find_kind(case)
    faults = [fault for error in _validator(kind.name).iter_errors(case) for fault in _tell(error, case, kind)]
    if not faults:
        _refuse_named_twice(case)
        return kind
    once = {(fault.path, fault.fault): fault for fault in faults}
    raise CaseHasFaults(list(once.values())[:MOST_FAULTS])


def _find_kind(case: Mapping[str, Any]) -> Kind:
    kinds = ", ".join(KINDS)
    if shape.DECIDE not in case:
        raise CaseHasFaults([CaseIsWrong((shape.DECIDE,), Fault.NO_KIND, kinds=kinds)])
    told = case[shape.DECIDE]
    if not isinstance(told, str) or told not in KINDS:
        near = _near(str(told), list(KINDS))
        raise CaseHasFaults([CaseIsWrong((shape.DECIDE,), Fault.UNKNOWN_KIND, told=told, kinds=kinds, near=near)])
    return KINDS[told]


@cache
def _validator(kind: str) -> Any:
    return jsonschema_rs.Draft202012Validator(shape.kind_schema(kind), validate_formats=True)


def _tell(error: Any, case: Mapping[str, Any], kind: Kind) -> list[CaseIsWrong]:
    path: Path = tuple(error.instance_path)
    found = _at(shape.kind_schema(kind.name), error.schema_path[:-1])
    keyword = error.schema_path[-1]
    if keyword == "required":
        name = error.kind.property
        wanted = _at_field(found, shape.kind_schema(kind.name), name)
        return [CaseIsWrong((*path, name), Fault.MISSING, expected=expect(wanted))]
    if keyword == "additionalProperties" and isinstance(found, dict):
        fields = list(found["properties"])
        return [
            CaseIsWrong((*path, name), Fault.NOT_A_FIELD, near=_near(name, fields), fields=", ".join(fields))
            for name in error.kind.unexpected
        ]
    if _at(shape.kind_schema(kind.name), error.schema_path) is False:
        beside = "papers" in case
        return [CaseIsWrong(path, Fault.NOT_BESIDE_PAPERS if beside else Fault.ONLY_WITH_PAPERS)]
    return [CaseIsWrong(path, Fault.WRONG_VALUE, expected=expect(found), told=_shown(error.instance))]


def _at(schema: Any, steps: Sequence[str | int]) -> Any:
    for step in steps:
        schema = schema[int(step)] if isinstance(schema, list) else schema[step]
    return schema


def _at_field(found: Mapping[str, Any], whole: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    for properties in (found.get("properties", {}), whole["properties"]):
        if isinstance(properties.get(name), Mapping):
            return properties[name]  # type: ignore[no-any-return]
    return {}


def _near(told: str, names: list[str]) -> Text:
    close = get_close_matches(told, names, n=1)
    return Text(f"（是不是{close[0]}？）", f" (did you mean {close[0]}?)") if close else Text("", "")


def _shown(told: Any) -> Text:
    if told is None:
        return Text("空白", "nothing")
    if isinstance(told, dict | list):
        return Text("一组值", "several values")
    shown = str(told).lower() if isinstance(told, bool) else repr(told) if isinstance(told, str) else str(told)
    shown = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
    return Text(shown, shown)


def expect(wanted: Mapping[str, Any]) -> Text:
    """What a field must be, in a few words."""
    if "if" in wanted and "type" not in wanted:
        first, second = expect(wanted["then"]), expect(wanted["else"])
        return Text(f"{first.zh}，或者{second.zh}", f"{first.en}, or {second.en}")
    if "enum" in wanted:
        names = ", ".join(map(str, wanted["enum"]))
        return Text(f"以下之一：{names}", f"one of {names}")
    if "propertyNames" in wanted and "type" not in wanted:
        return expect(wanted["propertyNames"])
    if wanted.get("pattern") == shape.FRACTION:
        return Text("分数如4/5，或者百分数如80%", "a fraction such as 4/5 or 80%")
    if "pattern" in wanted:
        return Text("一行符号，每名候选人一个（○、×、_等）", "a row of marks, one for each printed name (○ × _ ? …)")
    if wanted.get("type") == "integer":
        return _expect_number(wanted)
    return _TYPES[str(wanted.get("format") or wanted.get("type", "object"))]


def _expect_number(wanted: Mapping[str, Any]) -> Text:
    least = wanted.get("minimum")
    if least is None:
        return Text("整数", "a whole number")
    return Text(f"不小于{least}的整数", f"a whole number of at least {least}")


_TYPES = {
    "date": Text("日期，如2025-04-01", "a day such as 2025-04-01"),
    "string": Text("文字", "a text"),
    "boolean": Text("true或者false", "true or false"),
    "array": Text("列表", "a list"),
    "object": Text("各有字段名的值", "fields with values"),
}


def _refuse_named_twice(case: Mapping[str, Any]) -> None:
    votes = case.get("votes")
    if not isinstance(votes, list):
        return
    told: set[str] = set()
    for position, row in enumerate(votes):
        name = row["candidate_key"]
        if name in told:
            raise CaseHasFaults([CaseIsWrong(("votes", position, "candidate_key"), Fault.NAMED_TWICE, name=name)])
        told.add(name)
