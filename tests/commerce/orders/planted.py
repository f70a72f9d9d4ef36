"""Bugs that nobody must be able to write unnoticed, to plant and see the tests turn red."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from msgspec.structs import replace

from commerce_sdk.document.operation import Request
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.core import Core
from commerce_sdk.runtime.retries import certainty
from commerce_sdk.runtime.retries.certainty import Event, State
from commerce_sdk.runtime.retries.writes import Write

_once = Core._once


async def _a_new_id_for_each_attempt(
    core: Core, request: Request[Any], deadline: Deadline, number: int, *rest: Any
) -> Any:
    if request.body is not None and number > 1:
        fresh = f'"orderId":"{number:08d}'.encode()
        request = replace(request, body=request.body[:1] + fresh + request.body[20:])
    return await _once(core, request, deadline, number, *rest)


async def _blind(write: Write[Any, Any]) -> Event:
    write._looks += 1
    return Event.ABSENT


_SENT_AGAIN_AT_ONCE = {
    **certainty._NEXT,
    State.FRESH: {**certainty._NEXT[State.FRESH], Event.UNCLEAR: State.KNOWN},
}
_A_CONFLICT_BELIEVED = {
    **certainty._NEXT,
    State.FRESH: {**certainty._NEXT[State.FRESH], Event.CONFLICT: State.NOT_APPLIED},
    State.RESEND: {**certainty._NEXT[State.RESEND], Event.CONFLICT: State.MAYBE_APPLIED},
}


@attrs.frozen
class Planted:
    """A bug, where it is planted, and what of it is noticed."""

    name: str
    where: object
    what: str
    bug: Any
    noticed: str

    def plant(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(self.where, self.what, self.bug)


PLANTED = [
    Planted("a new id each time", Core, "_once", _a_new_id_for_each_attempt, "same bytes"),
    Planted("no look", Write, "_look", _blind, "nothing is sent again|could have been found"),
    Planted(
        "sent again at once",
        certainty,
        "_NEXT",
        _SENT_AGAIN_AT_ONCE,
        "nothing is sent again|could have been found",
    ),
    Planted(
        "a 409 raised at once",
        certainty,
        "_NEXT",
        _A_CONFLICT_BELIEVED,
        "called unplaced|could have been found",
    ),
    Planted(
        "called unplaced", State, "maybe_applied", property(lambda state: False), "called unplaced"
    ),
]
