"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model
from commerce_sdk.secret import hide_texts


class Friend(Model, frozen=True):
    """Who came along."""

    secret_names: ClassVar[frozenset[str]] = frozenset({"_word"})
    _word: str | None | UnsetType = msgspec.field(default=UNSET, name="word")

    @property
    def word(self) -> str | None:
        """`word`."""
        return None if self._word is UNSET or self._word is None else hide_texts(self._word)
