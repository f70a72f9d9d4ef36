"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class PointedErrors(Model, frozen=True):
    """What is wrong, one by one."""

    _errors: list[PointedError | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="errors"
    )

    @property
    def errors(self) -> list[PointedError] | None:
        """`errors`."""
        return None if self._errors is UNSET or self._errors is None else objects(self._errors)


from .pointed_error import PointedError  # noqa: E402
