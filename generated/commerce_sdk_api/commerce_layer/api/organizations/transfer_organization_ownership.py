"""Give an organization another owner: `PATCH /organizations/{id}/transfer_ownership`.

Generated from openapi/commerce_layer.yaml; not edited by hand.
"""

from __future__ import annotations

from typing import Literal

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.kinds import Const, Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import headers_of, path_of
from commerce_sdk.document.request_model import content_of

from ...models.ownership_transfer_input import OwnershipTransferInput

OPERATION: Operation = Operation(
    id="transfer_organization_ownership",
    method="PATCH",
    path="/organizations/{id}/transfer_ownership",
    answers={202: None},
    retry=RetryRule(kind="never"),
    rate_limits=(
        RateLimit(limit=200, seconds=60, scope="address", bucket="writes"),
        RateLimit(limit=50, seconds=10, scope="address", bucket="organizations-writes"),
    ),
    errors={"json-api": ("4XX", "5XX")},
)


def build(
    *, id: str, accept_version: Literal["v1"] = "v1", body: OwnershipTransferInput
) -> Request[None]:
    """Makes another user the owner of an organization. Nothing tells what became of it but its
    memberships.

    Args:
        id: The id of the resource, a short text.
        accept_version: The version of the API, of which there is one so far. It need not be sent, and
            is, so that no other comes by itself.
        body: Who is to own it.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, OwnershipTransferInput),
        content_type="application/vnd.api+json",
        path=path_of(
            "/organizations/{id}/transfer_ownership",
            [("id", id, Bounded(Text(), (Length(least=1),)), True)],
        ),
        headers=headers_of([("Accept-Version", accept_version, Const("v1"), True)]),
        accept="application/vnd.api+json",
    )
