"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class Good(Model, frozen=True):
    """A thing to buy."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _ref: GoodReference | None | UnsetType = msgspec.field(default=UNSET, name="ref")

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def ref(self) -> GoodReference | None:
        """What a thing is known by."""
        return None if self._ref is UNSET else self._ref


from .good_reference import GoodReference  # noqa: E402
