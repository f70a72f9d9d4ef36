"""Change an article: `PATCH /v1/articles/{sku}`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.bounds import Bounded, Length, Matches
from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.article import Article
from ...models.article_change import ArticleChange

OPERATION: Operation = Operation(
    id="change_article",
    method="PATCH",
    path="/v1/articles/{sku}",
    answers={200: Article},
    retry=RetryRule(kind="never"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=10, seconds=1, scope="credential"),
    ),
)


def build(*, sku: str, body: ArticleChange) -> Request[Article]:
    """Change an article

    Args:
        sku: The article.
        body: What to change.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, ArticleChange),
        path=path_of(
            "/v1/articles/{sku}",
            [("sku", sku, Bounded(Text(), (Length(most=8), Matches("^[A-Z]{2}-\\d+\\Z"))), True)],
        ),
    )
