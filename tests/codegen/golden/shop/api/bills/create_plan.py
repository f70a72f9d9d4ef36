"""Create a plan: `POST /v1/plans`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.plan_input import PlanInput

OPERATION: Operation = Operation(
    id="create_plan",
    method="POST",
    path="/v1/plans",
    answers={204: None},
    retry=RetryRule(kind="never"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=50, seconds=10, scope="credential", bucket="post"),
        RateLimit(limit=10, seconds=1, scope="credential"),
    ),
)


def build(*, body: PlanInput) -> Request[None]:
    """Create a plan

    Args:
        body: The plan.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION, body=content_of(body, PlanInput), path=path_of("/v1/plans", [])
    )
