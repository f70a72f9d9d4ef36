"""What the platform takes where nothing is said is not sent: a changed price must not put a product
that was hidden back on sale."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from commerce_sdk_api.storefront.operations import OPERATIONS
from tests.openapi.storefront import FACTS
from tests.openapi.storefront_requests import ID, SENT


@pytest.mark.parametrize("operation", SENT)
def test_only_what_was_given_is_sent(operation: str) -> None:
    request, body = SENT[operation]

    assert request.operation is OPERATIONS[operation]
    assert request.path == request.operation.path.replace("{productId}", ID).replace(
        "{orderId}", ID
    )
    assert (request.query, request.headers) == ((), ())
    assert (None if request.body is None else json.loads(request.body)) == body


def test_every_operation_is_built() -> None:
    assert SENT.keys() == OPERATIONS.keys()


def defaults() -> Iterator[tuple[str, str]]:
    """By operation, what the reference has a default of in what is sent."""
    for place, said in FACTS.items():
        operation, at, *_ = f"{place} > ".split(" > ")
        if "default" in said and not at[:1].isdigit():
            yield operation, place.removeprefix(f"{operation} > ")


def test_there_are_defaults_that_could_be_sent() -> None:
    assert set(defaults()) == {
        ("POST /auth/login", "body > remember"),
        *((f"GET /{rows}", f"query {each}") for rows in ("products", "orders")
          for each in ("page", "pageSize")),
        *(("GET /products", f"query {each}") for each in ("sort", "order")),
        *((f"{route}", "body > active") for route in ("POST /products", "PATCH /products/{productId}")),
    }  # fmt: skip
