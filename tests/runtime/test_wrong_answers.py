"""An answer about another thing than was asked for is not believed, and the error says what any does.
A property of another type than the document's breaks nothing."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from typing import Any

import httpx
import pytest

from commerce_sdk import CommerceError, DecodeError, LocalLimiter
from commerce_sdk.sandbox import ManualClock
from tests.support.every_call import ID
from tests.support.odd_answers import check_error, check_result, places
from tests.support.payloads import whole
from tests.support.platforms import PLATFORMS, Subject
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio
OTHER = "78e519c2-2277-40dd-82b2-efb08d6290ad"

ABOUT_ONE = {
    "commerce": (
        *("get_order", "get_order_status", "get_order_item", "get_quote", "get_invoice"),
        *("get_invoice_group", "get_credit_note", "get_product", "get_offering"),
        *("get_pricing_plan", "get_pricing_change", "get_entitlement"),
        *("update_pricing_plan", "update_pricing_change", "execute_pricing_change"),
    ),
    "storefront": ("get_product", "update_product", "get_order", "update_order_status"),
    "admin": (),  # the id of a provisioning's state is not the one that it was asked for by
    "commerce_layer": (
        *("get_api_credential", "get_application_membership", "get_identity_provider"),
        *("get_membership", "get_membership_profile", "get_organization", "get_permission"),
        *("get_role", "get_version", "update_api_credential", "update_application_membership"),
        *("update_identity_provider", "update_membership", "update_membership_profile"),
        *("update_organization", "update_permission", "update_role"),
    ),
}
"""The operations whose answer says what it is about."""
CALLS = [(platform, name) for platform in PLATFORMS for name in ABOUT_ONE[platform.name]]
IDS = [f"{platform.name}, {name}" for platform, name in CALLS]
NAMES = ("id", "orderId", "entitlementId", "productId")


async def answered(platform: Subject, name: str, about: str) -> Any:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.method)
        document = {**dict.fromkeys(NAMES, about), "status": "cancelled", "data": {"id": about}}
        return httpx.Response(200, json=document)

    async with platform.client(httpx.MockTransport(answer), name) as client:
        try:
            return await platform.calls[name](client, ID)
        finally:
            assert asked.count(platform.operations[name].method) == 1


@pytest.mark.parametrize(("platform", "name"), CALLS, ids=IDS)
async def test_an_answer_about_another_is_refused(platform: Subject, name: str) -> None:
    with pytest.raises(DecodeError, match="about another one") as caught:
        await answered(platform, name, OTHER)
    error: CommerceError = caught.value
    assert error.operation == name
    assert {attempt.status for attempt in error.attempts} == {200}
    assert error.maybe_applied is (True if name in platform.writes() else None)


CASE_TELLS = ("commerce_layer",)
"""Whose ids may differ by the case of a letter alone."""


@pytest.mark.parametrize(("platform", "name"), CALLS, ids=IDS)
async def test_the_right_answer_is_believed_whatever_the_case_of_its_letters(
    platform: Subject, name: str
) -> None:
    assert await answered(platform, name, ID) is not None
    if platform.name not in CASE_TELLS:
        assert await answered(platform, name, ID.upper()) is not None
        return
    with pytest.raises(DecodeError, match="about another one"):
        await answered(platform, name, ID.upper())


OF_ANY_TYPE = [5, True, 1.5, [], [5], {}, {"a": 1}]
READ = [
    *((platform, name, (name,)) for platform in PLATFORMS for name in platform.calls),
    *((platform, *follows) for platform in PLATFORMS for follows in platform.follows.items()),
]
"""What is called, with the operations whose answers it reads."""


def changed(node: Any, place: Sequence[Any], value: Any) -> Any:
    """A document with another value at one place, which shares all else with the first."""
    step, *further = place
    copied = copy.copy(node)
    copied[step] = changed(node[step], further, value) if further else value
    return copied


class Answers:
    """Whole answers to each of some operations, but for what a test puts into one."""

    def __init__(self, platform: Subject, names: tuple[str, ...]) -> None:
        self.whole = {
            name: whole(platform.document, schemas[0], ID)
            for name in names
            if (schemas := platform.answers_of(name))
        }
        self._asked = [(platform.operations[name], name) for name in self.whole]
        self._now: dict[str, Any] = {}

    def each(self) -> Iterator[tuple[Any, ...]]:
        """Puts what is odd into every place, one at a time, down to the second name; gives where."""
        for name, answer in self.whole.items():
            for place in places(answer):
                if sum(isinstance(step, str) for step in place) <= 2:
                    yield from self._odd(name, place)

    def _odd(self, name: str, place: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        for odd in OF_ANY_TYPE:
            self._now = {**self.whole, name: changed(self.whole[name], place, odd)}
            yield name, place, odd

    def __call__(self, request: httpx.Request) -> httpx.Response:
        for operation, name in self._asked:
            path = re.sub(r"\{\w+\}", "[^/]+", operation.path) + "$"
            if operation.method == request.method and re.search(path, request.url.path):
                return httpx.Response(200, json=self._now[name])
        return httpx.Response(404)


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
@pytest.mark.parametrize(
    ("platform", "name", "read"),
    READ,
    ids=[f"{platform.name}, {name}" for platform, name, _ in READ],
)
async def test_a_property_of_whatever_type_is_read_or_refused(
    platform: Subject, name: str, read: tuple[str, ...]
) -> None:
    answers, time = Answers(platform, read), VirtualClock(ManualClock())
    call = {**platform.calls, **platform.followed}[name]
    settings: dict[str, Any] = {"clock": time, "retry": None, "deadline": 30}
    for where in answers.each():
        transport = httpx.MockTransport(answers)
        async with platform.client(transport, name, limiter=LocalLimiter(), **settings) as client:
            try:
                check_result(await call(client, ID))
            except CommerceError as error:
                check_error(error)
            except Exception as error:  # what should never escape, and where it came from
                raise AssertionError(where) from error
