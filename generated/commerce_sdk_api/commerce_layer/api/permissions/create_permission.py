"""Add a permission: `POST /permissions`.

Generated from openapi/commerce_layer.yaml; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import ListOf, MapOf
from commerce_sdk.document.json_api.answers import DocumentOf
from commerce_sdk.document.kinds import Const, Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import Joined, headers_of, path_of, query_of
from commerce_sdk.document.request_model import content_of

from ...models.permission import Permission
from ...models.permission_input import PermissionInput

OPERATION: Operation = Operation(
    id="create_permission",
    method="POST",
    path="/permissions",
    answers={201: DocumentOf(lambda: Permission)},
    retry=RetryRule(kind="never", key="reference", read_back="list_permissions"),
    rate_limits=(
        RateLimit(limit=200, seconds=60, scope="address", bucket="writes"),
        RateLimit(limit=50, seconds=10, scope="address", bucket="permissions-writes"),
    ),
    delimited=("include",),
    errors={"json-api": ("4XX", "5XX")},
)


def build(
    *,
    accept_version: Literal["v1"] = "v1",
    body: PermissionInput,
    include: Sequence[str] | None | UnsetType = UNSET,
    fields: Mapping[str, str] | None | UnsetType = UNSET,
) -> Request[Permission]:
    """Gives a role a permission on one subject.

    Args:
        include: Relationships whose resources come along, `a.b` for those of what comes along.
        fields: By type, the only attributes and relationships that come, with a comma between
            them. What is included has to be among them.
        accept_version: The version of the API, of which there is one so far. It need not be sent, and
            is, so that no other comes by itself.
        body: The permission.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, PermissionInput),
        content_type="application/vnd.api+json",
        path=path_of("/permissions", []),
        query=query_of(
            [
                ("include", include, Joined(ListOf(Text()), ","), False),
                ("fields", fields, MapOf(Text()), False),
            ]
        ),
        headers=headers_of([("Accept-Version", accept_version, Const("v1"), True)]),
        accept="application/vnd.api+json",
    )
