"""Go on with a session: `POST /auth/refresh`.

Generated from openapi/storefront.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.refresh_input import RefreshInput
from ...models.token import Token

OPERATION: Operation = Operation(
    id="refresh_login",
    method="POST",
    path="/auth/refresh",
    answers={200: Token},
    retry=RetryRule(kind="never"),
    rate_limits=(
        RateLimit(limit=1000, seconds=60, scope="credential", bucket="all", tier="standard"),
        RateLimit(limit=10000, seconds=60, scope="credential", bucket="all", tier="enterprise"),
    ),
    security=(),
    errors={"storefront": (401, "default")},
)


def build(*, body: RefreshInput) -> Request[Token]:
    """Gives new tokens for a refresh token, which is good for nothing any more. Where its answer
    is lost the session is, too.

    Args:
        body: Which session.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION, body=content_of(body, RefreshInput), path=path_of("/auth/refresh", [])
    )
