"""What the client of Commerce Layer sends of each operation, against Prism, which judges requests by
the document itself."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import httpx
import pytest

from commerce_sdk import CommerceLayerClient, DecodeError
from tests.contract.prism.conftest import Prism
from tests.support.every_commerce_layer_call import EVERY_COMMERCE_LAYER_CALL

pytestmark = pytest.mark.anyio


class Judged(httpx.AsyncHTTPTransport):
    """Keeps what each request was answered, and what was wrong with it."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[tuple[int, str | None]] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await super().handle_async_request(request)
        self.answers.append((answer.status_code, answer.headers.get("sl-violations")))
        return answer


@pytest.mark.parametrize("operation", EVERY_COMMERCE_LAYER_CALL)
async def test_what_is_sent_is_what_the_document_allows(
    operation: str, prism_of: Callable[[str], Prism]
) -> None:
    transport = Judged()
    async with CommerceLayerClient(
        token="a-token",
        base_url=prism_of("commerce_layer").url,
        transport=transport,
        limiter=None,
        retry=None,
    ) as layer:
        # Prism answers with the document's example, whatever was asked for.
        with suppress(DecodeError):
            await EVERY_COMMERCE_LAYER_CALL[operation](layer, "BRAND00001")

    assert transport.answers
    assert all(200 <= status < 300 and wrong is None for status, wrong in transport.answers), (
        transport.answers
    )


async def test_what_the_document_forbids_is_refused(prism_of: Callable[[str], Prism]) -> None:
    async with httpx.AsyncClient(base_url=prism_of("commerce_layer").url) as client:
        answer = await client.post(
            "/roles",
            json={"data": {"type": "roles", "attributes": {}}},
            headers={
                "Authorization": "Bearer a-token",
                "Accept-Version": "v1",
                "Content-Type": "application/vnd.api+json",
            },
        )
    assert answer.status_code == 422, answer.text
