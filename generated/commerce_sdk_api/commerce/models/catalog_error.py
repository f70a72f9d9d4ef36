"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.instants import parse_rfc3339
from commerce_sdk.document.model import Model


class CatalogError(Model, frozen=True):
    """Why a request about the catalogue or prices failed. Every field may be missing."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _timestamp: str | None | UnsetType = msgspec.field(default=UNSET, name="timestamp")
    _status: int | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _code: str | None | UnsetType = msgspec.field(default=UNSET, name="code")
    _title: str | None | UnsetType = msgspec.field(default=UNSET, name="title")
    _detail: str | None | UnsetType = msgspec.field(default=UNSET, name="detail")
    _path: str | None | UnsetType = msgspec.field(default=UNSET, name="path")
    _errors: list[CatalogErrorEntry | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="errors"
    )

    @property
    def id(self) -> str | None:
        """The id of this occurrence, to quote to support."""
        return None if self._id is UNSET else self._id

    @property
    def timestamp(self) -> datetime.datetime | str | None:
        """The instant."""
        return (
            None
            if self._timestamp is UNSET or self._timestamp is None
            else parse_rfc3339(self._timestamp)
        )

    @property
    def status(self) -> int | None:
        """The HTTP status, as a number that measures nothing."""
        return None if self._status is UNSET else self._status

    @property
    def code(self) -> str | None:
        """What went wrong, for programs; no values are published."""
        return None if self._code is UNSET else self._code

    @property
    def title(self) -> str | None:
        """What went wrong, in a few words."""
        return None if self._title is UNSET else self._title

    @property
    def detail(self) -> str | None:
        """What went wrong, with particulars."""
        return None if self._detail is UNSET else self._detail

    @property
    def path(self) -> str | None:
        """The path of the request."""
        return None if self._path is UNSET else self._path

    @property
    def errors(self) -> list[CatalogErrorEntry] | None:
        """What is wrong, one by one."""
        return None if self._errors is UNSET or self._errors is None else objects(self._errors)


from .catalog_error_entry import CatalogErrorEntry  # noqa: E402
