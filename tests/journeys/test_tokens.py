"""What is refused as the token of a journey: what is none, was tampered with, or is another's."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest

from commerce_sdk import InvalidRequest, new_item
from commerce_sdk.sandbox import ACCOUNTS
from tests.journeys.test_resume import broken_off
from tests.journeys.two_platforms import PARENT, another, two_platforms

pytestmark = pytest.mark.anyio


def edited(token: str, **changes: Any) -> str:
    """A token with other values, at paths such as `plan__site`."""
    content = json.loads(token)
    for path, value in changes.items():
        *way, last = path.split("__")
        part = content
        for each in way:
            part = part[each]
        part[last] = value
    return json.dumps(content)


@pytest.mark.parametrize(
    "token",
    ["", "x", "{}", "[]", "null", b"\xff", '{"v":1}', "\ud800", 3, None, "[" * 100_000],
    ids=lambda each: repr(each)[:20],
)
async def test_what_is_no_token(token: Any) -> None:
    async with two_platforms() as world:
        with pytest.raises(InvalidRequest) as caught:
            await world.resume(token)
        assert world.requests == []
    assert caught.value.path == "token"
    assert caught.value.maybe_applied is None
    assert len(str(caught.value)) < 200


async def test_a_token_of_something_else() -> None:
    async with two_platforms() as world:
        prepared = world.commerce.orders.prepare(items=[new_item(PARENT)])
        with pytest.raises(InvalidRequest, match="is of the commerce platform") as caught:
            await world.resume(prepared.token)
        assert caught.value.path == "token"
        await world.begin()
        with pytest.raises(InvalidRequest, match="has version 2, this release reads version 1"):
            await world.resume(edited(world.kept.tokens[0], v=2))


@pytest.mark.parametrize(
    ("stage", "changes"),
    [
        ("started", {"journey__stage": "done"}),
        ("started", {"journey__plan__products": []}),
        ("started", {"journey__plan__site": None}),
        ("started", {"journey__plan__via": "v3"}),
        ("started", {"journey__plan__order_id": 3}),
        ("provisioning", {"journey__sent_at": -1}),
        ("provisioning", {"journey__sent_at": 1e300}),
        ("ordering", {"journey__sent_at": 1e12}),
        ("ordering", {"journey__sent_at": "now"}),
        ("ordering", {"journey__order": "{}"}),
        ("ordering", {"journey__order": "garbage"}),
        ("ordering", {"journey__request_id": None}),
        ("ordering", {"journey__plan__order_id": PARENT}),
        ("following", {"journey__sent_at": 1e300}),
    ],
)
async def test_a_token_that_was_tampered_with(stage: str, changes: dict[str, Any]) -> None:
    async with two_platforms() as world:
        await world.begin()
        world.transport.requests.clear()
        with pytest.raises(InvalidRequest) as caught:
            await world.resume(edited(world.kept.at(stage), **changes))
        assert world.requests == []
    assert caught.value.path == "token"
    assert caught.value.maybe_applied is None


async def test_a_token_of_an_app_that_was_tampered_with() -> None:
    async with two_platforms() as world:
        await world.install()
        for stage, changes in (
            ("started", {"journey__plan__on": None}),
            ("started", {"journey__plan__container": PARENT}),
            ("provisioning", {"journey__found__product_ari": None}),
            ("provisioning", {"journey__found__entitlement": None}),
        ):
            with pytest.raises(InvalidRequest) as caught:
                await world.resume(edited(world.kept.at(stage), **changes))
            assert caught.value.path == "token"


@pytest.mark.parametrize("journey", ["begin", "install"])
@pytest.mark.parametrize(
    "changes",
    [
        {"journey__plan__invoice_group": "x"},
        {"journey__plan__order_id": PARENT[:-1]},
        {"journey__plan__products": None},
    ],
    ids=lambda each: next(iter(each)),
)
async def test_nothing_is_provisioned_by_a_token_of_no_order(
    changes: dict[str, Any], journey: str
) -> None:
    async with two_platforms() as world:
        await getattr(world, journey)()
        token = world.kept.at("provisioning")
        if "journey__plan__products" in changes:
            products = json.loads(token)["journey"]["plan"]["products"]
            products[0]["quantities"] = {"user": -1}
            changes = {"journey__plan__products": products}
        token = edited(token, **{"journey__plan__order_id": str(uuid.uuid4()), **changes})
        world.transport.requests.clear()
        with pytest.raises(InvalidRequest) as caught:
            await world.resume(token, provision_again=True)
        assert set(world.requests) <= {"GET orders"}
        assert len(world.provisionings) == 1
    assert caught.value.maybe_applied is None


async def test_a_token_of_somebody_else() -> None:
    async with two_platforms() as world:
        await world.begin()
        world.transport.requests.clear()
        for token in world.kept.tokens:
            async with another(world, admin={"organization": "another"}) as other:
                with pytest.raises(InvalidRequest, match="to another organization") as caught:
                    await other.resume(token)
                assert (caught.value.path, caught.value.maybe_applied) == ("token", None)
            async with another(world, commerce={"transaction_account": ACCOUNTS[1]}) as other:
                with pytest.raises(InvalidRequest, match="to another transaction_account"):
                    await other.resume(token)
                assert other.requests == []


async def test_clients_for_nobody_take_the_tokens_own() -> None:
    async with broken_off("ordering") as (world, token):
        nobody: dict[str, Any] = {
            "admin": {"organization": None},
            "commerce": {"transaction_account": None},
        }
        async with another(world, **nobody) as other:
            await (await other.resume(token)).result()
