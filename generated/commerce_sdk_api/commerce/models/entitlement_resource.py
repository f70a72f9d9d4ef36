"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class EntitlementResource(Model, frozen=True):
    """What was set up for an entitlement, such as a site."""

    _ari: str | None | UnsetType = msgspec.field(default=UNSET, name="ari")
    _name: str | None | UnsetType = msgspec.field(default=UNSET, name="name")

    @property
    def ari(self) -> str | None:
        """The platform's resource name of it."""
        return None if self._ari is UNSET else self._ari

    @property
    def name(self) -> str | None:
        """Its name."""
        return None if self._name is UNSET else self._name
