"""Reading a page of 25 resources with what they include, and each of their attributes, beside
msgspec's plain dicts of the same bytes."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import msgspec

from benchmarks.measure import Figure, take_turns
from commerce_sdk.document.instants import parse_rfc3339
from commerce_sdk.document.json_api.answers import ListOf
from commerce_sdk.document.json_api.resource import Resource

YARDSTICK = "msgspec to dicts"
COMMON = ("created_at", "updated_at", "reference", "reference_origin", "metadata")
MEMBERSHIP = (
    *("user_email", "user_first_name", "user_last_name", "status", "owner", "test_enabled"),
    "access_scope",
)
ORGANIZATION = tuple(f"an_attribute_of_it_{number}" for number in range(65))
ROLE = ("name", "kind")
LINKS: Mapping[str, tuple[str, ...]] = {
    "memberships": (
        *("organization", "role", "application_memberships", "membership_profile", "versions"),
    ),
    "roles": ("organization", "permissions", "memberships", "api_credentials", "versions"),
    "organizations": ("memberships", "roles", "permissions", "api_credentials"),
}


def _plain(name: str) -> property:
    scope: dict[str, Any] = {}
    exec(f"def read(self): return self._attributes.get({name!r})", scope)
    return property(scope["read"])


def _instant(name: str) -> property:
    def read(self: Any) -> Any:
        value = self._attributes.get(name)
        return None if value is None else parse_rfc3339(value)

    return property(read)


def _attributes(*names: str) -> dict[str, Any]:
    """The properties that the generator writes for them."""
    found = {name: _plain(name) for name in (*names, *COMMON)}
    return {**found, "created_at": _instant("created_at"), "updated_at": _instant("updated_at")}


class Organization(Resource, frozen=True):
    resource_type: ClassVar[str] = "organizations"
    known: ClassVar[frozenset[str]] = frozenset({*ORGANIZATION, *COMMON})
    shapes: ClassVar[Mapping[str, type]] = {"metadata": dict}
    vars().update(_attributes(*ORGANIZATION))


class Role(Resource, frozen=True):
    resource_type: ClassVar[str] = "roles"
    known: ClassVar[frozenset[str]] = frozenset({*ROLE, *COMMON})
    shapes: ClassVar[Mapping[str, type]] = {"metadata": dict}
    vars().update(_attributes(*ROLE))


class Membership(Resource, frozen=True):
    resource_type: ClassVar[str] = "memberships"
    known: ClassVar[frozenset[str]] = frozenset({*MEMBERSHIP, *COMMON, "organization", "role"})
    shapes: ClassVar[Mapping[str, type]] = {"metadata": dict}
    vars().update(_attributes(*MEMBERSHIP))

    @property
    def organization(self) -> Any:
        return self._one("organization", Organization)

    @property
    def role(self) -> Any:
        return self._one("role", Role)


def page(rows: int = 25, seed: int = 7) -> bytes:
    """So many memberships of one organization, each with a role of its own."""
    chance = random.Random(seed)
    scalars = (True, False, 25, 10_000, "text of some length", None)

    def resource(kind: str, name: str, names: tuple[str, ...], **links: Any) -> dict[str, Any]:
        own = f"https://api.example.com/api/{kind}/{name}"
        attributes = {each: chance.choice(scalars) for each in names}
        attributes |= {"created_at": "2018-01-01T12:00:00.000Z", "reference": None}
        attributes |= {"updated_at": "2018-01-01T12:30:00.125Z", "reference_origin": None}
        return {
            "id": name,
            "type": kind,
            "links": {"self": own},
            "attributes": attributes | {"metadata": {}},
            "relationships": {
                link: {
                    "links": {"self": f"{own}/relationships/{link}", "related": f"{own}/{link}"},
                    **({"data": links[link]} if link in links else {}),
                }
                for link in LINKS[kind]
            },
            "meta": {"mode": "live", "organization_id": "enWoxFMOnp"},
        }

    organization = {"type": "organizations", "id": "enWoxFMOnp"}
    included = [resource("organizations", "enWoxFMOnp", ORGANIZATION)]
    data = []
    for number in range(rows):
        role = {"type": "roles", "id": f"role{number}"}
        links = {"organization": organization, "role": role}
        data.append(resource("memberships", f"row{number}", MEMBERSHIP, **links))
        included.append(resource("roles", role["id"], ROLE, organization=organization))
    meta = {"record_count": rows, "page_count": 1}
    return msgspec.json.encode({"data": data, "meta": meta, "links": {}, "included": included})


def _reader(*names: str) -> Callable[[Any], None]:
    """Code that reads these attributes, written out like a caller's."""
    scope: dict[str, Any] = {}
    lines = [f"    value.{name}" for name in ("id", *names, *COMMON)]
    exec("\n".join(["def read(value):", *lines]), scope)
    read: Callable[[Any], None] = scope["read"]
    return read


_read_membership, _read_role = _reader(*MEMBERSHIP), _reader(*ROLE)
_read_organization = _reader(*ORGANIZATION)


def walk(page: Any, *, again: bool = False) -> None:
    """Read each attribute of each row and of what it includes, what they share once, or `again` for
    each row."""
    seen: Any = None
    for row in page.data:
        _read_membership(row)
        _read_role(row.role)
        if (organization := row.organization) is not seen or again:
            _read_organization(organization)
            seen = organization


def candidates(content: bytes) -> dict[str, Callable[[], object]]:
    read = ListOf(lambda: Membership).from_json
    return {
        YARDSTICK: lambda: msgspec.json.decode(content),
        "commerce-sdk, nothing read": lambda: read(content),
        "commerce-sdk, every field read": lambda: walk(read(content)),
        "commerce-sdk, what rows share read for each": lambda: walk(read(content), again=True),
    }


def run(rounds: int = 301) -> dict[str, Figure]:
    return take_turns(candidates(page()), YARDSTICK, rounds)


def best(rounds: int = 500) -> dict[str, float]:
    """The least time of each, in seconds, out of many rounds in turn."""
    runs = candidates(page())
    least = dict.fromkeys(runs, float("inf"))
    for _ in range(rounds):
        for name, one in runs.items():
            one()  # so that none pays for what the one before left in the caches
            began = time.perf_counter()
            one()
            least[name] = min(least[name], time.perf_counter() - began)
    return least


if __name__ == "__main__":
    figures, least = run(), best()
    print(f"{len(page()):,} bytes")
    for name, figure in figures.items():
        ratio = least[name] / least[YARDSTICK]
        print(f"{name}: {figure.value * 1e6:.0f} µs, {figure}, best {ratio:.2f} ×")
