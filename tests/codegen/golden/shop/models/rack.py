"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class Rack(Model, frozen=True):
    """A rack."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _label: str | None | UnsetType = msgspec.field(default=UNSET, name="label")

    @property
    def id(self) -> str | None:
        """`id`."""
        return None if self._id is UNSET else self._id

    @property
    def label(self) -> str | None:
        """`label`."""
        return None if self._label is UNSET else self._label
