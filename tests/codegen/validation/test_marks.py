"""What marks a write that is never sent twice is a field of its body, and of JSON:API an attribute."""

from __future__ import annotations

from typing import Any

import pytest

from codegen.validation.extensions import retries


def held(*names: str) -> dict[str, Any]:
    return {"type": "object", "properties": {name: {"type": "string"} for name in names}}


def nested(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


MARKED = {"$ref": "#/components/schemas/Marked"}
BODIES = {
    "a field": (held("reference"), True),
    "an attribute": (nested(data=nested(attributes=held("reference"))), True),
    "an attribute, by name": (nested(data=MARKED), True),
    "every variant": ({"oneOf": [held("reference"), held("name", "reference")]}, True),
    "one variant of two": ({"oneOf": [held("reference"), held("name")]}, False),
    "another field": (held("name"), False),
    "a field of something else": (nested(value=held("reference")), False),
    "no body": (None, False),
}


@pytest.mark.parametrize(("schema", "right"), BODIES.values(), ids=BODIES)
def test_the_mark_is_a_field_of_the_body(schema: Any, right: bool) -> None:
    create: dict[str, Any] = {
        "operationId": "create_role",
        "x-retry": {"class": "never", "key": "reference", "read-back": "list_roles"},
    }
    if schema is not None:
        create["requestBody"] = {"content": {"application/json": {"schema": schema}}}
    document = {
        "paths": {
            "/roles": {
                "get": {"operationId": "list_roles", "x-retry": {"class": "safe"}},
                "post": create,
            }
        },
        "components": {"schemas": {"Marked": nested(attributes=held("reference"))}},
    }
    found = [str(problem) for problem in retries(document)]
    assert (found == []) is right
    assert all("key reference is no field of the body" in each for each in found)
