"""Set the state of a till: `PUT /v1/shops/{shopId}/tills/{tillId}/state`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.state_input import StateInput
from ...models.till import Till

OPERATION: Operation = Operation(
    id="set_till",
    method="PUT",
    path="/v1/shops/{shopId}/tills/{tillId}/state",
    answers={200: Till},
    retry=RetryRule(kind="idempotent", read_back="get_till"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=10, seconds=1, scope="credential"),
    ),
    tenants=(Tenant(name="shop", place="path", wire="shopId", required=True, kind=Text()),),
    errors={"shop": (410, 422)},
    refusals=(410,),
)


def build(*, till_id: str, body: StateInput) -> Request[Till]:
    """Sets the state, whatever it was; the state that it has already is refused, and any once it
    was sold.

    Args:
        till_id: The till.
        body: The state.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, StateInput),
        path=path_of(
            "/v1/shops/{shopId}/tills/{tillId}/state", [("tillId", till_id, Text(), True)]
        ),
    )
