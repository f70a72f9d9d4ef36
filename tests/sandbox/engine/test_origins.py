"""A platform with further origins: each with what it serves, in one world with the platform."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from commerce_sdk.sandbox.engine import ManualClock, Platform, Server, World
from tests.sandbox.engine.serving import Asked, a_document, asking

pytestmark = pytest.mark.anyio

TEXT = {"responses": {"200": {"content": {"application/json": {"schema": {"type": "string"}}}}}}


class Drawn(Asked):
    """Behaviour that answers what its chance draws."""

    def __init__(self, world: World) -> None:
        super().__init__(str(world.chance.random()))


def gate(**beside: Platform) -> Platform:
    return Platform(a_document("/a", TEXT), lambda world: Asked("first"), origins=beside)


def keys() -> Platform:
    return Platform(a_document("/keys", TEXT), lambda world: Asked("second"))


@pytest.mark.parametrize(
    ("origins", "origin"),
    [
        ({}, "http://keys"),
        ({}, "https://keys:444"),
        ({"keys": "127.0.0.1:2"}, "http://127.0.0.1:2"),
    ],
)
async def test_each_origin_serves_its_own_alone(origins: dict[str, str], origin: str) -> None:
    server = Server({"/gate": gate(keys=keys())}, clock=ManualClock(), origins=origins)
    async with asking(server) as client:
        assert (await client.get("/gate/a")).json() == "first"
        assert (await client.get("/keys")).status_code == 404
        lured = await client.get("/keys", headers={"Host": origin.rpartition("/")[2]})
        assert lured.status_code == 404
        assert (await client.get(f"{origin}/keys")).json() == "second"
        assert (await client.get(f"{origin}/gate/a")).status_code == 404


async def test_both_are_seen_from_outside_at_every_origin() -> None:
    first, second = gate(keys=keys()), keys()
    server = Server({"/gate": first, "/other": second}, clock=ManualClock())
    async with asking(server) as client:
        failing = {"operation_id": "ask", "status": 503}
        await client.post("http://keys/_sandbox/gate/keys/fail-next", json=failing)
        assert (await client.get("http://keys/keys")).status_code == 503
        assert (await client.get("/other/keys")).json() == "second"
        await client.post("/_sandbox/reset")
        assert (await client.get("http://keys/keys")).json() == "second"
    assert first.origins["keys"].calls == {"ask": 1}


async def test_the_address_of_an_origin_changes_nothing_that_is_drawn() -> None:
    drawn = []
    for origins in ({}, {"keys": "127.0.0.1:2"}):
        beside = Platform(a_document("/keys", TEXT), Drawn)
        server = Server({"/gate": gate(keys=beside)}, clock=ManualClock(), origins=origins)
        address = origins.get("keys", "keys")
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=server)) as client:
            drawn.append((await client.get(f"http://{address}/keys")).text)
    assert drawn[0] == drawn[1]


@pytest.mark.parametrize(
    ("origins", "said"),
    [
        ({"doors": "127.0.0.1:2"}, "'doors' is none of the platforms'; there are keys, locks"),
        ({"keys": "127.0.0.1:2", "locks": "127.0.0.1:2"}, "two are at one address"),
    ],
)
def test_origins_that_there_are_not_are_refused(origins: dict[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Server({"/gate": gate(keys=keys(), locks=keys())}, origins=origins)


def test_two_platforms_have_no_origin_of_one_name() -> None:
    platforms: dict[str, Any] = {"/one": gate(keys=keys()), "/two": gate(keys=keys())}
    with pytest.raises(ValueError, match="two would answer at '//keys'"):
        Server(platforms)
