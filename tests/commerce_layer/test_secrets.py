"""The secret of an identity provider is in no error, whatever an answer echoes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from commerce_sdk import CommerceError, CommerceLayerClient
from tests.commerce_layer.front import Front, document, page, refusal, resource
from tests.support.reporters import of_error

pytestmark = pytest.mark.anyio

SECRET = "pl4nted-idp-s3cret"
OKTA = {
    "name": "Okta",
    "client_id": "idp",
    "issuer": "https://idp.example.com",
    "domains": "example.com",
    "token_url": "https://idp.example.com/token",
    "authorize_url": "https://idp.example.com/authorize",
    "jwks_url": "https://idp.example.com/jwks",
}
Call = Callable[[CommerceLayerClient, Any], Awaitable[Any]]
CALLS: dict[str, Call] = {
    "create": lambda c, secret: c.identity_providers.create(**OKTA, client_secret=secret),
    "create with a reference": lambda c, secret: c.identity_providers.create(
        **OKTA, client_secret=secret, reference="x-1"
    ),
    "update": lambda c, secret: c.identity_providers.update("i1", client_secret=secret),
}
ANSWERS: dict[str, Callable[[], httpx.Response]] = {
    "refusal": lambda: refusal(
        422, ("VALIDATION_ERROR", f"{SECRET} is too short", "/data/attributes/client_secret")
    ),
    "failure": lambda: httpx.Response(500, text=f"<p>{SECRET}</p>"),
    "page": lambda: httpx.Response(200, text=f"<html>{SECRET}</html>"),
    "another shape": lambda: document([resource("identity_providers", "i1", client_secret=SECRET)]),
    "another resource": lambda: document(resource("roles", "i1", client_secret=SECRET)),
}


async def shown(call: Call, secret: Any, answer: Callable[[], httpx.Response]) -> list[str]:
    """Where the secret shows of the error that a call ends with."""
    front = Front(lambda request: page([]) if request.method == "GET" else answer())
    async with front.client(deadline=5) as layer:
        with pytest.raises(CommerceError) as failed:
            await call(layer, secret)
    here = failed.value.with_traceback(failed.tb.tb_next)  # this frame has it, and so have tests
    return [where for where, text in of_error(here) if SECRET in text]


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("call", CALLS)
async def test_no_error_shows_what_an_answer_echoes(call: str, answer: str) -> None:
    assert await shown(CALLS[call], SECRET, ANSWERS[answer]) == []


@pytest.mark.parametrize("call", CALLS)
async def test_no_error_shows_what_is_no_text(call: str) -> None:
    assert await shown(CALLS[call], [SECRET], ANSWERS["refusal"]) == []
