"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class ItemErrors(Model, frozen=True):
    """What is wrong with one item of the request."""

    _item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="itemId")
    _errors: list[ItemError | None] | None | UnsetType = msgspec.field(default=UNSET, name="errors")

    @property
    def item_id(self) -> str | None:
        """The label that the caller gave the item, such as O1."""
        return None if self._item_id is UNSET else self._item_id

    @property
    def errors(self) -> list[ItemError] | None:
        """Everything that is wrong with it."""
        return None if self._errors is UNSET or self._errors is None else objects(self._errors)


from .item_error import ItemError  # noqa: E402
