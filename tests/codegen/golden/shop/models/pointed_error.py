"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class PointedError(Model, frozen=True):
    """One thing that is wrong, and where."""

    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _code: str | None | UnsetType = msgspec.field(default=UNSET, name="code")
    _title: str | None | UnsetType = msgspec.field(default=UNSET, name="title")
    _detail: str | None | UnsetType = msgspec.field(default=UNSET, name="detail")
    _source: ErrorSource | None | UnsetType = msgspec.field(default=UNSET, name="source")

    @property
    def status(self) -> str | None:
        """`status`."""
        return None if self._status is UNSET else self._status

    @property
    def code(self) -> str | None:
        """`code`."""
        return None if self._code is UNSET else self._code

    @property
    def title(self) -> str | None:
        """`title`."""
        return None if self._title is UNSET else self._title

    @property
    def detail(self) -> str | None:
        """`detail`."""
        return None if self._detail is UNSET else self._detail

    @property
    def source(self) -> ErrorSource | None:
        """Where it is wrong."""
        return None if self._source is UNSET else self._source


from .error_source import ErrorSource  # noqa: E402
