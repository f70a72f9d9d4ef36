"""End a session: `DELETE /auth/logout`.

Generated from openapi/storefront.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of

OPERATION: Operation = Operation(
    id="log_out",
    method="DELETE",
    path="/auth/logout",
    answers={204: None},
    retry=RetryRule(kind="never"),
    rate_limits=(
        RateLimit(limit=1000, seconds=60, scope="credential", bucket="all", tier="standard"),
        RateLimit(limit=10000, seconds=60, scope="credential", bucket="all", tier="enterprise"),
    ),
    security=("bearer",),
    errors={"storefront": (401, "default")},
)


def build() -> Request[None]:
    """Revokes the access token that it is called with, and the refresh token of the same session.
    An API key has no session to end.

    Args:

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(operation=OPERATION, path=path_of("/auth/logout", []))
