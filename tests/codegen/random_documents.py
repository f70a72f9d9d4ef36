"""A strategy for whole documents out of what the pipeline takes; some hold what it refuses."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.codegen.random_schemas import Drawn, Node, names, ref, said

SCHEMES = {
    "bearer": {"type": "http", "scheme": "bearer"},
    "basic": {"type": "http", "scheme": "basic"},
    "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
    "client": {
        "type": "oauth2",
        "flows": {
            "clientCredentials": {
                "tokenUrl": "https://auth.invalid/token",
                "scopes": {},
                "x-rate-limit": [{"limit": 3, "seconds": 10, "scope": "address"}],
                "x-token-request": "json",
            }
        },
    },
}
PARAMETERS = (
    *("id", "ID", "user-id", "userId", "filter[a]", "q", "body", "class", "currency", "X-Thing"),
    *("self", "None", "type", "operation", "build", "a.b", "page", "é", "from", "content-language"),
)
HEADERS = ("X-Thing", "x-account", "If-Match", "class", "Body", "X_Y", "currency", "id")


@st.composite
def documents(draw: Any) -> Node:
    """A document, wild in half of all cases."""
    drawn = Drawn(draw, wild=draw(st.booleans()))
    for _ in range(drawn.one(0, 1, 2)):
        drawn.enums.append(_named(drawn, drawn.enum()))
    for _ in range(drawn.one(0, 1)):
        drawn.scalars.append(_named(drawn, drawn.scalar()))
    asked, answered = (_side(drawn, is_answer) for is_answer in (False, True))
    fault = _named(drawn, {"type": "object", "properties": {"code": {"type": ["string", "null"]}}})
    paths: Node = {}
    for index, schema in enumerate([*_uses(drawn, *answered), *_answers(drawn)]):
        path, operation = _operation(drawn, f"get_{index}", index, schema)
        item = {drawn.one("get", "get", "delete", "options"): operation}
        if drawn.rarely():
            item["parameters"] = [_parameter(drawn, "shared", "query")]
        paths[path] = item
    for index, schema in enumerate(_uses(drawn, *asked)):
        path, operation = _operation(drawn, f"send_{index}", 100 + index, None)
        operation["requestBody"] = _body(drawn, schema)
        paths[path] = {drawn.one("post", "put", "patch"): operation}
    if drawn.rarely(3):
        paths["/pages"] = {"get": _paged(drawn, answered[0])}
    if drawn.rarely(3):
        paths["/found"] = {"get": _found(drawn)}
    document: Node = {
        "openapi": "3.1.0",
        "info": {"title": drawn(said), "version": "1"},
        "paths": paths,
        "components": {"schemas": drawn.schemas, "responses": {"Bad": _bad(fault)}},
        "x-error-families": {"things": {"code": ["code"]}},
    }
    if drawn.rarely(2):
        document["servers"] = [{"url": "https://shop.invalid/v1", "description": drawn(said)}]
    document |= _security(drawn, document)
    _shared(drawn, document)
    if drawn.rarely():
        limit = {"limit": 5, "seconds": 60, "scope": "account"}
        document["x-rate-limit"] = {drawn.one("all", "get", "post"): [limit]}
    if drawn.strange():
        document |= drawn.one({"webhooks": {}}, {"x-y": 1}, {"openapi": "3.0.3"}, {"swagger": "2"})
    return document


def _named(drawn: Drawn, schema: Node) -> str:
    name = drawn.class_name()
    drawn.schemas[name] = schema
    return name


def _side(drawn: Drawn, is_answer: bool) -> tuple[list[str], list[str]]:
    """The models and unions of requests, or of answers."""
    models, unions, variants = [], [], []
    for _ in range(drawn.one(1, 1, 2, 3)):
        models.append(_named(drawn, {"type": "object", "properties": {}}))
    if drawn.rarely(2):
        kind = (
            drawn(names) if drawn.strange() else drawn.one("kind", "type", "@type", "class", "self")
        )
        style = drawn.one("mapping", "const", "names", "mapped names")
        variants = [_named(drawn, {}) for _ in range(drawn.one(1, 2, 3))]
        made: Node = {"propertyName": kind}
        values = dict(zip(variants, ('a"', "b", "c d"), strict=False))
        if style == "mapping":
            made["mapping"] = {value: ref(each)["$ref"] for each, value in values.items()}
        elif style == "mapped names":
            made["mapping"] = {value: each for each, value in values.items()}
        if style == "mapping" and drawn.rarely():
            made["mapping"]["again"] = ref(variants[0])["$ref"]
            values = {}
        union = {drawn.one("oneOf", "oneOf", "anyOf"): list(map(ref, variants))}
        unions.append(_named(drawn, {**union, "discriminator": made}))
        for each in variants:
            told = {"const": values[each]} if each in values and style != "names" else {}
            own: Node = {kind: {"type": "string", **told}}
            drawn.schemas[each] = drawn.model(models, unions, is_answer, own)
            if style == "const" or drawn.rarely(2):
                needed = {*drawn.schemas[each].get("required", ()), kind}
                drawn.schemas[each]["required"] = sorted(needed)
    for each in models:
        drawn.schemas[each] |= drawn.model(models + variants, unions, is_answer, {})
    if drawn.rarely():
        part = drawn.model(models, unions, is_answer, {})
        whole = {"allOf": [ref(_named(drawn, part)), {"type": "object", "properties": {}}]}
        models.append(_named(drawn, drawn.described(whole)))
    return models, unions


def _uses(drawn: Drawn, models: list[str], unions: list[str]) -> list[Node]:
    """How each model is asked for or answered."""
    found: list[Node] = []
    for name in [*models, *unions]:
        kind = drawn.one("itself", "itself", "list", "map", "null")
        found.append(
            {
                "itself": ref(name),
                "list": {"type": "array", "items": ref(name)},
                "map": {"type": "object", "additionalProperties": ref(name)},
                "null": {"oneOf": [ref(name), {"type": "null"}]},
            }[kind]
        )
    return found


def _answers(drawn: Drawn) -> list[Node | None]:
    """Successes of no model."""
    kinds: list[Node | None] = [
        None,
        {"type": "string", "format": "binary"},
        {"type": "array", "items": {"type": ["string", "null"]}},
        {"type": "object", "additionalProperties": True},
        {"type": ["integer", "null"], "x-number": "count"},
        {"type": "array", "items": {"type": "array", "items": {"type": "number"}}},
        *(ref(each) for each in drawn.enums),
        drawn.scalar(),
    ]
    return [drawn.one(*kinds) for _ in range(drawn.one(0, 1, 2))]


def _operation(drawn: Drawn, name: str, index: int, answer: Node | None) -> tuple[str, Node]:
    """An operation with its path."""
    given: list[Node] = []
    path = drawn.one(f"/things{index}", f"/a/{index}", f"/t{index}%20x", f"/{index}:do")
    for wire in drawn(st.lists(st.sampled_from(PARAMETERS), max_size=2, unique_by=str.lower)):
        if drawn.rarely(2) and "[" not in wire and not any(e["in"] == "path" for e in given):
            given.append(_parameter(drawn, wire, "path"))
            path += f"/{{{wire}}}"
        else:
            given.append(_parameter(drawn, wire, "query"))
    if drawn.rarely():
        given.append(_parameter(drawn, drawn.one(*HEADERS), "header"))
    if drawn.rarely(6):
        tenant = {"name": "X-Shop", "in": "header", "schema": {"type": "string"}}
        given.append({**tenant, "x-tenant": "shop"})
    if drawn.wild and drawn.rarely(3):
        place = "cookie" if drawn.strange() else "query"
        given.append(_parameter(drawn, drawn(names), place))
    node: Node = {
        "operationId": name,
        "x-retry": {"class": drawn.one("safe", "never")},
        "x-rate-limit": drawn.one([], [{"limit": 1, "seconds": 1, "scope": "address"}]),
        "responses": _responses(drawn, answer),
    }
    if given or drawn.rarely(2):
        node["parameters"] = given
    if drawn.rarely(2):
        node |= {"summary": drawn(said), "description": drawn(said)}
    if drawn.rarely(3):
        node["tags"] = [drawn(names) if drawn.wild else drawn.one("things", "a b", "Ünï", "things")]
    if drawn.rarely(6):
        node["deprecated"] = True
    return path, node


def _paged(drawn: Drawn, models: list[str]) -> Node:
    """A list in pages, by one way or two."""
    items, after, size = drawn.one("items", "class"), drawn.one("after", "self"), "size"
    page = {
        items: {"type": ["array", "null"], "items": ref(drawn.one(*models))},
        "next": {"type": ["string", "null"]},
        "total": {"type": "integer", "x-number": "count"},
    }
    answer = ref(_named(drawn, {"type": "object", "properties": page}))
    count = {"type": "integer", "x-number": "count"}
    cursor = {"strategy": "cursor", "cursor": after, "size": size, "items": items, "next": "next"}
    ends = {"total": "total"} if drawn.strange() else {"total": "total", "size": "total"}
    numbered = {"strategy": "page", "cursor": "page", "items": items, "ends-by": ends}
    _, node = _operation(drawn, "list_all", 900, answer)
    node["x-retry"] = {"class": "safe"}
    node["x-pagination"] = drawn.one(cursor, numbered, [cursor, numbered])
    node["parameters"] = [
        {"name": after, "in": "query", "schema": {"type": "string"}},
        {"name": size, "in": "query", "schema": count},
        {"name": "page", "in": "query", "schema": count},
    ]
    return node


def _found(drawn: Drawn) -> Node:
    """A search by an object of scalars, or by a map of them."""
    fields = {name: drawn.text() for name in drawn.distinct(1, 3)}
    texts = {"type": "object", "additionalProperties": drawn.scalar()}
    held = drawn.one({"type": "object", "properties": fields}, texts)
    schema = texts if held is texts and drawn.rarely(2) else ref(_named(drawn, held))
    _, node = _operation(drawn, "find_all", 901, None)
    wire = drawn.one("filter", "class", "filter[q]")
    by = {"name": wire, "in": "query", "style": "deepObject"}
    node["parameters"] = [{**by, "schema": schema}]
    return node


def _shared(drawn: Drawn, document: Node) -> None:
    """Some parameters and bodies of operations, moved where they are referred to."""
    parts = document["components"]
    for item in document["paths"].values():
        for operation in (each for each in item.values() if isinstance(each, dict)):
            given = operation.get("parameters", [])
            for index, each in enumerate(given):
                if drawn.rarely(8):
                    name = f"Parameter{len(parts.setdefault('parameters', {}))}"
                    parts["parameters"][name] = each
                    given[index] = ref(name, "parameters")
            if "requestBody" in operation and drawn.rarely():
                name = f"body {len(parts.setdefault('requestBodies', {}))}"
                parts["requestBodies"][name] = operation["requestBody"]
                operation["requestBody"] = ref(name, "requestBodies")


def _responses(drawn: Drawn, answer: Node | None) -> Node:
    success: Node = {"description": drawn(said)}
    status = drawn.one("200", "200", "201", "202")
    if answer is None:
        status = drawn.one("204", "200")
    elif answer.get("format") == "binary":
        success["content"] = {drawn.one("application/pdf", "text/csv"): {"schema": answer}}
    else:
        kind = drawn.one("application/json", "application/json", "application/vnd.api+json", "*/*")
        success["content"] = {kind: {"schema": answer}}
    made = {status: success}
    if drawn.rarely():
        made["208"] = {"description": "Nothing more."}
    for code in ["400", *drawn(st.sets(st.sampled_from(["4XX", "5XX", "default", "503"])))]:
        made[code] = ref("Bad", "responses")
    if drawn.strange():
        made |= drawn.one({"2XX": success}, {"302": success}, {"default": success})
    return made


def _bad(fault: str) -> Node:
    content = {"application/json": {"schema": ref(fault)}}
    return {"description": "Not done.", "x-error": "things", "content": content}


def _parameter(drawn: Drawn, wire: str, place: str) -> Node:
    schema = drawn.scalar()
    made: Node = {"name": wire, "in": place}
    if drawn.rarely(3):
        schema = {"type": "array", "items": schema}
        if place == "query":
            styles = ({}, {"explode": False}, {"style": "pipeDelimited", "explode": False})
            made |= drawn.one(*styles, {"style": "spaceDelimited", "explode": False})
    if place == "path" or drawn.rarely(2):
        made["required"] = place == "path" or drawn.one(True, False)
    if drawn.rarely():
        made["description"] = drawn(said)
    if drawn.rarely(8):
        made["deprecated"] = True
    if drawn.strange():
        made |= drawn.one({"style": "matrix"}, {"allowReserved": True}, {"x-python-name": "class"})
    return {**made, "schema": schema}


def _body(drawn: Drawn, schema: Node) -> Node:
    kinds = ["application/json"] * 4 + ["application/vnd.api+json"]
    if drawn.wild and drawn.rarely() and "$ref" in schema:
        kinds = ["application/x-www-form-urlencoded"]
    elif drawn.strange():
        kinds = ["multipart/form-data"]
    body: Node = {"content": {drawn.one(*kinds): {"schema": schema}}}
    body |= {} if drawn.rarely() else {"required": True}
    return {**body, "description": drawn(said)} if drawn.rarely() else body


def _security(drawn: Drawn, document: Node) -> Node:
    schemes = drawn(st.sets(st.sampled_from(sorted(SCHEMES)), max_size=2))
    found: Node = {"security": [{each: []} for each in sorted(schemes)]}
    if schemes:
        document["components"]["securitySchemes"] = {each: SCHEMES[each] for each in schemes}
        if drawn.strange():
            found["security"].append({})
    return found
