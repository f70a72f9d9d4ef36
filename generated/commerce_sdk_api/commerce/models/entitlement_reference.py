"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class EntitlementReference(Model, frozen=True):
    """An entitlement at one version."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _version: str | None | UnsetType = msgspec.field(default=UNSET, name="version")

    @property
    def id(self) -> str | None:
        """The entitlement's id."""
        return None if self._id is UNSET else self._id

    @property
    def version(self) -> str | None:
        """The entitlement's version, a string on the wire."""
        return None if self._version is UNSET else self._version
