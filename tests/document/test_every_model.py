"""Every model of the document: made-up answers read and come back the same, by both readers."""

from __future__ import annotations

import copy
import json
import pickle

import msgspec
import pytest

from commerce_sdk import Page, models, new_item
from commerce_sdk.document.model import Model, parse_json, read_json
from tests.conftest import ROOT
from tests.document.test_reading import look_everywhere
from tests.support.payloads import Payloads

DOCUMENT = json.loads((ROOT / "src/commerce_sdk/sandbox/documents/commerce.json").read_text())
SCHEMAS = DOCUMENT["components"]["schemas"]
ANSWERS = [
    name
    for name in sorted(dir(models))
    if isinstance(getattr(models, name), type) and issubclass(getattr(models, name), Model)
]
encode = msgspec.json.Encoder(decimal_format="number").encode


@pytest.mark.parametrize("name", ANSWERS)
def test_made_up_answers_read_and_come_back_the_same(name: str) -> None:
    cls, payloads = getattr(models, name), Payloads(DOCUMENT, seed=7)
    for _ in range(60):
        made = payloads.of({"$ref": f"#/components/schemas/{name}"})
        content = encode(made)

        read = read_json(cls, content)

        assert read.to_dict() == parse_json(content)
        assert parse_json(read.to_json()) == parse_json(content)
        assert read == cls.from_dict(parse_json(content))
        look_everywhere(read)


@pytest.mark.parametrize("name", ANSWERS)
def test_made_up_answers_are_the_same_elsewhere(name: str) -> None:
    cls, payloads = getattr(models, name), Payloads(DOCUMENT, seed=11)
    for _ in range(5):
        read = cls.from_dict(payloads.of({"$ref": f"#/components/schemas/{name}"}))
        for again in (pickle.loads(pickle.dumps(read)), copy.copy(read), copy.deepcopy(read)):
            assert again == read
            assert again.to_dict() == read.to_dict()
            look_everywhere(again)


@pytest.mark.parametrize("name", ANSWERS)
def test_null_in_every_field_that_is_not_required_reads_as_none(name: str) -> None:
    cls, schema = getattr(models, name), SCHEMAS[name]
    nulls = {wire: None for wire in schema["properties"] if wire not in schema.get("required", ())}

    read = cls.from_dict(nulls)

    assert read.to_dict() == {**nulls, **({} if "const" not in str(schema) else read.to_dict())}
    look_everywhere(read)


def test_there_are_models_to_try() -> None:
    assert len(ANSWERS) > 50


def test_no_repr_is_longer_than_a_line_of_a_log() -> None:
    long = "x" * 100_000
    order = models.Order.from_dict({"orderId": long, "metadata": {"a": long}, "new": [long]})
    request = models.OrderRequest(order_id=long, items=[new_item(long)] * 100)
    for value in (order, request, new_item(long), Page(items=[order] * 100)):
        assert len(repr(value)) < 2500, type(value)
    assert repr(new_item("o", quantities={"user": 1})).startswith("NewItem(")
    assert "UNSET" not in repr(new_item("o"))
