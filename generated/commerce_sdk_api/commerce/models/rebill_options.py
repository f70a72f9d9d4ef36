"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model


class RebillOptions(Model, frozen=True):
    """How an item bills again."""

    _bill_from_timestamp: int | None | UnsetType = msgspec.field(
        default=UNSET, name="billFromTimestamp"
    )

    @property
    def bill_from_timestamp(self) -> datetime.datetime | int | None:
        """From when."""
        return (
            None
            if self._bill_from_timestamp is UNSET or self._bill_from_timestamp is None
            else from_epoch_ms(self._bill_from_timestamp)
        )
