"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class OfferingGroup(Model, frozen=True):
    """Offerings of a product that belong together."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _name: str | None | UnsetType = msgspec.field(default=UNSET, name="name")
    _slug: str | None | UnsetType = msgspec.field(default=UNSET, name="slug")
    _level: int | None | UnsetType = msgspec.field(default=UNSET, name="level")
    _product_id: str | None | UnsetType = msgspec.field(default=UNSET, name="productId")

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def name(self) -> str | None:
        """Its name."""
        return None if self._name is UNSET else self._name

    @property
    def slug(self) -> str | None:
        """Its id for people."""
        return None if self._slug is UNSET else self._slug

    @property
    def level(self) -> int | None:
        """Its rank among its siblings."""
        return None if self._level is UNSET else self._level

    @property
    def product_id(self) -> str | None:
        """The product."""
        return None if self._product_id is UNSET else self._product_id
