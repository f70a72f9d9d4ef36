"""Fill a shelf: `POST /v1/shelves`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.request_model import content_of
from commerce_sdk.request_parts import path_of

from ...models.shelf import Shelf
from ...models.shelf_input import ShelfInput

OPERATION = Operation(
    id="fill_shelf",
    method="POST",
    path="/v1/shelves",
    answers={201: Shelf},
    retry=RetryRule(kind="never"),
    rate_limits=(RateLimit(limit=10, seconds=1, scope="credential"),),
    errors={"details": (400,), "shop": (503,)},
)


def build(*, body: ShelfInput) -> Request[Shelf]:
    """Fills a shelf. What is wrong comes as a list of details.

    Args:
        body: With what.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, ShelfInput),
        content_type="application/vnd.api+json",
        path=path_of("/v1/shelves", []),
    )
