"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class ProductEntitlements(Model, frozen=True):
    """The entitlements that a product runs on."""

    _resource_ari: str | None | UnsetType = msgspec.field(default=UNSET, name="resource_ari")
    _entitlements: list[ProductEntitlement | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="entitlements"
    )
    _metadata: ProductEntitlementsMetadata | None | UnsetType = msgspec.field(
        default=UNSET, name="metadata"
    )

    @property
    def resource_ari(self) -> str | None:
        """The resource name of what they are for."""
        return None if self._resource_ari is UNSET else self._resource_ari

    @property
    def entitlements(self) -> list[ProductEntitlement] | None:
        """The entitlements."""
        return (
            None
            if self._entitlements is UNSET or self._entitlements is None
            else objects(self._entitlements)
        )

    @property
    def metadata(self) -> ProductEntitlementsMetadata | None:
        """What goes with them."""
        return None if self._metadata is UNSET else self._metadata


from .product_entitlement import ProductEntitlement  # noqa: E402
from .product_entitlements_metadata import ProductEntitlementsMetadata  # noqa: E402
