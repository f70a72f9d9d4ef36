"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class PlatformError(Model, frozen=True):
    """Why a request failed, in the shape that the reference's general page describes for the whole
    platform. Every field may be missing."""

    _title: str | None | UnsetType = msgspec.field(default=UNSET, name="title")
    _code: str | None | UnsetType = msgspec.field(default=UNSET, name="code")
    _detail: str | None | UnsetType = msgspec.field(default=UNSET, name="detail")
    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")

    @property
    def title(self) -> str | None:
        """What went wrong, in a few words."""
        return None if self._title is UNSET else self._title

    @property
    def code(self) -> str | None:
        """What went wrong, for programs; `parameter_invalid` is the one published value."""
        return None if self._code is UNSET else self._code

    @property
    def detail(self) -> str | None:
        """What went wrong, with particulars."""
        return None if self._detail is UNSET else self._detail

    @property
    def id(self) -> str | None:
        """The id of this occurrence, to quote to support."""
        return None if self._id is UNSET else self._id

    @property
    def status(self) -> str | None:
        """The HTTP status, as a string."""
        return None if self._status is UNSET else self._status
