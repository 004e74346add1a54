"""The JSON Schema of cases, drawn from the signatures of the rules, and its fields' descriptions."""

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, get_args, get_origin

from huitang.adapters.cases import signature
from huitang.adapters.cases.field_words import FIELDS
from huitang.adapters.cases.kinds import KINDS, Kind
from huitang.adapters.cases.paper_shape import PAPER_FIELDS, TOTALS, project_papers, voting_papers
from huitang.adapters.cases.signature import DAY, PROVINCE, Asked
from huitang.rules import resolution
from huitang.rules.deadline import Calendar
from huitang.rules.province import NATIONAL
from huitang.rules.province_packs import PACKS
from huitang.rules.resolution import ResolutionOutcome
from huitang.rules.tally import Votes

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
DECIDE = "decide"
TITLE = "title"
FRACTION = r"^(\d+/[1-9]\d*|\d+%)$"
_LEAST = {"seats": 1, "keep": 1}
_SIGNED = ("total_change",)
_COUNT: Schema = {"type": "integer", "minimum": 0}
_NAME: Schema = {"type": "string", "minLength": 1}
_SCALARS: dict[Any, Schema] = {
    bool: {"type": "boolean"},
    str: _NAME,
    date: {"type": "string", "format": "date"},
    Fraction: {"type": "string", "pattern": FRACTION},
}


def schema() -> Schema:
    """The whole schema: the field `decide` names the kind, and the kind says which fields there are."""
    return {
        "$schema": DIALECT,
        "title": "huitang decide",
        "description": "写给 huitang decide 的案例 / a case for huitang decide",
        "type": "object",
        "required": [DECIDE],
        "properties": {DECIDE: {"enum": list(KINDS), "description": _describe(DECIDE)}},
        "allOf": [
            {"if": {"properties": {DECIDE: {"const": name}}}, "then": {"$ref": f"#/$defs/{name}"}} for name in KINDS
        ],
        "$defs": {name: kind_schema(name) for name in KINDS},
    }


@cache
def kind_schema(name: str) -> Schema:
    """The schema of one kind; it stands by itself."""
    return _kind(KINDS[name])


def _kind(kind: Kind) -> Schema:
    own = _object(signature.asked_by(kind.rule))
    always = {DECIDE: {"const": kind.name}, TITLE: _described(TITLE, {"type": "string"})}
    found: Schema = {
        "title": f"{kind.title.zh} / {kind.title.en}",
        "type": "object",
        "required": own["required"],
        "properties": {**always, **own["properties"]},
        "additionalProperties": False,
    }
    return _with_papers(found, kind) if kind.takes_papers else found


def _with_papers(found: Schema, kind: Kind) -> Schema:
    """Either the totals, or whole papers from which they are counted."""
    papers = project_papers() if kind.is_about_projects else voting_papers(method=_shape(PAPER_FIELDS["method"], ""))
    on_paper = {name: _described(name, shape) for name, shape in papers.items()}
    needed = ["projects" if kind.is_about_projects else "candidates"]
    counted = [name for name in found["required"] if name in TOTALS]
    return {
        **found,
        "required": [name for name in found["required"] if name not in TOTALS],
        "properties": {**found["properties"], **on_paper, DAY: _described(DAY, _SCALARS[date])},
        "if": {"required": ["papers"]},
        "then": {"required": needed, "properties": {name: False for name in counted if name != "papers_collected"}},
        "else": {"required": counted, "properties": {name: False for name in on_paper if name != "seal_required"}},
    }


def _object(asked: tuple[Asked, ...]) -> Schema:
    properties: dict[str, Schema] = {}
    required: list[str] = []
    for one in asked:
        for name, (shape, is_required) in _fields_for(one).items():
            properties[name] = _described(name, shape)
            if is_required and name not in required:
                required.append(name)
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


def _fields_for(asked: Asked) -> Mapping[str, tuple[Schema, bool]]:
    if signature.is_law(asked.hint):
        return {DAY: (_SCALARS[date], asked.is_required)}
    if signature.is_pack(asked.hint):
        codes = sorted({NATIONAL.code, *(pack.code for pack in PACKS)})
        return {PROVINCE: ({"enum": codes, "default": NATIONAL.code}, False), DAY: (_SCALARS[date], True)}
    is_required = asked.is_required and asked.hint is not Calendar and signature.without_none(asked.hint) is asked.hint
    return {asked.field: (_shape(asked.hint, asked.field), is_required)}


def _shape(hint: Any, field: str) -> Schema:
    plain = signature.without_none(hint)
    if plain is int:
        return {"type": "integer"} if field in _SIGNED else {"type": "integer", "minimum": _LEAST.get(field, 0)}
    if plain in _SCALARS:
        return dict(_SCALARS[plain])
    if plain is ResolutionOutcome:
        return _vote()
    if isinstance(plain, type) and issubclass(plain, Enum):
        return {"enum": [member.value for member in plain]}
    if is_dataclass(plain):
        return _object(signature.asked_by_value(plain))  # type: ignore[arg-type]
    return _list_shape(plain)


def _list_shape(hint: Any) -> Schema:
    item = get_args(hint)[0]
    if item is Votes:
        return _votes()
    if get_origin(item) is tuple:
        return _pairs(*get_args(item))
    found: Schema = {"type": "array", "items": _shape(item, "")}
    return {**found, "uniqueItems": True} if get_origin(hint) is frozenset else found


def _pairs(key: Any, value: Any) -> Schema:
    if key is value:
        return {"type": "array", "items": {"type": "array", "items": _NAME, "minItems": 2, "maxItems": 2}}
    names = _NAME if key is str else {"enum": [member.value for member in key]}
    return {"type": "object", "propertyNames": names, "additionalProperties": _shape(value, "")}


def _votes() -> Schema:
    """A name and its votes, or a row with all its numbers for each."""
    rows: Schema = {"type": "array", "items": _object(signature.asked_by_value(Votes))}
    return {"if": {"type": "object"}, "then": {"type": "object", "additionalProperties": _COUNT}, "else": rows}


def _vote() -> Schema:
    """A vote inside another case: on paper where papers were issued, else by show of hands."""
    by_hand, on_paper = (signature.asked_by(rule) for rule in VOTES)
    return {"if": {"required": ["papers_issued"]}, "then": _object(on_paper), "else": _object(by_hand)}


VOTES: tuple[Callable[..., ResolutionOutcome], ...] = (
    resolution.decide_resolution,
    resolution.decide_resolution_by_ballot,
)


def _described(name: str, shape: Schema) -> Schema:
    return {**shape, "description": _describe(name)}


def _describe(name: str) -> str:
    return f"{FIELDS[name].zh} / {FIELDS[name].en}"
