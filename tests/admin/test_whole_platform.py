"""Every operation of the document, through the client, and how its limits are kept: as answers tell,
for none is published."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime

import httpx
import pytest

from commerce_sdk import Hooks, LocalLimiter, offering
from commerce_sdk_api.admin.operations import OPERATIONS
from tests.admin.front import ARI, OFFERING, Front, client

pytestmark = pytest.mark.anyio


async def test_no_operation_is_without_a_call(front: Front) -> None:
    asked: list[str] = []
    hooks = Hooks(request=lambda event: asked.append(event.operation))
    front.status = "COMPLETED"
    async with client(front, hooks=hooks) as admin:
        (found,) = await admin.workspaces.search(name="acme").collect()
        await admin.products.entitlements(found.id)
        offerings = [offering(OFFERING)]
        begun = await admin.products.provision(offerings, site="acme", admin_email="a@example.com")
        await begun.result()
        await admin.apps.provision(ARI, offerings, admin_email="a@example.com", app_key="k")
    assert set(asked) == set(OPERATIONS)
    assert len(asked) == len(OPERATIONS)


@pytest.mark.parametrize("limited", ["refused", "told"])
async def test_an_instant_in_the_answer_pauses_until_then(front: Front, limited: str) -> None:
    """`X-RateLimit-Reset` is an instant, and holds for a write that is sent once, too."""
    now = front.clock.time()
    headers = {
        "x-ratelimit-limit": "10",
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": datetime.fromtimestamp(now + 7, UTC)
        .isoformat()
        .replace("+00:00", "Z"),
        "date": format_datetime(datetime.fromtimestamp(now, UTC), usegmt=True),
    }

    def answer(front: Front, request: httpx.Request) -> httpx.Response:
        if limited == "refused":
            return httpx.Response(429, json={"errors": []}, headers=headers)
        usual = front.answer(request)
        return httpx.Response(200, content=usual.content, headers=headers)

    front.faults["products"].append(answer)
    async with client(front, limiter=LocalLimiter()) as admin:
        for _ in range(1 if limited == "refused" else 2):
            await admin.products.provision(
                [offering(OFFERING)], site="acme", admin_email="a@example.com"
            )
    assert len(front.requests) == 2
    assert 6 <= front.clock.time() - now < 9


async def test_no_limit_is_kept_where_none_is_published(front: Front) -> None:
    began = front.clock.time()
    async with client(front, limiter=LocalLimiter(), deadline=None) as admin:
        for _ in range(500):
            await admin.products.entitlements(ARI)
    assert front.clock.time() == began
