"""How JSON:API 1.0 holds a resource in requests and answers, by the places of `tests.openapi.parts`: `@`
stands for the component of the resource, `~` for its type."""

from __future__ import annotations

from typing import Any

from tests.openapi.settled import Facts

TEXT: dict[str, Any] = {"type": "string"}
OBJECT: dict[str, Any] = {"type": "object"}
MAP = {**OBJECT, "additionalProperties": True}
TYPE = {**TEXT, "const": "~", "required": True}
ID = {**TEXT, "required": True}
GIVEN_ID = {**ID, "minLength": 1}
DOCUMENT = {
    "": OBJECT,
    " > included": {"type": "array", "null": True},
    " > included > each": {"ref": "IncludedResource"},
    " > links": MAP,
}
ENVELOPES: Facts = {
    "@": OBJECT,
    "@ > type": TYPE,
    "@ > id": ID,
    "@ > attributes": {"ref": "@Attributes"},
    "@ > relationships": {"ref": "@Relationships"},
    "@ > links": MAP,
    "@ > meta": MAP,
    "@Attributes": OBJECT,
    "@Relationships": OBJECT,
    **{f"@Document{place}": said for place, said in DOCUMENT.items()},
    "@Document > data": {"ref": "@", "required": True},
    "@Document > meta": MAP,
    **{f"Related@{place}": said for place, said in DOCUMENT.items()},
    "Related@ > data": {"ref": "@", "required": True, "null": True},
    "Related@ > meta": MAP,
    **{f"@List{place}": said for place, said in DOCUMENT.items()},
    "@List > data": {"type": "array", "required": True},
    "@List > data > each": {"ref": "@"},
    "@List > meta": {"ref": "ListMeta"},
    **{
        f"@{use}Input{place}": said
        for use in ("", "Update")
        for place, said in {
            "": OBJECT,
            " > data": {"ref": f"@{use}InputData", "required": True},
            "Data": OBJECT,
            "Data > type": TYPE,
            "Data > attributes": {"ref": f"@{use}InputAttributes"},
            "Data > relationships": {"ref": f"@{use}InputRelationships"},
            "Attributes": OBJECT,
            "Relationships": OBJECT,
        }.items()
    },
    "@UpdateInputData > id": GIVEN_ID,
    "@IdentifierInput": OBJECT,
    "@IdentifierInput > type": TYPE,
    "@IdentifierInput > id": GIVEN_ID,
    "@LinkInput": OBJECT,
    "@LinkInput > data": {"ref": "@IdentifierInput", "required": True},
    "Optional@LinkInput": OBJECT,
    "Optional@LinkInput > data": {"ref": "@IdentifierInput", "required": True, "null": True},
    "@LinksInput": OBJECT,
    "@LinksInput > data": {"type": "array", "required": True},
    "@LinksInput > data > each": {"ref": "@IdentifierInput"},
}
SHARED: Facts = {
    "Identifier": OBJECT,
    "Identifier > type": ID,
    "Identifier > id": ID,
    "IncludedResource": OBJECT,
    "IncludedResource > type": ID,
    "IncludedResource > id": ID,
    **{
        f"IncludedResource > {each}": MAP
        for each in ("attributes", "relationships", "links", "meta")
    },
    "ToOne": OBJECT,
    "ToOne > data": {"ref": "Identifier"},
    "ToOne > links": MAP,
    "ToOne > meta": MAP,
    "ToMany": OBJECT,
    "ToMany > data": {"type": "array"},
    "ToMany > data > each": {"ref": "Identifier"},
    "ToMany > links": MAP,
    "ToMany > meta": MAP,
}
