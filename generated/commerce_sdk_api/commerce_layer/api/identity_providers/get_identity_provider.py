"""Read an identity provider: `GET /identity_providers/{id}`.

Generated from openapi/commerce_layer.yaml; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import UNSET, UnsetType

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.container_kinds import ListOf, MapOf
from commerce_sdk.document.json_api.answers import DocumentOf
from commerce_sdk.document.kinds import Const, Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import Joined, headers_of, path_of, query_of

from ...models.identity_provider import IdentityProvider

OPERATION: Operation = Operation(
    id="get_identity_provider",
    method="GET",
    path="/identity_providers/{id}",
    answers={200: DocumentOf(lambda: IdentityProvider)},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=60, scope="address", bucket="reads", tier="lower"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="reads", tier="higher"),
        RateLimit(
            limit=50, seconds=10, scope="address", bucket="identity_providers-reads", tier="lower"
        ),
        RateLimit(
            limit=250, seconds=10, scope="address", bucket="identity_providers-reads", tier="higher"
        ),
    ),
    delimited=("include",),
    errors={"json-api": ("4XX", "5XX")},
)


def build(
    *,
    id: str,
    accept_version: Literal["v1"] = "v1",
    include: Sequence[str] | None | UnsetType = UNSET,
    fields: Mapping[str, str] | None | UnsetType = UNSET,
) -> Request[IdentityProvider]:
    """An identity provider, by its id.

    Args:
        id: The id of the resource, a short text.
        include: Relationships whose resources come along, `a.b` for those of what comes along.
        fields: By type, the only attributes and relationships that come, with a comma between
            them. What is included has to be among them.
        accept_version: The version of the API, of which there is one so far. It need not be sent, and
            is, so that no other comes by itself.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of(
            "/identity_providers/{id}", [("id", id, Bounded(Text(), (Length(least=1),)), True)]
        ),
        query=query_of(
            [
                ("include", include, Joined(ListOf(Text()), ","), False),
                ("fields", fields, MapOf(Text()), False),
            ]
        ),
        headers=headers_of([("Accept-Version", accept_version, Const("v1"), True)]),
        accept="application/vnd.api+json",
    )
