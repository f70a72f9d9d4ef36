"""Delete a membership: `DELETE /memberships/{id}`.

Generated from openapi/commerce_layer.yaml; not edited by hand.
"""

from __future__ import annotations

from typing import Literal

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.kinds import Const, Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import headers_of, path_of

OPERATION: Operation = Operation(
    id="delete_membership",
    method="DELETE",
    path="/memberships/{id}",
    answers={204: None},
    retry=RetryRule(kind="never"),
    rate_limits=(
        RateLimit(limit=200, seconds=60, scope="address", bucket="writes"),
        RateLimit(limit=50, seconds=10, scope="address", bucket="memberships-writes"),
    ),
    errors={"json-api": ("4XX", "5XX")},
)


def build(*, id: str, accept_version: Literal["v1"] = "v1") -> Request[None]:
    """Ends a membership. Who is no administrator may end no other than their own; an owner has to
    transfer the organization first.

    Args:
        id: The id of the resource, a short text.
        accept_version: The version of the API, of which there is one so far. It need not be sent, and
            is, so that no other comes by itself.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/memberships/{id}", [("id", id, Bounded(Text(), (Length(least=1),)), True)]),
        headers=headers_of([("Accept-Version", accept_version, Const("v1"), True)]),
        accept="application/vnd.api+json",
    )
