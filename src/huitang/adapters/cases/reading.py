"""Reads a file of YAML or JSON into plain values: text, whole numbers, yes and no, lists and fields.

Only the plain scalars of YAML 1.2 are known (`true`, `12`): a day stays text, and no name turns into a truth value.
"""

import json
import re
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any

import yaml

from huitang.adapters.cases.fault import CaseIsWrong, Fault

_FastLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _CaseLoader(_FastLoader):  # type: ignore[misc]
    yaml_implicit_resolvers: dict[str, Any] = {}

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        told: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, str):
                raise CaseIsWrong((), Fault.KEY_IS_NO_TEXT, key=key_node.value)
            if key in told:
                raise CaseIsWrong((), Fault.SAID_TWICE, key=key, line=key_node.start_mark.line + 1)
            told.add(key)
        return dict(super().construct_mapping(node, deep=deep))


for _tag, _pattern, _first in (
    ("tag:yaml.org,2002:bool", r"^(?:true|false)$", "tf"),
    ("tag:yaml.org,2002:null", r"^(?:~|null|)$", ["~", "n", ""]),
    ("tag:yaml.org,2002:int", r"^[-+]?(?:0|[1-9][0-9]*)$", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"^[-+]?[0-9]+\.[0-9]*(?:[eE][-+]?[0-9]+)?$", "-+0123456789"),
):
    _CaseLoader.add_implicit_resolver(_tag, re.compile(_pattern), list(_first))


def read_text(path: Path) -> str:
    """The text of a file. :raises CaseIsWrong: where there is none."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise CaseIsWrong((), Fault.FILE_NOT_FOUND, name=path) from error
    except UnicodeDecodeError as error:
        raise CaseIsWrong((), Fault.NOT_TEXT, name=path) from error
    except OSError as error:
        raise CaseIsWrong((), Fault.NOT_READABLE, name=path, reason=error.strerror) from error


def read_case(text: str) -> dict[str, Any]:
    """The fields of one case. :raises CaseIsWrong: where it is no YAML, no JSON or no fields."""
    found = _parse(text)
    if not isinstance(found, dict):
        raise CaseIsWrong((), Fault.NOT_A_MAPPING)
    _refuse_aliases(found)
    return found


def _parse(text: str) -> Any:
    if text.lstrip().startswith("{"):
        try:
            return json.loads(text, object_pairs_hook=_once)
        except json.JSONDecodeError:
            pass  # a case in YAML may begin so too, and its fault is told by line
    try:
        return yaml.load(text, _CaseLoader)  # noqa: S506  its loader is a safe one
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise CaseIsWrong((), Fault.NOT_YAML, line=line, column=column) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise CaseIsWrong((), Fault.NOT_YAML, line=1, column=1) from error


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        key = next(key for key in keys if keys.count(key) > 1)
        raise CaseIsWrong((), Fault.SAID_TWICE, key=key, line="?")
    return found


def _refuse_aliases(found: Any) -> None:
    """An alias can make a small file endless; nobody needs one here."""
    seen: set[int] = set()
    waiting = [found]
    while waiting:
        one = waiting.pop()
        if not isinstance(one, dict | list):
            continue
        if id(one) in seen:
            raise CaseIsWrong((), Fault.ALIASED)
        seen.add(id(one))
        waiting.extend(one.values() if isinstance(one, dict) else one)


def find_line(text: str, path: Sequence[str | int]) -> int | None:
    """The line on which a field stands, or the one it is missing from."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    for step in path:
        below = _below(node, step)
        if below is None:
            break
        node = below
    return None if node is None else node.start_mark.line + 1


def _below(node: Any, step: str | int) -> Any:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    if isinstance(node, yaml.MappingNode):
        return next((content for key, content in node.value if key.value == step), None)
    return None
