"""Reading a page of 25 resources with what they include, and each of their attributes, beside
msgspec's plain dicts of the same bytes."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

import commerce_sdk
from benchmarks.measure import Figure, take_turns
from commerce_sdk_api.commerce_layer.api.memberships import list_memberships

YARDSTICK = "msgspec to dicts"


def _resources() -> dict[str, tuple[dict[str, Any], list[str]]]:
    """By type: what the document gives as an example of each attribute, and the relationships."""
    # Not by the sandbox's own reading, for each round would pay for what that leaves in memory.
    documents = Path(commerce_sdk.__file__).parent / "sandbox" / "documents"
    schemas = msgspec.json.decode((documents / "commerce_layer.json").read_bytes())["components"]
    found = (each["x-resource"] for each in schemas["schemas"].values() if "x-resource" in each)
    return {
        each["type"]: (
            {
                name: attribute.get("example")
                for name, attribute in each["attributes"].items()
                if attribute.get("read", True)
            },
            list(each.get("relationships", ())),
        )
        for each in found
    }


RESOURCES = _resources()


def page(rows: int = 25) -> bytes:
    """So many memberships of one organization, each with a role of its own."""

    def resource(kind: str, name: str, **links: Any) -> dict[str, Any]:
        attributes, relationships = RESOURCES[kind]
        own = f"https://api.example.com/api/{kind}/{name}"
        return {
            "id": name,
            "type": kind,
            "links": {"self": own},
            "attributes": attributes,
            "relationships": {
                link: {
                    "links": {"self": f"{own}/relationships/{link}", "related": f"{own}/{link}"},
                    **({"data": links[link]} if link in links else {}),
                }
                for link in relationships
            },
            "meta": {"mode": "live", "organization_id": "enWoxFMOnp"},
        }

    organization = {"type": "organizations", "id": "enWoxFMOnp"}
    included = [resource("organizations", "enWoxFMOnp")]
    data = []
    for number in range(rows):
        role = {"type": "roles", "id": f"role{number}"}
        data.append(resource("memberships", f"row{number}", organization=organization, role=role))
        included.append(resource("roles", role["id"], organization=organization))
    meta = {"record_count": rows, "page_count": 1}
    return msgspec.json.encode({"data": data, "meta": meta, "links": {}, "included": included})


def _reader(kind: str) -> Callable[[Any], None]:
    """Code that reads all attributes of this type, written out like a caller's."""
    scope: dict[str, Any] = {}
    names = ("id", *RESOURCES[kind][0])
    exec("\n".join(["def read(value):", *(f"    value.{name}" for name in names)]), scope)
    read: Callable[[Any], None] = scope["read"]
    return read


_read_membership, _read_role = _reader("memberships"), _reader("roles")
_read_organization = _reader("organizations")


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
    read = list_memberships.OPERATION.answers[200].from_json
    return {
        YARDSTICK: lambda: msgspec.json.decode(content),
        "commerce-sdk, nothing read": lambda: read(content),
        "commerce-sdk, every field read": lambda: walk(read(content)),
        "commerce-sdk, every field read, what rows share for each": lambda: walk(
            read(content), again=True
        ),
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
