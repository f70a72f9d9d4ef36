"""Credentials: what stands in the header that the document names, and how it is renewed."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

import anyio
from msgspec import UnsetType
from msgspec.structs import force_setattr, replace

from commerce_sdk import defaults
from commerce_sdk.clock import Clock
from commerce_sdk.document.operation import Operation, Platform, SchemeKind, SecurityScheme
from commerce_sdk.document.text import credential_text
from commerce_sdk.errors import ApiError, AuthenticationFailed, CommerceError, InvalidRequest
from commerce_sdk.runtime.call.exchange import Call, Layer, Reply
from commerce_sdk.runtime.call.redaction import LOGGER, secret_words
from commerce_sdk.secret import Secret, hide, type_name
from commerce_sdk.value import Value

if TYPE_CHECKING:
    from commerce_sdk.runtime.credentials.client_credentials import TokenHost
    from commerce_sdk.runtime.credentials.token_cache import AuthLike


@runtime_checkable
class Auth(Protocol):
    """A way to authenticate. `renewable` says whether `header` gives something new after
    `forget`.

    It may have some things more. `kind`: which kind of scheme it is for, `"bearer"`, `"basic"` or
    `"api-key"`; without it, for whichever goes in the Authorization header.
    `ended(header, clock) -> bool`: has the own end of what it gave passed? Without it, a 401 that
    may also mean "not allowed" is believed to mean that. And `ready(clock) -> str | None`: what
    `header` gives at once; None where it has to wait for a renewal. With it, a call renews before
    it takes a place within the limits; without it, a renewal that counts in the same limits can
    wait for the places of those that wait for it. `logouts`, how many logouts are over, goes with
    `ended_since(logouts) -> bool`: has there been one since, or is one under way? Then a call that
    began before gets nothing new.
    """

    renewable: bool

    @property
    def identity(self) -> str | None:
        """What limits tell credentials apart by: a hash, or a name that is no secret. None where
        no other process could know it."""
        ...

    async def header(self, clock: Clock) -> str:
        """The value of the header: Authorization, or the one of the API key."""
        ...

    def forget(self, header: str) -> None:
        """The server refused this value; do not give it again."""
        ...


class OfEachClient:
    """A credential that each client makes one of its own from, with its way of a call."""

    def of_client(
        self, platform: Platform, open_host: Callable[..., TokenHost], base_url: str | UnsetType
    ) -> AuthLike | OfEachClient:
        """The credential of one client."""
        raise NotImplementedError


class OfOneClient:
    """A credential that one client made for itself, and closes with itself."""

    async def aclose(self) -> None:
        """Close its connections."""
        raise NotImplementedError


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


class Bearer(Value, frozen=True):
    """A fixed access token."""

    kind: ClassVar[SchemeKind] = "bearer"
    hidden: ClassVar[tuple[str, ...]] = ("token",)
    renewable = False

    token: str

    def __post_init__(self) -> None:
        force_setattr(self, "token", hide(self.token))  # before anything is refused
        force_setattr(self, "token", credential_text(self.token, "token"))

    @property
    def identity(self) -> str:
        return _hash(self.token)

    async def header(self, clock: Clock) -> str:
        return Secret(f"Bearer {self.token}")

    def forget(self, header: str) -> None:
        pass


class Basic(Value, frozen=True):
    """An e-mail address with an API token."""

    kind: ClassVar[SchemeKind] = "basic"
    hidden: ClassVar[tuple[str, ...]] = ("email", "token")
    renewable = False

    email: str
    token: str

    def __post_init__(self) -> None:
        for name in ("email", "token"):
            force_setattr(self, name, hide(getattr(self, name)))
        # What goes into the header is base64 of UTF-8, which carries more than ASCII.
        for name in ("email", "token"):
            text = credential_text(getattr(self, name), name, in_header=False)
            force_setattr(self, name, text)

    @property
    def identity(self) -> str:
        return _hash(f"{self.email}\n{self.token}")

    async def header(self, clock: Clock) -> str:
        return Secret("Basic " + b64encode(f"{self.email}:{self.token}".encode()).decode())

    def forget(self, header: str) -> None:
        pass


class ApiKey(Value, frozen=True):
    """A key that goes, as it is, in the header that the platform's document names."""

    kind: ClassVar[SchemeKind] = "api-key"
    hidden: ClassVar[tuple[str, ...]] = ("key",)
    renewable = False

    key: str

    def __post_init__(self) -> None:
        force_setattr(self, "key", hide(self.key))  # before anything is refused
        force_setattr(self, "key", credential_text(self.key, "key"))

    @property
    def identity(self) -> str:
        return _hash(self.key)

    async def header(self, clock: Clock) -> str:
        return Secret(self.key)

    def forget(self, header: str) -> None:
        pass


