"""What a client and its clones share, from the first call to the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Protocol

import anyio
import anyio.lowlevel

from commerce_sdk.clock import Clock
from commerce_sdk.document.operation import Platform
from commerce_sdk.errors import ClientClosed, InvalidRequest, WrongEventLoop
from commerce_sdk.runtime.call.events import Hooks
from commerce_sdk.runtime.call.exchange import Layer
from commerce_sdk.runtime.call.observe import Observe
from commerce_sdk.runtime.checks import checked_clock
from commerce_sdk.runtime.credentials.auth import Auth, Authenticate, OfOneClient
from commerce_sdk.runtime.limits.layer import KeepLimits, known_tier
from commerce_sdk.runtime.limits.local import Limiter
from commerce_sdk.runtime.retries.policy import RetryQuota
from commerce_sdk.runtime.retries.writes import Confirm

if TYPE_CHECKING:
    from commerce_sdk.runtime.http.transport import HttpTransport
    from commerce_sdk.runtime.middleware import Middleware


class UnderWay(Protocol):
    """What closing waits for: a call, or a file that is open."""

    def cancel(self) -> None:
        """Closing has waited enough."""


_AROUND: ContextVar[tuple[tuple[Pipeline, UnderWay], ...]] = ContextVar("around", default=())
"""The calls that the code at hand runs in, outermost first; tasks that it begins are in them too.
They may wait for it, so it must not wait for them."""


class Pipeline:
    """The transport with the layers above it, the credential, and the calls under way."""

    def __init__(
        self,
        platform: Platform,
        transport: HttpTransport,
        auth: Auth,
        limiter: Limiter | None,
        hooks: Hooks,
        clock: Clock,
        middleware: Sequence[Middleware] = (),
        account_setting: str | None = None,
        tier: str | None = None,
    ) -> None:
        checked_clock(clock)
        tier = known_tier(tier, platform.tiers)
        if not isinstance(hooks, Hooks):
            raise InvalidRequest("must be Hooks", path="hooks")
        # The class of a limiter has all that a limiter has.
        if isinstance(limiter, type) or not isinstance(limiter, Limiter | None):
            raise InvalidRequest("must be a Limiter, or None", path="limiter")
        self.platform = platform
        self.transport = transport
        self.auth = auth
        self.hooks = hooks
        self.quota: RetryQuota = RetryQuota()
        credential = Authenticate(auth, platform, clock, Confirm(Observe(hooks, transport)))
        self.layers: Layer = credential
        if middleware != ():
            from commerce_sdk.runtime.middleware import around  # most clients have none

            keys = {scheme.header.lower() for scheme in platform.schemes}
            self.layers = around(middleware, self.layers, frozenset({"authorization", *keys}))
        if limiter is not None:
            self.layers = KeepLimits(
                limiter,
                transport.server,
                auth,
                clock,
                self.layers,
                account_setting,
                credential if credential.may_wait else None,
                tier,
            )
        self.closed: bool = False
        self._loop: object | None = None
        self._under_way: set[UnderWay] = set()
        self._left_out: frozenset[UnderWay] = frozenset()
        self._all_over: anyio.Event | None = None

    def check(self) -> None:
        """May a call begin? Raises `ClientClosed` or `WrongEventLoop`."""
        if self.closed:
            raise ClientClosed("the client is closed; make a new one, or keep it open longer")
        loop = anyio.lowlevel.current_token()
        if self._loop is None:
            self._loop = loop
        elif self._loop != loop:
            self.check_loop()

    def check_loop(self) -> None:
        """Raises `WrongEventLoop` in another event loop than the one of the first call."""
        if self._loop is not None and self._loop != anyio.lowlevel.current_token():
            raise WrongEventLoop("the client belongs to another event loop; make one in each loop")

    @contextmanager
    def under_way(self) -> Iterator[None]:
        """Count a call as under way. Raises `ClientClosed` in it once closing has waited enough."""
        scope = anyio.CancelScope()
        self._under_way.add(scope)
        around = _AROUND.get()
        if around:
            # A task that outlives the call that began it is in it no more.
            around = tuple(pair for pair in around if pair[1] in pair[0]._under_way)
        entered = _AROUND.set((*around, (self, scope)))
        try:
            with scope:
                yield
        finally:
            try:  # noqa: SIM105 - every call comes this way
                _AROUND.reset(entered)
            except ValueError:
                pass  # one that was let fall ends wherever its memory is freed
            self._under_way.discard(scope)
            if self._all_over is not None:
                self.end(scope)
        if scope.cancelled_caught:
            raise ClientClosed("the client was closed while this call was under way")

    def begin(self, what: UnderWay) -> None:
        """From now on closing waits for this, and cancels it in the end."""
        self._under_way.add(what)

    def end(self, what: UnderWay) -> None:
        """It is over; a second time this is nothing."""
        self._under_way.discard(what)
        if self._all_over is not None and self._under_way <= self._left_out:
            self._all_over.set()

    async def aclose(self, grace: float | None) -> None:
        """Let no call begin, wait so long for those under way, cut what is left, and disconnect.

        Calls that this runs in, of a middleware or a token function, are cut and not waited for.
        Raises `WrongEventLoop`, and closes nothing, where the connections belong to another loop.
        """
        if self.closed:
            return
        self.check_loop()
        self.closed = True
        self._left_out = frozenset(what for _, what in _AROUND.get())
        try:
            with anyio.move_on_after(grace):
                await self._until_all_over()
        finally:
            for what in list(self._under_way):
                what.cancel()
            with anyio.CancelScope(shield=True):
                await self._until_all_over()
                if isinstance(self.auth, OfOneClient):
                    await self.auth.aclose()
                await self.transport.aclose()
        if self._left_out & self._under_way:
            await anyio.lowlevel.checkpoint_if_cancelled()  # the call that did this ends here

    async def _until_all_over(self) -> None:
        # One thing may begin as another ends: a file's parts, as the call that brought them.
        while not self._under_way <= self._left_out:
            self._all_over = anyio.Event()
            await self._all_over.wait()
