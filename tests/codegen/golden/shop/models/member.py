"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import each, objects
from commerce_sdk.document.model import Model
from commerce_sdk.secret import hide_texts


class Member(Model, frozen=True):
    """A member."""

    secret_names: ClassVar[frozenset[str]] = frozenset({"_key", "_spares"})
    _name: str | None | UnsetType = msgspec.field(default=UNSET, name="name")
    _key: str | None | UnsetType = msgspec.field(default=UNSET, name="key")
    _spares: list[str | None] | None | UnsetType = msgspec.field(default=UNSET, name="spares")
    _friends: list[Friend | None] | None | UnsetType = msgspec.field(default=UNSET, name="friends")

    @property
    def name(self) -> str | None:
        """`name`."""
        return None if self._name is UNSET else self._name

    @property
    def key(self) -> str | None:
        """`key`."""
        return None if self._key is UNSET or self._key is None else hide_texts(self._key)

    @property
    def spares(self) -> list[str] | None:
        """`spares`."""
        return (
            None
            if self._spares is UNSET or self._spares is None
            else each(self._spares, lambda entry: hide_texts(entry))
        )

    @property
    def friends(self) -> list[Friend] | None:
        """`friends`."""
        return None if self._friends is UNSET or self._friends is None else objects(self._friends)


from .friend import Friend  # noqa: E402
