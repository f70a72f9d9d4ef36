"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class Articles(Model, frozen=True):
    """Articles."""

    carries_money: ClassVar[bool] = True
    _articles: list[Article | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="articles"
    )

    @property
    def articles(self) -> list[Article] | None:
        """`articles`."""
        return (
            None if self._articles is UNSET or self._articles is None else objects(self._articles)
        )


from .article import Article  # noqa: E402
