"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class Errors(Model, frozen=True):
    """What was wrong."""

    _errors: list[Error | None] | None | UnsetType = msgspec.field(default=UNSET, name="errors")

    @property
    def errors(self) -> list[Error] | None:
        """Each thing that was wrong."""
        return None if self._errors is UNSET or self._errors is None else objects(self._errors)


from .error import Error  # noqa: E402
