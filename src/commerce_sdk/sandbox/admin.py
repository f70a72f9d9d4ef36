"""Looking in from outside, for a sandbox in a process of its own: the routes under `/_sandbox/`."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, get_args

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from commerce_sdk.sandbox.commerce.orders import OnDuplicate, Switches
from commerce_sdk.sandbox.engine.call import Json
from commerce_sdk.sandbox.engine.clock import ManualClock
from commerce_sdk.sandbox.engine.reading import parsed
from commerce_sdk.sandbox.engine.refusal import Refusal

if TYPE_CHECKING:
    from commerce_sdk.sandbox.app import Sandbox


_LONGEST = 100 * 365 * 86_400
"""Seconds; what comes after it is beyond the calendar before long."""


def _object(content: bytes) -> Json:
    value = parsed(content)
    if not isinstance(value, dict):
        raise Refusal(400, "body_malformed", "The body is a JSON object.")
    return value


def _seconds(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Refusal(400, "parameter_invalid", f"{name} is a number of seconds.")
    if not 0 <= value <= _LONGEST:
        raise Refusal(400, "parameter_invalid", f"{name} is from 0 to {_LONGEST} seconds.")
    return float(value)


def _check_switch(name: str, value: Any) -> None:
    names = [each.name for each in fields(Switches)]
    if name not in names:
        detail = f"{name} is no switch; there are {', '.join(names)}"
        raise Refusal(400, "parameter_invalid", detail)
    if name != "on_duplicate":
        _seconds(name, value)
    elif value not in get_args(OnDuplicate):
        detail = f"{name} is one of {', '.join(get_args(OnDuplicate))}."
        raise Refusal(400, "parameter_invalid", detail)


def _refused(refusal: Refusal) -> Response:
    return JSONResponse({"detail": refusal.detail}, refusal.status)


class Admin:
    """Shows and changes a sandbox."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def routes(self) -> list[Route]:
        return [
            Route("/_sandbox/state", self._state, methods=["GET"]),
            Route("/_sandbox/switches", self._switches, methods=["POST"]),
            Route("/_sandbox/advance", self._advance, methods=["POST"]),
            Route("/_sandbox/reset", self._reset, methods=["POST"]),
        ]

    async def _state(self, request: Request) -> Response:
        orders = self._sandbox.orders
        return JSONResponse(
            {
                "switches": asdict(orders.switches),
                "orders": {
                    order.order_id: {"account": order.account, "digest": order.digest}
                    for order in orders.held.values()
                },
                "receipts": [asdict(receipt) for receipt in orders.receipts],
            }
        )

    async def _switches(self, request: Request) -> Response:
        switches = self._sandbox.orders.switches
        try:
            wanted = _object(await request.body())
            for name, value in wanted.items():
                _check_switch(name, value)
        except Refusal as refusal:
            return _refused(refusal)
        for name, value in wanted.items():
            setattr(switches, name, value)
        return JSONResponse(asdict(switches))

    async def _advance(self, request: Request) -> Response:
        clock = self._sandbox.clock
        if not isinstance(clock, ManualClock):
            return JSONResponse({"detail": "the clock is the machine's"}, status_code=409)
        try:
            seconds = _seconds("seconds", _object(await request.body()).get("seconds"))
        except Refusal as refusal:
            return _refused(refusal)
        clock.advance(seconds)
        return JSONResponse({"time": clock.time()})

    async def _reset(self, request: Request) -> Response:
        self._sandbox.reset()
        return Response(status_code=204)
