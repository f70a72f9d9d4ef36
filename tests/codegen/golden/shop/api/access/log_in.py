"""Log in: `POST /v1/login`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.login_input import LoginInput
from ...models.shop_tokens import ShopTokens

OPERATION: Operation = Operation(
    id="log_in",
    method="POST",
    path="/v1/login",
    answers={200: ShopTokens},
    retry=RetryRule(kind="never"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=50, seconds=10, scope="credential", bucket="post"),
        RateLimit(limit=30, seconds=60, scope="credential"),
    ),
    security=(),
    errors={"shop": (401,)},
)


def build(*, body: LoginInput) -> Request[ShopTokens]:
    """Log in

    Args:
        body: Who logs in.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION, body=content_of(body, LoginInput), path=path_of("/v1/login", [])
    )
