"""Looking in from outside, for a sandbox in a process of its own: the routes under `/_sandbox/`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from commerce_sdk.sandbox.clock import ManualClock

if TYPE_CHECKING:
    from commerce_sdk.sandbox.app import Sandbox


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
        wanted = await request.json()
        switches = self._sandbox.orders.switches
        known = asdict(switches)
        for name in wanted:
            if name not in known:
                detail = f"{name} is no switch; there are {', '.join(known)}"
                return JSONResponse({"detail": detail}, status_code=400)
        for name, value in wanted.items():
            setattr(switches, name, value)
        return JSONResponse(asdict(switches))

    async def _advance(self, request: Request) -> Response:
        clock = self._sandbox.clock
        if not isinstance(clock, ManualClock):
            return JSONResponse({"detail": "the clock is the machine's"}, status_code=409)
        clock.advance(float((await request.json())["seconds"]))
        return JSONResponse({"time": clock.time()})

    async def _reset(self, request: Request) -> Response:
        self._sandbox.reset()
        return Response(status_code=204)
