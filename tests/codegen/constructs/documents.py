"""Documents as a whole: their file, their version, and what stands at their root."""

from __future__ import annotations

import json
from typing import Any

from tests.codegen.constructs.base import (
    SAID,
    Node,
    creating,
    getting,
)
from tests.codegen.constructs.table import (
    Call,
    Refused,
    add,
    getting_one,
    listed,
    refused,
    right,
)


def _set(name: str, key: str, value: Any, *verdict: Call | Refused) -> None:
    """Another value of a key of the root, or none where it is `...`."""

    def edit(document: Node) -> None:
        document[key] = value
        if value is ...:
            del document[key]

    add(name, edit, *verdict)


# --- the file


def _file(name: str, text: str, place: str, advice: str) -> None:
    add(name, lambda document: text, Refused(place, advice))


def _raw(name: str, old: str, new: str, *verdict: Call | Refused) -> None:
    """The base's own text, changed as text."""

    def edit(document: Node) -> str:
        text = json.dumps(document, indent=1)
        assert old in text
        return text.replace(old, new, 1)

    add(name, edit, *verdict)


_file("file_of_nothing", "", "", "mapping|empty|OpenAPI")
_file("file_of_a_comment", "# Nothing yet.\n", "", "mapping|empty|OpenAPI")
_file("file_of_a_text", "openapi", "", "mapping")
_file("file_of_a_list", "- openapi: 3.1.0\n", "", "mapping")
_file("file_that_is_no_yaml", "openapi: [3.1.0\n", "", "YAML")
_file("file_with_a_tab", "openapi: 3.1.0\n\tinfo: {}\n", "", "YAML")
_file("file_with_a_foreign_tag", "openapi: !!python/object:os.system {}\n", "", "YAML|tag")
_file("file_with_an_own_tag", "openapi: !nursery 3.1.0\n", "", "YAML|tag")
_file("file_of_two_documents", "openapi: 3.1.0\n---\nopenapi: 3.1.0\n", "", "YAML|one document")
_file("file_with_an_unknown_anchor", "openapi: *nowhere\n", "", "YAML|anchor|alias")
_file(
    "file_that_holds_itself",
    "openapi: 3.1.0\ninfo: &a {b: *a}\n",
    "",
    "itself|circle|cycle|anchor|info",
)
_raw(
    "key_written_twice",
    '"openapi": "3.1.0",',
    '"openapi": "3.1.0", "openapi": "3.1.0",',
    Refused("", "YAML|twice|duplicate"),
)
_raw(
    "number_that_is_none",
    '"name": "plants"',
    '"name": .nan',
    Refused("tags", "JSON|text|string|number"),
)
_raw(
    "example_that_is_no_number",
    '"name": "fern"',
    '"name": .inf',
    Refused("example", "JSON|number|text"),
)
_raw("status_as_a_number", '"201":', "201:", Refused("201", "quote|text|key"))
_raw("key_that_is_null", '"leaves": {', "null: {", Refused("Plant", "key|text"))
_raw("key_that_is_a_date", '"leaves": {', "2030-01-02: {", getting_one())
_raw("key_that_is_a_boolean", '"note": {', "true: {", Refused("PlantInput", "key|text"))
_raw("value_that_is_a_date", '"version": "1"', '"version": 2030-01-02', getting_one())
_raw(
    "anchors",
    '"openapi": "3.1.0",',
    '"openapi": "3.1.0", "externalDocs": &docs {"url": "https://a.invalid"},',
    getting_one(),
)
_raw(
    "value_that_is_binary",
    '"version": "1"',
    '"version": !!binary aGVsbG8=',
    Refused("version", "JSON|text|string"),
)
_raw(
    "value_that_is_a_set",
    '"version": "1"',
    '"version": !!set {a, b}',
    Refused("version", "JSON|text|string"),
)


@right(getting_one(), listed())
def file_of_yaml_with_merge_keys(document: Node) -> str:
    text = json.dumps(document, indent=1)
    return "".join(line + "\n" for line in text.splitlines())


