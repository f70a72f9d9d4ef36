"""Whether a document says what can be read, and nothing that would be lost: each object holds the
keywords of its kind, each keyword what belongs there, each reference a part that is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from codegen.reading.extensions import misused
from codegen.reading.keywords import COMPONENTS, KINDS, NEEDED, SCHEMA, Entry, Refused
from codegen.reading.problem import Problem
from codegen.reading.walk import Node, join, lookup

_FORMS: Mapping[str, tuple[Any, str]] = {
    "text": (str, "text"),
    "flag": (bool, "true or false"),
    "list": (list, "a list"),
    "map": (dict, "an object"),
    "texts": ([str], "a list of texts"),
    "texts by name": ({str: str}, "an object of texts"),
    "schemes": ([{str: [str]}], "a list of objects of lists"),
    "types": (object, "a type of JSON, or a list of them"),
    "any": (object, ""),
}
_TYPES = frozenset({"null", "boolean", "integer", "number", "string", "array", "object"})
_CHOICES = ("oneOf", "anyOf", "allOf")
_SAYS_MORE = frozenset(
    {"title", "description", "default", "example", "examples", "externalDocs", "$comment"}
    | {"deprecated", "readOnly", "writeOnly"}
)
"""What a schema says of its place, and not of its value."""
_HELD = SCHEMA.keys() - _SAYS_MORE - {*_CHOICES, "discriminator"}
_ADDRESS = re.compile(r"https://[^\s{}?#]+")
_TOKEN_ADDRESS = re.compile(r"https://[^\s{}?#@/]+(/[^\s{}?#]*)?")
_REFERENCE = frozenset({"$ref", "summary", "description"})
_READ_HEADERS = frozenset({"retry-after"})


def unaccepted(document: Any) -> Iterator[Problem]:
    """Every place that says what is not read, or not as it has to be."""
    yield from _object(document, document, "#", "document")


def is_accepted(document: Node, schema: Node) -> bool:
    """Says a schema only what is read, in all its parts?"""
    return not any(_object(document, schema, "#", "schema"))


def _object(document: Node, node: Any, place: str, kind: str) -> Iterator[Problem]:
    if kind == "schema or flag":
        if isinstance(node, bool):
            return
        kind = "schema"
    if not isinstance(node, dict):
        yield _wrong(node, place, "an object")
        return
    if "$ref" in node and kind in COMPONENTS:
        yield from _reference(document, node, place, kind)
        return
    known = KINDS[kind]
    for keyword in NEEDED.get(kind, ()):
        if keyword not in node:
            yield Problem(place, f"{keyword!r} is a required property", "say it")
    for keyword, value in node.items():
        entry = known.get(keyword)
        if entry is not None:
            yield from _value(document, value, join(place, keyword), entry)
        elif not keyword.startswith("x-"):
            what = f"{keyword!r}, which says nothing in this place"
            yield Problem(place, what, "remove it, or write it as it is spelled")
    yield from misused(node, place, kind)
    yield from _of_kind(node, place, kind)


def _value(document: Node, value: Any, place: str, entry: Entry) -> Iterator[Problem]:
    if isinstance(entry, Refused):
        yield Problem(place, entry.what, entry.do)
    elif isinstance(entry, str):
        form, wanted = _FORMS[entry]
        if not (_are_types(value) if entry == "types" else _fits(value, form)):
            yield _wrong(value, place, wanted)
    elif entry.many == "one":
        yield from _object(document, value, place, entry.kind)
    elif not isinstance(value, list if entry.many == "list" else dict):
        yield _wrong(value, place, "a list" if entry.many == "list" else "an object")
    else:
        parts = enumerate(value) if isinstance(value, list) else value.items()
        for key, each in parts:
            yield from _object(document, each, join(place, key), entry.kind)


def _fits(value: Any, form: Any) -> bool:
    if isinstance(form, list):
        return isinstance(value, list) and all(_fits(each, form[0]) for each in value)
    if isinstance(form, dict):
        return isinstance(value, dict) and all(_fits(each, form[str]) for each in value.values())
    return isinstance(value, form)


def _are_types(value: Any) -> bool:
    names = value if isinstance(value, list) else [value]
    return bool(names) and all(isinstance(each, str) and each in _TYPES for each in names)


def _reference(document: Node, node: Node, place: str, kind: str) -> Iterator[Problem]:
    """A reference names a part of its own kind, with a name, that is in the end no reference."""
    beside = _SAYS_MORE if kind == "schema" else _REFERENCE
    if kind == "schema":
        yield from misused(node, place, kind)
    for keyword in sorted(node.keys() - {"$ref"}):
        if keyword not in beside and not (kind == "schema" and keyword.startswith("x-")):
            do = "write it where the $ref leads"
            if keyword == "nullable":
                do = "write oneOf: [{$ref: …}, {type: 'null'}] in its place"
            yield Problem(place, f"{keyword!r} beside a $ref", do)
        elif kind == "schema" and keyword in SCHEMA:
            yield from _value(document, node[keyword], join(place, keyword), SCHEMA[keyword])
    start = f"#/components/{COMPONENTS[kind]}/"
    seen: set[str] = set()
    while isinstance(node, dict) and "$ref" in node:
        reference = node["$ref"]
        if not isinstance(reference, str):
            yield _wrong(reference, join(place, "$ref"), "text")
            return
        if not reference.startswith(start) or "/" in reference.removeprefix(start):
            what = f"$ref {reference} names no part of components/{COMPONENTS[kind]}"
            yield Problem(place, what, "give it a name there, and refer to that")
            return
        if reference in seen:
            yield Problem(place, f"$ref {reference} leads back to itself", "say what it is")
            return
        seen.add(reference)
        try:
            node = lookup(document, reference)
        except KeyError:
            do = "name a part that exists, or remove what refers to it"
            yield Problem(place, f"$ref {reference} names nothing", do)
            return


def _of_kind(node: Node, place: str, kind: str) -> Iterator[Problem]:
    if kind == "document":
        version = node.get("openapi")
        if isinstance(version, str) and not version.startswith("3.1."):
            yield Problem(join(place, "openapi"), f"OpenAPI {version}", "write it as 3.1.0")
        dialect = node.get("jsonSchemaDialect")
        if dialect not in (None, "https://spec.openapis.org/oas/3.1/dialect/base"):
            do = "remove it: schemas are those of OpenAPI 3.1"
            yield Problem(place, "schemas of another dialect", do)
        servers = node.get("servers")
        if isinstance(servers, list) and len(servers) > 1:
            do = "keep the one that clients use by themselves; name the others in its description"
            yield Problem(join(place, "servers"), "several servers", do)
    if kind == "server" and not _ADDRESS.fullmatch(str(node.get("url", "https://-"))):
        do = "write a whole address, https:// and no braces, or leave servers out"
        yield Problem(place, f"url {node['url']}, to which nothing can be sent", do)
    if kind == "flow":
        yield from _of_flow(node, place)
    if kind == "schema":
        yield from _of_schema(node, place)
    if kind == "answer":
        headers = node.get("headers")
        for name in headers if isinstance(headers, dict) else ():
            if name.lower() not in _READ_HEADERS:
                do = "say it in the description: of headers only Retry-After is read"
                yield Problem(join(join(place, "headers"), name), "a header of an answer", do)


def _of_flow(node: Node, place: str) -> Iterator[Problem]:
    if not _TOKEN_ADDRESS.fullmatch(str(node.get("tokenUrl", "https://-"))):
        do = "write a whole address, https:// and a host, without user, query or braces"
        what = f"tokenUrl {node['tokenUrl']}, to which no secret can be sent"
        yield Problem(place, what, do)
    if isinstance(node.get("scopes"), dict) and node["scopes"]:
        do = "write scopes: {}, and say in the description what a client may do"
        yield Problem(join(place, "scopes"), "scopes, which nobody asks for", do)


def _of_schema(node: Node, place: str) -> Iterator[Problem]:
    if "array" in str(node.get("type")) and "items" not in node:
        do = "say what its items are; {} is anything"
        yield Problem(place, "an array of nobody knows what", do)
    choices = [key for key in _CHOICES if key in node]
    if len(choices) > 1:
        yield Problem(place, f"{' and '.join(choices)} at once", f"write one {choices[0]} of all")
    if choices and choices[0] != "allOf":
        for key in sorted(node.keys() & _HELD):
            do = f"write it into each schema of the {choices[0]}"
            yield Problem(place, f"{key!r} beside {choices[0]}", do)


def _wrong(value: Any, place: str, wanted: str) -> Problem:
    found = {dict: "an object", list: "a list", str: "text", bool: "true or false"}
    got = "nothing" if value is None else found.get(type(value), "a number")
    return Problem(place, f"{got}, where {wanted} belongs", f"write {wanted}")
