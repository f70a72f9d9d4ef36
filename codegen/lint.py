"""Checks what the general OpenAPI linters cannot know: our extensions and our own rules.

`python -m codegen.lint` prints one line for each problem and exits with 1 if there is any.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from codegen.conventions.examples import examples
from codegen.reading.bundle import bundle
from codegen.reading.documents import documents
from codegen.reading.failures import DocumentFailed
from codegen.reading.problem import Problem
from codegen.reading.security import security
from codegen.reading.walk import (
    Node,
    bodies,
    join,
    nodes,
    nullable,
    operations,
    parameters,
    reach,
    resolve,
    schemas,
    subschemas,
    types,
)
from codegen.validation.extensions import MEASURES, unions
from codegen.validation.faults import faults

# The intro page, or a gateway on the way, can answer these to any operation.
ALWAYS_POSSIBLE = ("403", "429", "502", "503")
# What stands where somebody meant to write the real thing later.
PLACEHOLDER_NAME = re.compile(
    r"[A-Za-z]{1,2}|(?i:foo|bar|baz|qux|dummy|placeholder|todo|unnamed|untitled)[0-9]*"
    r"|(?i:schema|model|enum|type|object|inline_?(?:response|object|model)_?)[0-9]*"
)
PLACEHOLDER_TEXT = re.compile(
    r"\b(?i:todo|tbd|fixme|xxx+|foo|bar|baz|lorem|placeholder|describe (?:me|this))\b"
    r"|`[a-zA-Z]`|(?<![\w'’.])[B-HJ-Z](?![\w'’.-])"
)


def problems(document: Node) -> list[Problem]:
    """Every problem of a document: what no client can be generated from, or else what breaks a
    rule of ours, in the order of the rules."""
    rules = (_operations, _descriptions, _placeholders, _numbers, _null, unions, _nullability)
    found = list(faults(document))
    return found or [problem for rule in (*rules, security, examples) for problem in rule(document)]


# -- Rules ---------------------------------------------------------------------------------------


def _operations(document: Node) -> Iterator[Problem]:
    for place, node in operations(document):
        if not node.get("tags"):
            yield Problem(place, "has no tag", "give it the tag of its group")
        responses = node.get("responses", {})
        for status in ALWAYS_POSSIBLE:
            if not responses.keys() & {status, f"{status[0]}XX", "default"}:
                do = "add it: any operation can be answered so"
                yield Problem(place, f"documents no {status}", do)
        for parameter in parameters(document, node):
            account = parameter.get("name", "").lower().endswith("-account")
            if account and "x-tenant" not in parameter:
                where = f"{place}/parameters ({parameter['name']})"
                what = "an account header without x-tenant"
                yield Problem(where, what, "say which account it is")


def _descriptions(document: Node) -> Iterator[Problem]:
    wanted: dict[str, Node] = {}
    for place, node in operations(document):
        wanted[place] = node
        if not node.get("summary"):
            yield Problem(place, "has no summary", "say in a few words what it does")
        for status, response in node.get("responses", {}).items():
            wanted[f"{place}/responses/{status}"] = resolve(document, response)
        for parameter in parameters(document, node):
            wanted[f"{place}/parameters ({parameter.get('name')})"] = parameter
    for place, schema in schemas(document):
        if re.fullmatch(r"#/components/schemas/[^/]+", place):
            wanted[place] = schema
        for name, value in schema.get("properties", {}).items():
            wanted[join(join(place, "properties"), name)] = value
    for place, node in wanted.items():
        if not str(node.get("description", "")).strip():
            yield Problem(place, "has no description", "say in our own words what it is")


def _placeholders(document: Node) -> Iterator[Problem]:
    for place, node in nodes(document):
        if re.fullmatch(r"#/components/[a-zA-Z]+/[^/]+", place):
            name = place.rpartition("/")[2]
            if PLACEHOLDER_NAME.fullmatch(name):
                yield Problem(
                    place, f"{name} is a placeholder's name", "say what it is the name of"
                )
        for key in ("summary", "description"):
            text = node.get(key)
            found = PLACEHOLDER_TEXT.search(text) if isinstance(text, str) else None
            if found:
                what = f"{found[0]!r} in its {key} stands for something else"
                yield Problem(place, what, "say in our own words what it is")


def _numbers(document: Node) -> Iterator[Problem]:
    for place, schema in schemas(document):
        if {"integer", "number"} & set(types(schema)) and not schema.keys() & set(MEASURES):
            do = f"give it exactly one of {', '.join(MEASURES)}"
            yield Problem(place, "a number with no kind", do)


def _null(document: Node) -> Iterator[Problem]:
    for place, schema in schemas(document):
        if re.fullmatch(r"#/components/schemas/[^/]+", place) and nullable(schema):
            do = "allow null where it is used instead"
            yield Problem(place, "a named schema that is null itself", do)
        if "nullable" in schema:
            yield Problem(place, "nullable says nothing in OpenAPI 3.1", "add 'null' to the type")


def _nullability(document: Node) -> Iterator[Problem]:
    seen: dict[str, Node] = {}
    for start in bodies(document)[1]:
        reach(document, start, seen)
    for reference, component in seen.items():
        for place, schema in subschemas(component, reference):
            required = schema.get("required", [])
            for name, value in schema.get("properties", {}).items():
                if name not in required and not nullable(value):
                    spot = join(join(place, "properties"), name)
                    what = "an optional field of an answer that may not be null"
                    yield Problem(spot, what, "allow null, which real answers hold")


def _lines(source: Path) -> Iterator[str]:
    try:
        yield from (f"{source.name} {problem}" for problem in problems(bundle(source)))
    except DocumentFailed as fault:
        yield str(fault)


def main() -> int:
    """Lint every document and say what is wrong."""
    try:
        found = [line for source in documents() for line in _lines(source)]
    except DocumentFailed as fault:
        found = [str(fault)]
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
