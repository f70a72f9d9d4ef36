"""The bodies that cannot be sent as the document says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from codegen.reading.media_types import FORM, is_form, malformed, of_another_charset
from codegen.reading.problem import Problem
from codegen.reading.walk import Node, is_json, is_null, join, resolve
from codegen.schemas.unions import branches
from codegen.validation.parameters import is_flat, is_scalar

_WITHOUT = ("get", "head")


def body_faults(document: Node, place: str, operation: Node) -> Iterator[Problem]:
    """Those of one operation."""
    if "requestBody" not in operation:
        return
    spot = f"{place}/requestBody"
    method = place.rpartition("/")[2]
    body = resolve(document, operation["requestBody"])
    media = body["content"]
    if method in _WITHOUT:
        do = "write a post, or parameters in the query"
        yield Problem(spot, f"a body of a {method}, which servers do not read", do)
    elif not media:
        yield Problem(spot, "a body without content", "say its content type and schema")
    else:
        found = list(_media(document, join(spot, "content"), operation, media))
        yield from found
        if not found and not body.get("required"):
            yield from _optional(document, spot, operation, media)


def _optional(
    document: Node, spot: str, operation: Node, media: dict[str, Node]
) -> Iterator[Problem]:
    """What may be left out is neither kept by its caller nor filled by the client."""
    if _retry(operation) == "keyed":
        yield Problem(
            spot, "x-retry: keyed with a body that may be left out", "write required: true"
        )
    for variant in [each for one in media.values() for each in _variants(document, one["schema"])]:
        filled = {n for n, each in variant.get("properties", {}).items() if "x-tenant" in each}
        if filled and set(variant.get("required", ())) - filled:
            what = "a body that may be left out, of which the client fills a part"
            yield Problem(spot, what, "write required: true, or require nothing else in it")
            return


def _media(
    document: Node, place: str, operation: Node, media: dict[str, Node]
) -> Iterator[Problem]:
    schemas = [each["schema"] for each in media.values()]
    for kind, each in media.items():
        spot = join(place, kind)
        if "*" in kind or malformed(kind) or not (is_json(kind) or is_form(kind)):
            do = (
                f"only application/json and {FORM} can be written: let it take one, or leave it out"
            )
            yield Problem(spot, f"a body of {kind}", do)
        elif of_another_charset(kind):
            do = "leave charset out: what is sent is UTF-8"
            yield Problem(spot, f"a body of {kind}", do)
        elif each["schema"] == {}:
            yield Problem(spot, "a body without a schema", "say what it holds")
        elif _is_unnamed(each["schema"]):
            do = "move its object to components/schemas and refer to it"
            yield Problem(spot, "an object without a name", do)
        elif len(media) > 1 and not (all(map(is_json, media)) and _are_one(schemas)):
            do = "leave one: only JSON types of one schema can stand side by side"
            yield Problem(spot, "one of several content types", do)
        elif is_form(kind):
            yield from _form(document, spot, operation, each["schema"])
        elif _retry(operation) == "keyed" and is_null(document, each["schema"]):
            yield Problem(spot, "x-retry: keyed with a body that may be null", "leave null out")
        elif _retry(operation) == "keyed" and not all(
            "properties" in each for each in _variants(document, each["schema"])
        ):
            yield Problem(spot, "x-retry: keyed with a body that is no object", "write an object")


def _form(document: Node, spot: str, operation: Node, schema: Node) -> Iterator[Problem]:
    if _retry(operation) == "keyed":
        do = "write class: never, or a JSON body, whose bytes a caller can keep"
        yield Problem(spot, "x-retry: keyed with a form", do)
    if "body-cursor" in str(operation.get("x-pagination")):
        yield Problem(spot, "a body-cursor in a form", "only a JSON body can carry it")
    if is_null(document, schema):
        yield Problem(spot, "a form that may be null", "leave null out: a form has none")
        return
    for variant in _variants(document, schema):
        if not variant.get("properties"):
            yield Problem(spot, "a form of what is no object", "write an object with properties")
        for name, prop in variant.get("properties", {}).items():
            if "x-tenant" in prop:
                do = "mark a parameter: only a JSON body is filled"
                yield Problem(spot, f"x-tenant in a form ({name})", do)
            elif not is_scalar(document, prop) and not is_flat(document, prop):
                do = "write a scalar or a list of scalars, none of them null"
                yield Problem(spot, f"{name!r} in a form is neither of these", do)


def _is_unnamed(schema: Node) -> bool:
    inside = [schema, schema.get("items"), schema.get("additionalProperties")]
    return any("properties" in each for each in inside if isinstance(each, dict))


def _variants(document: Node, schema: Node) -> list[Node]:
    body = resolve(document, schema)
    variants = branches(body) if "discriminator" in body else [body]
    return [resolve(document, each) for each in variants]


def _retry(operation: Node) -> Any:
    return operation.get("x-retry", {}).get("class")


def _are_one(schemas: list[Any]) -> bool:
    return all(each == schemas[0] for each in schemas)
