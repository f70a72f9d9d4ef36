"""Every resource of the document, in every kind of answer: whatever deviates from the document reads
and comes back the same, or is a `DecodeError`; never another exception, and never another's
resource."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from commerce_sdk import DecodeError, NotLoaded
from commerce_sdk.document.answer import AnswerOf
from commerce_sdk.document.json_api.answers import DocumentOf, ListOf, ResourceList
from commerce_sdk.document.json_api.resource import Resource
from commerce_sdk.document.model import parse_json
from commerce_sdk_api.commerce_layer import models
from tests.document.test_nothing_lost import OWN_NAMES
from tests.document.test_reading import look_everywhere
from tests.support.odd_answers import encode, places
from tests.support.payloads import Payloads, whole
from tests.support.platforms import PLATFORMS

DOCUMENT = PLATFORMS[-1].document
SCHEMAS = DOCUMENT["components"]["schemas"]
RESOURCES: dict[str, type[Resource]] = {
    name: getattr(models, name)
    for name in sorted(dir(models))
    if isinstance(getattr(models, name), type) and issubclass(getattr(models, name), Resource)
}
KINDS = {
    "{}Document": lambda cls: DocumentOf(lambda: cls),
    "Related{}": lambda cls: DocumentOf(lambda: cls, nullable=True),
    "{}List": lambda cls: ListOf(lambda: cls),
}
ANSWERS: dict[str, AnswerOf] = {
    kind.format(name): of(cls)
    for name, cls in RESOURCES.items()
    for kind, of in KINDS.items()
    if kind.format(name) in SCHEMAS
}
ODD: list[Any] = [
    *(None, True, 0, -1, 10**400, Decimal("1.5"), Decimal("1E+400"), "", "x", "\0", "☃" * 999),
    *([], [None], [[]], [1], ["x"], {}, {"a": None}, {"a": {"b": 1}}, [{}], {"data": None}),
    *({"data": []}, {"data": {}}, {"data": [{}]}, {"data": {"type": "x", "id": "y"}}),
    *({"data": {"type": 1, "id": []}}, {"data": [None, {"type": "roles"}]}, {"commerce_sdk:": 1}),
]
SECRET = "pl4nted"


def _relationships(name: str) -> dict[str, Any]:
    """What a resource links to, as the document describes it."""
    described: dict[str, Any] = SCHEMAS[name]["x-resource"].get("relationships", {})
    return described


def of(name: str) -> dict[str, Any]:
    """A whole answer, every text of it the same; one that it links to comes along."""
    schema = {"$ref": f"#/components/schemas/{name}"}
    answer: dict[str, Any] = whole(DOCUMENT, schema, SECRET, depth=7)
    about = answer["data"][0] if isinstance(answer["data"], list) else answer["data"]
    for link, member in about.get("relationships", {}).items():
        to = _relationships(ANSWERS[name].stored().__name__)[link]["to"]
        data = member["data"][0] if isinstance(member["data"], list) else member["data"]
        data["type"] = RESOURCES[to].wire_type if isinstance(to, str) else "roles"
        answer["included"][0] |= data
    return answer


def resources_in(read: Any) -> list[Resource]:
    """Those that an answer is about."""
    return read.data if isinstance(read, ResourceList) else [read] if read is not None else []


def look(resource: Resource) -> None:
    """All of it that is no odd shape by itself."""
    for name in dir(type(resource)):
        if isinstance(getattr(type(resource), name), property):
            try:
                look_everywhere(getattr(resource, name))
            except DecodeError as error:
                assert error.path.startswith("$.")
    repr(resource)


def check(kind: AnswerOf, content: bytes) -> Any:
    """It reads and comes back the same, or is refused."""
    try:
        read = kind.from_json(content)
    except DecodeError as error:
        assert error.path.startswith("$")
        return None
    if read is None:
        assert kind.nullable
        return None
    came = parse_json(content)
    assert read.to_dict() == (came if isinstance(read, ResourceList) else came["data"])
    assert parse_json(read.to_json()) == read.to_dict()
    for each in resources_in(read):
        assert type(each) is kind.stored()
        assert each.type == type(each).wire_type
        if "type" in each.to_dict():  # without it, it may look like a document
            assert each == type(each).from_json(each.to_json())
        look(each)
    return read


def test_there_is_every_resource_of_the_document() -> None:
    described = {name for name, schema in SCHEMAS.items() if "x-resource" in schema}
    assert set(RESOURCES) == described
    assert len(ANSWERS) > 2 * len(RESOURCES)


@pytest.mark.parametrize("name", ANSWERS)
def test_made_up_answers_read_come_back_and_are_the_same_elsewhere(name: str) -> None:
    payloads = Payloads(DOCUMENT, seed=7)
    for _ in range(20):
        read = check(ANSWERS[name], encode(payloads.of({"$ref": f"#/components/schemas/{name}"})))
        for again in (pickle.loads(pickle.dumps(read)), copy.copy(read), copy.deepcopy(read)):
            assert again == read
            assert repr(again) == repr(read)
            assert read is None or again.to_dict() == read.to_dict()


def changed(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The answer with what is odd in each place, one at a time, and without each."""
    for *steps, last in places(answer):
        for odd in ODD:
            again = copy.deepcopy(answer)
            target: Any = again
            for step in steps:
                target = target[step]
            target[last] = odd
            yield again
        del target[last]
        yield again


