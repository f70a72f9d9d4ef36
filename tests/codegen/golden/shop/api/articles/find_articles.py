"""Find articles: `GET /v1/articles`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal

from msgspec import UNSET, UnsetType

from commerce_sdk.document.amount_kinds import WholeAmount
from commerce_sdk.document.bounds import Bounded, Distinct, Length, Matches, MultipleOf, Range
from commerce_sdk.document.container_kinds import ListOf
from commerce_sdk.document.kinds import Choice, Date, Integer, Number, Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import headers_of, path_of, query_of
from commerce_sdk.document.request_model import currency_of
from commerce_sdk.money import Money

from ...models.articles import Articles
from ...models.colour import Colour

OPERATION: Operation = Operation(
    id="find_articles",
    method="GET",
    path="/v1/articles",
    answers={200: Articles},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=10, seconds=1, scope="credential"),
    ),
    shown=("limit", "from", "colours"),
)


def build(
    *,
    q: str,
    limit: int | None | UnsetType = UNSET,
    share: Decimal | int | None | UnsetType = UNSET,
    from_: datetime.date | str | None | UnsetType = UNSET,
    colours: Sequence[Colour | str] | None | UnsetType = UNSET,
    up_to: Money | None | UnsetType = UNSET,
    x_trace: str | None | UnsetType = UNSET,
    currency: str | None = None,
) -> Request[Articles]:
    """Find articles

    Args:
        q: What to look for.
        limit: How many.
        share: A share.
        from_: From this day.
        colours: In these.
        up_to: At this price.
        x_trace: A trace.
        currency: What the amounts have to be in; left out, what the first one is in.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
        CurrencyMismatch: an amount in another currency.
    """
    stated = currency_of(currency, up_to)
    return Request(
        operation=OPERATION,
        path=path_of("/v1/articles", []),
        query=query_of(
            [
                ("q", q, Bounded(Text(), (Length(least=2, most=5),)), True),
                ("limit", limit, Bounded(Integer(32), (Range(least=1, most=100),)), False),
                (
                    "share",
                    share,
                    Bounded(Number(), (Range(above=0, below=1), MultipleOf(Decimal("0.05")))),
                    False,
                ),
                ("from", from_, Date(), False),
                (
                    "colours",
                    colours,
                    Bounded(
                        ListOf(Choice(lambda: Colour)),
                        (Length(least=1, most=2, of="entries"), Distinct()),
                    ),
                    False,
                ),
                (
                    "upTo",
                    up_to,
                    Bounded(WholeAmount("minor", 64), (Range(least=100, unit="minor units"),)),
                    False,
                ),
            ],
            currency=stated,
        ),
        headers=headers_of(
            [("X-trace", x_trace, Bounded(Text(), (Matches("^[0-9a-f]{4}\\Z"),)), False)]
        ),
    )
