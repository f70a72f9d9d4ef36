"""207: some parts failed, and which."""

from __future__ import annotations

import pytest

from commerce_sdk import PartialFailure
from commerce_sdk.models import EntitlementError
from tests.support.worlds import world

pytestmark = pytest.mark.anyio

FAILED = (
    b'[{"status": 500, "error": "Internal Server Error", "message": "no details of e1",'
    b' "code": "DETAILS_MISSING"}, {"error": "Gone"}]'
)


async def test_a_list_that_comes_in_part_says_what_failed_and_where_to_go_on() -> None:
    async with world() as here:
        here.sandbox.fail_next("list_entitlements", 207, body=FAILED)
        with pytest.raises(PartialFailure) as caught:
            await here.commerce.entitlements.list().collect()

        error = caught.value
        assert error.status == 207
        assert [str(each) for each in error.problems] == [
            "no details of e1 (DETAILS_MISSING)",
            "Gone",
        ]
        assert [type(each) for each in error.body] == [EntitlementError, EntitlementError]
        assert len(here.transport.requests) == 1
        assert "HTTP 207 from list_entitlements" in str(error)
        assert "no details of e1" in str(error)


@pytest.mark.parametrize("body", [b"[]", b"{}", b'{"message": "odd"}', b"[5, null]", b"<html>"])
async def test_whatever_comes_with_a_207_it_is_a_partial_failure(body: bytes) -> None:
    async with world() as here:
        here.sandbox.fail_next("get_entitlement_display_info", 207, body=body)
        with pytest.raises(PartialFailure) as caught:
            await here.commerce.entitlements.display_info("e1")
        assert caught.value.maybe_applied is None


async def test_the_sandbox_makes_up_a_partial_failure() -> None:
    async with world() as here:
        here.sandbox.fail_next("list_entitlements", 207)
        with pytest.raises(PartialFailure) as caught:
            await here.commerce.entitlements.list().first()
        assert [str(each) for each in caught.value.problems] == [
            "This answer was asked for. (scripted)"
        ]