class NoCredential(Value, frozen=True):
    """In place of a credential, for a client whose operations take none. No server can tell the
    calls of one from those of another, so limits count them together."""

    renewable = False
    identity = "none"

    async def header(self, clock: Clock) -> str:
        raise AuthenticationFailed("there is no credential")

    def forget(self, header: str) -> None:
        pass


TAKES: dict[SchemeKind, str] = {"bearer": "Bearer", "basic": "Basic", "api-key": "ApiKey"}


def fits_some(auth: Auth, schemes: Iterable[SecurityScheme]) -> bool:
    """Can the credential be sent by any of these schemes?"""
    return any(_fits(auth, scheme) for scheme in schemes)


def _fits(auth: Auth, scheme: SecurityScheme) -> bool:
    kind = getattr(auth, "kind", None)
    if kind is None:
        return not isinstance(auth, NoCredential) and scheme.header.lower() == "authorization"
    return bool(scheme.kind == kind)


def scheme_for(auth: Auth, operation: Operation, platform: Platform) -> SecurityScheme | None:
    """By which of an operation's schemes a credential is sent; None where it takes none. Raises
    `InvalidRequest` where the credential fits no scheme of it."""
    taken = platform.security if operation.security is None else operation.security
    schemes = [scheme for scheme in platform.schemes if scheme.name in taken]
    for scheme in schemes:
        if _fits(auth, scheme):
            return scheme
    if schemes:
        takes = " or ".join(TAKES[scheme.kind] for scheme in schemes)
        given = "nothing" if isinstance(auth, NoCredential) else type(auth).__name__
        raise InvalidRequest(f"{operation.id} takes {takes}, and was given {given}", path="auth")
    return None


