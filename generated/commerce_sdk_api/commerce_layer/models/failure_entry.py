"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class FailureEntry(Model, frozen=True):
    """One thing that went wrong."""

    _title: str | None | UnsetType = msgspec.field(default=UNSET, name="title")
    _detail: str | None | UnsetType = msgspec.field(default=UNSET, name="detail")
    _code: str | None | UnsetType = msgspec.field(default=UNSET, name="code")
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _source: FailureSource | None | UnsetType = msgspec.field(default=UNSET, name="source")
    _meta: dict[str, Any] | None | UnsetType = msgspec.field(default=UNSET, name="meta")

    @property
    def title(self) -> str | None:
        """What is wrong in a few words."""
        return None if self._title is UNSET else self._title

    @property
    def detail(self) -> str | None:
        """What is wrong with particulars."""
        return None if self._detail is UNSET else self._detail

    @property
    def code(self) -> str | None:
        """What is wrong, for programs."""
        return None if self._code is UNSET else self._code

    @property
    def status(self) -> str | None:
        """The status of the answer; the token endpoint writes a number."""
        return None if self._status is UNSET else self._status

    @property
    def source(self) -> FailureSource | None:
        """Where in the request it is."""
        return None if self._source is UNSET else self._source

    @property
    def meta(self) -> dict[str, Any] | None:
        """What else is said of it."""
        return None if self._meta is UNSET else self._meta


from .failure_source import FailureSource  # noqa: E402
