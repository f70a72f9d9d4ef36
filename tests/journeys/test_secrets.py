"""No credential comes out of a journey: not by its tokens, its errors, their notes, what it shows
or what is logged of it."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from commerce_sdk import Basic, Bearer, CommerceError
from commerce_sdk.sandbox import ORGANIZATION, TOKEN
from commerce_sdk.sandbox.admin.platform import ADMIN_EMAIL
from tests.journeys.answers import answers, changed, silent
from tests.journeys.checkpoints import At, Crash, crash
from tests.journeys.two_platforms import ACCOUNT, EMAIL, PARENT, Kept, two_platforms
from tests.support.reporters import EveryLogger, of_error
from tests.support.secret_search import Search
from tests.support.stops import cancelled_while_it_waits
from tests.support.worlds import cut_before

pytestmark = [pytest.mark.anyio, pytest.mark.leaps]
PAIR = base64.b64encode(f"{ADMIN_EMAIL}:{TOKEN}".encode()).decode()
PIECES = [TOKEN, PAIR, PAIR[8:24]]
AUTHS: list[Any] = [
    {"auth": Bearer(TOKEN)},
    # Commerce of the sandbox knows no pair; who administers has one.
    {"admin": {"auth": Basic(ADMIN_EMAIL, TOKEN), "token": None}},
]


@pytest.mark.parametrize("auth", AUTHS, ids=["Bearer", "Basic"])
async def test_nothing_shows_a_credential(auth: dict[str, Any]) -> None:
    seen, kept = Search(PIECES), Kept()
    with EveryLogger() as logs:
        async with two_platforms(**auth) as world:
            journey = await world.begin(checkpoint=kept)
            steps = [each async for each in journey.steps()]
            seen.look_at("a journey", journey, journey.state, await journey.result(), *steps)
            seen.look_at("its parts", journey.order, journey.provisioning, vars(journey))
            seen.look_at("its tokens", *kept.tokens)
            for place, fault in (
                ("POST workspaces", answers(403)),
                ("POST products", answers(401)),
                ("POST products", cut_before),
                ("POST orders", answers(403)),
                ("POST orders", answers(422)),
                ("GET status", changed(lambda body: body["data"].update(status="FAILED"))),
            ):
                world.places.always = {place: fault}
                caught = await failure(world, place)
                seen.look(place, of_error(caught))
                seen.look_at(place, caught.token)
            world.places.always = {}
            for stage in ("started", "provisioning", "ordering", "following"):
                with pytest.raises(Crash) as crashed:
                    await world.begin(site=stage, checkpoint=At(stage=stage, act=crash))
                seen.look_at(stage, *crashed.value.__notes__)
                seen.look(stage, of_error(crashed.value))
            sent = [each.headers["authorization"] for each in world.transport.requests]
    seen.look("logs", iter(logs.heard))
    assert f"Bearer {TOKEN}" in sent
    assert (f"Basic {PAIR}" in sent) is ("admin" in auth)
    assert seen.places["traceback"] > 10
    assert seen.findings == []


async def failure(world: Any, site: str) -> CommerceError:
    with pytest.raises(CommerceError) as caught:
        await (await world.begin(site=site.replace(" ", "-"))).result()
    return caught.value


@pytest.mark.parametrize("when", ["begin", "result", "steps", "updates"])
async def test_a_note_tells_ids_and_nothing_of_what_a_token_holds(when: str) -> None:
    """Who reads a traceback is not to see whom the products are for."""
    async with two_platforms() as world:
        journey = None
        if when == "begin":
            world.places.always["POST orders"] = silent
        else:
            journey = await world.begin()
            world.places.always["GET orders"] = world.places.always["GET status"] = silent
        caught: list[BaseException] = []

        async def go_on() -> None:
            try:
                if journey is None:
                    await world.begin()
                elif when == "result":
                    await journey.result()
                else:
                    [each async for each in getattr(journey, when)()]
            except BaseException as error:
                caught.append(error)
                raise

        await cancelled_while_it_waits(go_on)
    (error,) = caught
    known = vars(error)
    assert known["token"] == world.kept.tokens[-1]
    held = json.loads(known["token"])["journey"]
    (note,) = [each for each in error.__notes__ if "journey" in each]
    assert f"order {held['plan']['order_id']}" in note
    assert f"provisioning {held['request_id']}" in note
    for each in (known["token"], EMAIL, "acme-2", TOKEN, ORGANIZATION, ACCOUNT, PARENT, "{", "\n"):
        assert each not in note
