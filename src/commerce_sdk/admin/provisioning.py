"""The `provisioning` namespace of the administration's client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from commerce_sdk.admin.handle import Provisioning, state_of
from commerce_sdk.runtime.namespace import Namespace

if TYPE_CHECKING:
    from commerce_sdk_api.admin.models import ProvisioningState


class ProvisioningRequests(Namespace):
    """Read where a provisioning stands, and follow it to its end."""

    aliases: ClassVar[Mapping[str, str]] = {"provisioning_request_id": "request_id"}

    async def get(self, request_id: str) -> ProvisioningState:
        """Where a provisioning stands. Raises `NotFound`.

        Args:
            request_id: The provisioning's id, the `request_id` of its handle.
        """
        return await state_of(self._core, request_id)

    async def wait(self, request_id: str) -> Provisioning:
        """Follow a provisioning by its id, elsewhere and later.

            provisioning = await admin.provisioning.wait(request_id)
            state = await provisioning.result(deadline=600)

        Looks once and returns the handle. Raises `NotFound`.
        """
        handle = Provisioning(self._core, request_id)
        await handle.refresh()
        return handle

    def follow(self, request_id: str) -> Provisioning:
        """The handle of a provisioning that was taken in, as its `request_id` tells; nothing is
        asked before the handle is, which then raises what is wrong with the id."""
        return Provisioning(self._core, request_id, taken_in=True)
