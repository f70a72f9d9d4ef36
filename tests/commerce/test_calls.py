"""What of a call is Commerce's own: how its errors read, and the limits that it keeps."""

from __future__ import annotations

import httpx
import pytest

import commerce_sdk
from tests.support.clients import client
from tests.support.worlds import OFFERING, world

pytestmark = pytest.mark.anyio


async def test_an_orders_error_is_read_in_full() -> None:
    content = {
        "title": "Invalid parameter: trial",
        "code": "parameter_invalid",
        "detail": "Invalid value :123123",
        "id": "e-7",
        "status": "422",
        "items": [
            {
                "itemId": "O1",
                "errors": [{"errorCode": "E1", "errorName": "n", "message": "m", "field": "f"}],
            }
        ],
        "couplingViolations": [{"violationCode": "V", "message": "together"}],
        "graphViolations": [{"type": "G", "offeringKey": "k", "relationshipType": "ENTERPRISE"}],
        "brandNew": 1,
    }
    async with client(lambda request: httpx.Response(422, json=content)) as commerce:
        with pytest.raises(commerce_sdk.Unprocessable) as caught:
            await commerce.orders.get(OFFERING)

    error = caught.value
    assert (error.title, error.code, error.detail) == (
        "Invalid parameter: trial",
        "parameter_invalid",
        "Invalid value :123123",
    )
    assert error.request_id == "e-7"
    assert [str(problem) for problem in error.problems] == [
        "O1.f: m (E1)",
        "together (V)",
        "k: the relation ENTERPRISE does not hold (G)",
    ]
    assert error.body.to_dict() == content
    assert str(error).startswith("HTTP 422 from get_order: Invalid parameter: trial: Invalid value")


async def test_a_limit_that_the_sandbox_keeps_is_waited_for() -> None:
    async with world(limits=True, deadline=120) as here:
        for _ in range(601):
            await here.commerce.orders.list(page_size=1).first()
        assert sum(here.time.slept) >= 60
