"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.attributes import plain
from commerce_sdk.model import Model


class EntitlementPartnerResource(Model, frozen=True):
    """What was set up for an entitlement."""

    _ari: str | None | UnsetType = msgspec.field(default=UNSET, name="ari")
    _name: str | None | UnsetType = msgspec.field(default=UNSET, name="name")

    @property
    def ari(self) -> str | None:
        """The platform's resource name of it."""
        return plain(self._ari)

    @property
    def name(self) -> str | None:
        """Its name."""
        return plain(self._name)
