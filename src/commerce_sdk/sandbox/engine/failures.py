"""What went wrong in a behaviour, as its caller and its author see it."""

from __future__ import annotations

from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send


class Failure(JSONResponse):
    """An exception of a behaviour: a 500 that says which, and then the exception itself, for the
    log of a server and for tests that call the application in their own process."""

    def __init__(self, what: str, fault: Exception) -> None:
        detail = f"{what}: {type(fault).__name__}: {fault}"
        # A server ends the connection over an exception; a client that knows asks on another.
        super().__init__({"detail": detail}, 500, {"Connection": "close"})
        self._fault = fault

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await super().__call__(scope, receive, send)
        raise self._fault
