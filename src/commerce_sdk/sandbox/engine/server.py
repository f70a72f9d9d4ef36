"""Platforms in one process, as an ASGI application: each under its prefix, in one world."""

from __future__ import annotations

import re
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Router
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocketClose

from commerce_sdk.sandbox.engine.clock import Clock, ManualClock, SystemClock
from commerce_sdk.sandbox.engine.control import control_routes
from commerce_sdk.sandbox.engine.given import a
from commerce_sdk.sandbox.engine.platform import Platform
from commerce_sdk.sandbox.engine.routes import raw_path
from commerce_sdk.sandbox.engine.world import World

_PREFIX = re.compile(r"(/[A-Za-z0-9._~-]+)*")


class Server:
    """Serves one platform, or several, each under its prefix.

        server = Server({"/one": one, "/other": other}, clock=ManualClock())

    Args:
        platforms: The platform, or platforms by their prefixes. The base path of a platform's
            document comes after its prefix.
        clock: `SystemClock()`, or a `ManualClock()` that stands still until it is advanced.
        seed: Makes what is drawn by chance repeatable.

    Raises `BehaviourError` where a behaviour and its document do not fit, `ValueError` for what is
    no platform or no prefix.

    What a behaviour raises, and a `WrongAnswer`, is a 500 whose `detail` names the operation, and
    is then raised: a server that runs this logs it, and `httpx.ASGITransport` raises it in a test.
    """

    def __init__(
        self,
        platforms: Platform | Mapping[str, Platform],
        *,
        clock: Clock | None = None,
        seed: int = 0,
    ) -> None:
        given = {"": platforms} if isinstance(platforms, Platform) else platforms
        if not isinstance(given, Mapping):
            raise ValueError(f"platforms: one, or each by its prefix, not {a(given)}")
        self.platforms = dict(given)
        for prefix, platform in self.platforms.items():
            if not isinstance(platform, Platform):
                raise ValueError(f"platforms: {prefix!r} is {a(platform)}; make a Platform of it")
            if not _PREFIX.fullmatch(prefix):
                raise ValueError(f"platforms: {prefix!r} is no prefix; write it like '/one'")
        served = list(self.platforms.values())
        if len(set(served)) < len(served) or any(platform.served for platform in served):
            raise ValueError("platforms: a Platform is served once, in one place; make another")
        bases = [prefix + each.document.base_path for prefix, each in self.platforms.items()]
        for base in bases:
            if bases.count(base) > 1:
                raise ValueError(f"platforms: two would answer at {base!r}; write other prefixes")
        self.clock = clock or SystemClock()
        self.seed = seed
        self._begin()
        # The longest first, so that one prefix may begin like another.
        self._bases = sorted(
            (
                (prefix + platform.document.base_path, platform)
                for prefix, platform in self.platforms.items()
            ),
            key=lambda each: -len(each[0]),
        )
        self._app = Router(
            control_routes(self.platforms, self.clock, self.reset),
            redirect_slashes=False,
            default=self._serve,
        )

    def reset(self) -> None:
        """Forget everything that happened: each platform begins in a new world, where a
        `ManualClock` shows the time that it began with."""
        if isinstance(self.clock, ManualClock):
            self.clock.reset()
        self._begin()

    def _begin(self) -> None:
        self.world = World(self.clock, self.seed)
        for prefix, platform in self.platforms.items():
            platform.begin(self.world.drawing(prefix))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await WebSocketClose()(scope, receive, send)
            return
        response = await self._respond(Request(scope, receive))
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        path = raw_path(request)
        for base, platform in self._bases:
            if path.startswith(f"{base}/"):
                return await platform.respond(request, path.removeprefix(base))
        if len(self._bases) == 1:
            return await self._bases[0][1].respond(request, "")
        known = [base for base, _ in self._bases]
        detail = f"There is nothing here; there are {', '.join(known)}"
        return JSONResponse({"detail": detail}, 404)
