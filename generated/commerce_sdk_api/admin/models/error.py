"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class Error(Model, frozen=True):
    """One thing that was wrong. That the installations answer with these too is inferred; their
    errors are not published."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _code: str | None | UnsetType = msgspec.field(default=UNSET, name="code")
    _title: str | None | UnsetType = msgspec.field(default=UNSET, name="title")
    _detail: str | None | UnsetType = msgspec.field(default=UNSET, name="detail")

    @property
    def id(self) -> str | None:
        """The id of this occurrence."""
        return None if self._id is UNSET else self._id

    @property
    def status(self) -> str | None:
        """The status, as text."""
        return None if self._status is UNSET else self._status

    @property
    def code(self) -> str | None:
        """What is wrong, for programs. Published are ADMIN-400-1 (cursor), 400-2 (domain), 400-3
        (date), 400-4 (resource), 400-24 (body), 403-3 (may not manage the organization), 404-1
        (resource), 404-2 (organization), 405-1, 409-28 (conflict), 429-1 (limit) and 500-1."""
        return None if self._code is UNSET else self._code

    @property
    def title(self) -> str | None:
        """What is wrong, in a few words."""
        return None if self._title is UNSET else self._title

    @property
    def detail(self) -> str | None:
        """What is wrong, with particulars."""
        return None if self._detail is UNSET else self._detail