def _huge(document: Node) -> str:
    deep = "[" * 3000 + "]" * 3000
    return json.dumps(document).replace('"version": "1"', f'"version": {deep}', 1)


add("file_nested_without_end", _huge, Refused("", "deep|nested|version|YAML"))

# --- the root

VERSION = r"3\.1|openapi"
_set("version_3_0", "openapi", "3.0.3", Refused("openapi", VERSION))
_set("version_3_2", "openapi", "3.2.0", Refused("openapi", VERSION))
_set("version_4", "openapi", "4.0.0", Refused("openapi", VERSION))
_set("version_that_is_missing", "openapi", ..., Refused("openapi", VERSION))
_set("version_as_a_number", "openapi", 3.1, Refused("openapi", VERSION))
_set("version_that_is_null", "openapi", None, Refused("openapi", VERSION))
_set("version_3_1_1", "openapi", "3.1.1", getting_one())
_file("swagger", "swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths: {}\n", "", VERSION)

_set("info_that_is_missing", "info", ..., Refused("info", "info|title"))
_set("info_that_is_null", "info", None, Refused("info", "info|title|mapping"))
_set("info_without_a_title", "info", {"version": "1"}, Refused("info", "title"))
_set("info_without_a_version", "info", {"title": "T"}, Refused("info", "version"))
_set(
    "info_of_an_unknown_key",
    "info",
    {"title": "T", "version": "1", "colour": "red"},
    Refused("info", "colour"),
)
_set(
    "info_of_everything",
    "info",
    {
        "title": 'The "nursery"\n',
        "version": "1",
        "summary": "S",
        "description": 'D """',
        "termsOfService": "https://a.invalid",
        "contact": {"name": "N", "url": "https://a.invalid", "email": "a@b.invalid"},
        "license": {"name": "L", "identifier": "MIT"},
    },
    getting_one(),
)
_set(
    "external_docs", "externalDocs", {"url": "https://a.invalid", "description": "D"}, getting_one()
)
_set(
    "dialect",
    "jsonSchemaDialect",
    "https://json-schema.org/draft/2019-09/schema",
    Refused("#", "dialect"),
)
_set("unknown_key_at_the_root", "definitions", {}, Refused("definitions", "definitions|remove"))
_set(
    "webhooks",
    "webhooks",
    {"grown": {"post": {"responses": {"200": {"description": SAID}}}}},
    Refused("webhooks", "webhooks|remove"),
)

_set("paths_that_are_missing", "paths", ..., Refused("paths", "paths"))
_set("paths_that_are_null", "paths", None, Refused("paths", "paths"))
_set("paths_that_are_a_list", "paths", [], Refused("paths", "paths"))
_set("paths_that_are_empty", "paths", {}, Refused("", "paths|operation|reaches|remove"))
_set("components_that_are_missing", "components", ..., Refused("components", "names|exist"))
_set(
    "components_that_are_null", "components", None, Refused("components", "components|names|exist")
)
_set(
    "components_that_are_a_list", "components", [], Refused("components", "components|names|exist")
)

# --- servers

