"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class ProductEntitlementsMetadata(Model, frozen=True):
    """What goes with the entitlements of a product."""

    _jira_family_container: str | None | UnsetType = msgspec.field(
        default=UNSET, name="jira_family_container"
    )

    @property
    def jira_family_container(self) -> str | None:
        """The entitlement of the container that the site's products of the Jira family are in."""
        return None if self._jira_family_container is UNSET else self._jira_family_container
