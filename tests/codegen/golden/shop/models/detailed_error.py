"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class DetailedError(Model, frozen=True):
    """What is wrong, under one name."""

    _error: ErrorDetails | None | UnsetType = msgspec.field(default=UNSET, name="error")

    @property
    def error(self) -> ErrorDetails | None:
        """What is wrong."""
        return None if self._error is UNSET else self._error


from .error_details import ErrorDetails  # noqa: E402
