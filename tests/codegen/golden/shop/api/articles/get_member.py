"""Get a member: `GET /v1/members/{invitation}`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.kinds import Boolean, Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import headers_of, path_of, query_of
from commerce_sdk.secret import hide_texts

from ...models.member import Member

OPERATION: Operation = Operation(
    id="get_member",
    method="GET",
    path="/v1/members/{invitation}",
    answers={200: Member},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=10, seconds=1, scope="credential"),
    ),
    shown=("full",),
)


def build(
    *,
    invitation: str,
    code: str | None | UnsetType = UNSET,
    full: bool | None | UnsetType = UNSET,
    x_word: str | None | UnsetType = UNSET,
) -> Request[Member]:
    """Get a member

    Args:
        invitation: Who holds it is let in.
        code: A code.
        full: With all.
        x_word: A word.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    invitation = hide_texts(invitation)
    code = hide_texts(code)
    x_word = hide_texts(x_word)
    return Request(
        operation=OPERATION,
        path=path_of(
            "/v1/members/{invitation}",
            [("invitation", invitation, Bounded(Text(secret=True), (Length(most=40),)), True)],
        ),
        query=query_of(
            [
                ("code", code, Bounded(Text(secret=True), (Length(least=4),)), False),
                ("full", full, Boolean(), False),
            ]
        ),
        headers=headers_of([("X-word", x_word, Text(secret=True), False)]),
    )
