"""The parameters that cannot be sent as the document says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from codegen.python.arguments import SAID
from codegen.reading.problem import Problem
from codegen.reading.styles import JOINED
from codegen.reading.walk import Node, is_null, lookup, nullable, parameters, resolve, types
from codegen.schemas.values import is_secret
from codegen.validation.arguments import argument_faults

_PLACES = ("path", "query", "header")
_STYLES = {"path": ("simple",), "query": ("form",), "header": ("simple",)}
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_OURS = frozenset(
    {"accept", "accept-encoding", "authorization", "connection", "content-length", "content-type"}
    | {"host", "transfer-encoding", "user-agent"}
)
_SCALARS = frozenset({"string", "integer", "number", "boolean"})


def parameter_faults(document: Node, place: str, operation: Node) -> Iterator[Problem]:
    """Those of one operation."""
    given = parameters(document, operation)
    seen: set[tuple[str, str]] = set()
    whole = []
    for each in given:
        spot = f"{place}/parameters ({each['name']})"
        found = list(_of_one(document, spot, each))
        yield from found
        key = (_folded(each), each["in"])
        if not found and key in seen:
            yield Problem(spot, "stands there twice", "remove one of them")
        elif not found:
            whole.append(each)
        seen.add(key)
    yield from _written_twice(document, place, whole)
    yield from argument_faults(place, [each for each in whole if "x-tenant" not in each])


def _written_twice(document: Node, place: str, given: list[Node]) -> Iterator[Problem]:
    """A field of an object that goes out under the name of another parameter. A key of a map may,
    and both at once are refused when they are given; but logs show some parameters, and no map."""
    queries = {each["name"]: each for each in given if each["in"] == "query"}
    for each in given:
        if each.get("style") != "deepObject":
            continue
        found = resolve(document, each["schema"])
        for field in found.get("properties", ()):
            key = f"{each['name']}[{field}]"
            if key in queries:
                what = f"is a field of the parameter {each['name']} too"
                yield Problem(f"{place}/parameters ({key})", what, "remove one of them")
        beside = [name for name in queries if name.startswith(f"{each['name']}[")]
        for name in beside if "properties" not in found else ():
            schema = resolve(document, queries[name]["schema"])
            if types(schema) != ["string"] or schema.keys() & {"enum", "const", "format"}:
                what = f"is what a key of the parameter {each['name']} can be, which takes any text"
                yield Problem(f"{place}/parameters ({name})", what, "write plain type: string")


def _folded(parameter: Node) -> str:
    name: str = parameter["name"]
    return name.lower() if parameter["in"] == "header" else name


def _of_one(document: Node, spot: str, parameter: Node) -> Iterator[Problem]:
    where = parameter["in"]
    if where not in _PLACES:
        do = f"only those in {', '.join(_PLACES)} can be sent"
        yield Problem(spot, f"a parameter in {where}", do)
        return
    if where == "path" and parameter.get("required") is not True:
        yield Problem(spot, "a part of the path that may be left out", "write required: true")
    if where == "header":
        yield from _header(document, spot, parameter["name"])
    yield from _secret(document, spot, parameter)
    if SAID in parameter and "x-tenant" in parameter:
        yield Problem(spot, f"{SAID} of what the client fills", "remove it: it is no argument")
    yield from _style(document, spot, parameter)


def _secret(document: Node, spot: str, parameter: Node) -> Iterator[Problem]:
    """Only plain text can be hidden; of a list or an object, the texts inside."""
    parts = [parameter, parameter["schema"]]
    while "$ref" in parts[-1]:
        parts.append(lookup(document, parts[-1]["$ref"]))
    schema = parts[-1]
    is_plain = types(schema) == ["string"] and not schema.keys() & {"enum", "const"}
    if not is_plain or schema.get("format") in ("date", "date-time"):
        for key in ("x-secret", "writeOnly"):
            if any(each.get(key) for each in parts):
                do = "write it at the texts inside, or remove it"
                yield Problem(spot, f"{key} on what is no text", do)
                return
        if any(map(is_secret, parts)):
            yield Problem(spot, "format password beside the values that are allowed", "remove it")
            return
    if types(schema) == ["array"]:
        yield from _secret(document, spot, {"schema": schema["items"]})


def _header(document: Node, spot: str, name: str) -> Iterator[Problem]:
    schemes = document.get("components", {}).get("securitySchemes", {})
    credentials = {
        str(each.get("name")).lower()
        for each in schemes.values()
        if isinstance(each, dict) and each.get("in") == "header"
    }
    if not _TOKEN.fullmatch(name):
        yield Problem(spot, "no header can have this name", "write it in ASCII letters and dashes")
    elif name.lower() in _OURS:
        yield Problem(spot, "a header that the client itself sends", "remove the parameter")
    elif name.lower() in credentials:
        yield Problem(spot, "a header that is a credential's", "leave it to securitySchemes")


def _style(document: Node, spot: str, parameter: Node) -> Iterator[Problem]:
    schema, where = resolve(document, parameter["schema"]), parameter["in"]
    style, explode = parameter.get("style", _STYLES[where][0]), parameter.get("explode")
    if where == "query" and style == "deepObject":
        yield from _deep(document, spot, parameter["schema"])
    elif where == "query" and style in JOINED:
        if types(schema) != ["array"]:
            yield Problem(spot, f"style {style} of what is no list", "leave style out")
        elif explode:
            do = "write explode: false, or leave both out"
            yield Problem(spot, f"style {style} with explode: true", do)
        else:
            yield from _text(document, spot, parameter["schema"])
    elif style not in _STYLES[where]:
        yield Problem(spot, f"style {style!r} of a parameter in {where}", "leave style out")
    else:
        yield from _text(document, spot, parameter["schema"])


def _text(document: Node, spot: str, schema: Node) -> Iterator[Problem]:
    """Is it a scalar, or a list of them?"""
    found = resolve(document, schema)
    if is_scalar(document, found) or is_flat(document, found) or "enum" in found:
        return
    if types(found) == ["array"]:
        do = "write items of type string, integer, number or boolean"
        yield Problem(spot, "a list of what is no scalar, or may be null", do)
    elif types(found) == ["object"] or "properties" in found:
        do = "write style: deepObject with an object of components/schemas, or a parameter each"
        yield Problem(spot, "an object has no text", do)
    elif found and nullable(found):
        do = "leave null out: who means it leaves the parameter out"
        yield Problem(spot, "a parameter that may be null", do)
    else:
        do = "only scalars, and lists of them, have a text: write one of those"
        yield Problem(spot, "what it holds has no text", do)


def _deep(document: Node, spot: str, schema: Node) -> Iterator[Problem]:
    """Is it an object that has a name, of scalars only, or a map of them?"""
    found = resolve(document, schema)
    values = found.get("additionalProperties")
    if (
        types(found) == ["object"]
        and "properties" not in found
        and isinstance(values, dict)
        and values
    ):
        if not is_scalar(document, values):
            do = "write values of type string, integer, number or boolean"
            yield Problem(spot, "a map of what is no scalar, or may be null", do)
        return
    if "$ref" not in schema or not found.get("properties"):
        do = "move it to components/schemas, with its properties, or write a map of texts"
        yield Problem(spot, "style deepObject of what is no object with a name", do)
        return
    if is_null(document, schema):
        do = "leave null out: who means it leaves the parameter out"
        yield Problem(spot, "a parameter that may be null", do)
    for name, prop in found["properties"].items():
        if not is_scalar(document, prop):
            do = "write scalars only, none of them null"
            yield Problem(spot, f"style deepObject with {name!r}, which is no scalar", do)


def is_scalar(document: Node, schema: Any) -> bool:
    """Is it one value that has a text, and never null?"""
    found = resolve(document, schema)
    if "const" in found and "type" not in found:
        return isinstance(found["const"], str | int)
    kinds = types(found)
    return len(kinds) == 1 and kinds[0] in _SCALARS and found.get("format") != "binary"


def is_flat(document: Node, schema: Any) -> bool:
    """Is it a list of those?"""
    found = resolve(document, schema)
    item = found.get("items")
    return types(found) == ["array"] and isinstance(item, dict) and is_scalar(document, item)
