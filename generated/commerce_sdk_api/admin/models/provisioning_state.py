"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .provisioning_status import ProvisioningStatus


class ProvisioningState(Model, frozen=True):
    """Where a provisioning stands."""

    _request_id: str | None | UnsetType = msgspec.field(default=UNSET, name="requestId")
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")

    @property
    def request_id(self) -> str | None:
        """The provisioning's id. In the sample it has one character more than in the address; that
        is taken for a slip."""
        return None if self._request_id is UNSET else self._request_id

    @property
    def status(self) -> ProvisioningStatus | None:
        """Where it stands."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(ProvisioningStatus, self._status)
        )
