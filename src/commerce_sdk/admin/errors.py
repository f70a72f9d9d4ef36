"""The errors that only the organization administration has: what was provisioned, and failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commerce_sdk.errors import CommerceError

if TYPE_CHECKING:
    from commerce_sdk_api.admin.models import ProvisioningState


class ProvisioningFailed(CommerceError):
    """The provisioning ended, and not in success. `provision_request_id` is its id, `state` its
    last state; the platform does not say why."""

    def __init__(self, provision_request_id: str, state: ProvisioningState) -> None:
        super().__init__(f"provisioning {provision_request_id} ended as {state.status}")
        self.provision_request_id: str = provision_request_id
        self.state = state
