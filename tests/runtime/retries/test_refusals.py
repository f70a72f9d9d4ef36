"""What a document calls a refusal (`x-refusal`): believed of a write that surely nobody sent before, and
of no other; of an operation and a status that it does not say it of, nothing is believed."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from commerce_sdk import CommerceError, Conflict, ConnectionFailed, NotFound
from commerce_sdk.errors import ApiError
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.retries.certainty import State
from tests.codegen.golden.shop.api import tills
from tests.codegen.golden.shop.models import MemberInput, StateInput
from tests.support.shop import shop_client
from tests.support.shop_platform import SOLD
from tests.support.shop_world import shop_world
from tests.support.worlds import cut_after, cut_before, refused

pytestmark = pytest.mark.anyio

ADA = MemberInput(name="ada", password="s3cr3t-word")


async def test_one_that_cannot_be_asked_about_was_not_applied() -> None:
    async with shop_world() as here:
        await here.shop.articles.add_member(ADA)
        with pytest.raises(Conflict, match="name_taken") as caught:
            await here.shop.articles.add_member(ADA)
    assert caught.value.maybe_applied is False
    assert "may have applied it" not in str(caught.value)
    assert len(here.transport.requests) == 2


async def test_so_it_is_after_an_attempt_that_surely_was_not_sent() -> None:
    async with shop_world() as here:
        await here.shop.articles.add_member(ADA)
        here.transport.faults["POST"].append(refused)
        with pytest.raises(Conflict) as caught:
            await here.shop.articles.add_member(ADA)
    assert caught.value.maybe_applied is False
    assert [each.status for each in caught.value.attempts] == [None, 409]


async def test_one_that_ended_unclear_is_not_sent_again_to_be_refused() -> None:
    async with shop_world() as here:
        here.transport.faults["POST"].append(cut_after)
        with pytest.raises(ConnectionFailed) as caught:
            await here.shop.articles.add_member(ADA)
    assert caught.value.maybe_applied is True
    assert len(here.transport.requests) == 1


@pytest.mark.parametrize("status", [410, 423])
async def test_another_status_of_it_or_its_status_elsewhere_stays_unclear(status: int) -> None:
    async with shop_client(lambda request: httpx.Response(status)) as shop:
        with pytest.raises(ApiError) as caught:
            await shop.articles.add_member(ADA)
        assert caught.value.maybe_applied is True
    async with shop_client(lambda request: httpx.Response(409), clerk="ada") as shop:
        with pytest.raises(Conflict) as elsewhere:
            await shop.tills.open("7", note="early")
        assert elsewhere.value.maybe_applied is True


async def test_a_value_that_surely_was_not_set_is_not_looked_for() -> None:
    async with shop_world() as here:
        await here.shop.tills.set("7", SOLD)
        before = len(here.transport.requests)
        with pytest.raises(ApiError) as caught:
            await here.shop.tills.set("7", "OPEN")
        methods = [each.method for each in here.transport.requests[before:]]
    assert (caught.value.status, caught.value.maybe_applied) == (410, False)
    assert methods == ["PUT"]


async def test_after_an_unclear_attempt_it_is_looked_after_and_stays_unknown() -> None:
    async with shop_world() as here:
        await here.shop.tills.set("7", SOLD)
        before = len(here.transport.requests)
        here.transport.faults["PUT"].append(cut_before)
        with pytest.raises(ApiError) as caught:
            await here.shop.tills.set("7", "OPEN")
        methods = [each.method for each in here.transport.requests[before:]]
    assert (caught.value.status, caught.value.maybe_applied) == (410, True)
    assert methods.count("PUT") == 2
    assert (methods[0], methods[-1]) == ("PUT", "GET")


@pytest.mark.parametrize(
    ("state", "maybe"), [(State.FRESH, False), (State.KNOWN, True), (State.LOOK_FIRST, True)]
)
async def test_of_what_somebody_may_have_sent_it_proves_nothing(state: State, maybe: bool) -> None:
    request = tills.set_till.build(till_id="7", body=StateInput(state="OPEN"))
    looks: list[Context] = []

    async def look(context: Context) -> Any:
        looks.append(context)
        raise NotFound(404)

    async with shop_client(lambda request: httpx.Response(410)) as shop:
        with pytest.raises(CommerceError) as caught:
            await shop.core.write(request, state, look=look, check=lambda answer: None)
    assert isinstance(caught.value, ApiError)
    assert (caught.value.status, caught.value.maybe_applied) == (410, maybe)
    assert bool(looks) is maybe
