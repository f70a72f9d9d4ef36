"""Platforms in one process, as an ASGI application: each under its prefix, in one world."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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


Platforms = Platform | Sequence[Platform]


@dataclass(frozen=True)
class _Place:
    """Where a platform is served: at a base of an origin, which has a name where it is a further
    one; and seen from outside by a name."""

    name: str
    base: str
    platform: Platform
    origin: str = ""


class Server:
    """Serves one platform, or several, each under its prefix or at the base path of its document.

        server = Server({"/one": one, "/other": other}, clock=ManualClock())
        server = Server([one, other], clock=ManualClock())

    Args:
        platforms: The platform, several, or either by their prefixes. The base path of a platform's
            document comes after its prefix. Of several at one prefix the first is seen from outside
            by the prefix, the others by their bases.
        clock: `SystemClock()`, or a `ManualClock()` that stands still until it is advanced.
        seed: Makes what is drawn by chance repeatable.
        origins: Where the further origins of platforms are, by their names: `127.0.0.1:8001`. One
            that is not named here is the host of its name: `http://tokens` of `tokens`. Seen from
            outside it has its name behind that of its platform.

    Raises `BehaviourError` where a behaviour and its document do not fit, `ValueError` for what is
    no platform or no prefix.

    What a behaviour raises, and a `WrongAnswer`, is a 500 whose `detail` names the operation, and
    is then raised: a server that runs this logs it, and `httpx.ASGITransport` raises it in a test.
    """

    def __init__(
        self,
        platforms: Platforms | Mapping[str, Platforms],
        *,
        clock: Clock | None = None,
        seed: int = 0,
        origins: Mapping[str, str] | None = None,
    ) -> None:
        given = platforms if isinstance(platforms, Mapping) else {"": platforms}
        self._places = [place for each in given.items() for place in _places(*each)]
        served = [each.platform for each in self._places]
        if len(set(served)) < len(served) or any(platform.served for platform in served):
            raise ValueError("platforms: a Platform is served once, in one place; make another")
        self._origins = _addresses(self._places, origins or {})
        bases = [f"{each.origin and f'//{each.origin}'}{each.base}" for each in self._places]
        for taken in (bases, [each.name for each in self._places]):
            twice = next((each for each in taken if taken.count(each) > 1), None)
            if twice is not None:
                raise ValueError(f"platforms: two would answer at {twice!r}; write other prefixes")
        self.platforms: dict[str, Platform] = {each.name: each.platform for each in self._places}
        self.clock: Clock = clock or SystemClock()
        self.seed = seed
        self._begin()
        # The longest first, so that one prefix may begin like another.
        self._places.sort(key=lambda each: -len(each.base))
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
        self.world: World = World(self.clock, self.seed)
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
        path, origin = raw_path(request), self._origin_of(request)
        places = [each for each in self._places if each.origin == origin]
        for each in places:
            if path.startswith(f"{each.base}/"):
                return await each.platform.respond(request, path.removeprefix(each.base))
        if len(places) == 1:
            return await places[0].platform.respond(request, "")
        known = ", ".join(each.base for each in places)
        return JSONResponse({"detail": f"There is nothing here; there are {known}"}, 404)

    def _origin_of(self, request: Request) -> str:
        """The further origin that a request came to; empty for the first one."""
        # Not by a header, which is the caller's to write.
        host, port = request.scope.get("server") or ("", None)
        known = self._origins
        return known.get(f"{host}:{port}", known.get(str(host), ""))


def _places(prefix: str, given: object) -> Iterator[_Place]:
    """Where the platforms of a prefix are served. Raises `ValueError` for what is none."""
    several = [given] if isinstance(given, Platform) else given
    if not isinstance(several, list | tuple) or not several:
        raise ValueError(f"platforms: at {prefix!r} is {a(given)}; give one Platform or several")
    if not _PREFIX.fullmatch(prefix):
        raise ValueError(f"platforms: {prefix!r} is no prefix; write it like '/one'")
    for number, each in enumerate(several):
        if not isinstance(each, Platform):
            raise ValueError(f"platforms: {prefix!r} is {a(each)}; make a Platform of it")
        base = prefix + each.document.base_path
        name = base if number else prefix
        yield _Place(name, base, each)
        for origin, beside in each.origins.items():
            yield _Place(f"{name}/{origin}", beside.document.base_path, beside, origin)


def _addresses(places: Sequence[_Place], given: Mapping[str, str]) -> dict[str, str]:
    """The further origins, by their addresses. Raises `ValueError` for one that there is not."""
    names = {each.origin for each in places if each.origin}
    for name in given:
        if name not in names:
            known = ", ".join(sorted(names)) or "none"
            raise ValueError(f"origins: {name!r} is none of the platforms'; there are {known}")
    addresses = {given.get(name, name): name for name in names}
    if len(addresses) < len(names):
        raise ValueError("origins: two are at one address; give each its own")
    return addresses
