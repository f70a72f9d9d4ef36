"""What a document says of credentials: each fault is found at its place by lint, and by the generator
where no client could obey; the comparison of versions says what a caller sees of a change."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from codegen import diff, lint
from codegen.reading.bundle import as_json, bundle
from tests.codegen.generator import DOCUMENTS, generate
from tests.openapi import SOURCE

Node = dict[str, Any]
COMMERCE = bundle(SOURCE)
SHOP = bundle(DOCUMENTS / "shop.yaml")
GET_STOCK = "#/paths/~1v1~1stock/get/security"


def schemes(document: Node) -> Node:
    found: Node = document["components"]["securitySchemes"]
    return found


def stock(document: Node) -> Node:
    found: Node = document["paths"]["/v1/stock"]["get"]
    return found


def scheme(**parts: Any) -> Callable[[Node], object]:
    return lambda document: schemes(document).update(key={"description": "A key.", **parts})


def oauth2(**parts: Any) -> Callable[[Node], object]:
    return scheme(**{"type": "oauth2", "flows": CLIENTS, **parts})


def flow(**parts: Any) -> Callable[[Node], object]:
    said = {key: value for key, value in {**CLIENT, **parts}.items() if value is not ...}
    return oauth2(flows={"clientCredentials": said})


def limited(**parts: Any) -> Node:
    return {"x-rate-limit": [{"limit": 30, "seconds": 60, "scope": "address", **parts}]}


def takes(*security: Any) -> Callable[[Node], object]:
    return lambda document: stock(document).update(security=list(security))


KEY = "#/components/securitySchemes/key"
FLOWS = f"{KEY}/flows"
FLOW = f"{FLOWS}/clientCredentials"
CLIENT = {"tokenUrl": "https://auth.invalid/oauth/token", "scopes": {}}
CLIENTS = {"clientCredentials": CLIENT}
NO_CLIENT: list[tuple[Callable[[Node], object], str, str]] = [
    (scheme(type="oauth2"), KEY, "oauth2 without the flow clientCredentials"),
    (oauth2(flows={}), KEY, "oauth2 without the flow clientCredentials"),
    (oauth2(flows={"implicit": {}, **CLIENTS}), f"{FLOWS}/implicit", "a flow that nobody goes"),
    (oauth2(flows={"password": {}, **CLIENTS}), f"{FLOWS}/password", "a flow that nobody goes"),
    (oauth2(name="X-Key"), KEY, "name, which says nothing in a scheme of type oauth2"),
    (oauth2(bearerFormat="JWT"), KEY, "bearerFormat, which says nothing in a scheme"),
    (scheme(type="http", scheme="bearer", flows=CLIENTS), KEY, "flows, which says nothing in a"),
    (flow(tokenUrl=...), FLOW, "'tokenUrl' is a required property"),
    (flow(tokenUrl="http://auth.invalid/token"), FLOW, "to which no secret can be sent"),
    (flow(tokenUrl="/oauth/token"), FLOW, "to which no secret can be sent"),
    (flow(tokenUrl="https://me:pw@auth.invalid/token"), FLOW, "to which no secret can be sent"),
    (flow(tokenUrl="https://auth.invalid/token?for=api"), FLOW, "to which no secret can be sent"),
    (flow(tokenUrl=7), f"{FLOW}/tokenUrl", "a number, where text belongs"),
    (flow(scopes=...), FLOW, "'scopes' is a required property"),
    (flow(scopes={"read": "Read."}), f"{FLOW}/scopes", "scopes, which nobody asks for"),
    (flow(refreshUrl="https://auth.invalid/again"), f"{FLOW}/refreshUrl", "refreshUrl, which"),
    (flow(**{"x-token-request": "form"}), f"{FLOW}/x-token-request", "'json' was expected"),
    (flow(**{"x-token": 1}), FLOW, "x-token, which nothing reads here"),
    (flow(**limited(scope="credential")), f"{FLOW}/x-rate-limit/0/scope", "'address' was expected"),
    (flow(**limited(bucket="all")), f"{FLOW}/x-rate-limit/0", "bucket, which nothing reads here"),
    (flow(**limited(tier="small")), f"{FLOW}/x-rate-limit/0", "tier, which nothing reads here"),
    (flow(**limited(limit=0)), f"{FLOW}/x-rate-limit/0/limit", "0 is less than the minimum of 1"),
    (scheme(type="mutualTLS"), KEY, "a scheme of type mutualTLS"),
    (scheme(type="http", scheme="digest"), KEY, "http digest"),
    (scheme(type="apiKey", name="k", **{"in": "query"}), KEY, "an apiKey in query"),
    (scheme(type="apiKey", name="k", **{"in": "cookie"}), KEY, "an apiKey in cookie"),
    (scheme(type="apiKey", name="a b", **{"in": "header"}), KEY, "'a b' is no name of a header"),
    (scheme(type="apiKey", name="Host", **{"in": "header"}), KEY, "every request has already"),
    (takes({"bearer": [], "key": []}), f"{GET_STOCK}/0", "several schemes at once"),
    (takes({"bearer": []}, {}), f"{GET_STOCK}/1", "a credential or none"),
    (takes({"keys": []}), f"{GET_STOCK}/0", "keys is no security scheme"),
    (takes({"key": ["stock:read"]}), f"{GET_STOCK}/0", "roles, which nothing reads"),
]


@pytest.mark.parametrize(("fault", "place", "what"), NO_CLIENT)
def test_what_no_client_can_send_is_refused_with_its_place_by_lint_and_generator(
    fault: Callable[[Node], object], place: str, what: str, tmp_path: Path
) -> None:
    document = copy.deepcopy(SHOP)
    fault(document)
    found = [each for each in lint.problems(document) if each.where == place]
    assert [each for each in found if what in each.what], found

    written = tmp_path / "shop.yaml"
    written.write_text(as_json(document))
    run = generate("--document", written, "--output", tmp_path / "out")
    assert run.returncode == 1
    assert f"{place}: " in run.stderr
    assert what in run.stderr
    assert not (tmp_path / "out").exists()


def _silent(document: Node) -> None:
    del document["security"]


def _unused(document: Node) -> None:
    schemes(document).update(spare={"type": "http", "scheme": "basic", "description": "Spare."})


def _unknown_rule(document: Node) -> None:
    schemes(document)["bearer"]["x-unauthenticated"] = "forbidden"


@pytest.mark.parametrize(
    ("fault", "place", "what"),
    [
        (_silent, "#/paths/~1v4~1orders/post", "says nothing of credentials"),
        (_unused, "#/components/securitySchemes/spare", "that no operation takes"),
        (_unknown_rule, "#/components/securitySchemes/bearer", "'forbidden' is not one of"),
    ],
)
def test_lint_finds_what_is_not_said_and_what_nobody_reads(
    fault: Callable[[Node], None], place: str, what: str
) -> None:
    document = copy.deepcopy(COMMERCE)
    fault(document)
    found = [each for each in lint.problems(document) if each.where.startswith(place)]
    assert [each for each in found if what in each.what], found


def test_lint_finds_nothing_of_credentials_in_the_documents() -> None:
    assert [each for each in lint.problems(SHOP) if "ecurity" in each.where] == []
    assert [each for each in lint.problems(COMMERCE) if "ecurity" in each.where] == []


CHANGES: list[tuple[Callable[[Node], object], str, bool]] = [
    (takes({"key": []}, {"bearer": []}), "took api-key, takes api-key, bearer", False),
    (takes({"bearer": []}), "took api-key, takes bearer", True),
    (takes(), "took api-key, takes no credential", False),
    (
        lambda document: schemes(document)["key"].update(name="X-Key"),
        "api-key was in X-Shop-Key, a 401 means expired, is in X-Key, a 401 means expired",
        False,
    ),
]


OF_CLIENTS: list[tuple[Callable[[Node], object], str, bool]] = [
    (
        flow(tokenUrl="https://other.invalid/token"),
        "a client's secret goes to https://other.invalid/token, went to "
        "https://auth.invalid/oauth/token",
        False,
    ),
    (
        scheme(type="http", scheme="bearer"),
        "a client's secret goes to no token host, went to https://auth.invalid/oauth/token",
        True,
    ),
    (
        flow(**limited()),
        "a client's token is asked for as form, within 30 in 60 s; was as form, within no limit",
        False,
    ),
    (
        flow(**{"x-token-request": "json"}),
        "a client's token is asked for as json, within no limit; was as form, within no limit",
        False,
    ),
    (
        oauth2(**{"x-unauthenticated": "expired-or-forbidden"}),
        "bearer was in authorization, a 401 means expired, is in authorization, a 401 means "
        "expired-or-forbidden",
        False,
    ),
]


@pytest.mark.parametrize(("change", "what", "breaking"), OF_CLIENTS)
def test_the_comparison_says_what_a_client_that_gets_tokens_sees_of_a_change(
    change: Callable[[Node], object], what: str, breaking: bool
) -> None:
    before = copy.deepcopy(SHOP)
    flow()(before)
    after = copy.deepcopy(before)
    change(after)
    (found,) = [each for each in diff.changes(before, after) if each.place == "get_stock"]
    assert (found.what, found.breaking) == (what, breaking)


@pytest.mark.parametrize(("change", "what", "breaking"), CHANGES)
def test_the_comparison_says_what_a_caller_sees_of_a_change(
    change: Callable[[Node], object], what: str, breaking: bool
) -> None:
    document = copy.deepcopy(SHOP)
    change(document)
    (found,) = [each for each in diff.changes(SHOP, document) if each.place == "get_stock"]
    assert (found.what, found.breaking) == (what, breaking)


def test_a_login_that_comes_to_need_a_credential_breaks() -> None:
    document = copy.deepcopy(SHOP)
    del document["paths"]["/v1/login"]["post"]["security"]
    (found,) = diff.changes(SHOP, document)
    assert (found.place, found.breaking) == ("log_in", True)
    assert found.what == "took no credential, takes bearer, basic"
