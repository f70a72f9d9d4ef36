"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class ProvisioningAnswer(Model, frozen=True):
    """What a provisioning is answered with."""

    _data: ProvisioningAccepted | None | UnsetType = msgspec.field(default=UNSET, name="data")

    @property
    def data(self) -> ProvisioningAccepted | None:
        """The provisioning."""
        return None if self._data is UNSET else self._data


from .provisioning_accepted import ProvisioningAccepted  # noqa: E402
