"""What the engine does not understand of a document is refused in one line: what is wrong, where, and
what to write instead. Each row edits one small document."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from commerce_sdk.sandbox.engine import Document, DocumentError
from tests.sandbox.engine.kennel import (
    ADD,
    AGE,
    BODY,
    DOG,
    KEY,
    LIST,
    NAME,
    Edit,
    edited,
    json_of,
    moved,
    put,
    ref,
)

FAULTS: list[tuple[Edit, str]] = [
    (
        put("/swagger", "2.0"),
        '/swagger: \'2.0\' is not understood; write OpenAPI 3.1: "openapi": "3.1.0"',
    ),
    (put("/openapi", "2.0"), "/openapi: '2.0' is not understood; write \"3.1.0\""),
    (
        put("/paths", ...),
        "the document: paths is missing; write the paths that the platform serves",
    ),
    (
        put("/webhooks", {}),
        "/webhooks: this is not understood; the engine calls nobody; leave them out",
    ),
    (
        put("/info", {"date": date(2026, 1, 2)}),
        "/info/date: a date is nothing that JSON has; write it as JSON has it",
    ),
    (put("/x-pagination", {}), "the document: x-pagination is not understood here; leave it out"),
    (
        put("/servers", "https://kennel.invalid"),
        "/servers: 'https://kennel.invalid' is not of type 'array'; write a list: [{\"url\": \"https://shop.invalid/api\"}]",
    ),
    (
        put("/servers/0", {}),
        '/servers/0: url is missing; write an address, like "https://shop.invalid/api"',
    ),
    (
        put("/servers/0/url", "https://kennel.invalid/{v}"),
        "/servers/0/url: v is no variable; declare it in the server's variables",
    ),
    (
        put("/servers/1", {"url": "https://kennel.invalid/v2"}),
        "/servers/1/url: the base path '/v2' is not '/v1', that of the first server; leave one server, or give all of them one path",
    ),
    (
        put("/x-rate-limit", {"every": []}),
        '/x-rate-limit: every is not understood here; write them by "all" or by a method: {"all": [...]}',
    ),
    (
        put("/x-error-families/kennel/titel", ["title"]),
        "/x-error-families/kennel: titel is not understood here; write title",
    ),
    (
        put(f"{KEY}/type", "mutualTLS"),
        "/components/securitySchemes/key/type: 'mutualTLS' is not understood; write apiKey, http with bearer or basic, or oauth2 with clientCredentials",
    ),
    (
        put(KEY, {"type": "oauth2"}),
        "/components/securitySchemes/key: flows is missing; write clientCredentials, whose token goes as a bearer's",
    ),
    (
        put(KEY, {"type": "oauth2", "flows": {"clientCredentials": {}, "implicit": {}}}),
        "/components/securitySchemes/key/flows: implicit is not understood here; write clientCredentials, whose token goes as a bearer's",
    ),
    (
        put(f"{KEY}/type", ...),
        "/components/securitySchemes/key: type is missing; write apiKey, http with bearer or basic, or oauth2 with clientCredentials",
    ),
    (
        put(f"{KEY}/in", ...),
        "/components/securitySchemes/key: in is missing; say what the key is sent as, and in the query, a header or a cookie",
    ),
    (
        put("/components/securitySchemes/token/scheme", "digest"),
        "/components/securitySchemes/token/scheme: 'digest' is not understood; write bearer or basic",
    ),
    (
        put("/security", {"key": []}),
        "/security: this is not of type 'array'; write a list: [{\"token\": []}]",
    ),
    (
        put("/security/0", {"kye": []}),
        "/security/0: 'kye' is none of the securitySchemes; write one of key, token",
    ),
    (
        put(f"{LIST}/security", [{"kye": []}]),
        "/paths/~1dogs/get/security/0 (list_dogs): 'kye' is none of the securitySchemes; write one of key, token",
    ),
    (
        put(f"{LIST}/security", [{"key": ["read"]}]),
        "/paths/~1dogs/get/security/0/key (list_dogs): this is expected to be empty; the engine checks no scopes; write []",
    ),
    (
        moved("/dogs", "dogs"),
        "/paths/dogs: 'dogs' is no path; begin it with '/', and write what is filled in like {id}",
    ),
    (
        moved("/dogs", "/dogs?all=1"),
        "/paths/~1dogs?all=1: '/dogs?all=1' is no path; begin it with '/', and write what is filled in like {id}",
    ),
    (
        put("/paths/~1dogs~1{id}", {}),
        "/paths/~1dogs~1{id}: another path is asked for alike; write both as one path",
    ),
    (
        put("/paths/~1dogs", {"$ref": "dogs.yaml"}),
        "/paths/~1dogs/$ref: 'dogs.yaml' leads out of the document; bundle the document, so that it refers to itself alone",
    ),
    (
        put("/paths/~1dogs/head", {}),
        "/paths/~1dogs/head: this is not understood; the engine serves get, put, post, patch, delete",
    ),
    (
        put("/paths/~1dogs/servers", []),
        "/paths/~1dogs/servers: this is not understood; the engine serves one base path; leave the `servers` of the document alone",
    ),
    (
        put(f"{LIST}/callbacks", {}),
        "/paths/~1dogs/get/callbacks (list_dogs): this is not understood; the engine calls nobody; leave them out",
    ),
    (
        put(f"{LIST}/operationId", ...),
        "/paths/~1dogs/get: operationId is missing; name the operation like the method that serves it",
    ),
    (
        put(f"{LIST}/operationId", "get_dog"),
        "/paths/~1dogs~1{name}/get/operationId (get_dog): 'get_dog' is GET /dogs, too; give each an id of its own",
    ),
    (
        put(f"{LIST}/operationId", "list-dogs"),
        "/paths/~1dogs/get/operationId (list-dogs): 'list-dogs' is not understood; name the operation like the method that serves it",
    ),
    (
        put(f"{LIST}/x-rate_limit", []),
        "/paths/~1dogs/get (list_dogs): x-rate_limit is not understood here; write x-rate-limit",
    ),
    (
        put(f"{LIST}/responses", ...),
        "/paths/~1dogs/get (list_dogs): responses is missing; write the answers, by their status",
    ),
    (
        put(f"{LIST}/responses", {200: {}}),
        '/paths/~1dogs/get/responses: the key 200 is no text; write "200"',
    ),
    (
        put(f"{LIST}/responses", {"2XX": {}}),
        '/paths/~1dogs/get/responses (list_dogs): \'2XX\' is not understood; write a status, like "200"; "4XX" and "default" are for errors',
    ),
    (
        put(f"{LIST}/responses", {"default": {}}),
        '/paths/~1dogs/get/responses (list_dogs): there is no success; name one, like "204"',
    ),
    (
        put(f"{LIST}/responses/404", {"content": json_of({})}),
        "/paths/~1dogs/get/responses/404 (list_dogs): nothing says how this error is written; name the one of the x-error-families that it is of: x-error",
    ),
    (
        put(f"{LIST}/responses/404", {"x-error": "cattery"}),
        "/paths/~1dogs/get/responses/404 (list_dogs): 'cattery' is none of the x-error-families; write kennel",
    ),
    (
        put(f"{LIST}/responses/404", ref("Falt", "responses")),
        "/paths/~1dogs/get/responses/404/$ref (list_dogs): '#/components/responses/Falt' leads nowhere; refer to what is there",
    ),
    (
        put(f"{LIST}/responses/200/content/application~1json/schema", ref("Pgae")),
        "/paths/~1dogs/get/responses/200/content/application~1json/schema/$ref (list_dogs): '#/components/schemas/Pgae' leads nowhere; refer to what is there",
    ),
    (
        put(f"{LIST}/responses/200/content/application~1json;v=1", {}),
        "/paths/~1dogs/get/responses/200/content (list_dogs): 'application/json;v=1' is not understood; write a media type's name alone",
    ),
    (
        put("/paths/~1dogs~1{name}/parameters", []),
        '/paths/~1dogs~1{name}/get (get_dog): \'/dogs/{name}\' has \'name\', which is no parameter; declare {"name": "name", "in": "path", "required": true}',
    ),
    (
        put("/paths/~1dogs~1{name}/parameters/0/name", "dog"),
        '/paths/~1dogs~1{name}/get (get_dog): \'/dogs/{name}\' has \'name\', which is no parameter; declare {"name": "name", "in": "path", "required": true}',
    ),
    (
        put(f"{LIST}/parameters/2", NAME),
        "/paths/~1dogs/get (list_dogs): the parameter 'name' is not in the path '/dogs'; write {name} in the path, or leave it out",
    ),
    (
        put(f"{LIST}/parameters/2", {"name": "q", "schema": {}}),
        "/paths/~1dogs/get/parameters/2 (list_dogs): in is missing; say where it is sent: path, query, header or cookie",
    ),
    (
        put(f"{LIST}/parameters/2", {"name": "q", "in": "query"}),
        "/paths/~1dogs/get/parameters/2 (list_dogs): schema is missing; say what it may be: a schema",
    ),
    (
        put(f"{LIST}/parameters/2", {"name": "q", "in": "body", "schema": {}}),
        "/paths/~1dogs/get/parameters/2/in (list_dogs): 'body' is not understood; say where it is sent: path, query, header or cookie",
    ),
    (
        put(f"{LIST}/parameters/2", {"name": "q", "in": "query", "schema": {"type": "object"}}),
        "/paths/~1dogs/get/parameters/2 (list_dogs): the style form in the query sends no object; write the style deepObject",
    ),
    (
        put(f"{LIST}/parameters/2", {"name": "q", "in": "cookie", "schema": {"type": "array"}}),
        "/paths/~1dogs/get/parameters/2 (list_dogs): the style form in the cookie sends no array; send it in the query",
    ),
    (
        put(f"{LIST}/parameters/2", {"name": "q", "in": "query", "style": "matrix", "schema": {}}),
        "/paths/~1dogs/get/parameters/2 (list_dogs): the style matrix in the query sends no scalar; write the style form",
    ),
    (
        put(f"{LIST}/parameters/0/content", {}),
        "/paths/~1dogs/get/parameters/0/content (list_dogs): this is not understood; the engine reads parameters by `schema`, `style` and `explode`",
    ),
    (
        put(f"{LIST}/parameters/0/schema", {"type": "string"}),
        "/paths/~1dogs/get/x-pagination (list_dogs): the cursor 'page' is no integer; let it be an integer",
    ),
    (
        put(f"{LIST}/x-pagination/strategy", "offset"),
        "/paths/~1dogs/get/x-pagination/strategy (list_dogs): 'offset' is not understood; write cursor, body-cursor, page, id or link",
    ),
    (
        put(f"{LIST}/x-pagination/strategy", ...),
        "/paths/~1dogs/get/x-pagination (list_dogs): strategy is missing; write cursor, body-cursor, page, id or link",
    ),
    (
        put(f"{LIST}/x-pagination/strategy", "cursor"),
        "/paths/~1dogs/get/x-pagination (list_dogs): next is missing; name the place of what leads on",
    ),
    (
        put(f"{LIST}/x-pagination/next", "next"),
        "/paths/~1dogs/get/x-pagination/next (list_dogs): 'next' is not understood; write ends-by",
    ),
    (
        put(f"{LIST}/x-pagination/number", "page"),
        "/paths/~1dogs/get/x-pagination (list_dogs): the answer has no place 'page'; name a place that its schema has",
    ),
    (
        put(
            f"{LIST}/x-pagination",
            {"strategy": "link", "items": "dogs", "next": "next", "number": "total"},
        ),
        "/paths/~1dogs/get/x-pagination/number (list_dogs): 'total' is not understood; only pages have numbers",
    ),
    (
        put(f"{LIST}/x-pagination/items", "hounds"),
        "/paths/~1dogs/get/x-pagination (list_dogs): the answer has no place 'hounds'; name a place that its schema has",
    ),
    (
        put(f"{LIST}/x-pagination/cursor", "pg"),
        "/paths/~1dogs/get/x-pagination (list_dogs): the cursor 'pg' is nothing that the operation takes; write one of page, size",
    ),
    (
        put(f"{LIST}/x-pagination/ends-by", "total"),
        "/paths/~1dogs/get/x-pagination/ends-by (list_dogs): 'total' is not of type 'object'; write it like {\"total\": \"count\"}",
    ),
    (
        put(f"{LIST}/x-pagination/ends-by", {"count": "total"}),
        '/paths/~1dogs/get/x-pagination/ends-by (list_dogs): count is not understood here; write it like {"total": "count"}',
    ),
    (
        put(f"{LIST}/x-pagination/ends_by", {}),
        "/paths/~1dogs/get/x-pagination (list_dogs): ends_by is not understood here; write ends-by",
    ),
    (
        put(f"{LIST}/x-rate-limit", {"limit": 1, "seconds": 1}),
        '/paths/~1dogs/get/x-rate-limit (list_dogs): this is not of type \'array\'; write a list of windows: [{"limit": 2, "seconds": 10, "scope": "credential"}]',
    ),
    (
        put(f"{LIST}/x-rate-limit", [{"limit": 1, "seconds": 1}]),
        "/paths/~1dogs/get/x-rate-limit/0 (list_dogs): scope is missing; say whose calls are counted: credential, account or address",
    ),
    (
        put(f"{LIST}/x-rate-limit", [{"limit": 1, "seconds": 1, "scope": "key"}]),
        "/paths/~1dogs/get/x-rate-limit/0/scope (list_dogs): 'key' is not understood; say whose calls are counted: credential, account or address",
    ),
    (
        put(f"{LIST}/x-rate-limit", [{"limit": 1, "seconds": 1, "scope": "account", "tier": ""}]),
        "/paths/~1dogs/get/x-rate-limit/0/tier (list_dogs): '' should be non-empty; name the plan that the window is for, or leave it out: then it is for all",
    ),
    (
        put(f"{ADD}/requestBody/content", {}),
        '/paths/~1dogs/post/requestBody/content (add_dog): this should be non-empty; name a media type: {"application/json": {"schema": ...}}',
    ),
    (
        put(f"{ADD}/requestBody/content", {"text/csv": {}}),
        "/paths/~1dogs/post/requestBody/content/text~1csv (add_dog): the engine does not read this media type; write JSON or application/x-www-form-urlencoded",
    ),
    (
        put(f"{ADD}/requestBody/content/application~1vnd.dog+json", {}),
        "/paths/~1dogs/post/requestBody/content (add_dog): the media types have several schemas; give all of them one",
    ),
    (
        put(BODY, ref("Dgo")),
        "/paths/~1dogs/post/requestBody/content/application~1json/schema/$ref (add_dog): '#/components/schemas/Dgo' leads nowhere; refer to what is there",
    ),
    (
        put(BODY, {"$ref": "dog.yaml#/Dog"}),
        "/paths/~1dogs/post/requestBody/content/application~1json/schema/$ref (add_dog): 'dog.yaml#/Dog' leads out of the document; bundle the document, so that it refers to itself alone",
    ),
    (
        put("/components/schemas/Dog", {"allOf": [ref("Dog")]}),
        "/components/schemas/Dog (list_dogs): the schema is made of itself; let a property have it",
    ),
    (
        put("/components/schemas/Dog", ref("Dog")),
        "/components/schemas/Dog (list_dogs): the schema is made of itself; let a property have it",
    ),
    (
        put("/components/responses/Fault", ref("Fault", "responses")),
        "/paths/~1dogs/post/responses/4XX (add_dog): its $ref leads to itself; refer to another part",
    ),
    (
        put("/components/schemas/Dog/discriminator", {"propertyName": "kind"}),
        "/components/schemas/Dog (list_dogs): this is not understood; write it beside oneOf or anyOf",
    ),
    (
        put(BODY, {"oneOf": [DOG], "discriminator": {"propertyName": "kind"}}),
        "/paths/~1dogs/post/requestBody/content/application~1json/schema/oneOf/0 (add_dog): nothing tells this variant by 'kind'; write {\"const\": ...} for 'kind' in it",
    ),
    (
        put(
            BODY,
            {
                "oneOf": [ref("Dog")],
                "discriminator": {"propertyName": "k", "mapping": {"d": "Dgo"}},
            },
        ),
        "/paths/~1dogs/post/requestBody/content/application~1json/schema/discriminator/mapping/d/$ref (add_dog): '#/components/schemas/Dgo' leads nowhere; refer to what is there",
    ),
    (
        put("/components/schemas/Dog/requires", ["name"]),
        "/components/schemas/Dog (list_dogs): requires is not understood here; write required",
    ),
    (
        put(AGE, {"type": "int"}),
        "/components/schemas/Dog/properties/age/type (list_dogs): 'int' is not understood; write string, number, integer, boolean, object, array or null",
    ),
    (
        put(AGE, {"type": "integer", "nullable": True}),
        '/components/schemas/Dog/properties/age/nullable (list_dogs): True is not understood; write "type": [..., "null"]',
    ),
    (
        put(AGE, {"type": "string", "pattern": "[a"}),
        "/components/schemas/Dog/properties/age/pattern (list_dogs): '[a' is not understood; write a regular expression",
    ),
    (
        put(AGE, {"minimum": "1"}),
        "/components/schemas/Dog/properties/age/minimum (list_dogs): '1' is not of type 'number'; write it as OpenAPI 3.1 has it",
    ),
    (
        put(AGE, {"not": {"not": {"type": "int"}}}),
        "/components/schemas/Dog/properties/age/not/not/type (list_dogs): 'int' is not understood; write string, number, integer, boolean, object, array or null",
    ),
    (
        put(AGE, {"$dynamicRef": "#age"}),
        "/components/schemas/Dog/properties/age (list_dogs): $dynamicRef is not understood here; leave it out",
    ),
]


@pytest.mark.parametrize(("edit", "line"), FAULTS, ids=[line for _, line in FAULTS])
def test_what_is_not_understood_is_refused_in_one_line(edit: Edit, line: str) -> None:
    with pytest.raises(DocumentError) as raised:
        Document(edited(edit))
    assert str(raised.value) == line


@pytest.mark.parametrize("content", ["kennel.json", [], None])
def test_what_is_no_document_is_refused(content: Any) -> None:
    with pytest.raises(DocumentError) as raised:
        Document(content)
    assert str(raised.value) == (
        f"the document: a {type(content).__name__} is no document; "
        "write its content, an object; Document.load reads a file"
    )


WANTED = "JSON is wanted: the bundled document, as the generator writes it"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", f"Expecting value: line 1 column 1 (char 0); {WANTED}"),
        (b"openapi: 3.1.0\n", f"Expecting value: line 1 column 1 (char 0); {WANTED}"),
        (b'{"paths": \xff}', f"invalid start byte; {WANTED}"),
        (b'{"paths": {}, "paths": {}}', "an object has the key 'paths' twice; write it once"),
        (
            b'{"path": {}}',
            "the document: paths is missing; write the paths that the platform serves",
        ),
    ],
)
def test_a_file_is_named_by_what_is_wrong_in_it(tmp_path: Path, text: bytes, said: str) -> None:
    path = tmp_path / "kennel.json"
    path.write_bytes(text)
    with pytest.raises(DocumentError) as raised:
        Document.load(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert str(raised.value).endswith(said)
    assert "\n" not in str(raised.value)
