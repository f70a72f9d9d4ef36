"""Search workspaces: `POST /v2/orgs/{orgId}/workspaces`.

Generated from openapi/admin.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, Pagination, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.workspace_page import WorkspacePage
from ...models.workspace_search_input import WorkspaceSearchInput

OPERATION: Operation = Operation(
    id="search_workspaces",
    method="POST",
    path="/v2/orgs/{orgId}/workspaces",
    answers={200: WorkspacePage},
    retry=RetryRule(kind="safe"),
    rate_limits=(),
    pagination=(
        Pagination(
            strategy="body-cursor",
            cursor="cursor",
            items=("data",),
            next=("links", "next"),
            item_id=("id",),
        ),
    ),
    tenants=(
        Tenant(
            name="organization",
            place="path",
            wire="orgId",
            required=True,
            kind=Bounded(Text(), (Length(least=1),)),
        ),
    ),
    errors={"admin": (400, 401, 403, 404, 429, "default")},
)


def build(*, body: WorkspaceSearchInput) -> Request[WorkspacePage]:
    """The workspaces that fit a query, page by page; without one, all. It takes the scope
    `read:workspaces:admin`.

    Args:
        body: What to search for.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, WorkspaceSearchInput),
        path=path_of("/v2/orgs/{orgId}/workspaces", []),
    )