URL = "https://nursery.invalid/api"
AWAY = getting_one(base_url="https://else.invalid")
_set("no_servers", "servers", ..., AWAY)
_set("servers_of_nothing", "servers", [], AWAY)
_set("servers_that_are_null", "servers", None, Refused("servers", "list|array|servers"))
_set("servers_that_are_a_map", "servers", {"url": URL}, Refused("servers", "list|array|servers"))
_set(
    "several_servers",
    "servers",
    [{"url": URL}, {"url": "https://b.invalid"}],
    Refused("servers", "one|base_url"),
)
_set(
    "server_with_variables",
    "servers",
    [{"url": "https://{region}.invalid", "variables": {"region": {"default": "eu"}}}],
    Refused("servers", "variables|base_url|write"),
)
_set(
    "server_with_a_hole",
    "servers",
    [{"url": "https://{region}.invalid"}],
    Refused("servers", "variables|base_url|region|write"),
)
_set("server_without_an_address", "servers", [{}], Refused("servers", "url"))
_set("server_with_a_number_as_address", "servers", [{"url": 3}], Refused("servers", "url"))
_set(
    "server_of_a_path_alone", "servers", [{"url": "/api"}], Refused("servers", "url|https|base_url")
)
_set(
    "server_that_is_no_address",
    "servers",
    [{"url": "nursery"}],
    Refused("servers", "url|https|base_url"),
)
_set("server_with_a_query", "servers", [{"url": URL + "?a=b"}], Refused("servers", "url|query"))
_set("server_with_words", "servers", [{"url": URL, "description": 'Ours "'}], getting_one())
_set("server_with_a_slash_at_its_end", "servers", [{"url": URL + "/"}], getting_one())


def _servers_at(name: str, place: Any) -> None:
    def edit(document: Node) -> None:
        place(document)["servers"] = [{"url": "https://else.invalid"}]

    add(name, edit, Refused("servers", "servers|remove|root"))


_servers_at("servers_of_an_operation", getting)
_servers_at("servers_of_a_path", lambda document: document["paths"]["/plants"])

# --- tags, security

_set("no_tags_at_the_root", "tags", ..., getting_one())
_set(
    "tags_with_words",
    "tags",
    [{"name": "plants", "description": 'D "', "externalDocs": {"url": "https://a.invalid"}}],
    getting_one(),
)
_set("tags_that_are_a_map", "tags", {"plants": {}}, Refused("tags", "list|array|tags"))
_set("tags_that_are_texts", "tags", ["plants"], Refused("tags", "name|mapping|object"))
_set("tag_without_a_name", "tags", [{"description": "D"}], Refused("tags", "name"))
_set("security_that_is_a_map", "security", {}, Refused("security", "list|array|security"))
_set(
    "security_of_a_scheme_that_is_not_there", "security", [{"key": []}], Refused("security", "key")
)


def _scheme(name: str, scheme: Any, *verdict: Call | Refused) -> None:
    def edit(document: Node) -> None:
        document["components"]["securitySchemes"] = {"ours": scheme}
        document["security"] = [{"ours": []}]

    add(f"security_by_{name}", edit, *verdict)


TOKEN = "t0ken-123456"
_scheme(
    "a_bearer_token",
    {"type": "http", "scheme": "bearer", "description": SAID},
    getting_one(headers=(("authorization", f"Bearer {TOKEN}"),)),
)
_scheme(
    "a_bearer_token_of_a_format",
    {"type": "http", "scheme": "bearer", "bearerFormat": "JWT", "description": SAID},
    getting_one(headers=(("authorization", f"Bearer {TOKEN}"),)),
)
CLIENTS = {"tokenUrl": "https://auth.nursery.invalid/token", "scopes": {}}
LIMITED = {"x-rate-limit": [{"limit": 30, "seconds": 60, "scope": "address"}]}


def _clients(name: str, flow: Node, *verdict: Call | Refused, **more: Any) -> None:
    flows = {"clientCredentials": flow}
    _scheme(name, {"type": "oauth2", "flows": flows, "description": SAID, **more}, *verdict)


def _reads(expected: str) -> str:
    facts = "each.token_url, each.token_request, each.token_limits, each.unauthenticated"
    return f"[({facts}) for each in PLATFORM.schemes] == [{expected}]"


