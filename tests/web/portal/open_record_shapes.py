"""What Popolo, OParl 1.1 and OpenAPI ask of each object, in our own words: fields that must be there, and of which type."""

from typing import Any

import jsonschema_rs

Shape = dict[str, Any]
URL: Shape = {"type": "string", "format": "uri", "pattern": "^https?://"}
URLS: Shape = {"type": "array", "items": URL, "uniqueItems": True}
WORDS: Shape = {"type": "string", "minLength": 1}
MOMENT: Shape = {"type": "string", "format": "date-time"}
DAY: Shape = {"type": "string", "format": "date"}
WHOLE: Shape = {"type": "integer", "minimum": 0}
YES_OR_NO: Shape = {"type": "boolean"}


def _validator(shape: Shape) -> jsonschema_rs.Validator:
    return jsonschema_rs.Draft202012Validator(shape, validate_formats=True)


def _shape(must: Shape, may: Shape | None = None) -> Shape:
    """Nothing but these fields, so that a slip of the pen is a failure."""
    fields = {**must, **(may or {})}
    return {"type": "object", "required": list(must), "properties": fields, "additionalProperties": False}


def _many(shape: Shape) -> Shape:
    return {"type": "array", "items": shape}


# Popolo

_SOURCES = _many(_shape({"url": URL}, {"note": WORDS}))
_DATES = {"created_at": MOMENT, "updated_at": MOMENT, "sources": _SOURCES}
_COUNT = _shape({"option": WORDS, "value": WHOLE})
_WHEN = {"type": "string", "pattern": r"^\d{4}(-\d\d){0,2}(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?$"}
_DATE = {"type": "string", "pattern": r"^\d{4}(-\d\d){0,2}$"}
_PAPERS = _shape(dict.fromkeys(("issued", "collected", "valid", "void"), WHOLE))
_OF_SESSION = {"organization_id": WORDS, "legislative_session_id": WORDS, "classification": WORDS}
POPOLO = _validator(
    _shape(
        {
            "persons": _many(_shape({"id": WORDS, "name": WORDS, **_DATES})),
            "organizations": _many(
                _shape({"id": WORDS, "name": WORDS, "classification": WORDS, **_DATES}, {"parent_id": WORDS})
            ),
            "posts": _many(_shape({"id": WORDS, "label": WORDS, "role": WORDS, "organization_id": WORDS, **_DATES})),
            "memberships": _many(
                _shape(
                    {"id": WORDS, "person_id": WORDS, "organization_id": WORDS, "role": WORDS, **_DATES},
                    {"post_id": WORDS, "start_date": _DATE},
                )
            ),
            "motions": _many(
                _shape({"id": WORDS, "text": WORDS, **_OF_SESSION, **_DATES}, {"requirement": WORDS, "result": WORDS})
            ),
            "vote_events": _many(
                _shape(
                    {"id": WORDS, "counts": _many(_COUNT), **_OF_SESSION, **_DATES},
                    {"motion_id": WORDS, "result": WORDS, "identifier": WORDS, "papers": _PAPERS},
                )
            ),
            "events": _many(
                _shape(
                    {
                        "id": WORDS,
                        "name": WORDS,
                        "classification": WORDS,
                        "start_date": _WHEN,
                        "organization_id": WORDS,
                        **_DATES,
                    },
                    {"end_date": _WHEN, "parent_id": WORDS},
                )
            ),
        }
    )
)

# OParl 1.1


def _oparl(kind: str, must: Shape, may: Shape | None = None) -> Shape:
    """Since 1.1 every object says when it was made and changed."""
    named = {
        "id": URL,
        "type": {"const": f"https://schema.oparl.org/1.1/{kind}"},
        "created": MOMENT,
        "modified": MOMENT,
    }
    common = {"license": URL, "web": URL, "keyword": _many(WORDS)}
    return _shape({**named, **must}, {**common, **(may or {})})


