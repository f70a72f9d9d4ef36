"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class QuoteCouplingParticipant(Model, frozen=True):
    """One of the items that do not go together."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def type(self) -> str | None:
        """What kind it is."""
        return None if self._type is UNSET else self._type
