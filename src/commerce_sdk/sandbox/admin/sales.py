"""What the administration needs of the platform beside it that sells what is provisioned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

Json = Mapping[str, Any]


class Purchase(Protocol):
    """What an order comes to: its stage, when that is the last one, and the entitlements by the
    offering."""

    @property
    def stage(self) -> str: ...

    @property
    def ends_at(self) -> float: ...

    @property
    def entitlements(self) -> Mapping[str, str]: ...


class Sales(Protocol):
    """Orders and entitlements."""

    def purchase(self, order_id: str) -> Purchase: ...

    def sell_before(self, name: str, items: Sequence[Json]) -> Mapping[str, str]: ...

    def is_active(self, entitlement: str) -> bool: ...

    def related(self, entitlement: str, kind: str) -> str | None: ...
