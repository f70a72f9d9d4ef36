"""Fill a rack: `POST /v1/racks`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.rack import Rack
from ...models.rack_input import RackInput

OPERATION: Operation = Operation(
    id="fill_rack",
    method="POST",
    path="/v1/racks",
    answers={201: Rack},
    retry=RetryRule(kind="never"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=50, seconds=10, scope="credential", bucket="post"),
        RateLimit(limit=10, seconds=1, scope="credential"),
    ),
    errors={"details": (400,), "shop": (503,)},
)


def build(*, body: RackInput) -> Request[Rack]:
    """Fills a rack. What is wrong comes as a list of details.

    Args:
        body: With what.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, RackInput),
        content_type="application/vnd.api+json",
        path=path_of("/v1/racks", []),
    )
