"""Add a member: `POST /v1/members`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.member import Member
from ...models.member_input import MemberInput

OPERATION: Operation = Operation(
    id="add_member",
    method="POST",
    path="/v1/members",
    answers={201: Member},
    retry=RetryRule(kind="never"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=50, seconds=10, scope="credential", bucket="post"),
        RateLimit(limit=10, seconds=1, scope="credential"),
    ),
    errors={"shop": (409,)},
    refusals=(409,),
)


def build(*, body: MemberInput) -> Request[Member]:
    """Add a member

    Args:
        body: The member.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION, body=content_of(body, MemberInput), path=path_of("/v1/members", [])
    )