class Authenticate:
    """The layer that adds the credential, where the operation takes one. It never resends: a
    refusal goes up, where the next attempt takes its own turn with a renewed credential."""

    def __init__(self, auth: Auth, platform: Platform, clock: Clock, below: Layer) -> None:
        self._auth = auth
        self._platform = platform
        self._schemes: dict[tuple[str, ...] | None, SecurityScheme | None] = {}
        self._ready = getattr(auth, "ready", None)
        self._clock = clock
        self._below = below
        self._sent = Secret()
        self._words: tuple[Secret, ...] = ()

    async def __call__(self, call: Call) -> Reply:
        operation = call.request.operation
        if operation.security not in self._schemes:
            self._learn(operation)
        scheme = self._schemes[operation.security]
        if scheme is None:
            return await self._below(call)
        header: object = call.credential
        if header is None and self._auth.renewable:
            header = await self._renewed(call)
        elif header is None:
            try:
                header = await self._auth.header(self._clock)
            except BaseException as fault:
                raise as_failure("the credential", fault)  # noqa: B904
        if not isinstance(header, str):
            header = hide(header)
            raise AuthenticationFailed(f"the credential gave no text, but {type_name(header)}")
        if header != self._sent:
            self._sent, self._words = Secret(header), secret_words(header, scheme.kind)
        header = self._sent
        headers = (*call.headers, (scheme.header, header))
        secrets = (*call.secrets, *self._words)
        reply = await self._below(replace(call, headers=headers, secrets=secrets))
        if reply.status == 401:
            self._refused(call, scheme, header)
        return reply

    @property
    def may_wait(self) -> bool:
        """Does the credential say when it has to wait?"""
        return self._ready is not None

    def would_wait(self, call: Call) -> bool:
        """Has this call to wait for a renewal? Not twice: what was renewed for it serves it."""
        operation = call.request.operation
        if operation.security not in self._schemes:
            self._learn(operation)
        if self._ready is None or call.credential or self._schemes[operation.security] is None:
            return False
        try:
            return self._ready(self._clock) is None
        except BaseException as fault:
            raise as_failure("the credential", fault)  # noqa: B904

    async def prepared(self, call: Call) -> Call:
        """The call, with its credential where that had to be waited for."""
        if not self.would_wait(call):
            return call
        header = await self._renewed(call)
        return replace(call, credential=header) if isinstance(header, Secret) else call

    async def _renewed(self, call: Call) -> object:
        if self._is_over(call):
            raise AuthenticationFailed("the session was ended while this call was under way")
        header: object = ""
        deadline = call.context.deadline
        try:
            with anyio.move_on_after(deadline.remaining()) as scope, call.charge_wait("auth"):
                header = hide(await self._auth.header(self._clock))
        except BaseException as fault:
            raise as_failure("the credential", fault)  # noqa: B904
        if scope.cancelled_caught:
            raise deadline.error("renewing the credential")
        return header

    def _is_over(self, call: Call) -> bool:
        """Was the session ended that was there when the call began?"""
        ended_since = getattr(self._auth, "ended_since", None)
        return ended_since is not None and ended_since(call.context.logouts)

    def _learn(self, operation: Operation) -> None:
        found = scheme_for(self._auth, operation, self._platform)
        self._schemes[operation.security] = found

    def _refused(self, call: Call, scheme: SecurityScheme, header: str) -> None:
        try:
            if scheme.unauthenticated == "expired-or-forbidden":
                ended = getattr(self._auth, "ended", None)
                if ended is None or not ended(header, self._clock):
                    return
            call.evidence.renewable = self._auth.renewable and not self._is_over(call)
            self._auth.forget(header)
        except Exception:
            LOGGER.exception("a credential could not be forgotten")  # the answer is there


def is_refusal(fault: CommerceError) -> bool:
    """Did an issuer answer so that to ask again gains nothing?"""
    return isinstance(fault, ApiError) and fault.status in defaults.RENEWAL_REFUSALS


def as_failure(whose: str, fault: BaseException) -> BaseException:
    """What to raise for a fault of somebody's own way to get a credential: none of its errors may
    be taken for an answer of the platform's, or for the caller's cancellation."""
    fault = without_cancellation(fault)
    if isinstance(fault, AuthenticationFailed):
        return fault
    if isinstance(fault, CommerceError):
        failure = AuthenticationFailed(f"{whose} failed: {fault}", refused=is_refusal(fault))
        failure.__cause__ = fault
    elif isinstance(fault, Exception) or is_of_another_task(fault):
        failure = AuthenticationFailed(f"{whose} failed with {type(fault).__name__}")
        # Its text may hold what no traceback should show; `__context__` has it for a look.
        failure.__suppress_context__ = True
    else:
        return fault
    return failure


def without_cancellation(fault: BaseException) -> BaseException:
    """What failed beside the cancellation of this task, where a group has both, as trio's do: the
    scope that cancels takes its own out of it, and what is left would be seen by nobody above."""
    if isinstance(fault, BaseExceptionGroup):
        _, failed = fault.split(anyio.get_cancelled_exc_class())
        if isinstance(failed, ExceptionGroup):
            return failed
    return fault


def is_of_another_task(fault: BaseException) -> bool:
    """Is it the cancellation of a task that was awaited, while nobody cancels this one? Only
    asyncio cannot tell them apart by itself."""
    import asyncio  # seldom needed, and slow to load

    if not isinstance(fault, asyncio.CancelledError):
        return False
    try:
        task = asyncio.current_task()
    except RuntimeError:
        return True  # under trio nothing cancels by it
    return task is not None and not task.cancelling()
