"""Add a member: `POST /v1/members`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.request_model import content_of
from commerce_sdk.request_parts import path_of

from ...models.member import Member
from ...models.member_input import MemberInput

OPERATION = Operation(
    id="add_member",
    method="POST",
    path="/v1/members",
    success=(201,),
    retry=RetryRule(kind="never"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=50, seconds=10, scope="credential", bucket="post"),
        RateLimit(limit=10, seconds=1, scope="credential"),
    ),
    error_families=(),
)


def build(*, body: MemberInput) -> Request[Member]:
    """Add a member

    Args:
        body: The member.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, MemberInput),
        path=path_of("/v1/members", []),
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> Member:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(Member, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""

    return None