_clients(
    "a_clients_credentials",
    CLIENTS,
    getting_one(
        headers=(("authorization", f"Bearer {TOKEN}"),),
        reads=_reads("('https://auth.nursery.invalid/token', 'form', (), 'expired')"),
    ),
)
_clients(
    "a_clients_credentials_as_json",
    {**CLIENTS, **LIMITED, "x-token-request": "json"},
    getting_one(
        headers=(("authorization", f"Bearer {TOKEN}"),),
        reads=_reads(
            "('https://auth.nursery.invalid/token', 'json', "
            "(RateLimit(limit=30, seconds=60, scope='address'),), 'expired-or-forbidden')"
        ),
    ),
    **{"x-unauthenticated": "expired-or-forbidden"},
)
_clients(
    "a_clients_credentials_of_a_scope",
    {**CLIENTS, "scopes": {"read": "Read."}},
    Refused("scopes", "scopes: {}"),
)
_clients(
    "a_clients_credentials_in_clear_text",
    {**CLIENTS, "tokenUrl": "http://auth.nursery.invalid/token"},
    Refused("clientCredentials", "https://"),
)
_clients(
    "a_clients_credentials_that_are_refreshed",
    {**CLIENTS, "refreshUrl": "https://auth.nursery.invalid/token"},
    Refused("refreshUrl", "remove it"),
)
_scheme(
    "a_code",
    {"type": "oauth2", "flows": {"authorizationCode": CLIENTS}, "description": SAID},
    Refused("authorizationCode", "write clientCredentials"),
)
_scheme(
    "a_key_in_the_query",
    {"type": "apiKey", "in": "query", "name": "key", "description": SAID},
    Refused("ours", "header"),
)
_scheme(
    "a_key_in_a_cookie",
    {"type": "apiKey", "in": "cookie", "name": "key", "description": SAID},
    Refused("ours", "header"),
)
_scheme(
    "open_id",
    {"type": "openIdConnect", "openIdConnectUrl": "https://a.invalid", "description": SAID},
    Refused("ours", "bearer|type"),
)
_scheme("a_certificate", {"type": "mutualTLS", "description": SAID}, Refused("ours", "bearer|type"))
_scheme(
    "digest",
    {"type": "http", "scheme": "digest", "description": SAID},
    Refused("ours", "bearer|scheme"),
)
_scheme("nothing", None, Refused("ours", "mapping|object|type"))
_scheme("an_unknown_type", {"type": "magic", "description": SAID}, Refused("ours", "type|bearer"))


@right(getting_one())
def operation_without_security(document: Node) -> None:
    getting(document)["security"] = []


@refused("get", "security|one|both")
def security_of_two_at_once(document: Node) -> None:
    schemes = {"a": {"type": "http", "scheme": "bearer", "description": SAID}}
    schemes["b"] = {"type": "http", "scheme": "basic", "description": SAID}
    document["components"]["securitySchemes"] = schemes
    getting(document)["security"] = [{"a": [], "b": []}]


# --- what is not called


@refused("callbacks", "callbacks|remove")
def callbacks(document: Node) -> None:
    done = {"post": {"responses": {"200": {"description": SAID}}}}
    creating(document)["callbacks"] = {"done": {"{$request.body#/name}": done}}


def _components(name: str, kind: str, value: Any, *verdict: Call | Refused) -> None:
    def edit(document: Node) -> None:
        document["components"][kind] = value

    add(f"components_{name}", edit, *verdict)


_components(
    "of_links", "links", {"all": {"operationId": "list_plants"}}, Refused("links", "links|remove")
)
_components("of_callbacks", "callbacks", {"done": {}}, Refused("callbacks", "callbacks|remove"))
_components(
    "of_headers",
    "headers",
    {"Left": {"description": SAID, "schema": {"type": "string"}}},
    getting_one(),
)
_components("of_path_items", "pathItems", {"Plants": {}}, Refused("pathItems", "pathItems|remove"))
_components("of_an_unknown_kind", "models", {}, Refused("models", "models|remove"))
_components(
    "of_parameters_that_are_a_list", "parameters", [], Refused("parameters", "mapping|object")
)
_components(
    "of_schemas_that_are_null", "schemas", None, Refused("schemas", "mapping|object|names|exist")
)
_components("of_an_example", "examples", {"One": {"value": {"id": "a"}}}, getting_one())
