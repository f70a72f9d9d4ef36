"""Begin a session: `POST /auth/login`.

Generated from openapi/storefront.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.login_input import LoginInput
from ...models.token import Token

OPERATION: Operation = Operation(
    id="log_in",
    method="POST",
    path="/auth/login",
    answers={200: Token},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=1000, seconds=60, scope="credential", bucket="all", tier="standard"),
        RateLimit(limit=10000, seconds=60, scope="credential", bucket="all", tier="enterprise"),
    ),
    security=(),
    errors={"storefront": (401, 429, "default")},
)


def build(*, body: LoginInput) -> Request[Token]:
    """Gives an access token for an e-mail address and a password, and a refresh token. Done twice
    it is another session of the same user, which changes nothing else.

    Args:
        body: Who logs in.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION, body=content_of(body, LoginInput), path=path_of("/auth/login", [])
    )
