"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class ProvisioningAccepted(Model, frozen=True):
    """A provisioning that has begun."""

    _status_url: str | None | UnsetType = msgspec.field(default=UNSET, name="statusUrl")

    @property
    def status_url(self) -> str | None:
        """The address of its status. Its last segment is the provisioning's id."""
        return None if self._status_url is UNSET else self._status_url
