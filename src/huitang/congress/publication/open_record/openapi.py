"""A description of the JSON endpoints in OpenAPI 3.1, for programs that read such descriptions."""

from typing import Any

from huitang.congress.publication.open_record.oparl_lists import LISTS, SCHEMA
from huitang.congress.publication.open_record.record import Addresses

Told = dict[str, Any]
_URL = {"type": "string", "format": "uri"}
_MOMENT = {"type": "string", "format": "date-time"}
_TEXT = {"type": "string"}
_WHOLE = {"type": "integer", "minimum": 0}
_GROUPS = ("persons", "organizations", "posts", "memberships", "motions", "vote_events", "events")


def write(congress: str, addresses: Addresses, *, version: str) -> Told:
    return {
        "openapi": "3.1.0",
        "info": {"title": f"{congress}公开数据", "version": version, "description": _ABOUT},
        "servers": [{"url": addresses.town.rstrip("/")}],
        "paths": {
            "/data/popolo.json": _get("人员、机构、职务、表决（Popolo）", _popolo()),
            "/data/oparl/body.json": _get("OParl 1.1 的入口：本级人民代表大会", _object("Body")),
            **{f"/data/oparl/{name}/page-1.json": _list(field, name) for field, name in LISTS.items()},
            "/data/oparl/{folder}/{key}.json": {**_get("OParl 1.1 的一个对象或一页列表", _any_of_oparl()), **_WHERE},
            "/data/openapi.json": _get("本说明", {"type": "object", "required": ["openapi", "paths"]}),
        },
    }


_ABOUT = "只有已经发布的内容。无记名投票只有票数。每个地址都是一个文件，没有查询参数也能读全。"
_WHERE = {
    "parameters": [
        {"name": "folder", "in": "path", "required": True, "schema": {"type": "string", "enum": [*LISTS.values()]}},
        {"name": "key", "in": "path", "required": True, "schema": {"type": "string", "pattern": "^[a-z0-9-]{1,80}$"}},
    ]
}


def _get(summary: str, schema: Told, parameters: list[Told] | None = None) -> Told:
    found = {"description": "已经发布的内容", "content": {"application/json": {"schema": schema}}}
    missing = {"description": "没有这一项", "content": {"application/json": {"schema": _error()}}}
    wrong = {"description": "参数写错", "content": {"application/json": {"schema": _error()}}}
    told: Told = {"summary": summary, "responses": {"200": found, "404": missing}}
    if parameters:
        told["parameters"] = parameters
        told["responses"]["400"] = wrong
    return {"get": told}


def _list(field: str, name: str) -> Told:
    sifting = [
        {"name": f"{column}_{side}", "in": "query", "required": False, "schema": _MOMENT}
        for column in ("created", "modified")
        for side in ("since", "until")
    ]
    return _get(f"OParl 1.1 列表：{name}（{field}）", _page(), sifting)


def _any_of_oparl() -> Told:
    return {"anyOf": [_page(), {"type": "object", "required": ["id", "type", "created", "modified"]}]}


def _page() -> Told:
    links = {"type": "object", "properties": dict.fromkeys(("first", "prev", "self", "next", "last"), _URL)}
    counted = ("totalElements", "elementsPerPage", "currentPage", "totalPages")
    return {
        "type": "object",
        "required": ["data", "pagination", "links"],
        "properties": {
            "data": {"type": "array", "items": {"type": "object", "required": ["id", "type"]}},
            "pagination": {"type": "object", "properties": dict.fromkeys(counted, _WHOLE)},
            "links": links,
        },
    }


def _object(kind: str) -> Told:
    return {
        "type": "object",
        "required": ["id", "type", "created", "modified"],
        "properties": {"id": _URL, "type": {"const": f"{SCHEMA}{kind}"}, "created": _MOMENT, "modified": _MOMENT},
    }


def _error() -> Told:
    return {"type": "object", "required": ["type", "message"], "properties": {"type": _TEXT, "message": _TEXT}}


def _popolo() -> Told:
    many = {"type": "array", "items": {"type": "object", "required": ["id"], "properties": {"id": _TEXT}}}
    return {"type": "object", "required": list(_GROUPS), "properties": dict.fromkeys(_GROUPS, many)}
