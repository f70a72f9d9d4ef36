"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .quote_line_type import QuoteLineType


class QuoteLineReference(Model, frozen=True):
    """The quote line that an item was made from."""

    _quote_id: str | None | UnsetType = msgspec.field(default=UNSET, name="quoteId")
    _version: int | None | UnsetType = msgspec.field(default=UNSET, name="version")
    _quote_line_item_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="quoteLineItemId"
    )
    _quote_line_item_type: str | None | UnsetType = msgspec.field(
        default=UNSET, name="quoteLineItemType"
    )

    @property
    def quote_id(self) -> str | None:
        """The quote."""
        return None if self._quote_id is UNSET else self._quote_id

    @property
    def version(self) -> int | None:
        """The quote's version."""
        return None if self._version is UNSET else self._version

    @property
    def quote_line_item_id(self) -> str | None:
        """The line."""
        return None if self._quote_line_item_id is UNSET else self._quote_line_item_id

    @property
    def quote_line_item_type(self) -> QuoteLineType | None:
        """What the line does."""
        return (
            None
            if self._quote_line_item_type is UNSET or self._quote_line_item_type is None
            else choice(QuoteLineType, self._quote_line_item_type)
        )
