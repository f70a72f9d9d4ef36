"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class QuoteItemErrors(Model, frozen=True):
    """What is wrong with one item."""

    _item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="itemId")
    _errors: list[QuoteItemError | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="errors"
    )

    @property
    def item_id(self) -> str | None:
        """The item of the order."""
        return None if self._item_id is UNSET else self._item_id

    @property
    def errors(self) -> list[QuoteItemError] | None:
        """What is wrong, one by one."""
        return None if self._errors is UNSET or self._errors is None else objects(self._errors)


from .quote_item_error import QuoteItemError  # noqa: E402