_TERM = _oparl("LegislativeTerm", {}, {"body": URL, "name": WORDS, "startDate": DAY, "endDate": DAY})
_LOCATION = _oparl("Location", {}, {"description": WORDS, "locality": WORDS, "geojson": {"type": "object"}})
_FILE = _oparl(
    "File",
    {"accessUrl": URL},
    {"name": WORDS, "fileName": WORDS, "mimeType": WORDS, "date": DAY, "text": WORDS, "size": WHOLE},
)
_MEMBERSHIP = _oparl(
    "Membership",
    {},
    {"person": URL, "organization": URL, "role": WORDS, "votingRight": YES_OR_NO, "startDate": DAY, "endDate": DAY},
)
_ITEM = _oparl("AgendaItem", {}, {"meeting": URL, "number": WORDS, "order": WHOLE, "name": WORDS, "public": YES_OR_NO})
_CONSULTATION = _oparl(
    "Consultation", {}, {"paper": URL, "meeting": URL, "organization": URLS, "authoritative": YES_OR_NO, "role": WORDS}
)
_LISTS = ("agendaItem", "consultation", "file", "locationList", "legislativeTermList", "membership")
_WHOLE_PAPER = _oparl(
    "Paper",
    {},
    {
        "body": URL,
        "name": WORDS,
        "date": DAY,
        "paperType": WORDS,
        "reference": WORDS,
        "mainFile": _FILE,
        "auxiliaryFile": _many(_FILE),
        "originatorOrganization": URLS,
        "consultation": _many(_CONSULTATION),
    },
)
_GONE = _oparl("Paper", {"deleted": {"const": True}})
OPARL = {
    kind: _validator(shape)
    for kind, shape in {
        "System": _oparl(
            "System",
            {"oparlVersion": {"const": "https://schema.oparl.org/1.1/"}, "body": URL},
            {"name": WORDS, "website": URL},
        ),
        "Body": _oparl(
            "Body",
            {
                "name": WORDS,
                "organization": URL,
                "person": URL,
                "meeting": URL,
                "paper": URL,
                "legislativeTerm": _many(_TERM),
                **dict.fromkeys(_LISTS, URL),
            },
            {"system": URL, "shortName": WORDS, "website": URL, "classification": WORDS, "location": _LOCATION},
        ),
        "LegislativeTerm": _TERM,
        "Location": _LOCATION,
        "Organization": _oparl(
            "Organization",
            {},
            {
                "body": URL,
                "name": WORDS,
                "classification": WORDS,
                "organizationType": WORDS,
                "membership": URLS,
                "meeting": URL,
                "subOrganizationOf": URL,
            },
        ),
        "Person": _oparl(
            "Person", {}, {"body": URL, "name": WORDS, "status": _many(WORDS), "membership": _many(_MEMBERSHIP)}
        ),
        "Membership": _MEMBERSHIP,
        "Meeting": _oparl(
            "Meeting",
            {},
            {"name": WORDS, "meetingState": WORDS, "start": MOMENT, "organization": URLS, "agendaItem": _many(_ITEM)},
        ),
        "AgendaItem": _ITEM,
        "Paper": {"oneOf": [_WHOLE_PAPER, _GONE]},
        "Consultation": _CONSULTATION,
        "File": _FILE,
    }.items()
}
OPARL_LIST = _validator(
    _shape(
        {
            "data": _many({"type": "object", "required": ["id", "type", "created", "modified"]}),
            "pagination": _shape(
                {}, dict.fromkeys(("totalElements", "elementsPerPage", "currentPage", "totalPages"), WHOLE)
            ),
            "links": _shape({}, dict.fromkeys(("first", "prev", "self", "next", "last"), URL)),
        }
    )
)

# OpenAPI

_ANSWER = {"type": "object", "required": ["description"], "properties": {"description": WORDS}}
_GET = {
    "type": "object",
    "required": ["responses"],
    "properties": {"responses": {"type": "object", "minProperties": 1, "additionalProperties": _ANSWER}},
}
OPENAPI = _validator(
    {
        "type": "object",
        "required": ["openapi", "info", "paths"],
        "properties": {
            "openapi": {"type": "string", "pattern": r"^3\.1\."},
            "info": {"type": "object", "required": ["title", "version"]},
            "paths": {
                "type": "object",
                "minProperties": 3,
                "propertyNames": {"pattern": "^/"},
                "additionalProperties": {"type": "object", "required": ["get"], "properties": {"get": _GET}},
            },
        },
    }
)
