"""`maybe_applied` for every write of each platform and every way that its first attempt can end, as
the table in docs/errors.md says, but for what a document calls a refusal."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from commerce_sdk import CallNext, CommerceError, MiddlewareCall, MiddlewareReply
from commerce_sdk.sandbox import ManualClock
from tests.conftest import ROOT
from tests.support.every_call import ID
from tests.support.platforms import PLATFORMS, Subject
from tests.support.worlds import VirtualClock, cut_before, refused

pytestmark = pytest.mark.anyio

WRITES = [(platform, name) for platform in PLATFORMS for name in platform.writes()]
MARKED = "a role with a reference"
"""Looked for before it is sent, and after."""
REFUSALS = {("create_product", 409)}
"""What the page says below the table."""
Answer = httpx.Response | Callable[..., Any]
NETWORK: dict[str, Answer] = {
    "could not connect": refused,
    "the connection broke": cut_before,
    # Where nothing is promised any body is read; one that cannot be unpacked is read by nobody.
    "an answer that cannot be read": httpx.Response(
        200, stream=httpx.ByteStream(b"<html>"), headers={"content-encoding": "gzip"}
    ),
}


async def failing_afterwards(call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
    reply = await call_next()
    if call.method == "GET":
        return reply  # a look
    raise ValueError("a bug of the middleware's own")


MIDDLEWARE = {
    "a middleware failed after it had called what comes next": [failing_afterwards],
}


def table() -> dict[str, bool]:
    """What the page says, by status or by what happened."""
    text = (ROOT / "docs/errors.md").read_text(encoding="utf-8")
    said = {}
    for line in text.partition("| first attempt |")[2].splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) != 2 or cells[1] not in ("False", "True"):
            continue
        statuses = re.findall(r"\b[2-5]\d\d\b", cells[0])
        for what in statuses or cells[0].split(", "):
            said[what] = cells[1] == "True"
    return said


class Once(httpx.AsyncBaseTransport):
    """Answers the first write in one way; what looks for it finds nothing."""

    def __init__(self, answer: Answer) -> None:
        self._answer: Answer | None = answer
        self.writes = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.method == "GET":  # a list is there all the same
            is_list = request.url.path.endswith("/roles")
            return httpx.Response(200, json={"data": []}) if is_list else httpx.Response(404)
        self.writes += 1
        if isinstance(self._answer, httpx.Response):
            return self._answer
        assert self._answer is not None
        answered: httpx.Response = await self._answer(request, self)
        return answered


def test_every_write_of_the_documents_is_here() -> None:
    assert {name for platform, name in WRITES if platform.name == "storefront"} == {
        *("create_product", "update_product", "delete_product"),
        *("create_order", "update_order_status", "log_out"),
    }
    assert {name for platform, name in WRITES if platform.name == "admin"} == {
        *("provision_products", "provision_app"),
    }
    of_layer = [name for platform, name in WRITES if platform.name == "commerce_layer"]
    assert {name.partition("_")[0] for name in of_layer} == {
        *("create", "update", "delete", "resend", "transfer"),
    }
    assert len(WRITES) == 9 + 6 + 2 + len(of_layer) == 9 + 6 + 2 + 24


def test_the_page_names_every_status_that_a_document_calls_a_refusal() -> None:
    called = {
        (name, status)
        for platform in PLATFORMS
        for name, operation in platform.operations.items()
        for status in operation.refusals
    }
    assert called == REFUSALS
    page = " ".join((ROOT / "docs/errors.md").read_text(encoding="utf-8").split())
    assert "as of a 409 to `products.create` of the storefront" in page


def test_the_page_speaks_of_every_status_that_has_an_error_of_its_own() -> None:
    assert set(table()) >= {str(status) for status in (400, 401, 403, 404, 409, 422, 423, 429)}
    assert set(table()) >= {*NETWORK, *MIDDLEWARE}


@pytest.mark.parametrize(
    ("platform", "name", "call"),
    [
        *((platform, name, platform.calls[name]) for platform, name in WRITES),
        (PLATFORMS[-1], "create_role", PLATFORMS[-1].followed[MARKED]),
    ],
    ids=[*(name for _, name in WRITES), MARKED],
)
async def test_a_first_attempt_that_fails_is_told_as_the_page_says(
    platform: Subject, name: str, call: Callable[..., Any]
) -> None:
    for what, maybe in table().items():
        status = 201 if what in MIDDLEWARE or what in NETWORK else int(what)
        maybe = maybe and (name, status) not in REFUSALS
        transport = Once(NETWORK.get(what, httpx.Response(status, json={})))
        async with platform.client(
            transport,
            clock=VirtualClock(ManualClock()),
            retry=None,
            middleware=MIDDLEWARE.get(what, ()),
        ) as client:
            with pytest.raises(CommerceError) as caught:
                await call(client, ID)
        assert caught.value.maybe_applied is maybe, what
        assert caught.value.operation == name
        assert transport.writes == 1
        assert ("may have applied it" in str(caught.value)) <= maybe
