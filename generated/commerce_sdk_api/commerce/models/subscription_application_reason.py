"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class SubscriptionApplicationReason(Model, frozen=True):
    """Why a promotion was applied."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id
