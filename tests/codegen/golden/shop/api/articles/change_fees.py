"""Change what an article costs beside its price: `PATCH /v1/articles/{sku}/fees`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.bounds import Bounded, Length, Matches
from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.fees_change import FeesChange

OPERATION: Operation = Operation(
    id="change_fees",
    method="PATCH",
    path="/v1/articles/{sku}/fees",
    answers={204: None},
    retry=RetryRule(kind="never"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=10, seconds=1, scope="credential"),
    ),
)


def build(*, sku: str, body: FeesChange, currency: str | None = None) -> Request[None]:
    """Change what an article costs beside its price

    Args:
        sku: The article.
        body: What to change.
        currency: What the amounts of the body have to be in; left out, what the first one is in.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
        CurrencyMismatch: an amount in another currency.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, FeesChange, currency=currency),
        path=path_of(
            "/v1/articles/{sku}/fees",
            [("sku", sku, Bounded(Text(), (Length(most=8), Matches("^[A-Z]{2}-\\d+\\Z"))), True)],
        ),
    )
