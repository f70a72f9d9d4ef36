"""The way of every call, shared by all platforms' clients."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, Unpack, cast

from msgspec import field
from msgspec.structs import replace

from commerce_sdk.clock import Clock
from commerce_sdk.document.operation import Operation, Platform, Request
from commerce_sdk.errors import (
    ClientClosed,
    CommerceError,
    ConnectionFailed,
    InvalidRequest,
    Unauthenticated,
)
from commerce_sdk.runtime.call.answers import file_of, whole_of
from commerce_sdk.runtime.call.deadline import Allowance, Deadline
from commerce_sdk.runtime.call.events import Hooks
from commerce_sdk.runtime.call.exchange import WITHDRAWN, Body, Call, Context, Evidence, Reply
from commerce_sdk.runtime.call.observe import close, outcome_of
from commerce_sdk.runtime.checks import seconds_or_none
from commerce_sdk.runtime.credentials.token_cache import AuthLike, as_auth
from commerce_sdk.runtime.limits.local import Limiter
from commerce_sdk.runtime.pipeline import Pipeline
from commerce_sdk.runtime.retries.certainty import State
from commerce_sdk.runtime.retries.pauses import Pauses
from commerce_sdk.runtime.retries.policy import RetryPolicy
from commerce_sdk.runtime.retries.writes import Outcome, Wanted, Write
from commerce_sdk.runtime.settings import CoreSettings, Options
from commerce_sdk.runtime.tenants import Tenants
from commerce_sdk.value import Value

if TYPE_CHECKING:
    import httpx

    from commerce_sdk.runtime.middleware import Middleware

T = TypeVar("T")
F = TypeVar("F")


class Core(Value, frozen=True, kw_only=True):
    """A client's settings and the way of its calls. Cheap to clone; clones share connections.

    `options` holds the settings that only one platform's facade knows.
    """

    hidden: ClassVar[tuple[str, ...]] = ("pipeline", "platform", "clock", "chance", "is_root")

    pipeline: Pipeline
    clock: Clock
    chance: random.Random = field(default_factory=random.SystemRandom)
    platform: Platform
    tenants: Tenants = field(default_factory=Tenants)
    options: Mapping[str, str | None] = field(default_factory=dict)
    deadline: float | None
    attempt_timeout: float | None
    retry: RetryPolicy | None = None
    is_root: bool = True

    def __post_init__(self) -> None:
        seconds_or_none(self.deadline, "deadline")
        seconds_or_none(self.attempt_timeout, "attempt_timeout")
        if not isinstance(self.retry, RetryPolicy | None):
            raise InvalidRequest("must be a RetryPolicy, or None", path="retry")

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> str | None:
            """A tenant by the keyword that it is given by, for who looks at a client by hand."""
            for tenant, setting in self.tenants.settings.items():
                if setting.keyword == name:
                    return self.tenants.get(tenant)
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    @classmethod
    def open(
        cls,
        *,
        platform: Platform,
        base_url: str,
        auth: AuthLike | None,
        transport: httpx.AsyncBaseTransport | None,
        max_connections: int,
        limiter: Limiter | None,
        hooks: Hooks,
        clock: Clock,
        middleware: Sequence[Middleware] = (),
        tenants: Tenants | None = None,
        tier: str | None = None,
        logins: Sequence[str] = (),
        **settings: Unpack[CoreSettings],
    ) -> Self:
        """A core with connections of its own. Raises `InvalidRequest` for a wrong setting."""
        # Half the time that importing the SDK would take is this module's.
        from commerce_sdk.runtime.http.transport import HttpTransport

        below = HttpTransport(base_url, transport, max_connections)
        tenants = tenants or Tenants()
        pipeline = Pipeline(
            platform,
            below,
            as_auth(auth, platform, logins),
            limiter,
            hooks,
            clock,
            middleware,
            next((each.keyword for each in tenants.settings.values()), None),
            tier,
        )
        return cls(pipeline=pipeline, platform=platform, clock=clock, tenants=tenants, **settings)

    def with_options(self, **options: Unpack[Options]) -> Self:
        """A clone with other settings."""
        return replace(self, is_root=False, **options)

    def for_tenants(self, **tenants: str | None) -> Self:
        """A clone for other tenants, by the document's names; None keeps the present one."""
        return replace(self, is_root=False, tenants=self.tenants.but(tenants))

    async def aclose(self, grace: float | None) -> None:
        """Close the connections, where this is the root; a clone closes nothing."""
        if self.is_root:
            await self.pipeline.aclose(grace)

    # --- the way of a call

    def begin(self, allowance: Allowance | None = None) -> Context:
        """What one call, page or poll begins with: the client's deadline, within an iteration's.

        Raises `ClientClosed` or `WrongEventLoop`.
        """
        self.pipeline.check()
        logouts = getattr(self.pipeline.auth, "logouts", 0)
        if allowance is None:
            return Context(Deadline(self.deadline, self.clock), logouts=logouts)
        deadline = Deadline.within(allowance, self.deadline, self.clock)
        return Context(deadline, logouts=logouts)

    def _begun(self, operation: Operation, maybe_applied: bool | None) -> Context:
        """The same, of one call; what raises says of which, and what is known of it."""
        try:
            return self.begin()
        except CommerceError as error:
            error.about(operation.id)
            error.maybe_applied = maybe_applied
            raise

    async def ask(
        self,
        request: Request[T],
        *,
        context: Context | None = None,
        again: bool = True,
        check: Callable[[T], None] | None = None,
    ) -> T:
        """Make a call, by what a generated `build` gave, as often as the document and the policy
        allow; return what it answered. The client fills the tenants, before anything is awaited.

        `context` is that of the call that it is a part of; left out, it is a call of its own.
        `check` refuses an answer that is not to this request. Without `again` a read is repeated
        only to renew a credential: who looks again and again has pauses of its own. A write that
        the document has a look for (`keyed`, `idempotent`) goes by `write`.
        """
        request = self.tenants.fill(request)
        kind = request.operation.retry.kind
        # Sent from here, nobody would look for what became of it.
        assert kind in ("safe", "never"), f"{request.operation.id} is {kind}: it goes by `write`"
        is_safe = kind == "safe"
        context = context or self._begun(request.operation, None if is_safe else False)
        if not is_safe:
            outcome: Outcome[T, None] = await self._write(request, State.ONCE, context, check=check)
            return cast("T", outcome.answer)
        return await self._repeated(
            request.operation,
            context,
            lambda number: self._once(request, context, number, Evidence(), check),
            again=again,
        )

    async def fetch(
        self,
        request: Request[bytes],
        receive: Callable[[Body], Awaitable[F]],
        *,
        context: Context,
    ) -> F:
        """Call for a file, by a request that has its tenants: `receive` is given the bytes as they
        come, anew with each attempt."""

        async def finish(reply: Reply) -> F:
            return await receive(
                await file_of(request, reply, context.deadline, self.platform.error_families)
            )

        return await self._repeated(
            request.operation,
            context,
            lambda number: self._attempt(
                request, context, number, finish, Evidence(), is_file=True
            ),
        )

    def _pauses(self, context: Context) -> Pauses:
        return Pauses(
            policy=self.retry,
            context=context,
            clock=self.clock,
            chance=self.chance,
            quota=self.pipeline.quota,
            hooks=self.pipeline.hooks,
        )

    async def _repeated(
        self,
        operation: Operation,
        context: Context,
        attempt: Callable[[int], Awaitable[F]],
        *,
        again: bool = True,
    ) -> F:
        pauses = self._pauses(context)
        failures, renewed = 0, False
        with self.under_way(operation, context):
            while True:
                try:
                    return await attempt(failures + 1)
                except CommerceError as error:
                    failures += 1
                    error.about(operation.id)
                    error.maybe_applied = None
                    error.attempts = tuple(context.attempts)
                    if self._renewable(error) and not renewed and failures < pauses.attempts:
                        renewed = True
                        continue
                    if not (again and self.retry and self.retry.worth_another_try(error)):
                        raise
                    if not await pauses.before_attempt(failures, error):
                        raise

    async def write(
        self,
        request: Request[T],
        state: State,
        *,
        look: Callable[[Context], Awaitable[F]],
        check: Callable[[T], None],
        before: Callable[[Context], Awaitable[None]] | None = None,
        not_after: float | None = None,
    ) -> Outcome[T, F]:
        """Send a write so that it happens once, beginning at `state`: what is known of it.

        `look` asks what became of it and raises `NotFound` where nothing shows, or where another
        value does than the one that it sets; `check` refuses an answer that is not to this request;
        `before` raises where there is to be no write at all. From `not_after` on, in seconds since
        the epoch, nothing is sent: an attempt in flight ends, looks go on. Raises `TooLate` then.
        """
        request = self.tenants.fill(request)
        context = self._begun(request.operation, state.maybe_applied)
        sends = context.until(not_after)
        if before is not None:
            await before(context)
        return await self._write(request, state, context, look=look, check=check, sends=sends)

    async def _write(
        self,
        request: Request[T],
        state: State,
        context: Context,
        *,
        look: Callable[[Context], Awaitable[F]] | None = None,
        check: Callable[[T], None] | None = None,
        sends: Context | None = None,
    ) -> Outcome[T, F]:
        sends = sends or context

        async def send(number: int, evidence: Evidence, wanted: Wanted | None) -> T | None:
            return await self._once(request, sends, number, evidence, check, wanted)

        write = Write(
            state=state,
            send=send,
            look=None if look is None else lambda: look(context),
            pauses=self._pauses(context),
            sends=sends.deadline,
            renewable=self._renewable,
            refusals=request.operation.refusals,
        )
        try:
            with self.under_way(request.operation, context, lambda: write.state.maybe_applied):
                return await write.run()
        except CommerceError as error:
            error.about(request.operation.id)
            error.attempts = tuple(context.attempts)
            raise

    @contextmanager
    def under_way(
        self,
        operation: Operation,
        context: Context,
        maybe_applied: Callable[[], bool | None] = lambda: None,
    ) -> Iterator[None]:
        """Count as under way what closing may cut: its `ClientClosed` then says what is known."""
        try:
            with self.pipeline.under_way():
                yield
        except ClientClosed as error:
            error.about(operation.id)
            error.attempts = tuple(context.attempts)
            error.maybe_applied = maybe_applied()
            raise

    async def _once(
        self,
        request: Request[T],
        context: Context,
        number: int,
        evidence: Evidence,
        check: Callable[[T], None] | None,
        wanted: Wanted | None = None,
    ) -> T:
        """One attempt, decoded. Raises what it failed with."""

        async def finish(reply: Reply) -> T:
            families = self.platform.error_families
            answer = await whole_of(request, reply, context.deadline, families)
            if check is not None:
                check(answer)
            return answer

        return await self._attempt(request, context, number, finish, evidence, wanted=wanted)

    async def _attempt(
        self,
        request: Request[Any],
        context: Context,
        number: int,
        finish: Callable[[Reply], Awaitable[F]],
        evidence: Evidence,
        *,
        is_file: bool = False,
        wanted: Wanted | None = None,
    ) -> F:
        if context.deadline.expired:
            raise context.deadline.error("waiting to begin")
        began = self.clock.monotonic()
        reply: Reply | None = None
        call = Call(
            request=request,
            context=context,
            attempt_timeout=self.attempt_timeout,
            number=number,
            is_file=is_file,
            account="\n".join(request.tenants) or self.tenants.first,
            wanted=wanted,
            evidence=evidence,
            hooks=self.pipeline.hooks,
            secrets=request.secrets,
        )
        outcome, failed = "broken off", None
        try:
            reply = await self.pipeline.layers(call)
            if reply is WITHDRAWN:
                outcome, reply = "not needed any more", None
                return cast("F", None)
            answer = await finish(reply)
            outcome = f"status {reply.status}"
            self.pipeline.quota.succeeded()
            return answer
        except BaseException as error:
            failed = type(error).__name__
            if isinstance(error, CommerceError):
                outcome = outcome_of(error)
            if isinstance(error, Unauthenticated):
                error.renewable = evidence.renewable
            if isinstance(error, ConnectionFailed):
                # Which layers it went up through is no news, and half of what would be shown.
                error.__traceback__ = None
            raise
        finally:
            close(call, outcome, reply, failed, self.clock.monotonic() - began)

    @staticmethod
    def _renewable(error: CommerceError) -> bool:
        return isinstance(error, Unauthenticated) and error.renewable
