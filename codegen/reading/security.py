"""What a document says of credentials: the schemes, and which of them each operation takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from codegen.reading.problem import Problem
from codegen.reading.rate_limits import KEY
from codegen.reading.walk import Node, join, operations, resolve

_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_WRITTEN_BY_THE_SDK = (
    *("accept", "accept-encoding", "connection", "content-length", "content-type", "host"),
    *("transfer-encoding", "user-agent"),
)
_KINDS = "http bearer, http basic, oauth2 by clientCredentials, or an apiKey in a header"
_OF_TYPES = {
    "http": ("scheme", "bearerFormat"),
    "apiKey": ("name", "in"),
    "oauth2": ("flows",),
    "openIdConnect": ("openIdConnectUrl",),
}
"""What only schemes of each type say."""


class Scheme(NamedTuple):
    """A scheme of the kinds that there are credentials for. `token_url` is where a client gets a
    bearer token, by a request of the encoding `token_request`, so many times in so many seconds."""

    name: str
    kind: str
    header: str
    unauthenticated: str
    token_url: str | None = None
    token_request: str = "form"
    token_limits: tuple[tuple[int, int], ...] = ()


def schemes(document: Node) -> dict[str, Scheme]:
    """Every scheme of a document that `faults` finds nothing wrong with, by its name."""
    found = {}
    for _, name, node in described_schemes(document):
        kind, header, flow = "bearer", "authorization", {}
        if node["type"] == "apiKey":
            kind, header = "api-key", node["name"]
        elif node["type"] == "http":
            kind = node["scheme"].lower()
        else:
            flow = node["flows"]["clientCredentials"]
        found[name] = Scheme(
            name,
            kind,
            header,
            node.get("x-unauthenticated", "expired"),
            flow.get("tokenUrl"),
            flow.get("x-token-request", "form"),
            tuple((each["limit"], each["seconds"]) for each in flow.get(KEY, ())),
        )
    return found


def taken(said: Any) -> tuple[str, ...]:
    """The schemes that a `security` lets one choose from; none where no credential is taken."""
    return tuple(name for requirement in said or () for name in requirement)


def faults(document: Node) -> Iterator[Problem]:
    """What no client can be generated from."""
    for place, _, node in described_schemes(document):
        what = _misfit(node)
        if what:
            yield Problem(place, what, f"only {_KINDS}, can be sent")
        for other, keys in _OF_TYPES.items():
            for key in keys if other != node.get("type") else ():
                if key in node:
                    what = f"{key}, which says nothing in a scheme of type {node.get('type')}"
                    yield Problem(place, what, "remove it")
    known = document.get("components", {}).get("securitySchemes", {})
    for place, said in stated_credentials(document):
        for index, requirement in enumerate(said):
            spot = join(place, index)
            if len(requirement) != 1:
                what = "several schemes at once" if requirement else "a credential or none"
                do = "name one in each alternative; write security: [] where none is taken"
                yield Problem(spot, what, do)
            for name, roles in requirement.items():
                if name not in known:
                    yield Problem(spot, f"{name} is no security scheme", "name one that exists")
                if roles:
                    yield Problem(spot, "roles, which nothing reads", "leave the list empty")


def described_schemes(document: Node) -> Iterator[tuple[str, str, Node]]:
    """Every scheme that a document describes: its place, its name, and what it says."""
    for name, node in document.get("components", {}).get("securitySchemes", {}).items():
        yield join("#/components/securitySchemes", name), name, resolve(document, node)


def stated_credentials(document: Node) -> Iterator[tuple[str, Any]]:
    """Every `security` of a document, with its place."""
    for place, node in (("#", document), *operations(document)):
        if "security" in node:
            yield join(place, "security"), node["security"]


def _misfit(scheme: Node) -> str | None:
    kind = scheme.get("type")
    if kind == "oauth2":
        known = "clientCredentials" in scheme.get("flows", ())
        return None if known else "oauth2 without the flow clientCredentials"
    if kind == "http":
        known = str(scheme.get("scheme")).lower() in ("bearer", "basic")
        return None if known else f"http {scheme.get('scheme')}"
    if kind != "apiKey":
        return f"a scheme of type {kind}"
    name = str(scheme.get("name"))
    if scheme.get("in") != "header":
        return f"an apiKey in {scheme.get('in')}"
    if not _HEADER_NAME.fullmatch(name):
        return f"{name!r} is no name of a header"
    if name.lower() in _WRITTEN_BY_THE_SDK:
        return f"an apiKey in {name}, which every request has already"
    return None
