"""The `racks` namespace of the shop."""

from __future__ import annotations

from commerce_sdk.runtime.call.answers import about
from commerce_sdk.runtime.namespace import Namespace
from tests.codegen.golden.shop.api import racks
from tests.codegen.golden.shop.models import Rack, RackInput


class Racks(Namespace):
    """Read and fill racks, under a media type of their own."""

    async def get(self, rack_id: str) -> Rack:
        """A rack. What is wrong with it comes as a list with pointers."""
        return await self._core.ask(racks.get_rack.build(rack_id=rack_id), check=about(rack_id))

    async def fill(self, label: str) -> Rack:
        """Fill a rack. What is wrong comes as a list of details."""
        return await self._core.ask(racks.fill_rack.build(body=RackInput(label=label)))
