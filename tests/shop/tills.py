"""The `tills` namespace of the shop."""

from __future__ import annotations

from msgspec import UNSET

from commerce_sdk.errors import NotFound
from commerce_sdk.runtime.call.answers import about
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.namespace import Namespace
from commerce_sdk.runtime.retries.certainty import State
from tests.codegen.golden.shop.api import tills
from tests.codegen.golden.shop.models import OpeningInput, StateInput, Till


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

    async def set(self, till_id: str, state: str) -> Till:
        """Set a till to a state; what is unclear is looked for before it is sent again."""
        request = tills.set_till.build(till_id=till_id, body=StateInput(state=state))
        check = about(till_id)

        async def shown(context: Context) -> Till:
            read_back = tills.get_till.build(till_id=till_id)
            till = await self._core.ask(read_back, context=context, again=False, check=check)
            if till.state != state:
                raise NotFound(404, title="it has another state")
            return till

        outcome = await self._core.write(request, State.FRESH, look=shown, check=check)
        till = outcome.found or outcome.answer
        assert till is not None, "every success has the till"
        return till
