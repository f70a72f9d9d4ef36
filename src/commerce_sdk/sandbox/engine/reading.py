"""The parts of a document: behind their references, held against what the engine takes, and each
fault with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from importlib.resources import files
from typing import Any
from urllib.parse import unquote

from jsonschema import Draft202012Validator, FormatChecker

Json = Mapping[str, Any]

_UNDERSTOOD = json.loads((files(__package__) / "documents.schema.json").read_text("utf-8"))
_WHOLE = Draft202012Validator(_UNDERSTOOD, format_checker=FormatChecker(["regex"]))
_VALIDATORS = {kind: _WHOLE.evolve(schema=each) for kind, each in _UNDERSTOOD["$defs"].items()}
_ONE = (
    *("not", "if", "then", "else", "items", "additionalProperties", "contains"),
    *("propertyNames", "unevaluatedProperties", "unevaluatedItems"),
)
_SAME = {"not", "if", "then", "else", "allOf", "oneOf", "anyOf", "dependentSchemas"}
"""Keywords whose schemas are about the value itself, rather than about what it holds."""
_MANY = (
    *("allOf", "oneOf", "anyOf", "properties", "patternProperties"),
    *("dependentSchemas", "prefixItems"),
)


class DocumentError(ValueError):
    """A document that the engine cannot serve: what is wrong, where, and what to write instead."""


@dataclass(frozen=True)
class Part:
    """A part of a document, and where it stands: as a JSON pointer, and of which operation."""

    root: Json
    value: Any
    pointer: str = ""
    operation: str = ""

    def __getitem__(self, key: str | int) -> Part:
        step = str(key).replace("~", "~0").replace("/", "~1")
        return replace(self, value=self.value[key], pointer=f"{self.pointer}/{step}")

    def __contains__(self, key: str) -> bool:
        return isinstance(self.value, Mapping) and key in self.value

    def each(self, *keys: str) -> Iterator[tuple[Any, Part]]:
        """The parts of a part, or of what it has under some keys, by their names or numbers."""
        if keys:
            yield from self[keys[0]].each(*keys[1:]) if keys[0] in self else ()
            return
        names = self.value if isinstance(self.value, Mapping) else range(len(self.value))
        yield from ((each, self[each]) for each in names)

    def of(self, operation: str) -> Part:
        """The part, as one of an operation."""
        return replace(self, operation=operation)

    def fault(self, what: str, instead: str) -> DocumentError:
        """An error about this part."""
        of = f" ({self.operation})" if self.operation else ""
        return DocumentError(f"{self.pointer or 'the document'}{of}: {what}; {instead}")

    def must(self, holds: object, what: str, instead: str) -> None:
        """Raises `DocumentError` about this part for what does not hold."""
        if not holds:
            raise self.fault(what, instead)

    def taken(self, kind: str) -> Part:
        """The part behind its references. Raises `DocumentError` for what is not of its kind."""
        return self.followed().held_against(kind)

    def held_against(self, kind: str) -> Part:
        """The part itself. Raises `DocumentError` for what its kind does not have."""
        for error in _VALIDATORS[kind].iter_errors(self.value):
            part = self
            for step in error.absolute_path:
                part = part[step]
            raise part.fault(*_misfit(error))
        return self

    def followed(self) -> Part:
        """The part behind its references. Raises `DocumentError` where one leads nowhere."""
        part, seen = self, {self.pointer}
        while "$ref" in part:
            beside = ", ".join(part.value.keys() - {"$ref", "summary", "description"})
            part.must(not beside, f"{beside} stands beside a $ref", "write it where that leads")
            part = part.referred()
            self.must(part.pointer not in seen, "its $ref leads to itself", "refer to another part")
            seen.add(part.pointer)
        return part

    def referred(self) -> Part:
        """What the `$ref` of a part leads to. Raises `DocumentError` where that is nothing."""
        reference, there = self.value["$ref"], self["$ref"]
        within = isinstance(reference, str) and reference.startswith("#/")
        instead = "bundle the document, so that it refers to itself alone"
        there.must(within, f"{reference!r} leads out of the document", instead)
        try:
            value = pointed_at(self.root, reference)
        except LookupError:
            raise there.fault(f"{reference!r} leads nowhere", "refer to what is there") from None
        return replace(self, value=value, pointer=unquote(reference[1:]))


def document_of(content: Any) -> Part:
    """A whole document. Raises `DocumentError` for one that is not JSON."""
    part = Part(content, content)
    what = f"a {type(content).__name__} is no document"
    instead = "write its content, an object; Document.load reads a file"
    part.must(isinstance(content, Mapping), what, instead)
    _check_json(part)
    return part.taken("document")


def check_schema(part: Part, seen: set[str], above: frozenset[str] = frozenset()) -> None:
    """Raises `DocumentError` for a schema that the engine does not understand, or for one in it.
    `seen` are those that are known, `above` those that are about the same value."""
    part.must(part.pointer not in above, "the schema is made of itself", "let a property have it")
    if part.pointer in seen:
        return
    seen.add(part.pointer)
    if isinstance(part.held_against("schema").value, bool):
        return
    same = above | {part.pointer}
    if "$ref" in part:
        check_schema(part.referred(), seen, same)
    parts = [(key, part[key]) for key in _ONE if key in part]
    parts += [(key, each) for key in _MANY for _, each in part.each(key)]
    for key, each in parts:
        check_schema(each, seen, same if key in _SAME else frozenset())
    if "discriminator" in part:
        _check_discriminator(part)


def reference_of(target: str) -> str:
    """Where an entry of a discriminator's mapping leads: it may be the bare name of a schema."""
    return target if "#" in target or "/" in target else f"#/components/schemas/{target}"


