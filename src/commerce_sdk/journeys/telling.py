"""What a journey says of what it could not go on with."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from commerce_sdk.errors import (
    ApiError,
    ClientClosed,
    CommerceError,
    PermissionDenied,
    TooLate,
    Unauthenticated,
    WrongEventLoop,
)
from commerce_sdk.journeys.errors import JourneyFailed, ProvisioningUnclear
from commerce_sdk.journeys.stages import Ordering, Provisioning
from commerce_sdk.journeys.window import Window, instant
from commerce_sdk.runtime.retries.transient import in_words, is_passing

if TYPE_CHECKING:
    from commerce_sdk_api.admin.models import Workspace


def unclear(
    stage: Provisioning,
    window: Window,
    now: str,
    workspaces: Sequence[Workspace],
    error: CommerceError | None,
) -> ProvisioningUnclear:
    """The error for a provisioning that may have been taken in; `now` says what there is at the
    moment, `error` what its sender met."""
    met = "its answer is lost"
    if isinstance(error, ApiError):
        met = f"was answered {in_words(error)}, which does not say that nothing was done"
    elif error is not None:
        met = f"its answer is lost: {in_words(error)}"
    where = stage.plan.site if stage.plan.app is None else stage.found.product_ari
    failed = ProvisioningUnclear(
        f"the provisioning on {where!r} may have been sent at {_told(instant(stage.sent_at))} "
        f"and {met}; nothing was ordered. There is no way to ask the platform for it, "
        f"which gives it up at {_told(window.ends)}; {now}. "
        "resume(token, request_id=…) goes on with the request that the administration shows; "
        "resume(token, provision_again=True) sends it once more, where it surely is not there",
        workspaces=workspaces,
        order_by=window.ends,
    )
    failed.maybe_applied, failed.provisioning_error = True, error
    return failed


def not_ordered(
    stage: Ordering,
    window: Window,
    why: str,
    error: CommerceError | None,
    *,
    maybe_applied: bool,
) -> JourneyFailed:
    """The error for what was provisioned, and is not known to be ordered."""
    if maybe_applied:
        known = "whether it was ordered is not known"
        late = "nothing more is sent; resume(token) looks for the order once more"
    else:
        known, late = "it was not ordered", "nothing more is sent"
    lasting = error is not None and not (is_passing(error) or isinstance(error, _MENDABLE))
    way_on = late
    if window.left and lasting:
        way_on = "as it is it will be refused again; it can be ordered by hand until then"
    elif window.left:
        way_on = f"until {_told(window.closes)} resume(token) tries again"
    failed = JourneyFailed(
        f"the provisioning {stage.request_id} was begun at {_told(instant(stage.sent_at))}, and "
        f"{known}: {why}; the platform gives it up at {_told(window.ends)}; {way_on}",
        order_error=error,
        provision_request_id=stage.request_id,
        order_by=window.ends,
    )
    failed.maybe_applied = maybe_applied
    failed.can_resume = maybe_applied or bool(window.left and not lasting)
    return failed


_MENDABLE = (TooLate, PermissionDenied, Unauthenticated, ClientClosed, WrongEventLoop)
"""What another try may fare better with, of what does not pass by itself."""


def _told(moment: datetime.datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC"
