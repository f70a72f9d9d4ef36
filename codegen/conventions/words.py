"""The rules of words: everything is described in our own, and no placeholder is left."""

import re
from collections.abc import Iterator

from codegen.reading.problem import Problem
from codegen.reading.walk import Node, join, nodes, operations, parameters, resolve, schemas

# What stands where somebody meant to write the real thing later.
_PLACEHOLDER_NAME = re.compile(
    r"[A-Za-z]{1,2}|(?i:foo|bar|baz|qux|dummy|placeholder|todo|unnamed|untitled)[0-9]*"
    r"|(?i:schema|model|enum|type|object|inline_?(?:response|object|model)_?)[0-9]*"
)
_PLACEHOLDER_TEXT = re.compile(
    r"\b(?i:todo|tbd|fixme|xxx+|foo|bar|baz|lorem|placeholder|describe (?:me|this))\b"
    r"|`[a-zA-Z]`|(?<![\w'’.])[B-HJ-Z](?![\w'’.-])"
)


def descriptions(document: Node) -> Iterator[Problem]:
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


def placeholders(document: Node) -> Iterator[Problem]:
    for place, node in nodes(document):
        if re.fullmatch(r"#/components/[a-zA-Z]+/[^/]+", place):
            name = place.rpartition("/")[2]
            if _PLACEHOLDER_NAME.fullmatch(name):
                yield Problem(
                    place, f"{name} is a placeholder's name", "say what it is the name of"
                )
        for key in ("summary", "description"):
            text = node.get(key)
            found = _PLACEHOLDER_TEXT.search(text) if isinstance(text, str) else None
            if found:
                what = f"{found[0]!r} in its {key} stands for something else"
                yield Problem(place, what, "say in our own words what it is")
