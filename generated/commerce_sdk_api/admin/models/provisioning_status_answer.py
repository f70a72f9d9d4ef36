"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class ProvisioningStatusAnswer(Model, frozen=True):
    """What the status of a provisioning is answered with."""

    _data: ProvisioningState | None | UnsetType = msgspec.field(default=UNSET, name="data")

    @property
    def data(self) -> ProvisioningState | None:
        """The provisioning."""
        return None if self._data is UNSET else self._data


from .provisioning_state import ProvisioningState  # noqa: E402
