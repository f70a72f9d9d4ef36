"""Payloads made from the collected facts, not from our document: answers read and come back the
same, right requests pass, wrong ones are refused with their place."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from commerce_sdk import InvalidRequest, models
from commerce_sdk.document.model import Model, parse_json, read_json
from commerce_sdk.document.request_model import RequestModel
from tests.document.test_reading import look_everywhere
from tests.support.facts import FACTS, Answers, Requests, pairs, schema, values

encode = msgspec.json.Encoder(decimal_format="number").encode
PAYLOADS = 200
pytestmark = pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning")
ANSWERS = {
    fact: name
    for fact, name in pairs("answers").items()
    if issubclass(getattr(models, name, object), Model) and "oneOf" not in schema(fact)
}
REQUESTS = {
    fact: name
    for fact, name in pairs("requests").items()
    if issubclass(getattr(models, name, object), RequestModel)
}


@pytest.mark.parametrize("fact", sorted(ANSWERS))
def test_answers_made_from_the_facts_come_back_the_same(fact: str) -> None:
    cls, payloads = getattr(models, ANSWERS[fact]), Answers(seed=11)
    for _ in range(PAYLOADS):
        made = payloads.of(schema(fact))
        content = encode(made)

        read = read_json(cls, content)

        assert read.to_dict() == parse_json(content)
        assert parse_json(read.to_json()) == parse_json(content)
        look_everywhere(read)
        look_everywhere(read.to_dict())


@pytest.mark.parametrize("fact", sorted(ANSWERS))
def test_null_in_every_field_that_is_not_required(fact: str) -> None:
    required = schema(fact).get("required", ())
    made = Answers(seed=1).of(schema(fact))
    nulls = {name: None for name in schema(fact)["properties"] if name not in required}
    kept = {name: value for name, value in made.items() if name in required}

    read = getattr(models, ANSWERS[fact]).from_dict({**kept, **nulls})

    assert read.to_dict() == {**kept, **nulls}
    look_everywhere(read)


def written(name: str, data: Any) -> Any:
    return getattr(models, name).from_dict(data, currency="USD").to_dict(currency="USD")


@pytest.mark.parametrize("fact", sorted(REQUESTS))
def test_requests_that_the_facts_allow_pass_and_go_out_as_they_are(fact: str) -> None:
    payloads = Requests(seed=5)
    for _ in range(PAYLOADS):
        made = parse_json(encode(payloads.of(schema(fact))))
        assert written(REQUESTS[fact], made) == made
    complete = parse_json(encode(Requests(seed=5, complete=True).of(schema(fact))))
    assert written(REQUESTS[fact], complete) == complete


class Odd:
    """Nothing that any field takes."""


Change = Callable[[dict[str, Any], str], None]
WRONG: dict[str, Change] = {
    "another type": lambda holder, name: holder.__setitem__(name, Odd()),
    "missing": lambda holder, name: holder.__delitem__(name),
    "another value": lambda holder, name: holder.__setitem__(name, "BRAND_NEW"),
}


def wrong_requests(fact: str) -> list[tuple[str, str, Any]]:
    """Each way to get one field of a complete request wrong: what, where, the request."""
    complete = parse_json(encode(Requests(seed=5, complete=True).of(schema(fact))))
    found = []
    for number, (entry, _, _, place, need) in enumerate(values(schema(fact), complete)):
        kinds = [] if _takes_anything(entry) else ["another type"]
        # A request by items is one without `source` too; the facts need it to tell variants apart.
        optional = need != "required" or place.endswith("source")
        kinds += [] if optional else ["missing"]
        kinds += ["another value"] if "enum" in entry else []
        for kind in kinds:
            changed = copy.deepcopy(complete)
            _, holder, name, _, _ = list(values(schema(fact), changed))[number]
            WRONG[kind](holder, name)
            found.append((kind, place, changed))
    return found


def _takes_anything(entry: Any) -> bool:
    return not entry.keys() & {"type", "$ref", "enum", "const", "oneOf"}


@pytest.mark.parametrize("fact", sorted(REQUESTS))
def test_one_wrong_field_is_refused_with_its_place(fact: str) -> None:
    wrongs = wrong_requests(fact)
    for kind, place, data in wrongs:
        with pytest.raises(InvalidRequest) as caught:
            written(REQUESTS[fact], data)
        assert caught.value.path == place, (kind, place)
    assert wrongs or not schema(fact)["properties"]


def test_all_of_the_facts_are_tried() -> None:
    """Eight of the 296 stand behind no reference: their fields are written out in others."""
    named = set(pairs("answers")) | set(pairs("requests"))
    unions = {fact for fact in named if "oneOf" in schema(fact)}
    assert len(named) == 288
    assert set(ANSWERS) | set(REQUESTS) | unions == named
    assert len(FACTS["schemas"]) == 296
