"""Whether our extensions stand where something follows from them, and say what can be read."""

import json
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from codegen.reading.documents import EXTENSIONS
from codegen.reading.problem import Problem
from codegen.reading.walk import Node

KINDS = ("document", "operation", "parameter", "answer", "scheme", "flow", "schema")
"""The kinds of object that can say something by `x-` keys."""
_FILE = EXTENSIONS


@cache
def definitions() -> dict[str, Any]:
    """What the `x-` keys may say, as schemas, by the kind of object that they stand in."""
    found: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))["$defs"]
    return found


def misused(node: Node, place: str, kind: str) -> Iterator[Problem]:
    """What an object says by `x-` keys that objects of its kind cannot say."""
    found = {key: value for key, value in node.items() if key.startswith("x-")}
    if kind not in KINDS:
        for key in found:
            yield Problem(place, f"{key} does not belong here", "remove it")
        return
    for error in _errors(kind, json.dumps(found)):
        spot = "/".join([place, *(str(step) for step in error.absolute_path)])
        schema = error.schema if isinstance(error.schema, dict) else {}
        do = schema.get("description", f"see the {kind} extensions in openapi/README.md")
        yield Problem(spot, _words(error), do)


def _words(error: ValidationError) -> str:
    instance: Any = error.instance
    schema: Any = error.schema
    if schema is False:
        return f"{instance!r}, which has no meaning here"
    if error.validator == "oneOf":
        return f"{instance!r}, which says nothing of it, or too much"
    if error.validator == "additionalProperties":
        unknown = sorted(instance.keys() - schema.get("properties", {}).keys())
        return f"{', '.join(unknown)}, which nothing reads here"
    return error.message


@lru_cache(maxsize=4096)
def _errors(kind: str, said: str) -> tuple[ValidationError, ...]:
    """What is wrong with an object of JSON: most objects of a kind say what others say as well."""
    return tuple(_validator(kind).iter_errors(json.loads(said)))


@cache
def _validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator({"$defs": definitions(), "$ref": f"#/$defs/{kind}"})
