"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class GoodPage(Model, frozen=True):
    """A page of goods."""

    _result: GoodResult | None | UnsetType = msgspec.field(default=UNSET, name="result")
    _note: str | None | UnsetType = msgspec.field(default=UNSET, name="note")

    @property
    def result(self) -> GoodResult | None:
        """The goods of a page, and what is known of all pages."""
        return None if self._result is UNSET else self._result

    @property
    def note(self) -> str | None:
        """A word on it."""
        return None if self._note is UNSET else self._note


from .good_result import GoodResult  # noqa: E402
