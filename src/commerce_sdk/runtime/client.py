"""The way of every call, shared by all platforms' clients."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self, TypeVar

from msgspec import field
from msgspec.structs import replace

from commerce_sdk import defaults
from commerce_sdk.clock import Clock
from commerce_sdk.errors import (
    ApiError,
    Attempt,
    ClientClosed,
    CommerceError,
    ConnectionFailed,
    DeadlineExceeded,
    DecodeError,
    InvalidRequest,
    RateLimited,
)
from commerce_sdk.operation import Endpoint, Operation, Request
from commerce_sdk.runtime.call import Body, Call, Reply
from commerce_sdk.runtime.connection import Connection
from commerce_sdk.runtime.deadline import Allowance, Deadline
from commerce_sdk.runtime.events import Hooks
from commerce_sdk.runtime.keyed import KeyedWrite, Outcome
from commerce_sdk.runtime.limits import Limiter
from commerce_sdk.runtime.pauses import Pauses
from commerce_sdk.runtime.problems import (
    api_error,
    is_error,
    may_have_applied,
    surely_not_sent,
    surely_refused,
)
from commerce_sdk.runtime.redaction import log_attempt
from commerce_sdk.runtime.retry import RetryPolicy, is_renewable
from commerce_sdk.runtime.settings import seconds_or_none
from commerce_sdk.runtime.slices import read_answer
from commerce_sdk.runtime.token_cache import AuthLike, as_auth
from commerce_sdk.value import Value

if TYPE_CHECKING:
    import httpx

Confirmation = Callable[[], Awaitable[None]] | None
T = TypeVar("T")
F = TypeVar("F")


class Core(Value, frozen=True, kw_only=True):
    """A client's settings and the way of its calls. Cheap to clone; clones share connections.

    `platform` holds the settings that only one platform's facade knows.
    """

    hidden = ("connection", "clock", "chance", "is_root")

    connection: Connection
    clock: Clock
    chance: random.Random = field(default_factory=random.SystemRandom)
    transaction_account: str | None = None
    catalog_account: str | None = None
    platform: Mapping[str, Any] = field(default_factory=dict)
    deadline: float | None
    attempt_timeout: float | None
    retry: RetryPolicy | None = None
    is_root: bool = True

    def __post_init__(self) -> None:
        seconds_or_none(self.deadline, "deadline")
        seconds_or_none(self.attempt_timeout, "attempt_timeout")
        if not isinstance(self.retry, RetryPolicy | None):
            raise InvalidRequest("must be a RetryPolicy, or None", path="retry")

    @classmethod
    def open(
        cls,
        *,
        base_url: str,
        auth: AuthLike,
        transport: httpx.AsyncBaseTransport | None,
        max_connections: int,
        limiter: Limiter | None,
        hooks: Hooks,
        clock: Clock,
        **settings: Any,
    ) -> Self:
        """A core with connections of its own. Raises `InvalidRequest` for a wrong setting."""
        # Half the time that importing the SDK would take is this module's.
        from commerce_sdk.runtime.transport import HttpTransport

        below = HttpTransport(base_url, transport, max_connections)
        connection = Connection(below, as_auth(auth), limiter, hooks, clock)
        return cls(connection=connection, clock=clock, **settings)

    def with_options(self, **options: Any) -> Self:
        """A clone with other settings."""
        return replace(self, is_root=False, **options)

    def for_account(self, transaction_account: str | None, catalog_account: str | None) -> Self:
        """A clone for other accounts; None keeps the present one."""
        return replace(
            self,
            is_root=False,
            transaction_account=transaction_account or self.transaction_account,
            catalog_account=catalog_account or self.catalog_account,
        )

    async def aclose(self, grace: float | None) -> None:
        """Close the connections, where this is the root; a clone closes nothing."""
        if self.is_root:
            await self.connection.aclose(grace)

    # --- what a call is given

    def tenant_arguments(self, operation: Operation) -> dict[str, str]:
        """The arguments of a generated `build` that the client fills.

        Raises `InvalidRequest` naming the setting that is missing.
        """
        accounts = {"transaction": self.transaction_account, "catalog": self.catalog_account}
        arguments = {}
        for tenant in operation.tenants:
            account = accounts[tenant.kind]
            if account is not None:
                arguments[tenant.argument] = account
            elif tenant.required:
                raise InvalidRequest(
                    f"{operation.id} needs it: set it on the client", path=f"{tenant.kind}_account"
                )
        return arguments

    def open_deadline(self, allowance: Allowance | None = None) -> Deadline:
        """The deadline of one call, page or poll: the client's, within an iteration's.

        Raises `ClientClosed` or `WrongEventLoop`: a call begins here.
        """
        self.connection.check()
        left = allowance.left() if allowance is not None else None
        limits = [limit for limit in (self.deadline, left) if limit is not None]
        return Deadline(min(limits) if limits else None, self.clock)

    # --- the way of a call

    async def ask(self, endpoint: Endpoint[T], **arguments: Any) -> T:
        """Call a generated endpoint; the client fills the account."""
        return await self.call(self.request(endpoint, **arguments))

    def request(self, endpoint: Endpoint[T], **arguments: Any) -> Request[T]:
        """The request of a generated endpoint with the client's account in it.

        Raises `InvalidRequest` for a value that the document forbids.
        """
        return endpoint.build(**arguments, **self.tenant_arguments(endpoint.OPERATION))

    async def call(self, request: Request[T], *, deadline: Deadline | None = None) -> T:
        """Make a call as often as the document and the policy allow; return what it answered."""
        deadline = deadline or self.open_deadline()
        return await self._repeated(
            request.operation, deadline, lambda number: self.once(request, deadline, number)
        )

    async def fetch(
        self,
        request: Request[bytes],
        receive: Callable[[Body], Awaitable[F]],
        *,
        deadline: Deadline,
    ) -> F:
        """Call for a file: `receive` is given its bytes as they come, anew with each attempt."""

        async def finish(reply: Reply) -> F:
            return await receive(await _file_of(request, reply, self.clock.time()))

        return await self._repeated(
            request.operation,
            deadline,
            lambda number: self._attempt(request, deadline, number, finish, is_file=True),
        )

    def _pauses(self, deadline: Deadline) -> Pauses:
        return Pauses(
            policy=self.retry,
            deadline=deadline,
            clock=self.clock,
            chance=self.chance,
            quota=self.connection.quota,
            hooks=self.connection.hooks,
        )

    async def _repeated(
        self,
        operation: Operation,
        deadline: Deadline,
        attempt: Callable[[int], Awaitable[F]],
    ) -> F:
        pauses = self._pauses(deadline)
        failures, renewed = 0, False
        with self._under_way(operation, deadline):
            while True:
                try:
                    return await attempt(failures + 1)
                except CommerceError as error:
                    failures += 1
                    self._mark(operation, error)
                    error.attempts = tuple(deadline.history)
                    if self._renewable(error) and not renewed and failures < pauses.attempts:
                        renewed = True
                        continue
                    if not self._again(operation, error):
                        raise
                    await pauses.before_attempt(failures, error)

    async def send_once(
        self,
        request: Request[T],
        *,
        read_back: Callable[[Deadline], Awaitable[F]],
        check: Callable[[T], None],
    ) -> Outcome[T, F]:
        """Send a keyed write so that it happens once. `check` refuses an answer that is not to
        this request; `read_back` asks what happened and raises `NotFound` where nothing shows."""
        deadline = self.open_deadline()
        sent = 0

        async def send(confirm: Confirmation) -> T:
            nonlocal sent
            sent += 1
            answer = await self.once(request, deadline, sent, confirm)
            check(answer)
            return answer

        write = KeyedWrite(
            send=send,
            read_back=lambda: read_back(deadline),
            pauses=self._pauses(deadline),
            renewable=self._renewable,
        )
        try:
            with self._under_way(request.operation, deadline):
                return await write.run()
        except CommerceError as error:
            error.about(request.operation)
            error.attempts = tuple(deadline.history)
            raise

    @contextmanager
    def _under_way(self, operation: Operation, deadline: Deadline) -> Iterator[None]:
        try:
            with self.connection.under_way():
                yield
        except ClientClosed as error:
            error.about(operation)
            error.attempts = tuple(deadline.history)
            is_write = operation.retry.kind != "safe"
            error.maybe_applied = may_have_applied(operation, error) if is_write else None
            raise

    async def once(
        self,
        request: Request[T],
        deadline: Deadline,
        number: int,
        confirm: Confirmation = None,
    ) -> T:
        """One attempt, decoded. Raises what it failed with."""

        async def finish(reply: Reply) -> T:
            return await self._read(request, reply, deadline)

        return await self._attempt(request, deadline, number, finish, confirm=confirm)

    async def _attempt(
        self,
        request: Request[Any],
        deadline: Deadline,
        number: int,
        finish: Callable[[Reply], Awaitable[F]],
        *,
        is_file: bool = False,
        confirm: Confirmation = None,
    ) -> F:
        if deadline.expired:
            raise deadline.error("waiting for its turn", maybe_applied=False)
        began = self.clock.monotonic()
        reply: Reply | None = None
        call = Call(
            request=request,
            deadline=deadline,
            attempt_timeout=self.attempt_timeout,
            number=number,
            is_file=is_file,
            account=self.transaction_account or self.catalog_account,
            confirm=confirm,
            hooks=self.connection.hooks,
        )
        outcome = "broken off"
        try:
            reply = await self.connection.layers(call)
            answer = await finish(reply)
            outcome = f"status {reply.status}"
            self.connection.quota.succeeded()
            return answer
        except CommerceError as error:
            outcome = _outcome(error)
            raise
        finally:
            attempt = Attempt(
                number=number,
                operation=request.operation.id,
                outcome=outcome,
                seconds=self.clock.monotonic() - began,
                sent=call.evidence.may_have_sent,
                status=reply.status if reply is not None else None,
            )
            deadline.history.append(attempt)
            log_attempt(
                attempt,
                request.operation.method,
                request.operation.path,
                reply.request_id if reply is not None else None,
            )

    async def _read(self, request: Request[T], reply: Reply, deadline: Deadline) -> T:
        with deadline.charge("decoding"):
            if is_error(request.operation, reply.status):
                raise api_error(request, reply, self.clock.time())
            try:
                return await read_answer(request, reply.status, reply.content)
            except DecodeError as error:
                error.status = reply.status
                error.request_id = reply.request_id
                error.content = reply.content[: defaults.DECODE_ERROR_BYTES]
                raise

    def _renewable(self, error: CommerceError) -> bool:
        return is_renewable(error, self.connection.auth.renewable)

    def _again(self, operation: Operation, error: CommerceError) -> bool:
        if operation.retry.kind == "safe":
            return self.retry is not None and self.retry.worth_another_try(error)
        unsent = isinstance(error, ConnectionFailed) and not error.sent
        return unsent or isinstance(error, RateLimited)

    def _mark(self, operation: Operation, error: CommerceError) -> None:
        error.about(operation)
        if operation.retry.kind == "safe":
            error.maybe_applied = None
        elif error.maybe_applied is None:
            error.maybe_applied = not (surely_not_sent(error) or surely_refused(error))


async def _file_of(request: Request[bytes], reply: Reply, now: float) -> Body:
    """The bytes of a file. Raises what the answer is where it is none."""
    if is_error(request.operation, reply.status):
        raise api_error(request, reply, now)
    media = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
    # A gateway's page with status 200 must not end up under a file's name.
    if reply.body is not None and media != "application/json" and not media.startswith("text/"):
        return reply.body
    if reply.body is not None:
        await reply.body.aclose()
    raise DecodeError(
        f"{media or 'nothing'} came where a file should be",
        status=reply.status,
        request_id=reply.request_id,
    )


def _outcome(error: CommerceError) -> str:
    match error:
        case ApiError():
            return f"status {error.status}"
        case ConnectionFailed():
            return "no answer" if error.sent else "not sent"
        case DecodeError():
            return "an answer that cannot be read"
        case DeadlineExceeded():
            return "the deadline ended"
    return type(error).__name__
