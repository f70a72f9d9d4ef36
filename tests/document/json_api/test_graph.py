"""What one answer links: against a naive linker, in long chains and circles, and carried elsewhere."""

from __future__ import annotations

import copy
import pickle
import random
import sys
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given, strategies as st

from commerce_sdk.document.json_api.answers import ListOf, ResourceList
from commerce_sdk.document.json_api.not_loaded import NotLoaded
from tests.support.resources import Membership, Organization, Role

LINKS = {
    "organizations": {"roles": ("roles", True), "memberships": ("memberships", True)},
    "roles": {"organization": ("organizations", False), "memberships": ("memberships", True)},
    "memberships": {
        "organization": ("organizations", False),
        "role": ("roles", False),
        "next": ("memberships", False),
    },
}
CLASSES = {each.wire_type: each for each in (Organization, Role, Membership)}


def page(*data: Any, included: Any = ()) -> ResourceList[Any]:
    document = {"data": list(data), "included": list(included)}
    read: ResourceList[Any] = ListOf(lambda: Membership).from_json(msgspec.json.encode(document))
    return read


def answer(chance: random.Random) -> dict[str, Any]:
    """A document with links to what is there and to what is not."""
    keys = [(chance.choice(list(LINKS)), str(chance.randrange(12))) for _ in range(30)]
    keys += [("memberships", str(number)) for number in range(5)]
    there = list(dict.fromkeys(keys))

    def link_to(kind: str) -> dict[str, str]:
        return {"type": kind, "id": str(chance.randrange(14))}

    def links(kind: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, (target, many) in LINKS[kind].items():
            how = chance.choice(["absent", "links", "none", "data", "data", "data"])
            if how == "links":
                found[name] = {"links": {}}
            elif how == "none":
                found[name] = {"data": [] if many else None}
            elif how == "data":
                data = [link_to(target) for _ in range(chance.randrange(4))]
                found[name] = {"data": data if many else link_to(target)}
        return found

    objects = [
        {"type": kind, "id": name, "attributes": {"name": f"{kind} {name}"}, "relationships": links(kind)}
        for kind, name in there
    ]  # fmt: skip
    chance.shuffle(objects)
    rows = [each for each in objects if each["type"] == "memberships"]
    return {"data": rows, "included": [each for each in objects if each not in rows]}


def naive(document: dict[str, Any], row: dict[str, Any], name: str, many: bool) -> Any:
    """What a relationship reads as, by JSON:API's own words, each resource as its plain values."""
    relationship = row.get("relationships", {}).get(name, {})
    if "data" not in relationship:
        return NotLoaded()
    everything = document["data"] + document["included"]
    data = relationship["data"]
    if data is None:
        return None
    found = []
    for link in data if many else [data]:
        same = [
            each for each in everything if (each["type"], each["id"]) == (link["type"], link["id"])
        ]
        found += same[:1]
    if len(found) < len(data if many else [data]):
        return NotLoaded(tuple(link["id"] for link in (data if many else [data])))
    return found if many else found[0]


def given_back(value: Any) -> Any:
    if isinstance(value, list):
        return [each.to_dict() for each in value]
    return value if value is None or isinstance(value, NotLoaded) else value.to_dict()


@given(st.integers())
def test_links_are_those_of_a_naive_linker(seed: int) -> None:
    document = answer(random.Random(seed))
    read = page(*document["data"], included=document["included"])
    assert read.to_dict() == document

    seen: dict[tuple[str, str], Any] = {}
    waiting: list[Any] = list(read.data)
    while waiting:
        resource = waiting.pop()
        key = (resource.type, resource.id)
        if key in seen:
            assert seen[key] is resource
            continue
        seen[key] = resource
        assert type(resource) is CLASSES[resource.type]
        for name, (_, many) in LINKS[resource.type].items():
            linked = getattr(resource, name)
            assert given_back(linked) == naive(document, resource.to_dict(), name, many)
            waiting += linked if isinstance(linked, list) else [linked] * hasattr(linked, "id")
    assert {("memberships", each["id"]) for each in document["data"]} <= seen.keys()


def circle(length: int) -> Membership:
    """A circle of memberships, each linked to the next and to the organization of all."""

    def member(number: int) -> dict[str, Any]:
        after = {"type": "memberships", "id": str((number + 1) % length)}
        links = {
            "next": {"data": after},
            "organization": {"data": {"type": "organizations", "id": "o"}},
        }
        return {"type": "memberships", "id": str(number), "relationships": links}

    organization = {
        "type": "organizations",
        "id": "o",
        "relationships": {
            "memberships": {"data": [{"type": "memberships", "id": str(n)} for n in range(length)]}
        },
    }
    included = [organization, *(member(number) for number in range(1, length))]
    return Membership.from_dict({"data": member(0), "included": included})


def around(start: Membership, length: int) -> None:
    seen = set()
    current: Any = start
    for _ in range(length):
        seen.add(current)
        assert isinstance(current.organization, Organization)
        current = current.next
    assert current is start
    assert len(seen) == length


CARRIED: dict[str, Callable[[Any], Any]] = {
    "read": lambda value: value,
    "pickled": lambda value: pickle.loads(pickle.dumps(value)),
    "copied": copy.copy,
    "deeply copied": copy.deepcopy,
}


@pytest.mark.parametrize("way", CARRIED)
def test_a_circle_is_walked_without_recursion(way: str) -> None:
    length = 2 * sys.getrecursionlimit()
    start = circle(length)
    around(start, length)
    again = CARRIED[way](start)
    assert again == start
    assert hash(again) == hash(start)
    assert repr(again) == repr(start)
    around(again, length)
    organization: Any = again.organization
    assert len(organization.memberships) == length
    assert len(repr(organization)) < 1100
    assert organization.memberships[0] is again


def test_a_walk_costs_the_same_for_each_resource() -> None:
    def calls(length: int) -> int:
        start, count = circle(length), 0

        def watch(frame: Any, event: str, _: Any) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        sys.setprofile(watch)
        try:
            around(pickle.loads(pickle.dumps(start)), length)
        finally:
            sys.setprofile(None)
        return count

    few, many = calls(1000), calls(10_000)
    assert many < 10.5 * few


@pytest.mark.parametrize("way", CARRIED)
def test_what_is_carried_together_stays_linked(way: str) -> None:
    organization = {"type": "organizations", "id": "o"}
    rows = [
        {"type": "memberships", "id": name, "relationships": {"organization": {"data": organization}}}
        for name in ("a", "b")
    ]  # fmt: skip
    read = page(*rows, None, included=[organization])

    again = CARRIED[way](read)
    assert again == read
    assert again.to_dict() == read.to_dict()
    first, second = again.data
    assert first.organization is second.organization
    one, two = CARRIED[way](read.data)
    assert one.organization is two.organization
    assert one == read.data[0]
    if way in ("pickled", "deeply copied"):
        assert one is not read.data[0]
        assert one.organization is not read.data[0].organization
    else:
        assert one is read.data[0]


def test_a_row_that_came_twice_stays_what_it_was() -> None:
    rows = [
        {"type": "memberships", "id": "a", "attributes": {"user_email": email}}
        for email in ("first@b", "second@b")
    ]
    looking = {
        "type": "memberships",
        "id": "b",
        "relationships": {"next": {"data": {"type": "memberships", "id": "a"}}},
    }
    first, second, last = page(*rows, looking).data
    assert (first.user_email, second.user_email) == ("first@b", "second@b")
    assert last.next is first
