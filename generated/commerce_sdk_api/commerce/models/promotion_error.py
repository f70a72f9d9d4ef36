"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.attributes import plain
from commerce_sdk.model import Model


class PromotionError(Model, frozen=True):
    """Why a request about promotions failed. Every field may be missing."""

    _title: str | None | UnsetType = msgspec.field(default=UNSET, name="title")
    _code: str | None | UnsetType = msgspec.field(default=UNSET, name="code")
    _detail: str | None | UnsetType = msgspec.field(default=UNSET, name="detail")
    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")

    @property
    def title(self) -> str | None:
        """What went wrong, in a few words."""
        return plain(self._title)

    @property
    def code(self) -> str | None:
        """What went wrong, for programs; no values are published."""
        return plain(self._code)

    @property
    def detail(self) -> str | None:
        """What went wrong, with particulars."""
        return plain(self._detail)

    @property
    def id(self) -> str | None:
        """The id of this occurrence, to quote to support."""
        return plain(self._id)

    @property
    def status(self) -> str | None:
        """The HTTP status, as a string."""
        return plain(self._status)
