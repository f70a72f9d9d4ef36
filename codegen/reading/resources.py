"""Writes out what a JSON:API document says once of a resource (`x-resource`): the envelopes that
requests and answers hold it in, and an example of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from codegen.reading.walk import Node, nodes, types

KEY = "x-resource"
_OURS = frozenset({"read", "create", "update", "example"})
"""What an attribute says beside its schema."""
_NULL = {"type": "null"}
Schemas = dict[str, dict[str, Any]]


def resources(document: Node) -> dict[str, Node]:
    """What each resource of a document says of itself, by the name of its component."""
    components = document.get("components") if isinstance(document, Mapping) else None
    named = components.get("schemas") if isinstance(components, Mapping) else None
    return {
        name: schema[KEY]
        for name, schema in (named.items() if isinstance(named, Mapping) else ())
        if isinstance(schema, Mapping) and isinstance(schema.get(KEY), Mapping)
    }


def expand_resources(document: dict[str, Any]) -> None:
    """Add, in place, the envelopes that are referred to and not there, and to each content that
    holds one without an example its own."""
    found = resources(document)
    if not found:
        return
    schemas: Schemas = document["components"]["schemas"]
    made = envelopes(document)
    for name in found:
        for key, value in made[name].items():
            schemas[name].setdefault(key, value)
    waiting = list(_referred(document))
    while waiting:
        name = waiting.pop()
        if name in made and name not in schemas:
            schemas[name] = made[name]
            waiting += _referred(made[name], "schema")
    for _, media in nodes(document):
        reference = str(media.get("schema", {}).get("$ref", "")) if "schema" in media else ""
        shown = _example(reference.rpartition("/")[2], found)
        if shown is not None and not media.keys() & {"example", "examples", "in"}:
            media["example"] = shown


def _referred(node: Any, kind: str = "document") -> Iterator[str]:
    for _, each in nodes(node, kind=kind):
        if "$ref" in each:
            yield str(each["$ref"]).rpartition("/")[2]


# --- envelopes


def envelopes(document: Node) -> Schemas:
    """Every envelope of a document's resources, by the name of its component; under a resource's
    own name, what its object holds."""
    found = resources(document)
    made: Schemas = deepcopy(_SHARED)
    for name, said in found.items():
        made |= _answered(name, said) | _linked(name, said)
        for request, use in requests_of(name, said).items():
            made |= _asked(request, said, use, found)
    return made


def envelopes_of(name: str) -> tuple[str, ...]:
    """The names of the components that a resource of this name is written out as."""
    asked = ("Input", "UpdateInput")
    parts = ("", "Data", "Attributes", "Relationships")
    return (
        *(f"{name}{end}" for end in ("Attributes", "Relationships", "Document", "List")),
        *(f"{name}{use}{part}" for use in asked for part in parts),
        *(f"{name}{end}" for end in ("IdentifierInput", "LinkInput", "LinksInput")),
        *(f"Related{name}", f"Optional{name}LinkInput"),
    )


def _answered(name: str, said: Node) -> Schemas:
    held = {
        attribute: {**_or_null(schema_of(each)), "description": each["description"]}
        for attribute, each in said.get("attributes", {}).items()
        if each.get("read", True)
    }
    links = {
        relationship: {
            **_or_null(_ref("ToMany" if each.get("many") else "ToOne")),
            "description": each["description"],
        }
        for relationship, each in said.get("relationships", {}).items()
    }
    parts = {"attributes": f"{name}Attributes"} | (
        {"relationships": f"{name}Relationships"} if links else {}
    )
    made: Schemas = {
        name: {
            "type": "object",
            "required": ["type", "id"],
            "properties": {
                "type": _told(said),
                "id": {"type": "string", "description": "What it is known by, a short text."},
                **{
                    key: {**_or_null(_ref(part)), "description": f"Its {key}."}
                    for key, part in parts.items()
                },
                "links": _map("Where it is found."),
                "meta": _map("What else is said of it."),
            },
        },
        f"{name}Attributes": _object(f"The attributes of {said['type']}.", held),
        f"{name}Document": _document(f"One of {said['type']}.", _ref(name)),
        f"Related{name}": _document(f"One of {said['type']}, or none.", _or_null(_ref(name))),
        f"{name}List": _document(
            f"A page of {said['type']}.",
            {"type": "array", "items": _ref(name)},
            {**_or_null(_ref("ListMeta")), "description": "How many there are."},
        ),
    }
    if links:
        made[f"{name}Relationships"] = _object(f"The relationships of {said['type']}.", links)
    return made


def _asked(name: str, said: Node, use: str, found: Mapping[str, Node]) -> Schemas:
    kind, parts = said["type"], parts_of(said, use)
    made: Schemas = {}
    held: dict[str, Any] = {"type": _told(said)}
    needed = ["type"]
    if use == "update":
        held["id"] = {"type": "string", "minLength": 1, "description": "Which one."}
        needed += [] if said.get("singleton") else ["id"]
    for key, those in parts.items():
        part = f"{name}{key.capitalize()}"
        fields = {
            field: {**_field(each), "description": each["description"]}
            for field, each in those.items()
        }
        made[part] = _object(f"The {key} that are given.", fields)
        required = [field for field, each in those.items() if each[use] == "required"]
        if required:
            made[part]["required"] = required
            needed.append(key)
        held[key] = {**_ref(part), "description": f"Its {key}."}
    made[f"{name}Data"] = {**_object(f"What is given of {kind}.", held), "required": needed}
    data = {"data": {**_ref(f"{name}Data"), "description": "The resource."}}
    made[name] = {**_object(f"What is sent of {kind}.", data), "required": ["data"]}
    return made


def _field(said: Node) -> dict[str, Any]:
    if "to" not in said:
        return schema_of(said)
    if said.get("many"):
        return _ref(f"{said['to']}LinksInput")
    return _ref(f"{said['to']}LinkInput" if not clears(said) else f"Optional{said['to']}LinkInput")


def _linked(name: str, said: Node) -> Schemas:
    """How a request names one of a resource, or several."""
    kind, one = said["type"], _ref(f"{name}IdentifierInput")
    identifier = {
        "type": _told(said),
        "id": {"type": "string", "minLength": 1, "description": "Which one."},
    }

    def link(what: str, data: dict[str, Any]) -> dict[str, Any]:
        held = {"data": {**data, "description": what}}
        return {**_object(what, held), "required": ["data"]}

    return {
        f"{name}IdentifierInput": {
            **_object(f"The type and the id of one of {kind}.", identifier),
            "required": ["type", "id"],
        },
        f"{name}LinkInput": link(f"One of {kind}.", one),
        f"Optional{name}LinkInput": link(f"One of {kind}, or null for none.", _or_null(one)),
        f"{name}LinksInput": link(f"Those of {kind} that it has.", {"type": "array", "items": one}),
    }


def requests_of(name: str, said: Node) -> dict[str, str]:
    """The requests that a resource is given in, each with its use."""
    uses = {f"{name}Input": "create", f"{name}UpdateInput": "update"}
    return {request: use for request, use in uses.items() if parts_of(said, use)}


def parts_of(said: Node, use: str) -> dict[str, dict[str, Node]]:
    """The attributes and the relationships that a request of this use may give."""
    found = {
        key: {name: each for name, each in said.get(key, {}).items() if use in each}
        for key in ("attributes", "relationships")
    }
    return {key: those for key, those in found.items() if those}


def clears(said: Node) -> bool:
    """May a relationship to one be given as none? Not where it has to be there from the start."""
    return bool(said.get("create") != "required")


def schema_of(said: Node) -> dict[str, Any]:
    """The schema of an attribute, without what else is said of it."""
    return {key: value for key, value in said.items() if key not in _OURS}


def _told(said: Node) -> dict[str, Any]:
    return {"type": "string", "const": said["type"], "description": "The type of the resource."}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        return {"oneOf": [{"$ref": schema["$ref"]}, dict(_NULL)]}
    if schema.keys() & {"enum", "const"}:
        return {"oneOf": [schema, dict(_NULL)]}
    if "type" in schema:
        return {**schema, "type": [*dict.fromkeys([*types(schema), "null"])]}
    return schema  # a oneOf of an enum and null, as its author wrote it


def _map(description: str) -> dict[str, Any]:
    return {"type": ["object", "null"], "additionalProperties": True, "description": description}


def _object(description: str, properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "description": description, "properties": properties}


def _document(
    description: str, data: dict[str, Any], meta: dict[str, Any] | None = None
) -> dict[str, Any]:
    held = {
        "data": {**data, "description": "What was asked for."},
        "included": {
            "type": ["array", "null"],
            "items": _ref("IncludedResource"),
            "description": "What `include` asked for beside it, each resource once.",
        },
        "links": _map("Where it is found; of a list, where its other pages are."),
        "meta": meta or _map("What else is said of it."),
    }
    return {**_object(description, held), "required": ["data"]}


_IDENTIFIED: dict[str, Any] = {
    "type": {"type": "string", "description": "The type of the resource."},
    "id": {"type": "string", "description": "What it is known by."},
}
_SHARED: Schemas = {
    "Identifier": {
        **_object("The type and the id of a resource.", _IDENTIFIED),
        "required": ["type", "id"],
    },
    "ToOne": _object(
        "A relationship to one resource, of which `data` says which where it was included.",
        {
            "data": {**_or_null(_ref("Identifier")), "description": "Which one; null is none."},
            "links": _map("Where it is found."),
            "meta": _map("What else is said of it."),
        },
    ),
    "ToMany": _object(
        "A relationship to many resources, of which `data` says which where they were included.",
        {
            "data": {
                "type": ["array", "null"],
                "items": _ref("Identifier"),
                "description": "Which ones.",
            },
            "links": _map("Where they are found."),
            "meta": _map("What else is said of it."),
        },
    ),
    "IncludedResource": {
        **_object(
            "A resource of any type.",
            {
                **_IDENTIFIED,
                "attributes": _map("Its attributes."),
                "relationships": _map("Its relationships."),
                "links": _map("Where it is found."),
                "meta": _map("What else is said of it."),
            },
        ),
        "required": ["type", "id"],
    },
    "ListMeta": _object(
        "How many there are of a list.",
        {
            "record_count": {
                "type": ["integer", "null"],
                "x-number": "count",
                "description": "Resources on all pages.",
            },
            "page_count": {
                "type": ["integer", "null"],
                "x-number": "count",
                "description": "Pages of the size that was asked for.",
            },
        },
    ),
}


# --- examples


def _example(name: str, found: Mapping[str, Node]) -> dict[str, Any] | None:
    """What stands for an envelope in the examples; None for what is none."""
    for resource, said in found.items():
        match name.removeprefix("Related").removeprefix(resource):
            case "Document" if name.startswith(resource):
                return {"data": _shown(said)}
            case "" if name == f"Related{resource}":
                return {"data": _shown(said)}
            case "List" if name.startswith(resource):
                return {"data": [_shown(said)], "meta": {"record_count": 1, "page_count": 1}}
            case "Input" if name.startswith(resource):
                return {"data": _given(said, "create", found)}
            case "UpdateInput" if name.startswith(resource):
                return {"data": _given(said, "update", found)}
    return None


def _shown(said: Node) -> dict[str, Any]:
    links = {
        name: {"links": {"related": f"/{said['type']}/{said['example']}/{name}"}}
        for name in said.get("relationships", {})
    }
    attributes = said.get("attributes", {}).items()
    return {
        "type": said["type"],
        "id": said["example"],
        "attributes": {
            name: each["example"]
            for name, each in attributes
            if each.get("read", True) and "example" in each
        },
        **({"relationships": links} if links else {}),
    }


def _given(said: Node, use: str, found: Mapping[str, Node]) -> dict[str, Any]:
    parts = parts_of(said, use)
    attributes = {
        name: each["example"]
        for name, each in parts.get("attributes", {}).items()
        if "example" in each
    }
    links: dict[str, Any] = {}
    for name, each in parts.get("relationships", {}).items():
        if each[use] == "required":
            one = {"type": found[each["to"]]["type"], "id": found[each["to"]]["example"]}
            links[name] = {"data": [one] if each.get("many") else one}
    return {
        "type": said["type"],
        **({"id": said["example"]} if use == "update" and not said.get("singleton") else {}),
        **({"attributes": attributes} if attributes else {}),
        **({"relationships": links} if links else {}),
    }
