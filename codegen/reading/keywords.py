"""The keywords of OpenAPI 3.1 and of its schemas, by the kind of object that they stand in: what
each may hold, or why nothing can be made of it. What is not here is no keyword at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Form = Literal["text", "flag", "texts", "list", "map", "types", "texts by name", "schemes", "any"]


@dataclass(frozen=True)
class Holds:
    """Objects of a kind: one, a list of them or a map, each by its name."""

    kind: str
    many: Literal["one", "list", "map"] = "one"


@dataclass(frozen=True)
class Refused:
    """A keyword that no code comes of: why, and what to write in its place."""

    what: str
    do: str


Entry = Form | Holds | Refused


def _refused(what: str, do: str, *keywords: str) -> dict[str, Entry]:
    return {keyword: Refused(what.format(keyword), do) for keyword in keywords}


_SAID: dict[str, Entry] = {"summary": "text", "description": "text"}
_UNREAD = "{}, which nothing reads"
_OUTSIDE = _refused(
    "{}, for which there are no methods", "remove it", "webhooks", "callbacks", "links", "trace"
)
_NARROWS = "write one schema for each case, or say it in the description"

SCHEMA: dict[str, Entry] = {
    **dict.fromkeys(("title", "description", "$comment"), "text"),
    **dict.fromkeys(("deprecated", "readOnly", "writeOnly", "uniqueItems"), "flag"),
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems"), "any"),
    **dict.fromkeys(("minProperties", "maxProperties", "multipleOf"), "any"),
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), "any"),
    **dict.fromkeys(("default", "const", "example"), "any"),
    "type": "types",
    "format": "text",
    "pattern": "text",
    "enum": "list",
    "examples": "list",
    "required": "texts",
    "properties": Holds("schema", "map"),
    "items": Holds("schema"),
    "additionalProperties": Holds("schema or flag"),
    "oneOf": Holds("schema", "list"),
    "anyOf": Holds("schema", "list"),
    "allOf": Holds("schema", "list"),
    "discriminator": Holds("discriminator"),
    "externalDocs": Holds("documentation"),
    **_refused(
        "{}, which means nothing in OpenAPI 3.1",
        "add 'null' to the type, or write oneOf with {type: 'null'}",
        "nullable",
    ),
    **_refused(
        "{}, which no type of Python says",
        _NARROWS,
        *("not", "if", "then", "else", "dependentSchemas", "dependentRequired", "dependencies"),
        *("contains", "minContains", "maxContains", "propertyNames", "patternProperties"),
        *("unevaluatedItems", "unevaluatedProperties"),
    ),
    **_refused(
        "{}, a list of several kinds",
        "name the parts in an object, or give the list one kind of items",
        *("prefixItems", "additionalItems"),
    ),
    **_refused(
        "{}, a schema that is found in another way",
        "put it into components/schemas and refer to it there",
        *("$defs", "definitions", "$id", "$anchor", "$dynamicRef", "$dynamicAnchor"),
        *("$recursiveRef", "$recursiveAnchor", "$schema", "$vocabulary"),
    ),
    **_refused(
        "{}, which nobody decodes",
        "say it in the description; the text reads as it came",
        *("contentEncoding", "contentMediaType", "contentSchema"),
    ),
    **_refused("XML, which is not read", "remove it", "xml"),
}

_PARAMETER: dict[str, Entry] = {
    "description": "text",
    "required": "flag",
    "deprecated": "flag",
    "style": "text",
    "explode": "flag",
    "schema": Holds("schema"),
    "example": "any",
    "examples": Holds("example", "map"),
    **_refused(
        "{}, a value in a form of its own",
        "describe it by a schema, as text if nothing else fits",
        "content",
    ),
    **_refused(
        "{}, which would send what a value is told apart by",
        "remove it: values are percent-encoded",
        "allowReserved",
    ),
    **_refused("{}, a parameter without a value", "remove it", "allowEmptyValue"),
}

_OPERATIONS = ("get", "put", "post", "delete", "patch", "options", "head")

KINDS: Mapping[str, Mapping[str, Entry]] = {
    "document": {
        "openapi": "text",
        "info": Holds("info"),
        "servers": Holds("server", "list"),
        "paths": Holds("path", "map"),
        "components": Holds("components"),
        "security": "schemes",
        "tags": Holds("tag", "list"),
        "externalDocs": Holds("documentation"),
        "jsonSchemaDialect": "text",
        **_OUTSIDE,
    },
    "info": {
        **_SAID,
        **dict.fromkeys(("title", "version", "termsOfService"), "text"),
        **dict.fromkeys(("contact", "license"), "map"),
    },
    "server": {
        "url": "text",
        "description": "text",
        **_refused(
            "{}, which nobody fills", "write the address in full, or leave servers out", "variables"
        ),
    },
    "tag": {"name": "text", "description": "text", "externalDocs": Holds("documentation")},
    "documentation": {"url": "text", "description": "text"},
    "path": {
        **_SAID,
        **dict.fromkeys(_OPERATIONS, Holds("operation")),
        "parameters": Holds("parameter", "list"),
        **_refused("{} of a path", "there is one for the whole document", "servers"),
        **_OUTSIDE,
    },
    "operation": {
        **_SAID,
        "operationId": "text",
        "tags": "texts",
        "parameters": Holds("parameter", "list"),
        "requestBody": Holds("body"),
        "responses": Holds("answer", "map"),
        "deprecated": "flag",
        "security": "schemes",
        "externalDocs": Holds("documentation"),
        **_refused("{} of an operation", "there is one for the whole document", "servers"),
        **_OUTSIDE,
    },
    "parameter": {"name": "text", "in": "text", **_PARAMETER},
    "header": _PARAMETER,
    "body": {"description": "text", "required": "flag", "content": Holds("media", "map")},
    "answer": {
        "description": "text",
        "content": Holds("media", "map"),
        "headers": Holds("header", "map"),
        **_OUTSIDE,
    },
    "media": {
        "schema": Holds("schema"),
        "example": "any",
        "examples": Holds("example", "map"),
        **_refused(
            "{}, another form for a property", "leave it out: each has its usual form", "encoding"
        ),
    },
    "example": {
        **_SAID,
        "value": "any",
        **_refused("{}, an example somewhere else", "write its value here", "externalValue"),
    },
    "schema": SCHEMA,
    "discriminator": {"propertyName": "text", "mapping": "texts by name"},
    "scheme": {
        **dict.fromkeys(("type", "description", "name", "in", "scheme", "bearerFormat"), "text"),
        "flows": Holds("flows"),
        "openIdConnectUrl": "any",  # such a type is refused by itself
    },
    "flows": {
        "clientCredentials": Holds("flow"),
        **_refused(
            "{}, a flow that nobody goes through",
            "write clientCredentials; a token that was got in another way is http bearer",
            *("implicit", "password", "authorizationCode"),
        ),
    },
    "flow": {
        "tokenUrl": "text",
        "scopes": "map",
        **_refused(
            "{}, which client credentials have no use for",
            "remove it: there is a new token for the same id and secret",
            *("refreshUrl", "authorizationUrl"),
        ),
    },
    "components": {
        "schemas": Holds("schema", "map"),
        "responses": Holds("answer", "map"),
        "parameters": Holds("parameter", "map"),
        "examples": Holds("example", "map"),
        "requestBodies": Holds("body", "map"),
        "headers": Holds("header", "map"),
        "securitySchemes": Holds("scheme", "map"),
        **_refused("{}, a path in another place", "write it under paths", "pathItems"),
        **_OUTSIDE,
    },
}

NEEDED: Mapping[str, tuple[str, ...]] = {
    "document": ("openapi", "info", "paths"),
    "info": ("title", "version"),
    "server": ("url",),
    "tag": ("name",),
    "operation": ("operationId", "responses"),
    "parameter": ("name", "in", "schema"),
    "header": ("schema",),
    "body": ("content",),
    "answer": ("description",),
    "media": ("schema",),
    "discriminator": ("propertyName",),
    "scheme": ("type",),
    "flow": ("tokenUrl", "scopes"),
}
"""What an object of each kind has to say."""

COMPONENTS: Mapping[str, str] = {
    "schema": "schemas",
    "answer": "responses",
    "parameter": "parameters",
    "example": "examples",
    "body": "requestBodies",
    "header": "headers",
    "scheme": "securitySchemes",
}
"""Where parts of a kind stand that others refer to."""
