"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class InvoiceAccountReference(Model, frozen=True):
    """A transaction account, and where the platform keeps it."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _partition_key: str | None | UnsetType = msgspec.field(default=UNSET, name="partitionKey")

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def partition_key(self) -> str | None:
        """Where the platform keeps the account."""
        return None if self._partition_key is UNSET else self._partition_key
