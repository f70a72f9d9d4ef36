"""Get a shelf: `GET /v1/shelves/{shelfId}`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.request_parts import path_of
from commerce_sdk.wire import Text

from ...models.shelf import Shelf

OPERATION = Operation(
    id="get_shelf",
    method="GET",
    path="/v1/shelves/{shelfId}",
    answers={200: Shelf},
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=10, seconds=1, scope="credential"),),
    errors={"pointers": (404, 422), "shop": (503,)},
)


def build(*, shelf_id: str) -> Request[Shelf]:
    """A shelf, whose errors come as a list with pointers.

    Args:
        shelf_id: The shelf.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v1/shelves/{shelfId}", [("shelfId", shelf_id, Text(), True)]),
        accept="application/vnd.api+json",
    )
