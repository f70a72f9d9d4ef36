"""The `tills` namespace of the shop."""

from __future__ import annotations

from msgspec import UNSET

from commerce_sdk.runtime.call.answers import about
from commerce_sdk.runtime.namespace import Namespace
from tests.codegen.golden.shop.api import tills
from tests.codegen.golden.shop.models import OpeningInput, Till


class Tills(Namespace):
    """Open and read the tills of the client's shop."""

    async def get(self, till_id: str) -> Till:
        """A till. Raises `NotFound`."""
        return await self._core.ask(tills.get_till.build(till_id=till_id), check=about(till_id))

    async def open(self, till_id: str, *, note: str | None = None) -> Till:
        """Have the client's clerk open a till: it is accepted, and open soon."""
        body = OpeningInput(note=UNSET if note is None else note)
        request = tills.open_till.build(till_id=till_id, body=body)
        return await self._core.ask(request, check=about(till_id))