def pointed_at(content: Any, reference: str) -> Any:
    """What a reference leads to. Raises `LookupError` where that is nothing."""
    for step in unquote(reference).removeprefix("#/").split("/"):
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(content, list) and name.isdigit():
            content = content[int(name)]
        elif isinstance(content, Mapping):
            content = content[name]
        else:
            raise LookupError(reference)
    return content


def _check_discriminator(part: Part) -> None:
    """Each variant is told by the mapping, by a constant, or by its name."""
    name = part.value["discriminator"]["propertyName"]
    for _, target in part.each("discriminator", "mapping"):
        replace(target, value={"$ref": reference_of(target.value)}).referred()
    for _, variant in (*part.each("oneOf"), *part.each("anyOf")):
        is_told = variant.value == {"type": "null"} or "$ref" in variant
        if not is_told and "properties" in variant and name in variant["properties"]:
            told = variant["properties"][name].value
            is_told = isinstance(told, Mapping) and isinstance(told.get("const"), str)
        what = f"nothing tells this variant by {name!r}"
        variant.must(is_told, what, f'write {{"const": ...}} for {name!r} in it')


def _check_json(part: Part) -> None:
    if isinstance(part.value, Mapping | list):
        for key, each in part.each():
            is_key = isinstance(key, str) or isinstance(part.value, list)
            part.must(is_key, f"the key {key!r} is no text", f'write "{key}"')
            _check_json(each)
        return
    what = f"a {type(part.value).__name__} is nothing that JSON has"
    known = part.value is None or isinstance(part.value, str | int | float)
    part.must(known, what, "write it as JSON has it")


def _misfit(error: Any) -> tuple[str, str]:
    """What a JSON Schema finds, in our words: what is wrong, and what to write instead."""
    schema, value = error.schema, error.instance
    known = schema.get("properties", {})
    # The whole of a long value would hide what is said about it.
    shown = "this" if isinstance(value, Mapping | list) else repr(value)
    what = error.message.replace(repr(value), shown)
    if error.validator == "required":
        name = next(each for each in error.validator_value if each not in value)
        what, schema = f"{name} is missing", known.get(name, schema)
    elif error.validator == "additionalProperties":
        foreign = "|".join(schema.get("patternProperties", ())) or "(?!)"
        name = next(key for key in value if key not in known and not re.match(foreign, key))
        near = get_close_matches(name, [key for key in known if "not" not in str(known[key])], 1)
        instead = f"write {near[0]}" if near else schema.get("description", "leave it out")
        what, schema = f"{name} is not understood here", {"description": instead}
    elif error.validator in ("not", "anyOf", "enum", "pattern", "format"):
        what = f"{shown} is not understood"
    return what, schema.get("description", "write it as OpenAPI 3.1 has it")
