"""Documents of one resource, and of a list of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
import pytest

from commerce_sdk.document.answer import AnswerOf
from commerce_sdk.document.json_api.answers import DocumentOf, ListOf, ResourceList
from commerce_sdk.document.model import entries_in, parse_json
from commerce_sdk.errors import DecodeError
from tests.support.resources import Role

ROLE = {"type": "roles", "id": "r", "attributes": {"name": "Admin"}}
ONE, OPTIONAL, MANY = DocumentOf(lambda: Role), DocumentOf(lambda: Role, nullable=True), ListOf(lambda: Role)  # fmt: skip
json = msgspec.json.encode


def listed(**document: Any) -> ResourceList[Role]:
    read: ResourceList[Role] = MANY.from_json(json(document))
    return read


def test_one_resource() -> None:
    for answer in (ONE, OPTIONAL):
        assert isinstance(answer, AnswerOf)
        assert answer.from_json(json({"data": ROLE})) == Role.from_dict(ROLE)
    assert OPTIONAL.from_json(b'{"data": null}') is None


@pytest.mark.parametrize(
    ("answer", "document", "path"),
    [
        (ONE, b'{"data": null}', "$.data"),
        (ONE, b'{"data": []}', "$.data"),
        (OPTIONAL, b'{"data": [null]}', "$.data"),
        (ONE, b'{"data": {"type": "stores"}}', "$.data.type"),
        (ONE, b"{}", "$.data"),
        (OPTIONAL, b'{"meta": {}}', "$.data"),
        (ONE, b'{"errors": []}', "$.errors"),
        (MANY, b'{"errors": [{"title": "no"}], "meta": {}}', "$.errors"),
        (MANY, b"{}", "$.data"),
        (MANY, b'{"data": {}}', "$.data"),
        (MANY, b'{"data": [{"id": "a"}, {"type": "stores"}]}', "$.data[1].type"),
        (MANY, b'{"data": [null, 3]}', "$.data[1]"),
        (MANY, b'{"data": [], "meta": []}', "$.meta"),
        (MANY, b'{"data": [], "links": "x"}', "$.links"),
        (MANY, b"[]", "$"),
        (ONE, b"null", "$"),
        (ONE, b'"x"', "$"),
        (ONE, b"<html>", "$"),
        (MANY, b"", "$"),
        (MANY, b'{"data": ' + b"[" * 100_000, "$"),
    ],
    ids=range(20),
)
def test_what_is_no_such_document_is_refused(answer: AnswerOf, document: bytes, path: str) -> None:
    with pytest.raises(DecodeError) as refused:
        answer.from_json(document)
    assert refused.value.path == path


def test_a_list() -> None:
    meta = {"record_count": 101, "page_count": Decimal("11.0"), "took": 3}
    document = {"data": [ROLE, None], "meta": meta, "links": {"next": "https://x"}, "jsonapi": {}}
    read: ResourceList[Role] = MANY.from_json(
        msgspec.json.Encoder(decimal_format="number").encode(document)
    )

    assert read.data == [Role.from_dict(ROLE)]
    assert read.data[0] is read.data[0]
    read.data.clear()
    assert len(read.data) == 1
    assert entries_in(read, "data") == 2
    assert (read.meta.record_count, read.meta.page_count) == (101, 11)
    assert read.meta.to_dict() == meta
    assert read.links == {"next": "https://x"}
    assert read.to_dict() == document
    assert parse_json(read.to_json()) == document
    assert repr(read).startswith("ResourceList(data=[Role(id='r', name='Admin')], meta=ListMeta(")


def test_a_list_without_its_parts() -> None:
    for read in (listed(data=[]), listed(data=None, meta=None, links=None, included=None)):
        assert (read.data, read.links) == ([], {})
        assert (read.meta.record_count, read.meta.page_count) == (None, None)
    assert listed(data=[]) != listed(data=None)
    assert listed(data=[]) == listed(data=[])
    assert (listed(data=[]) != listed(data=[])) is False
    assert listed(data=[]) != ListOf(lambda: Role)
    with pytest.raises(TypeError, match="unhashable"):
        hash(listed(data=[]))
