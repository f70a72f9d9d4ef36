"""Names that Python cannot have, or would have twice."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterator, Mapping

from codegen.python.names import (
    OF_MODULES,
    attribute_name,
    is_free,
    member_names,
    module_name,
    operation_name,
)
from codegen.reading.problem import Problem
from codegen.reading.walk import Node, join, operations, schemas
from codegen.schemas.resources import flattened

_CLASS = re.compile(r"[A-Z][A-Za-z0-9]*")
_SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_PROPERTY = re.compile(r".*/properties/[^/]*")
_PRIVATE = "commerce_sdk:"
_OF_ENUMS = frozenset(dir(str)) | frozenset(dir(int)) | {"mro", "name", "value"}
"""What every member of an enum has under its own name."""


def name_faults(document: Node) -> Iterator[Problem]:
    yield from _classes(flattened(document))
    yield from _operations(document)
    yield from _attributes(document)
    yield from _members(document)


def _classes(document: Node) -> Iterator[Problem]:
    modules: dict[str, str] = {}
    for name, schema in document.get("components", {}).get("schemas", {}).items():
        if not schema.keys() & {"properties", "enum"}:
            continue  # no class is made of it
        place = join("#/components/schemas", name)
        if not _CLASS.fullmatch(name):
            words = re.findall("[A-Za-z0-9]+", name)
            clear = "".join(word[:1].upper() + word[1:] for word in words)
            advice = clear if _CLASS.fullmatch(clear) else f"Shop{clear or 'Thing'}"
            yield Problem(place, f"{name!r} is no name of a class", f"write it like {advice}")
        elif name in OF_MODULES or keyword.iskeyword(name) or hasattr(builtins, name):
            do = f"write one that says more, such as Shop{name}"
            yield Problem(place, f"the name {name!r} is taken", do)
        elif (other := modules.setdefault(module_name(name), name)) != name:
            what = f"its module would be that of {other}, {module_name(name)}.py"
            yield Problem(place, what, "rename one of them")


def _operations(document: Node) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    tags: dict[str, str] = {}
    for place, node in operations(document):
        name = node.get("operationId")
        spot = join(place, "operationId")
        if not isinstance(name, str):
            continue  # that it needs one is said elsewhere
        if not _SNAKE_CASE.fullmatch(name):
            what = f"operationId {name!r} is not snake_case"
            yield Problem(spot, what, "write it like get_order")
        elif operation_name(name) != name:
            yield Problem(spot, f"the name {name!r} is taken", f"write another, such as {name}_it")
        if name in seen:
            what = f"operationId {name} is taken by {seen[name]}"
            yield Problem(spot, what, "choose another")
        seen.setdefault(name, place)
        given = node.get("tags", [])
        if len(given) > 1:
            do = "choose the one whose module it belongs into"
            yield Problem(join(place, "tags"), f"{len(given)} tags", do)
        for tag in given[:1]:
            module = module_name(tag)
            fault: str | None = None
            if not module.isidentifier() or module == "field_":
                fault = f"nothing is left of the tag {tag!r} for a module's name"
            elif (other := tags.setdefault(module, tag)) != tag:
                fault = f"the module of the tag {tag!r} would be that of {other!r}, {module}"
            elif module != operation_name(module):
                fault = f"the name of the tag {tag!r} is taken"
            if fault:
                yield Problem(join(place, "tags"), fault, "write another")


def _attributes(document: Node) -> Iterator[Problem]:
    for place, schema in schemas(document):
        if "x-python-name" in schema:
            yield from _given(schema["x-python-name"], place)
        if isinstance(schema.get("properties"), Mapping):
            yield from _of_one(schema["properties"], join(place, "properties"))


def _given(name: object, place: str) -> Iterator[Problem]:
    what = None
    if not _PROPERTY.fullmatch(place):
        what = "x-python-name where no property stands"
        yield Problem(place, what, "write it at the property, or beside the parameter's schema")
    elif not isinstance(name, str) or not is_free(name) or name != name.lower():
        what = f"x-python-name {name!r} is no name of an attribute"
    elif attribute_name(name) != name:
        what = f"x-python-name {name!r} is taken"
    if what and _PROPERTY.fullmatch(place):
        yield Problem(place, what, "write one in small letters, such as user_id")


def _of_one(properties: Mapping[str, object], place: str) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for wire, prop in properties.items():
        spot, name = join(place, wire), attribute_name(wire, prop)
        if wire.startswith(_PRIVATE):
            what = f"{wire!r} begins like what models keep for themselves ({_PRIVATE})"
            yield Problem(spot, what, "leave it out: unknown_fields has what came so")
        elif not name:
            what = f"nothing is left of {wire!r} for a name in Python"
            yield Problem(spot, what, "give it one by x-python-name")
        elif (other := seen.setdefault(name, wire)) != wire:
            what = f"{wire!r} and {other!r} would have one name in Python, {name}"
            yield Problem(spot, what, "give one of them another by x-python-name")


def _members(document: Node) -> Iterator[Problem]:
    for place, schema in schemas(document):
        if "x-enum-varnames" in schema and "enum" not in schema:
            yield Problem(place, "x-enum-varnames on what is no enum", "remove it")
        if "enum" not in schema:
            continue
        given = schema.get("x-enum-varnames")
        if given is not None and (not isinstance(given, list) or len(given) != len(schema["enum"])):
            what = f"x-enum-varnames does not name each of the {len(schema['enum'])} values"
            yield Problem(place, what, "write one for each value, in their order")
            continue
        seen: dict[str, object] = {}
        for name, value in zip(member_names(schema), schema["enum"], strict=True):
            do = "write other names by x-enum-varnames"
            if not is_free(name) or name in _OF_ENUMS:
                yield Problem(place, f"{name!r} is no name of a member ({value!r})", do)
            elif name in seen:
                what = f"{seen[name]!r} and {value!r} would have one name in Python, {name}"
                yield Problem(place, what, do)
            seen.setdefault(name, value)
