"""The `stands` namespace of the shop."""

from __future__ import annotations

from commerce_sdk.runtime.namespace import Namespace
from tests.codegen.golden.shop.api import stands
from tests.codegen.golden.shop.models import RackCount


class Stands(Namespace):
    """Put racks up and take them away, each under limits of another kind."""

    async def count(self) -> RackCount:
        """How many racks there are."""
        return await self._core.ask(stands.count_racks.build())

    async def add_rack(self) -> None:
        """Put up another rack."""
        await self._core.ask(stands.add_rack.build())

    async def remove_racks(self) -> None:
        """Take away those that are empty."""
        await self._core.ask(stands.remove_racks.build())

    async def opening(self) -> None:
        """Return if the racks are open."""
        await self._core.ask(stands.get_opening.build())
