"""Get a rack: `GET /v1/racks/{rackId}`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of

from ...models.rack import Rack

OPERATION: Operation = Operation(
    id="get_rack",
    method="GET",
    path="/v1/racks/{rackId}",
    answers={200: Rack},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=10, seconds=1, scope="credential"),
    ),
    errors={"pointers": (404, 422), "shop": (503,)},
)


def build(*, rack_id: str) -> Request[Rack]:
    """A rack, whose errors come as a list with pointers.

    Args:
        rack_id: The rack.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v1/racks/{rackId}", [("rackId", rack_id, Text(), True)]),
        accept="application/vnd.api+json",
    )
