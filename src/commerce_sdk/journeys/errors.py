"""The errors that only journeys have: something was begun, and did not come to its end."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from commerce_sdk.errors import CommerceError

if TYPE_CHECKING:
    from commerce_sdk.journeys.journey import JourneyState
    from commerce_sdk_api.admin.models import Workspace


class CheckpointFailed(CommerceError):
    """The checkpoint failed at the start of a journey or before its provisioning, so that nothing
    was sent that the token was to be kept before. What it raised is the `__cause__`; the `token`
    goes on, once it can be kept.

    Before the order such a failure is a `JourneyFailed`, for something is provisioned; after it the
    journey goes on, and the failure is a warning of the log.
    """


class JourneyFailed(CommerceError):
    """A journey ended, and not in success: something was provisioned and not ordered, or ordered
    and not provisioned.

    `state` holds what was last seen of both, the order and the provisioning; `order_error` and
    `provisioning_error` are what each of them ended with, where it failed.
    `provision_request_id` is the provisioning's id; `order_by` when the platform gives it up. The
    `token` goes on with what can still be gone on with; without `can_resume` there is nothing, and
    resuming it would say the same.
    """

    can_resume: bool = True

    def __init__(
        self,
        message: str,
        *,
        state: JourneyState | None = None,
        order_error: CommerceError | None = None,
        provisioning_error: CommerceError | None = None,
        provision_request_id: str | None = None,
        order_by: datetime.datetime | None = None,
    ) -> None:
        super().__init__(message)
        self.state = state
        self.order_error = order_error
        self.provisioning_error = provisioning_error
        self.provision_request_id = provision_request_id
        self.order_by = order_by


class ProvisioningUnclear(JourneyFailed):
    """The provisioning may have been sent, and its answer is lost; the platform has no way to ask
    for it. Nothing was ordered. `workspaces` are those that the site has now.

    `resume(token, request_id=…)` goes on, where the administration shows the request;
    `resume(token, provision_again=True)` sends it anew, where it surely was not.
    """

    def __init__(
        self,
        message: str,
        *,
        workspaces: Sequence[Workspace] = (),
        order_by: datetime.datetime | None = None,
    ) -> None:
        super().__init__(message, order_by=order_by)
        self.workspaces: tuple[Workspace, ...] = tuple(workspaces)