@pytest.mark.parametrize("name", [name for name in ANSWERS if not name.startswith("Related")])
def test_whatever_stands_anywhere_is_read_or_refused(name: str) -> None:
    for answer in changed(of(name)):
        try:
            check(ANSWERS[name], encode(answer))
        except Exception as error:  # what should never escape, and what brought it
            raise AssertionError(encode(answer)[:2000]) from error


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize(
    "content",
    [
        *(b"", b" ", b"<html>", b"null", b"[]", b"{}", b"7", b'"x"', b'{"data":', b"\xff", b"\0"),
        *(
            b'{"errors":[]}',
            b'{"errors":[{"title":"no"}],"data":7}',
            b'{"data":7}',
            b'{"data":"x"}',
        ),
        *(b'{"meta":{}}', b"[" * 100_000, b'{"data":' * 50_000, b'{"data":{}}{}'),
        b'{"data":{"id":' + b"9" * 5000 + b',"type":7}}',
    ],
    ids=lambda content: repr(content[:20]),
)
def test_what_is_no_such_document_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(DecodeError) as caught:
        ANSWERS[name].from_json(content)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("name", ANSWERS)
def test_a_byte_order_mark_is_passed_over(name: str) -> None:
    content = json.dumps(of(name)).encode()
    kind = ANSWERS[name]
    assert kind.from_json(b"\xef\xbb\xbf" + content) == kind.from_json(content)


@pytest.mark.parametrize("name", ANSWERS)
def test_a_resource_of_another_type_is_none_of_these(name: str) -> None:
    answer, kind = of(name), ANSWERS[name]
    other = next(each for each in RESOURCES.values() if each is not kind.stored())
    about = answer["data"][0] if isinstance(kind, ListOf) else answer["data"]
    about["type"] = other.wire_type
    with pytest.raises(DecodeError, match=f"of the type {kind.stored().wire_type} should"):
        kind.from_json(json.dumps(answer).encode())


@pytest.mark.parametrize("name", RESOURCES)
def test_what_comes_along_is_found_by_type_and_id_alone(name: str) -> None:
    """Of those that come twice the first counts; what nobody links to is nobody's; what came without
    a type, an id or at all is not loaded."""
    cls = RESOURCES[name]
    for link, about in _relationships(name).items():
        if not isinstance(about["to"], str):
            continue  # it may be of several types
        kind, many = RESOURCES[about["to"]].wire_type, about.get("many", False)
        said = {"type": kind, "id": "a"}
        answer = {
            "data": {"type": cls.wire_type, "id": "r", "relationships": {link: {}}},
            "included": [
                {"type": kind, "id": "z", "attributes": {"name": "another"}},
                {"type": kind, "id": "A"},
                {"type": "another", "id": "a"},
                {"id": "a"},
                {"type": kind},
                {"type": kind, "id": "a", "attributes": {"reference": "first"}},
                {"type": kind, "id": "a", "attributes": {"reference": "second"}},
            ],
        }
        answer["data"]["relationships"][link] = {"data": [said] if many else said}
        found = getattr(cls.from_dict(answer), link)
        (found,) = found if many else (found,)
        assert (found.id, found.to_dict()["attributes"]) == ("a", {"reference": "first"})
        answer["included"] = answer["included"][:5]
        assert getattr(cls.from_dict(answer), link) == NotLoaded(("a",))
        for odd in ({}, {"links": {}}, {"links": "x", "meta": 7}, None):
            answer["data"]["relationships"][link] = odd
            assert getattr(cls.from_dict(answer), link) == NotLoaded()


@pytest.mark.parametrize("name", RESOURCES)
@pytest.mark.parametrize("value", [None, "JPY", {"a": 1}, [1], 7], ids=repr)
def test_an_attribute_named_like_the_sdks_own_is_the_servers(name: str, value: Any) -> None:
    cls = RESOURCES[name]
    for own in (*OWN_NAMES, "id", "type", "data", "unknown_fields", "_data", "__class__"):
        came = {"type": cls.wire_type, "id": "r", "attributes": {own: value}}
        for read in (cls.from_json(json.dumps(came)), cls.from_dict(came)):
            assert read.unknown_fields == {own: value}
            assert (read.id, read.type, read.to_dict()) == ("r", cls.wire_type, came)
            assert json.loads(read.to_json()) == came


@pytest.mark.parametrize("name", RESOURCES)
def test_a_secret_attribute_is_shown_by_nothing_but_its_own_name(name: str) -> None:
    cls = RESOURCES[name]
    described = SCHEMAS[name]["x-resource"]["attributes"]
    secrets = {each for each, about in described.items() if about.get("x-secret")}
    assert secrets >= {each for each in described if "secret" in each}
    attributes = dict.fromkeys(secrets, SECRET)
    role = {"type": cls.wire_type, "id": "r", "attributes": attributes}
    read = cls.from_dict(role)
    listed = ListOf(lambda: cls).from_json(json.dumps({"data": [role]}).encode())
    for shown in (read, listed, [read], pickle.loads(pickle.dumps(read)), copy.deepcopy(listed)):
        assert SECRET not in f"{shown!r} {shown!s}"
    for each in secrets:
        assert getattr(read, each) == SECRET
        assert SECRET not in repr([getattr(read, each)])
        assert read.to_dict()["attributes"][each] == SECRET
