"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class CouplingParticipant(Model, frozen=True):
    """One part of a coupling violation."""

    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")

    @property
    def type(self) -> str | None:
        """What kind of thing `id` names; no values are published."""
        return None if self._type is UNSET else self._type

    @property
    def id(self) -> str | None:
        """The part's id."""
        return None if self._id is UNSET else self._id
