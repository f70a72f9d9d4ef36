"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class Failure(Model, frozen=True):
    """What went wrong."""

    _errors: list[FailureEntry | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="errors"
    )

    @property
    def errors(self) -> list[FailureEntry] | None:
        """Each thing that went wrong."""
        return None if self._errors is UNSET or self._errors is None else objects(self._errors)


from .failure_entry import FailureEntry  # noqa: E402
