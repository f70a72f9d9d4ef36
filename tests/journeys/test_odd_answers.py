"""Answers that are not as the document has them: nothing is bought by mistake, nothing but the
SDK's errors comes out, and what a server says stays one line of a text."""

from __future__ import annotations

import copy
import json
import pickle
import random
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from commerce_sdk import CommerceError, InvalidRequest, journeys
from commerce_sdk.errors import WrongAnswer
from tests.journeys.answers import changed
from tests.journeys.two_platforms import ON_ACME, TwoPlatforms, place_of, two_platforms
from tests.support.worlds import cut_before

pytestmark = pytest.mark.anyio
ACME: dict[str, Any] = {**ON_ACME, "new_site": False, "timezone": None}


async def begin(world: TwoPlatforms, kind: str) -> journeys.Journey:
    if kind == "app":
        return await world.install()
    return await world.begin(**(ACME if kind == "site" else {"site": "acme"}))


KINDS = pytest.mark.parametrize("kind", ["new site", "site", "app"])


# --- workspaces that do not say what they are


@KINDS
@pytest.mark.parametrize(
    "change",
    [
        {"attributes": None},
        {"attributes": {}},
        *({"attributes": {"name": "acme", "typeKey": key}} for key in (None, "", 5, ["jira"])),
        *({"attributes": {"name": name, "typeKey": "jira-software"}} for name in (None, "", 5)),
    ],
    ids=repr,
)
async def test_a_workspace_that_does_not_say_what_it_is(kind: str, change: dict[str, Any]) -> None:
    """Taken for none, a second product would be bought."""
    async with two_platforms() as world:
        world.places.always["POST workspaces"] = changed(
            lambda body: body["data"][0].update(change)
        )
        with pytest.raises(
            WrongAnswer, match="does not say its name or its product: ari"
        ) as caught:
            await begin(world, kind)
        assert world.requests == ["GET orders", "POST workspaces"]
    assert caught.value.path == "$.data[].attributes"
    assert (caught.value.maybe_applied, caught.value.token) == (False, world.kept.tokens[0])


async def test_one_that_comes_twice_is_one() -> None:
    async with two_platforms() as world:
        world.places.always["POST workspaces"] = changed(
            lambda body: body["data"].append(copy.deepcopy(body["data"][0]))
        )
        journey = await begin(world, "site")
        found = await anext(journey.steps())
        assert isinstance(found, journeys.SiteFound)
        assert len(found.workspaces) == 1
        await world.install()


# --- texts


UGLY = "x\r\n2026-11-30 ERROR root: forged \x1b[31m\u202e"


def ugly(body: Any) -> None:
    body["data"][0].update(id=UGLY)
    body["data"][0]["attributes"].update(hostUrl=UGLY)


def many(body: Any) -> None:
    one = body["data"][0]
    body["data"] = [{**one, "id": f"{'x' * 1000}{each}"} for each in range(300)]


@pytest.mark.parametrize("change", [ugly, many])
@pytest.mark.parametrize("how", ["taken", "unclear", "meant"])
async def test_what_a_server_says_is_one_line(change: Any, how: str) -> None:
    async with two_platforms() as world:
        if how == "unclear":
            world.places.faults["POST workspaces"].append(None)
            world.places.faults["POST products"].append(cut_before)
        world.places.always["POST workspaces"] = changed(change)
        given = ACME if how == "unclear" else {"site": "acme"}
        call = world.install(product="confluence") if how == "meant" else world.begin(**given)
        with pytest.raises((InvalidRequest, journeys.ProvisioningUnclear)) as caught:
            await call
        text = str(caught.value)
        assert not [each for each in text if each < " " or each in "\x7f\u2028\u202e"]
        assert "ERROR root: forged" in text or change is many
        assert len(text) < 15_000
        if change is many:
            assert text.count("https://acme.atlassian.net") == 10
            assert "and 290 more" in text


async def test_what_entitlements_say_is_one_line() -> None:
    def two(body: Any) -> None:
        one = body["entitlements"][0]
        body["entitlements"] = [{**one, "entitlement_id": f"{UGLY}{each}"} for each in range(100)]

    async with two_platforms() as world:
        world.places.always["GET entitlements"] = changed(two)
        with pytest.raises(InvalidRequest, match="has 100 entitlements that are active") as caught:
            await world.install()
    text = str(caught.value)
    assert not [each for each in text if each < " "]
    assert text.count("ERROR root") <= 10
    assert len(text) < 15_000


# --- any value of any answer


ODD: list[Any] = [None, 5, True, "", "x", [], {}, [5], [None], {"a": 1}, 1.5, -1, "\u0000\n"]


def paths(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield before
    if isinstance(value, dict):
        for key, each in value.items():
            yield from paths(each, (*before, key))
    elif isinstance(value, list):
        for place, each in enumerate(value[:1]):
            yield from paths(each, (*before, place))


def put(value: Any, path: tuple[Any, ...], odd: Any) -> Any:
    if not path:
        return odd
    whole = copy.deepcopy(value)
    part = whole
    for each in path[:-1]:
        part = part[each]
    part[path[-1]] = odd
    return whole


async def once(kind: str, number: int, change: Any) -> CommerceError | None:
    """A journey to its end, with one answer changed; how it failed."""
    async with two_platforms() as world:
        answer, count = world.transport.handle_async_request, -1

        async def handle(request: httpx.Request) -> httpx.Response:
            nonlocal count
            given = await answer(request)
            body = json.loads(await given.aread())
            count += 1
            if count == number or number < 0:
                body = change(place_of(request), body)
            return httpx.Response(given.status_code, json=body)

        world.transport.handle_async_request = handle  # type: ignore[method-assign]
        try:
            journey = await (world.begin() if kind == "new site" else begin(world, kind))
            [repr(each) async for each in journey.steps(deadline=100)]
            pickle.loads(pickle.dumps(await journey.result(deadline=100)))
        except CommerceError as error:
            repr(error), str(error), pickle.loads(pickle.dumps(error))
            return error
        finally:
            assert len(world.provisionings) <= 1
            assert len(world.orders) <= 1
    return None


@pytest.mark.parametrize("kind", ["new site", "site", "app"])
async def test_any_value_of_any_answer(kind: str) -> None:
    answered: list[Any] = []
    assert await once(kind, -1, lambda place, body: answered.append((place, body)) or body) is None
    tries = [
        (number, path, odd)
        for number, (_, body) in enumerate(answered)
        for path in paths(body)
        for odd in ODD
    ]
    for number, path, odd in random.Random(17).sample(tries, 60):
        try:
            await once(kind, number, lambda place, body, p=path, o=odd: put(body, p, o))
        except Exception as error:
            error.add_note(f"{answered[number][0]}: {path} is {odd!r}")
            raise
