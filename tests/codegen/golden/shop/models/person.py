"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class Person(Model, frozen=True, tag_field="kind", tag="PERSON"):
    """A person."""

    _name: str | None | UnsetType = msgspec.field(default=UNSET, name="name")

    @property
    def kind(self) -> str:
        """`kind`."""
        return "PERSON"

    @property
    def name(self) -> str | None:
        """`name`."""
        return None if self._name is UNSET else self._name
